package org.lianbing.attempt.store;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

import org.lianbing.attempt.Attempt;
import org.lianbing.attempt.AttemptId;
import org.lianbing.attempt.AttemptRequest;
import org.lianbing.attempt.AttemptWindow;
import org.lianbing.attempt.Purpose;
import org.lianbing.base.PersonId;
import org.lianbing.base.Sql;

/** Attempts; each change is guarded by the state it starts from. */
@Repository
public class AttemptRows {

    private final JdbcClient jdbc;
    private final AttemptColumns columns;

    AttemptRows(JdbcClient jdbc, AttemptColumns columns) {
        this.jdbc = jdbc;
        this.columns = columns;
    }

    /** Keeps a new attempt; false where the person has one for the purpose already. */
    public boolean insert(Attempt attempt, AttemptRequest.Extra extra) {
        return jdbc.sql("""
                        insert into attempt.attempt (id, form_id, person_id, purpose_kind, purpose_id, behaviour, title,
                                                     subtitle, return_url, state, epoch, device, arrangement, slots,
                                                     max_score, started_at, deadline, accept_until, extra_seconds,
                                                     extra_reason)
                        values (:id, :form, :person, :purposeKind, :purpose, :behaviour, :title,
                                :subtitle, :returnUrl, :state, :epoch, :device, :arrangement::jsonb, :slots,
                                :maxScore, :startedAt, :deadline, :acceptUntil, :extra, :extraReason)
                        on conflict (purpose_kind, purpose_id, person_id) do nothing
                        """)
                        .param("id", attempt.id().value())
                        .param("form", attempt.form().value())
                        .param("person", attempt.person().value())
                        .param("purposeKind", attempt.purpose().kind())
                        .param("purpose", attempt.purpose().id())
                        .param("behaviour", attempt.behaviour().name())
                        .param("title", attempt.title())
                        .param("subtitle", attempt.subtitle())
                        .param("returnUrl", attempt.returnUrl())
                        .param("state", attempt.state().name())
                        .param("epoch", attempt.epoch())
                        .param("device", attempt.device())
                        .param("arrangement", columns.text(attempt.arrangement()))
                        .param("slots", attempt.slots())
                        .param("maxScore", attempt.maxScore())
                        .param("startedAt", Sql.atOrNull(attempt.window().startedAt()))
                        .param("deadline", Sql.atOrNull(attempt.window().deadline()))
                        .param("acceptUntil", Sql.atOrNull(attempt.window().acceptUntil()))
                        .param("extra", extra.time().toSeconds())
                        .param("extraReason", extra.reason())
                        .update()
                == 1;
    }

    /** One attempt. */
    public Optional<Attempt> find(AttemptId id) {
        return jdbc.sql("select %s from attempt.attempt where id = :id".formatted(AttemptColumns.LIST))
                .param("id", id.value())
                .query((row, number) -> columns.attempt(row))
                .optional();
    }

    /** One attempt, held until the end of the transaction: no step comes in between. */
    public Optional<Attempt> hold(AttemptId id) {
        return jdbc.sql("select %s from attempt.attempt where id = :id for update".formatted(AttemptColumns.LIST))
                .param("id", id.value())
                .query((row, number) -> columns.attempt(row))
                .optional();
    }

    /** One attempt, shared with whoever appends to its journal: it does not end before the end of the transaction. */
    public Optional<Attempt> share(AttemptId id) {
        return jdbc.sql("select %s from attempt.attempt where id = :id for share".formatted(AttemptColumns.LIST))
                .param("id", id.value())
                .query((row, number) -> columns.attempt(row))
                .optional();
    }

    /** Several attempts, held in the order of their ids like everything that holds more than one. */
    public Map<AttemptId, Attempt> holdEach(Collection<AttemptId> ids) {
        Map<AttemptId, Attempt> held = new LinkedHashMap<>();
        jdbc.sql("""
                        select %s from attempt.attempt where id = any(:ids::uuid[]) order by id for update
                        """.formatted(AttemptColumns.LIST))
                .param("ids", ids.stream().map(AttemptId::value).toArray(UUID[]::new))
                .query((row, number) -> columns.attempt(row))
                .list()
                .forEach(attempt -> held.put(attempt.id(), attempt));
        return held;
    }

    /** The attempt of a person for a purpose, held. */
    public Optional<Attempt> hold(Purpose purpose, PersonId person) {
        return jdbc.sql("""
                        select %s from attempt.attempt
                        where purpose_kind = :kind and purpose_id = :purpose and person_id = :person
                        for update
                        """.formatted(AttemptColumns.LIST))
                .param("kind", purpose.kind())
                .param("purpose", purpose.id())
                .param("person", person.value())
                .query((row, number) -> columns.attempt(row))
                .optional();
    }

    /** Starts an attempt that was prepared; the caller holds it. */
    public void begin(AttemptId id, String device, AttemptWindow window, AttemptRequest.Extra extra) {
        jdbc.sql("""
                        update attempt.attempt
                        set state = 'STARTED', device = :device, started_at = :startedAt, deadline = :deadline,
                            accept_until = :acceptUntil, extra_seconds = :extra, extra_reason = :extraReason
                        where id = :id and state = 'PREPARED'
                        """)
                .param("id", id.value())
                .param("device", device)
                .param("startedAt", Sql.atOrNull(window.startedAt()))
                .param("deadline", Sql.atOrNull(window.deadline()))
                .param("acceptUntil", Sql.atOrNull(window.acceptUntil()))
                .param("extra", extra.time().toSeconds())
                .param("extraReason", extra.reason())
                .update();
    }

