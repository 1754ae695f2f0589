package org.lianbing.course;

import java.util.List;

import org.jspecify.annotations.Nullable;

/**
 * A course with its lessons, for one learner.
 *
 * @param course which
 * @param host who gives it; null where the host is gone
 * @param lessons its lessons in order
 * @param mayEdit whether the reader may write in it
 */
public record CoursePage(Course course, @Nullable Host host, List<Line> lessons, boolean mayEdit) {

    /**
     * A lesson in the list.
     *
     * @param id which
     * @param number from 1
     * @param title its title
     * @param progress how far the learner is, 0 to 100
     */
    public record Line(LessonId id, int number, String title, int progress) {

        public boolean finished() {
            return progress == LearningRecord.ALL;
        }
    }

    public CoursePage {
        lessons = List.copyOf(lessons);
    }

    /** How many lessons the learner has finished. */
    public int finished() {
        return (int) lessons.stream().filter(Line::finished).count();
    }
}
