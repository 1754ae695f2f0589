package org.lianbing.course;

import java.time.Instant;

import org.jspecify.annotations.Nullable;

/**
 * How far a person is in a lesson.
 *
 * @param openedAt when they first opened it
 * @param finishedAt when they finished it, or null
 * @param progress 0 to 100; never falls
 */
public record LearningRecord(Instant openedAt, @Nullable Instant finishedAt, int progress) {

    /** A lesson that is finished. */
    public static final int ALL = 100;
}
