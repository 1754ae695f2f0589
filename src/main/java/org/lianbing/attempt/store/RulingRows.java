package org.lianbing.attempt.store;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

import org.lianbing.attempt.Arrangement;
import org.lianbing.attempt.AttemptId;
import org.lianbing.attempt.AttemptRequest;
import org.lianbing.attempt.Purpose;
import org.lianbing.base.PersonId;
import org.lianbing.base.Sql;

/** Changes of state that come from outside the sitting. */
@Repository
public class RulingRows {

    private final JdbcClient jdbc;
    private final AttemptColumns columns;

    RulingRows(JdbcClient jdbc, AttemptColumns columns) {
        this.jdbc = jdbc;
        this.columns = columns;
    }

    /** Whether it was begun and not void yet. */
    public boolean declareVoid(AttemptId id, String reason, Instant now) {
        return jdbc.sql("""
                        update attempt.attempt
                        set voided_from = state, state = 'VOID', void_reason = :reason, voided_at = :now
                        where id = :id and state in ('STARTED', 'HANDED_IN', 'CLOSED')
                        """)
                        .param("id", id.value())
                        .param("reason", reason)
                        .param("now", Sql.at(now))
                        .update()
                == 1;
    }

    /** Whether it was void. */
    public boolean restore(AttemptId id) {
        return jdbc.sql("""
                        update attempt.attempt
                        set state = voided_from, voided_from = null, void_reason = null, voided_at = null
                        where id = :id and state = 'VOID'
                        """).param("id", id.value()).update() == 1;
    }

    /**
     * The same, but what was running is closed: at the moment from which it took nothing any more, be it because it was
     * void, because its time was up or because its clock stood.
     */
    public boolean restoreEnded(AttemptId id) {
        return jdbc.sql("""
                        update attempt.attempt
                        set state = case voided_from when 'STARTED' then 'CLOSED' else voided_from end,
                            ended_at = case voided_from
                                           when 'STARTED' then least(voided_at, deadline,
                                                                     case when paused_for_all or paused_alone
                                                                          then paused_at end)
                                           else ended_at end,
                            resumed_at = case when paused_for_all or paused_alone then paused_at else resumed_at end,
                            paused_for_all = false, paused_alone = false, pause_reason = null, own_pause_reason = null,
                            voided_from = null, void_reason = null, voided_at = null
                        where id = :id and state = 'VOID'
                        """).param("id", id.value()).update() == 1;
    }

    /** Whoever has a prepared attempt did not come; how many. */
    public int markAbsent(Purpose purpose) {
        return jdbc.sql("""
                        update attempt.attempt set state = 'ABSENT'
                        where purpose_kind = :kind and purpose_id = :purpose and state = 'PREPARED'
                        """)
                .param("kind", purpose.kind())
                .param("purpose", purpose.id())
                .update();
    }

    /** Nothing hangs on an attempt that nobody began. */
    public int deleteAbsent(Purpose purpose) {
        return jdbc.sql("""
                        delete from attempt.attempt
                        where purpose_kind = :kind and purpose_id = :purpose and state = 'ABSENT'
                        """)
                .param("kind", purpose.kind())
                .param("purpose", purpose.id())
                .update();
    }

    /** One row a person, but for those who have an attempt; how many. */
    public int insertAbsent(
            AttemptRequest request, Arrangement arrangement, int slots, BigDecimal maxScore, List<PersonId> people) {
        return jdbc.sql("""
                        insert into attempt.attempt (id, form_id, person_id, purpose_kind, purpose_id, behaviour, title,
                                                     subtitle, return_url, state, epoch, device, arrangement, slots,
                                                     max_score)
                        select id, :form, person_id, :purposeKind, :purpose, :behaviour, :title,
                               :subtitle, :returnUrl, 'ABSENT', 1, '', :arrangement::jsonb, :slots, :maxScore
                        from unnest(:ids::uuid[], :people::uuid[]) as absent (id, person_id)
                        on conflict (purpose_kind, purpose_id, person_id) do nothing
                        """)
                .param("form", request.form().value())
                .param("purposeKind", request.purpose().kind())
                .param("purpose", request.purpose().id())
                .param("behaviour", request.behaviour().name())
                .param("title", request.title())
                .param("subtitle", request.subtitle())
                .param("returnUrl", request.returnUrl())
                .param("arrangement", columns.text(arrangement))
                .param("slots", slots)
                .param("maxScore", maxScore)
                .param(
                        "ids",
                        people.stream().map(one -> AttemptId.next().value()).toArray(UUID[]::new))
                .param("people", people.stream().map(PersonId::value).toArray(UUID[]::new))
                .update();
    }
}
