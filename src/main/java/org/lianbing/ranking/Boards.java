package org.lianbing.ranking;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

import org.lianbing.base.Problem;
import org.lianbing.ranking.store.BoardTable;
import org.lianbing.ranking.store.ResultTable;

/**
 * Boards and their standings, for the modules that own the results; those decide who may see what. A standing is always
 * computed anew from all results, never counted on from the last one.
 */
@Service
public class Boards {

    private final BoardTable boards;
    private final ResultTable results;
    private final List<BoardSource> sources;
    private final Snapshots snapshots;

    Boards(BoardTable boards, ResultTable results, List<BoardSource> sources, Snapshots snapshots) {
        this.boards = boards;
        this.results = results;
        this.sources = sources;
        this.snapshots = snapshots;
    }

    /** A new, hidden board. */
    public BoardId create(String title, Subtitle subtitle, Instant now) {
        BoardId id = BoardId.next();
        boards.insert(id, title, subtitle, now);
        return id;
    }

    /** Shows or hides a board. */
    public void show(BoardId board, BoardState state, Instant now) {
        if (boards.setState(board, state, now)) {
            snapshots.forget(board);
        }
    }

    /** Says that results of the board may have changed; within a second or so the standing follows. */
    public void touch(BoardId board) {
        boards.markStale(board);
    }

    /** Says that there is something new to be said below the board. */
    public void announce(BoardId board, Instant now) {
        boards.raiseVersion(board, now);
        snapshots.forget(board);
    }

    /** Asks the source for all results and puts them in the place of the old ones. */
    @Transactional
    public void recompute(BoardId board, Instant now) {
        if (!boards.lockAndMarkFresh(board)) {
            throw Problem.notFound("base.not-found");
        }
        if (results.replace(board, resultsOf(board))) {
            boards.raiseVersion(board, now);
        }
    }

    private List<BoardResult> resultsOf(BoardId board) {
        return sources.stream()
                .flatMap(source -> source.results(board).stream())
                .findFirst()
                .orElse(List.of());
    }

    /** The whole standing, best first; for those who may see it whatever the board's state. */
    public List<Standing> standings(BoardId board) {
        return results.standings(board);
    }

    /** One place. */
    public Optional<Standing> standing(BoardId board, SubjectId subject) {
        return results.standing(board, subject);
    }

    /** How many stand on the board. */
    public int participants(BoardId board) {
        return results.count(board);
    }

    /** What the public sees, at most a second old. */
    public BoardSnapshot snapshot(BoardId board, Instant now) {
        return snapshots.at(board, now);
    }
}
