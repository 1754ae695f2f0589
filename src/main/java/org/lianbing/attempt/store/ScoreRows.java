package org.lianbing.attempt.store;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

import org.lianbing.attempt.AttemptId;
import org.lianbing.attempt.scoring.SlotScore;

/** Scores of slots. */
@Repository
public class ScoreRows {

    private final JdbcClient jdbc;

    ScoreRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Keeps the scores of attempts. */
    public void insert(Map<AttemptId, List<SlotScore>> scored) {
        List<UUID> attempts = new ArrayList<>();
        List<SlotScore> scores = new ArrayList<>();
        scored.forEach((attempt, each) -> {
            attempts.addAll(Collections.nCopies(each.size(), attempt.value()));
            scores.addAll(each);
        });
        jdbc.sql("""
                        insert into attempt.slot_score (attempt_id, slot, fraction, score, reason)
                        select attempt, slot::smallint, fraction::numeric, score::numeric, reason
                        from unnest(:attempts::uuid[], :slots::text[], :fractions::text[], :scores::text[],
                                    :reasons::text[])
                             as scored (attempt, slot, fraction, score, reason)
                        """)
                .param("attempts", attempts.toArray(UUID[]::new))
                .param("slots", column(scores, SlotScore::slot))
                .param("fractions", column(scores, score -> plain(score.fraction())))
                .param("scores", column(scores, score -> plain(score.score())))
                .param("reasons", column(scores, SlotScore::reason))
                .update();
    }

    /** The scores of an attempt, by slot; none until it is scored. */
    public List<SlotScore> all(AttemptId attempt) {
        return jdbc.sql("""
                        select slot, fraction, score, reason from attempt.slot_score
                        where attempt_id = :attempt order by slot
                        """)
                .param("attempt", attempt.value())
                .query((row, number) -> new SlotScore(
                        row.getInt("slot"),
                        row.getBigDecimal("fraction"),
                        row.getBigDecimal("score"),
                        SlotScore.Reason.valueOf(row.getString("reason"))))
                .list();
    }

    private static String[] column(List<SlotScore> scores, Function<SlotScore, Object> column) {
        return scores.stream().map(column).map(Object::toString).toArray(String[]::new);
    }

    private static String plain(BigDecimal number) {
        return number.toPlainString();
    }
}
