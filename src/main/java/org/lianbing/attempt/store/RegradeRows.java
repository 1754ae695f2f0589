package org.lianbing.attempt.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

import org.lianbing.attempt.Attempt;
import org.lianbing.attempt.AttemptId;
import org.lianbing.attempt.PastScore;
import org.lianbing.attempt.Purpose;
import org.lianbing.attempt.Regraded;
import org.lianbing.attempt.scoring.SlotScore;
import org.lianbing.base.PersonId;
import org.lianbing.base.Sql;
import org.lianbing.paper.FormId;

/** Reads scored attempts again and puts new scores in the place of old ones, which it keeps. */
@Repository
public class RegradeRows {

    private static final String SCORED = """
            from attempt.attempt
            where purpose_kind = :kind and purpose_id = :purpose and form_id = :form and scored_at is not null
            """;

    private final JdbcClient jdbc;
    private final AttemptColumns columns;

    RegradeRows(JdbcClient jdbc, AttemptColumns columns) {
        this.jdbc = jdbc;
        this.columns = columns;
    }

    /** Scored attempts in the order of their ids, from the one after this on. */
    public List<Attempt> scored(Purpose purpose, FormId form, @Nullable AttemptId after, int most) {
        return of(
                        "select " + AttemptColumns.LIST + SCORED
                                + " and id > coalesce(:after::uuid, '00000000-0000-0000-0000-000000000000')"
                                + " order by id limit :most",
                        purpose,
                        form)
                .param("after", after == null ? null : after.value(), java.sql.Types.OTHER)
                .param("most", most)
                .query((row, number) -> columns.attempt(row))
                .list();
    }

    /** Attempts scored by an older generation, held; those that another node holds are left to it. */
    public List<Attempt> holdStale(Purpose purpose, FormId form, int generation, int most) {
        return of(
                        "select " + AttemptColumns.LIST + SCORED
                                + " and generation < :generation order by id limit :most for update skip locked",
                        purpose,
                        form)
                .param("generation", generation)
                .param("most", most)
                .query((row, number) -> columns.attempt(row))
                .list();
    }

    /** Those of the forms of which some were scored by an older generation than the one given. */
    public Set<FormId> stale(Purpose purpose, Map<FormId, Integer> generations) {
        List<FormId> forms = List.copyOf(generations.keySet());
        return jdbc.sql("""
                        select distinct a.form_id
                        from unnest(:forms::uuid[], :generations::int[]) as asked (form_id, generation)
                        join attempt.attempt a on a.form_id = asked.form_id
                        where a.purpose_kind = :kind and a.purpose_id = :purpose and a.scored_at is not null
                          and a.generation < asked.generation
                        """)
                .param("kind", purpose.kind())
                .param("purpose", purpose.id())
                .param("forms", forms.stream().map(FormId::value).toArray(UUID[]::new))
                .param("generations", forms.stream().map(generations::get).toArray(Integer[]::new))
                .query((row, number) -> new FormId(Sql.uuid(row, "form_id")))
                .set();
    }

    /** Whoever has a score on a form that is none of these, as it stands before and after. */
    public List<Regraded> apartFrom(Purpose purpose, Collection<FormId> forms) {
        return jdbc.sql("""
                        select id, person_id, state = 'VOID' as void, score as before, max_score as max_before,
                               score as after, max_score as max_after
                        from attempt.attempt
                        where purpose_kind = :kind and purpose_id = :purpose and scored_at is not null
                          and form_id <> all(:forms::uuid[])
                        order by id
                        """)
                .param("kind", purpose.kind())
                .param("purpose", purpose.id())
                .param("forms", forms.stream().map(FormId::value).toArray(UUID[]::new))
                .query(RegradeRows::regraded)
                .list();
    }

    private JdbcClient.StatementSpec of(String sql, Purpose purpose, FormId form) {
        return jdbc.sql(sql)
                .param("kind", purpose.kind())
                .param("purpose", purpose.id())
                .param("form", form.value());
    }

    /** The scores of many attempts, each by slot. */
    public Map<AttemptId, List<SlotScore>> slots(Collection<AttemptId> attempts) {
        Map<AttemptId, List<SlotScore>> slots = new HashMap<>();
        jdbc.sql("""
                        select attempt_id, slot, fraction, score, reason from attempt.slot_score
                        where attempt_id = any(:attempts::uuid[]) order by attempt_id, slot
                        """).param("attempts", ids(attempts)).query(row -> {
            slots.computeIfAbsent(new AttemptId(Sql.uuid(row, "attempt_id")), id -> new ArrayList<>())
                    .add(new SlotScore(
                            row.getInt("slot"),
                            row.getBigDecimal("fraction"),
                            row.getBigDecimal("score"),
                            SlotScore.Reason.valueOf(row.getString("reason"))));
        });
        return slots;
    }