    /** Another device holds the attempt from now on. */
    public void takeOver(AttemptId id, int epoch, String device) {
        jdbc.sql("update attempt.attempt set epoch = :epoch, device = :device where id = :id")
                .param("id", id.value())
                .param("epoch", epoch)
                .param("device", device)
                .update();
    }

    /** A slot takes no response any more. */
    public void lockSlot(AttemptId id, int slot) {
        jdbc.sql("""
                        update attempt.attempt set checked_slots = checked_slots || :slot::int
                        where id = :id and not :slot::int = any (checked_slots)
                        """).param("id", id.value()).param("slot", slot).update();
    }

    /**
     * Ends attempts that run and are held.
     *
     * @param inHand what is known already of what came out of some of them
     */
    public void endEach(Map<AttemptId, Attempt.Ending> endings, Map<AttemptId, Attempt.Outcome> inHand) {
        if (endings.isEmpty()) {
            return;
        }
        List<AttemptId> ids = List.copyOf(endings.keySet());
        List<Attempt.Ending> each = ids.stream().map(endings::get).toList();
        List<Optional<Attempt.Outcome>> known =
                ids.stream().map(inHand::get).map(Optional::ofNullable).toList();
        jdbc.sql("""
                        update attempt.attempt a
                        set state = e.state, ended_at = e.at::timestamptz, answered = e.answered, digest = e.digest
                        from unnest(:ids::uuid[], :states::text[], :ats::text[], :answered::int[], :digests::text[])
                             as e (id, state, at, answered, digest)
                        where a.id = e.id and a.state = 'STARTED'
                        """)
                .param("ids", ids.stream().map(AttemptId::value).toArray(UUID[]::new))
                .param("states", each.stream().map(one -> one.state().name()).toArray(String[]::new))
                .param("ats", each.stream().map(one -> one.at().toString()).toArray(String[]::new))
                .param(
                        "answered",
                        known.stream()
                                .map(one -> one.map(Attempt.Outcome::answered).orElse(null))
                                .toArray(Integer[]::new))
                .param(
                        "digests",
                        known.stream()
                                .map(one -> one.map(Attempt.Outcome::digest).orElse(null))
                                .toArray(String[]::new))
                .update();
    }

    /**
     * Closes what was overdue before a moment, each at its own deadline, however long that is ago. A clock that stands
     * runs out for nobody.
     *
     * @return how many, at most {@code most}; other nodes skip them
     */
    public int closeOverdue(Instant before, int most) {
        return jdbc.sql("""
                        update attempt.attempt set state = 'CLOSED', ended_at = deadline
                        where id in (select id from attempt.attempt
                                     where state = 'STARTED' and accept_until < :before
                                       and not paused_for_all and not paused_alone
                                     order by accept_until limit :most
                                     for update skip locked)
                        """).param("before", Sql.at(before)).param("most", most).update();
    }

    /** Whether somebody is at work whose time runs; whoever is paused gets the pause back, however long it was. */
    public boolean isAnybodyAgainstTheClock() {
        return jdbc.sql("""
                        select exists (select from attempt.attempt
                                       where state = 'STARTED' and accept_until is not null
                                         and not paused_for_all and not paused_alone)
                        """).query(Boolean.class).single();
    }

    /** Attempts that ended before a moment and have no score, held; those that another node holds are left out. */
    public List<Attempt> holdUnscored(Instant before, int most) {
        return jdbc.sql("""
                        select %s from attempt.attempt
                        where state in ('HANDED_IN', 'CLOSED') and scored_at is null and ended_at < :before
                        order by ended_at limit :most
                        for update skip locked
                        """.formatted(AttemptColumns.LIST))
                .param("before", Sql.at(before))
                .param("most", most)
                .query((row, number) -> columns.attempt(row))
                .list();
    }

    /** Notes what came out of attempts that are held; those for which it was noted before are left out of the answer. */
    public Set<AttemptId> score(Map<AttemptId, Attempt.Result> results, Instant now) {
        List<AttemptId> ids = List.copyOf(results.keySet());
        List<Attempt.Result> each = ids.stream().map(results::get).toList();
        List<Attempt.Outcome> all = each.stream().map(Attempt.Result::outcome).toList();
        return jdbc.sql("""
                        update attempt.attempt a
                        set answered = o.answered, digest = o.digest, score = o.score, max_score = o.max_score,
                            generation = o.generation, scored_at = :now
                        from unnest(:ids::uuid[], :answered::int[], :digests::text[], :scores::numeric[],
                                    :maxScores::numeric[], :generations::int[])
                             as o (id, answered, digest, score, max_score, generation)
                        where a.id = o.id and a.scored_at is null
                        returning a.id
                        """)
                .param("ids", ids.stream().map(AttemptId::value).toArray(UUID[]::new))
                .param("answered", all.stream().map(Attempt.Outcome::answered).toArray(Integer[]::new))
                .param("digests", all.stream().map(Attempt.Outcome::digest).toArray(String[]::new))
                .param("scores", all.stream().map(Attempt.Outcome::score).toArray(BigDecimal[]::new))
                .param("maxScores", each.stream().map(Attempt.Result::maxScore).toArray(BigDecimal[]::new))
                .param(
                        "generations",
                        each.stream().map(Attempt.Result::generation).toArray(Integer[]::new))
                .param("now", Sql.at(now))
                .query((row, number) -> new AttemptId(Sql.uuid(row, "id")))
                .set();
    }
}
