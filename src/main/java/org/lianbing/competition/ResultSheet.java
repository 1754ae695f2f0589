package org.lianbing.competition;

import java.math.BigDecimal;
import java.util.List;

import org.lianbing.exam.Erratum;
import org.lianbing.exam.ExamClock;
import org.lianbing.exam.Figures;

/**
 * Everybody in a competition, the placed first and in order, then the others by seat.
 *
 * @param competition which
 * @param clock its time, with what was decided about it
 * @param figures how many are where
 * @param rows one a contestant
 * @param errata what was corrected, in the order in which it came into force
 */
public record ResultSheet(
        Competition competition, ExamClock clock, Figures figures, List<ResultRow> rows, List<Erratum> errata) {

    public ResultSheet {
        rows = List.copyOf(rows);
        errata = List.copyOf(errata);
    }

    /** What can be reached, after what was corrected. */
    public BigDecimal maxScore() {
        return errata.isEmpty()
                ? competition.draft().maxScore()
                : errata.getLast().maxScore();
    }
}
