package org.lianbing.course;

import java.time.Instant;

import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

import org.lianbing.base.Actor;
import org.lianbing.base.Problem;
import org.lianbing.course.store.LearningTable;

/** What each person has read and finished. Progress never falls: another device may report an older one later. */
@Service
public class Learning {

    private final LearningTable learning;
    private final Lessons lessons;

    Learning(LearningTable learning, Lessons lessons) {
        this.learning = learning;
        this.lessons = lessons;
    }

    /** The person opened the lesson. */
    @Transactional
    public void open(Actor actor, LessonId lesson, Instant now) {
        reach(actor, lesson, 0, now);
    }

    /**
     * The person read this far.
     *
     * @param progress 0 to 100; 100 finishes the lesson
     */
    @Transactional
    public LearningRecord reach(Actor actor, LessonId lesson, int progress, Instant now) {
        if (progress < 0 || progress > LearningRecord.ALL) {
            throw Problem.invalid("course.progress-range", LearningRecord.ALL);
        }
        lessons.get(actor, lesson);
        return learning.reach(actor.person(), lesson, progress, now);
    }

    /** The person finished the lesson. */
    @Transactional
    public LearningRecord finish(Actor actor, LessonId lesson, Instant now) {
        return reach(actor, lesson, LearningRecord.ALL, now);
    }
}
