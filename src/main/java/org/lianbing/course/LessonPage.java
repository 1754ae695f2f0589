package org.lianbing.course;

import java.util.List;

import org.jspecify.annotations.Nullable;

import org.lianbing.trade.Point;

/**
 * A lesson ready to be read by one learner.
 *
 * @param lesson which
 * @param html its text, safe to show
 * @param course of which course
 * @param host who gives it; null where the host is gone
 * @param points what it teaches
 * @param progress how far the learner is, 0 to 100
 * @param next the lesson after it, or null
 * @param mayEdit whether the reader may write in it
 */
public record LessonPage(
        Lesson lesson,
        String html,
        Course course,
        @Nullable Host host,
        List<Point> points,
        int progress,
        CoursePage.@Nullable Line next,
        boolean mayEdit) {}
