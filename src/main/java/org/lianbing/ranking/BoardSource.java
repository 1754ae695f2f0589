package org.lianbing.ranking;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Where the results of boards come from; implemented by the modules whose rules turn scores into results. */
public interface BoardSource {

    /** Every result of the board as it is now; empty where the board is not this source's. */
    Optional<List<BoardResult>> results(BoardId board);

    /** What is to be said below the board to everybody at this moment; none where the board is not of this source. */
    default List<BoardNote> notes(BoardId board, Instant now) {
        return List.of();
    }
}
