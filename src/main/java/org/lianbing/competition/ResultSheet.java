package org.lianbing.competition;

import java.util.List;

import org.lianbing.exam.Figures;

/**
 * Everybody in a competition, the placed first and in order, then the others by seat.
 *
 * @param competition which
 * @param figures how many are where
 * @param rows one a contestant
 */
public record ResultSheet(Competition competition, Figures figures, List<ResultRow> rows) {

    public ResultSheet {
        rows = List.copyOf(rows);
    }
}
