package org.lianbing.ranking;

import java.time.Instant;
import java.util.List;

/**
 * What everybody may see of a board at one moment; never changes.
 *
 * @param board which
 * @param title what is ranked
 * @param subtitle trade and level
 * @param state hidden boards have no rows
 * @param version grows whenever anything here changes
 * @param updatedAt when it last did
 * @param participants how many results there are
 * @param rows the first {@value #MOST_ROWS}, best first
 * @param notes what is said below it; none on a hidden board
 */
public record BoardSnapshot(
        BoardId board,
        String title,
        Subtitle subtitle,
        BoardState state,
        long version,
        Instant updatedAt,
        int participants,
        List<Standing> rows,
        List<BoardNote> notes) {

    /** How much of a long board is sent; one's own place is on the page of one's own result. */
    public static final int MOST_ROWS = 500;

    public BoardSnapshot {
        rows = List.copyOf(rows);
        notes = List.copyOf(notes);
    }
}
