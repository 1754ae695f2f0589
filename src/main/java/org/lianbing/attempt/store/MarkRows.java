package org.lianbing.attempt.store;

import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

import org.lianbing.attempt.AttemptId;
import org.lianbing.attempt.Mark;
import org.lianbing.attempt.OpinionRule;
import org.lianbing.attempt.Purpose;
import org.lianbing.attempt.SlotOfForm;
import org.lianbing.attempt.Unmarked;
import org.lianbing.attempt.scoring.SlotScore;
import org.lianbing.base.PersonId;
import org.lianbing.base.Sql;
import org.lianbing.paper.FormId;

/** Marks of written responses, append-only, and the scores that follow from them. */
@Repository
public class MarkRows {

    private static final String COLUMNS = """
            attempt_id, slot, opinion, revision, marker_id, points::text as points, fraction, comment, reason, marked_at
            from attempt.mark
            """;

    private final JdbcClient jdbc;
    private final JsonMapper json;

    MarkRows(JdbcClient jdbc, JsonMapper json) {
        this.jdbc = jdbc;
        this.json = json;
    }

    /** How responses are marked. */
    public OpinionRule rule(Purpose purpose) {
        return of("select opinions, difference from attempt.mark_rule", purpose)
                .query((row, number) -> new OpinionRule(row.getInt("opinions"), row.getBigDecimal("difference")))
                .optional()
                .orElse(OpinionRule.SINGLE);
    }

    /** Lays that down. */
    public void lay(Purpose purpose, OpinionRule rule) {
        jdbc.sql("""
                        insert into attempt.mark_rule (purpose_kind, purpose_id, opinions, difference)
                        values (:kind, :purpose, :opinions, :difference)
                        on conflict (purpose_kind, purpose_id)
                        do update set opinions = excluded.opinions, difference = excluded.difference
                        """)
                .param("kind", purpose.kind())
                .param("purpose", purpose.id())
                .param("opinions", rule.opinions())
                .param("difference", rule.difference())
                .update();
    }

    /** Whether anything was marked. */
    public boolean any(Purpose purpose) {
        return of("""
                        select 1 from attempt.attempt a join attempt.mark m on m.attempt_id = a.id
                        """, purpose).query(Integer.class).optional().isPresent();
    }

    private JdbcClient.StatementSpec of(String select, Purpose purpose) {
        return jdbc.sql(select + " where purpose_kind = :kind and purpose_id = :purpose limit 1")
                .param("kind", purpose.kind())
                .param("purpose", purpose.id());
    }

    /** Keeps a mark; false where there is one in its place, or another opinion of this marker. */
    public boolean insert(AttemptId attempt, Mark mark) {
        ObjectNode points = json.createObjectNode();
        mark.points().forEach((token, given) -> points.put(token, given.toPlainString()));
        return jdbc.sql("""
                        insert into attempt.mark (attempt_id, slot, opinion, revision, marker_id, points, fraction,
                                                  comment, reason, marked_at)
                        values (:attempt, :slot, :opinion, :revision, :marker, :points::jsonb, :fraction,
                                :comment, :reason, :at)
                        on conflict do nothing
                        """)
                        .param("attempt", attempt.value())
                        .param("slot", mark.slot())
                        .param("opinion", mark.opinion())
                        .param("revision", mark.revision())
                        .param("marker", mark.marker().value())
                        .param("points", points.toString())
                        .param("fraction", mark.fraction())
                        .param("comment", mark.comment())
                        .param("reason", mark.reason())
                        .param("at", Sql.at(mark.at()))
                        .update()
                == 1;
    }

    /** All marks of a response, by opinion and revision. */
    public List<Mark> all(AttemptId attempt, int slot) {
        return jdbc.sql("select " + COLUMNS
                        + " where attempt_id = :attempt and slot = :slot order by opinion, revision")
                .param("attempt", attempt.value())
                .param("slot", slot)
                .query(this::mark)
                .list();
    }

