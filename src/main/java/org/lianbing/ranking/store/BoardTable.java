package org.lianbing.ranking.store;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

import org.lianbing.base.Sql;
import org.lianbing.ranking.BoardId;
import org.lianbing.ranking.BoardState;
import org.lianbing.ranking.Subtitle;

/** The table {@code ranking.board}. */
@Repository
public class BoardTable {

    /** A board without its results. */
    public record Row(BoardId id, String title, Subtitle subtitle, BoardState state, long version, Instant changedAt) {}

    private final JdbcClient jdbc;

    BoardTable(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    public void insert(BoardId id, String title, Subtitle subtitle, Instant now) {
        jdbc.sql("""
                        insert into ranking.board (id, title, subtitle, subtitle_en, state, version, changed_at)
                        values (:id, :title, :chinese, :english, 'HIDDEN', 1, :now)
                        """)
                .param("id", id.value())
                .param("title", title)
                .param("chinese", subtitle.chinese())
                .param("english", subtitle.english())
                .param("now", Sql.at(now))
                .update();
    }

    public Optional<Row> find(BoardId id) {
        return jdbc.sql("""
                        select id, title, subtitle, coalesce(subtitle_en, subtitle) as subtitle_en, state, version, changed_at
                        from ranking.board where id = :id
                        """)
                .param("id", id.value())
                .query((row, number) -> new Row(
                        new BoardId(Sql.uuid(row, "id")),
                        row.getString("title"),
                        new Subtitle(row.getString("subtitle"), row.getString("subtitle_en")),
                        BoardState.valueOf(row.getString("state")),
                        row.getLong("version"),
                        Sql.instant(row, "changed_at")))
                .optional();
    }

    /** Whether the state was another one before. */
    public boolean setState(BoardId id, BoardState state, Instant now) {
        return jdbc.sql("""
                        update ranking.board set state = :state, version = version + 1, changed_at = :now
                        where id = :id and state <> :state
                        """)
                        .param("id", id.value())
                        .param("state", state.name())
                        .param("now", Sql.at(now))
                        .update()
                > 0;
    }

    /**
     * Its results may have changed. Waits for a recomputation that is under way and marks the board again: that one may
     * have read them before.
     */
    public void markStale(BoardId id) {
        jdbc.sql("update ranking.board set stale = true where id = :id")
                .param("id", id.value())
                .update();
    }

    /** Those whose results may have changed. */
    public List<BoardId> stale() {
        return jdbc.sql("select id from ranking.board where stale limit 100").query(UUID.class).list().stream()
                .map(BoardId::new)
                .toList();
    }

    /** Locks the board until the transaction ends, so that two recomputations follow each other; false if there is none. */
    public boolean lockAndMarkFresh(BoardId id) {
        return jdbc.sql("update ranking.board set stale = false where id = :id")
                        .param("id", id.value())
                        .update()
                > 0;
    }

    public void raiseVersion(BoardId id, Instant now) {
        jdbc.sql("update ranking.board set version = version + 1, changed_at = :now where id = :id")
                .param("id", id.value())
                .param("now", Sql.at(now))
                .update();
    }
}
