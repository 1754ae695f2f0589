package org.lianbing.exam.marking;

import java.time.Instant;

import org.jspecify.annotations.Nullable;

import org.lianbing.exam.ExamId;

/**
 * The answers to one question, as one of its markers sees them.
 *
 * @param exam of which exam
 * @param title its name
 * @param question which
 * @param stem what is asked, HTML
 * @param waiting how many opinions this marker could give now
 * @param mine how many they gave
 * @param dueAt until when; null for no day set
 */
public record MarkingQueue(
        ExamId exam,
        String title,
        Question question,
        String stem,
        int waiting,
        int mine,
        @Nullable Instant dueAt) {}