    /** The last revision of each opinion, of many attempts. */
    public Map<AttemptId, List<Mark>> standing(Collection<AttemptId> attempts) {
        Map<AttemptId, List<Mark>> marks = new HashMap<>();
        jdbc.sql("select distinct on (attempt_id, slot, opinion) " + COLUMNS + """
                         where attempt_id = any(:attempts::uuid[])
                        order by attempt_id, slot, opinion, revision desc
                        """)
                .param("attempts", attempts.stream().map(AttemptId::value).toArray(UUID[]::new))
                .query(row -> {
                    marks.computeIfAbsent(new AttemptId(Sql.uuid(row, "attempt_id")), id -> new ArrayList<>())
                            .add(mark(row, 0));
                });
        return marks;
    }

    /** What waits for a mark, of attempts that have ended. */
    public List<Unmarked> unmarked(Purpose purpose) {
        return jdbc.sql("""
                        select a.id, a.person_id, a.form_id, s.slot
                        from attempt.attempt a
                        join attempt.slot_score s on s.attempt_id = a.id and s.reason = 'UNMARKED'
                        where a.purpose_kind = :kind and a.purpose_id = :purpose and a.state in ('HANDED_IN', 'CLOSED')
                        order by a.id, s.slot
                        """)
                .param("kind", purpose.kind())
                .param("purpose", purpose.id())
                .query((row, number) -> new Unmarked(
                        new AttemptId(Sql.uuid(row, "id")),
                        new PersonId(Sql.uuid(row, "person_id")),
                        new FormId(Sql.uuid(row, "form_id")),
                        row.getInt("slot")))
                .list();
    }

    /** How often each slot was left blank. */
    public Map<SlotOfForm, Integer> blanks(Purpose purpose) {
        Map<SlotOfForm, Integer> blanks = new HashMap<>();
        jdbc.sql("""
                        select a.form_id, s.slot, count(*) as times
                        from attempt.attempt a join attempt.slot_score s on s.attempt_id = a.id
                        where a.purpose_kind = :kind and a.purpose_id = :purpose and a.state in ('HANDED_IN', 'CLOSED')
                          and s.reason = 'BLANK'
                        group by a.form_id, s.slot
                        """)
                .param("kind", purpose.kind())
                .param("purpose", purpose.id())
                .query(row -> {
                    blanks.put(
                            new SlotOfForm(new FormId(Sql.uuid(row, "form_id")), row.getInt("slot")),
                            row.getInt("times"));
                });
        return blanks;
    }

    /** Puts the score of a slot of an attempt that is held; false where it was the same before. */
    public boolean score(AttemptId attempt, SlotScore score, Instant now) {
        boolean changed = jdbc.sql("""
                        update attempt.slot_score set fraction = :fraction, score = :score, reason = :reason
                        where attempt_id = :attempt and slot = :slot
                          and (fraction, score, reason) is distinct from (:fraction, :score, :reason)
                        """)
                        .param("attempt", attempt.value())
                        .param("slot", score.slot())
                        .param("fraction", score.fraction())
                        .param("score", score.score())
                        .param("reason", score.reason().name())
                        .update()
                == 1;
        if (changed) {
            jdbc.sql("""
                            update attempt.attempt
                            set score = (select sum(s.score) from attempt.slot_score s where s.attempt_id = :attempt),
                                scored_at = :now
                            where id = :attempt
                            """)
                    .param("attempt", attempt.value())
                    .param("now", Sql.at(now))
                    .update();
        }
        return changed;
    }

    private Mark mark(ResultSet row, int number) throws SQLException {
        Map<String, BigDecimal> points = new HashMap<>();
        json.readTree(row.getString("points"))
                .properties()
                .forEach(one ->
                        points.put(one.getKey(), new BigDecimal(one.getValue().stringValue())));
        return new Mark(
                row.getInt("slot"),
                row.getInt("opinion"),
                row.getInt("revision"),
                new PersonId(Sql.uuid(row, "marker_id")),
                points,
                row.getBigDecimal("fraction"),
                row.getString("comment"),
                row.getString("reason"),
                Sql.instant(row, "marked_at"));
    }
}
