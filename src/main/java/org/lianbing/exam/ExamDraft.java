package org.lianbing.exam;

import org.jspecify.annotations.Nullable;

import org.lianbing.base.Level;
import org.lianbing.base.Problem;
import org.lianbing.base.TradeId;
import org.lianbing.base.UnitId;
import org.lianbing.paper.Aids;
import org.lianbing.ranking.BoardId;

/**
 * What is laid down for an exam.
 *
 * @param title 1 to 80 characters
 * @param trade in which trade
 * @param level at which level, or null
 * @param unit who holds it; its organizers see it
 * @param window when and how long
 * @param results what comes out when, and what it takes to pass
 * @param board where the results are ranked, or null
 * @param aids what candidates may use
 */
public record ExamDraft(
        String title,
        TradeId trade,
        @Nullable Level level,
        UnitId unit,
        ExamWindow window,
        ResultRules results,
        @Nullable BoardId board,
        Aids aids) {

    private static final int LONGEST_TITLE = 80;

    public ExamDraft {
        title = title.strip();
        if (title.isEmpty() || title.length() > LONGEST_TITLE) {
            throw Problem.invalid("exam.title-length", LONGEST_TITLE);
        }
    }

    /** When scores come out. */
    public ReleaseRule releaseRule() {
        return results.scores();
    }
}