    /** Keeps the result that stands, and those of its slots. */
    public void keep(AttemptId attempt, List<Integer> slots, int replacedBy, Instant now) {
        jdbc.sql("""
                        insert into attempt.past_score
                            (attempt_id, generation, score, max_score, scored_at, replaced_by, replaced_at)
                        select id, generation, score, max_score, scored_at, :by, :now
                        from attempt.attempt where id = :attempt
                        """)
                .param("attempt", attempt.value())
                .param("by", replacedBy)
                .param("now", Sql.at(now))
                .update();
        jdbc.sql("""
                        insert into attempt.past_slot_score (attempt_id, generation, slot, fraction, score, reason)
                        select a.id, a.generation, s.slot, s.fraction, s.score, s.reason
                        from attempt.attempt a join attempt.slot_score s on s.attempt_id = a.id
                        where a.id = :attempt and s.slot = any(:slots::int[])
                        """)
                .param("attempt", attempt.value())
                .param("slots", slots.toArray(Integer[]::new))
                .update();
    }

    /** Puts scores of slots in the place of what stands. */
    public void put(AttemptId attempt, List<SlotScore> slots) {
        for (SlotScore slot : slots) {
            jdbc.sql("""
                            update attempt.slot_score set fraction = :fraction, score = :score, reason = :reason
                            where attempt_id = :attempt and slot = :slot
                            """)
                    .param("attempt", attempt.value())
                    .param("slot", slot.slot())
                    .param("fraction", slot.fraction())
                    .param("score", slot.score())
                    .param("reason", slot.reason().name())
                    .update();
        }
    }

    /** The attempt has this result now. */
    public void put(Regraded result, int generation, Instant now) {
        jdbc.sql("""
                        update attempt.attempt
                        set score = :score, max_score = :max, generation = :generation, scored_at = :now
                        where id = :attempt
                        """)
                .param("attempt", result.attempt().value())
                .param("score", result.after())
                .param("max", result.maxAfter())
                .param("generation", generation)
                .param("now", Sql.at(now))
                .update();
    }

    /** Nothing came out differently for these; they count as scored by this generation. */
    public void confirm(Collection<AttemptId> attempts, int generation) {
        jdbc.sql("update attempt.attempt set generation = :generation where id = any(:attempts::uuid[])")
                .param("attempts", ids(attempts))
                .param("generation", generation)
                .update();
    }

    /** The results that this generation replaced, with what stands now. */
    public List<Regraded> replacedBy(Purpose purpose, FormId form, int generation) {
        return of("""
                        select a.id, a.person_id, a.state = 'VOID' as void, p.score as before, p.max_score as max_before,
                               a.score as after, a.max_score as max_after
                        from attempt.attempt a join attempt.past_score p on p.attempt_id = a.id
                        where a.purpose_kind = :kind and a.purpose_id = :purpose and a.form_id = :form
                          and p.replaced_by = :generation
                        order by a.id
                        """, purpose, form)
                .param("generation", generation)
                .query(RegradeRows::regraded)
                .list();
    }

    private static Regraded regraded(ResultSet row, int number) throws SQLException {
        return new Regraded(
                new AttemptId(Sql.uuid(row, "id")),
                new PersonId(Sql.uuid(row, "person_id")),
                row.getBoolean("void"),
                row.getBigDecimal("before"),
                row.getBigDecimal("max_before"),
                row.getBigDecimal("after"),
                row.getBigDecimal("max_after"));
    }

    /** The results that an attempt had before, the first one first. */
    public List<PastScore> past(AttemptId attempt) {
        return jdbc.sql("""
                        select generation, score, max_score, scored_at, replaced_by, replaced_at
                        from attempt.past_score where attempt_id = :attempt order by generation
                        """)
                .param("attempt", attempt.value())
                .query((row, number) -> new PastScore(
                        row.getInt("generation"),
                        row.getBigDecimal("score"),
                        row.getBigDecimal("max_score"),
                        Sql.instant(row, "scored_at"),
                        row.getInt("replaced_by"),
                        Sql.instant(row, "replaced_at")))
                .list();
    }

    private static UUID[] ids(Collection<AttemptId> attempts) {
        return attempts.stream().map(AttemptId::value).toArray(UUID[]::new);
    }
}
