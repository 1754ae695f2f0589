package org.lianbing.course;

import java.util.Set;

import org.lianbing.trade.PointId;

/**
 * A lesson.
 *
 * @param id which
 * @param course of which course
 * @param number from 1
 * @param title its title
 * @param body Markdown
 * @param points what it teaches
 */
public record Lesson(LessonId id, CourseId course, int number, String title, String body, Set<PointId> points) {}
