package org.lianbing.ranking.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

import org.lianbing.base.Sql;
import org.lianbing.ranking.BoardId;
import org.lianbing.ranking.BoardResult;
import org.lianbing.ranking.Standing;
import org.lianbing.ranking.SubjectId;

/** The table {@code ranking.result} and the one place where ties are decided. */
@Repository
public class ResultTable {

    private static final String STANDING = """
            select place, subject_id, masked_name, unit, score, time_used_ms, ended_at
            from (
                select rank() over (order by score desc, time_used_ms asc, ended_at asc) as place,
                       subject_id, masked_name, unit, score, time_used_ms, ended_at
                from ranking.result
                where board_id = :board
            ) standing
            """;

    private final JdbcClient jdbc;

    ResultTable(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Puts these results in the place of the old ones; says whether anything is different now. */
    public boolean replace(BoardId board, List<BoardResult> results) {
        UUID[] subjects = results.stream().map(one -> one.subject().value()).toArray(UUID[]::new);
        int gone = jdbc.sql("""
                        delete from ranking.result r
                        where board_id = :board
                          and not exists (select 1 from unnest(:subjects::uuid[]) as fresh (id) where fresh.id = r.subject_id)
                        """)
                .param("board", board.value())
                .param("subjects", subjects)
                .update();
        return put(board, subjects, results) + gone > 0;
    }

    private int put(BoardId board, UUID[] subjects, List<BoardResult> results) {
        return jdbc.sql("""
                        insert into ranking.result as old
                            (board_id, subject_id, masked_name, unit, score, time_used_ms, ended_at)
                        select :board, subject_id, masked_name, unit, score, time_used_ms, ended_at
                        from unnest(:subjects::uuid[], :names::text[], :units::text[], :scores::numeric[],
                                    :times::bigint[], :ends::timestamptz[])
                            as fresh (subject_id, masked_name, unit, score, time_used_ms, ended_at)
                        where not exists (
                            select 1 from ranking.result same
                            where same.board_id = :board and same.subject_id = fresh.subject_id
                              and (same.masked_name, same.unit, same.score, same.time_used_ms, same.ended_at)
                                  is not distinct from (fresh.masked_name, fresh.unit, fresh.score,
                                                        fresh.time_used_ms, fresh.ended_at))
                        on conflict (board_id, subject_id) do update
                        set masked_name = excluded.masked_name, unit = excluded.unit, score = excluded.score,
                            time_used_ms = excluded.time_used_ms, ended_at = excluded.ended_at
                        where (old.masked_name, old.unit, old.score, old.time_used_ms, old.ended_at)
                            is distinct from (excluded.masked_name, excluded.unit, excluded.score,
                                              excluded.time_used_ms, excluded.ended_at)
                        """)
                .param("board", board.value())
                .param("subjects", subjects)
                .param("names", texts(results, BoardResult::maskedName))
                .param("units", texts(results, BoardResult::unit))
                .param("scores", texts(results, one -> one.score().toPlainString()))
                .param(
                        "times",
                        results.stream().map(one -> one.timeUsed().toMillis()).toArray(Long[]::new))
                .param("ends", texts(results, one -> one.endedAt().toString()))
                .update();
    }

    /** The driver takes no arrays of decimals or times; the casts in the statement read their texts. */
    private static String[] texts(List<BoardResult> results, Function<BoardResult, String> column) {
        return results.stream().map(column).toArray(String[]::new);
    }

    public List<Standing> standings(BoardId board) {
        return jdbc.sql(STANDING + " order by place, unit, masked_name, subject_id")
                .param("board", board.value())
                .query(ResultTable::standing)
                .list();
    }

    public List<Standing> first(BoardId board, int limit) {
        return jdbc.sql(STANDING + " order by place, unit, masked_name, subject_id limit :limit")
                .param("board", board.value())
                .param("limit", limit)
                .query(ResultTable::standing)
                .list();
    }

    public Optional<Standing> standing(BoardId board, SubjectId subject) {
        return jdbc.sql(STANDING + " where subject_id = :subject")
                .param("board", board.value())
                .param("subject", subject.value())
                .query(ResultTable::standing)
                .optional();
    }

    public int count(BoardId board) {
        return jdbc.sql("select count(*) from ranking.result where board_id = :board")
                .param("board", board.value())
                .query(Integer.class)
                .single();
    }

    private static Standing standing(ResultSet row, int number) throws SQLException {
        return new Standing(
                row.getInt("place"),
                new SubjectId(Sql.uuid(row, "subject_id")),
                row.getString("masked_name"),
                row.getString("unit"),
                row.getBigDecimal("score"),
                Duration.ofMillis(row.getLong("time_used_ms")),
                Sql.instant(row, "ended_at"));
    }
}
