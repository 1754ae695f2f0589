package org.lianbing.ranking;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

import org.lianbing.base.Problem;
import org.lianbing.ranking.store.BoardTable;
import org.lianbing.ranking.store.ResultTable;

/**
 * One immutable snapshot a board, kept in the memory of the node. Once a second somebody's question is worth a look at
 * the version in the database; only a new version is worth reading the rows. Everybody else is answered from memory, so
 * ten thousand phones cost one small query a second.
 */
@Component
class Snapshots {

    private static final Duration GOOD_FOR = Duration.ofSeconds(1);
    private static final int MOST_BOARDS = 500;

    private record Held(BoardSnapshot snapshot, Instant lookedAt) {
        boolean isGoodAt(Instant now) {
            return !lookedAt.isAfter(now) && now.isBefore(lookedAt.plus(GOOD_FOR));
        }
    }

    private final BoardTable boards;
    private final ResultTable results;
    private final List<BoardSource> sources;
    private final Cache<BoardId, Held> held =
            Caffeine.newBuilder().maximumSize(MOST_BOARDS).build();

    Snapshots(BoardTable boards, ResultTable results, List<BoardSource> sources) {
        this.boards = boards;
        this.results = results;
        this.sources = sources;
    }

    BoardSnapshot at(BoardId board, Instant now) {
        Held found = held.getIfPresent(board);
        if (found == null || !found.isGoodAt(now)) {
            // One thread a board looks; the others wait for it instead of asking the database too.
            found = held.asMap()
                    .compute(board, (id, old) -> old != null && old.isGoodAt(now) ? old : look(id, old, now));
        }
        if (found == null) {
            throw Problem.notFound("base.not-found");
        }
        return found.snapshot();
    }

    void forget(BoardId board) {
        held.invalidate(board);
    }

    private @Nullable Held look(BoardId id, @Nullable Held old, Instant now) {
        Optional<BoardTable.Row> row = boards.find(id);
        if (row.isEmpty()) {
            return null;
        }
        if (old != null && old.snapshot().version() == row.get().version()) {
            return new Held(old.snapshot(), now);
        }
        return new Held(build(row.get(), now), now);
    }

    private List<BoardNote> notes(BoardId board, Instant now) {
        return sources.stream()
                .flatMap(source -> source.notes(board, now).stream())
                .toList();
    }

    private BoardSnapshot build(BoardTable.Row row, Instant now) {
        boolean hidden = row.state() == BoardState.HIDDEN;
        List<Standing> rows = hidden ? List.of() : results.first(row.id(), BoardSnapshot.MOST_ROWS);
        return new BoardSnapshot(
                row.id(),
                row.title(),
                row.subtitle(),
                row.state(),
                row.version(),
                row.changedAt(),
                hidden ? 0 : results.count(row.id()),
                rows,
                hidden ? List.of() : notes(row.id(), now));
    }
}
