package org.lianbing.competition;

import java.util.List;

import org.lianbing.exam.ExamClock;
import org.lianbing.exam.Figures;

/**
 * Everybody in a competition, the placed first and in order, then the others by seat.
 *
 * @param competition which
 * @param clock its time, with what was decided about it
 * @param figures how many are where
 * @param rows one a contestant
 */
public record ResultSheet(Competition competition, ExamClock clock, Figures figures, List<ResultRow> rows) {

    public ResultSheet {
        rows = List.copyOf(rows);
    }
}
