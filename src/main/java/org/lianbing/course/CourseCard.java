package org.lianbing.course;

import org.jspecify.annotations.Nullable;

/**
 * A course as one learner finds it in a list.
 *
 * @param course which
 * @param host who gives it; null where the host is gone
 * @param finished how many of its lessons the learner has finished
 */
public record CourseCard(Course course, @Nullable Host host, int finished) {

    /** How much of the course is finished, 0 to 1. */
    public double progress() {
        return course.lessons() == 0 ? 0 : (double) finished / course.lessons();
    }
}
