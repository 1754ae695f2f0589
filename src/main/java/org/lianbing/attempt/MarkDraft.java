package org.lianbing.attempt;

import java.math.BigDecimal;
import java.util.Map;

import org.lianbing.base.Problem;

/**
 * A mark as a marker fills it in.
 *
 * @param points given for points of the rubric, by token; what is left out gets nothing
 * @param comment for the candidate, up to 500 characters; may be empty
 */
public record MarkDraft(Map<String, BigDecimal> points, String comment) {

    /** How long a comment may be. */
    public static final int LONGEST_COMMENT = 500;

    public MarkDraft {
        points = Map.copyOf(points);
        comment = comment.strip();
        if (comment.length() > LONGEST_COMMENT) {
            throw Problem.invalid("attempt.mark.comment", LONGEST_COMMENT).with("field", "comment");
        }
    }
}
