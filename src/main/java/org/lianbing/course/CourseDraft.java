package org.lianbing.course;

import org.lianbing.base.Problem;
import org.lianbing.base.TradeId;

/**
 * What is filled in for a course.
 *
 * @param title 1 to 80 characters
 * @param summary what one learns, at most 500 characters; may be empty
 * @param trade for which trade
 * @param host who gives it
 */
public record CourseDraft(String title, String summary, TradeId trade, HostId host) {

    private static final int LONGEST_TITLE = 80;
    private static final int LONGEST_SUMMARY = 500;

    public CourseDraft {
        title = title.strip();
        summary = summary.strip();
        if (title.isEmpty() || title.length() > LONGEST_TITLE) {
            throw Problem.invalid("course.title-length", LONGEST_TITLE);
        }
        if (summary.length() > LONGEST_SUMMARY) {
            throw Problem.invalid("course.summary-length", LONGEST_SUMMARY);
        }
    }
}
