package org.lianbing.course;

import java.util.Set;

import org.lianbing.base.Problem;
import org.lianbing.trade.PointId;

/**
 * What is filled in for a lesson.
 *
 * @param title 1 to 80 characters
 * @param body Markdown, at most 50,000 characters; pictures as {@code ![words](media:hash)}
 * @param points what it teaches
 */
public record LessonDraft(String title, String body, Set<PointId> points) {

    private static final int LONGEST_TITLE = 80;
    private static final int LONGEST_BODY = 50_000;

    public LessonDraft {
        title = title.strip();
        body = body.strip();
        points = Set.copyOf(points);
        if (title.isEmpty() || title.length() > LONGEST_TITLE) {
            throw Problem.invalid("course.title-length", LONGEST_TITLE);
        }
        if (body.isEmpty() || body.length() > LONGEST_BODY) {
            throw Problem.invalid("course.body-length", LONGEST_BODY);
        }
    }
}
