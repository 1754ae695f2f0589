package org.lianbing.attempt.store;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;

import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

import org.lianbing.attempt.Arrangement;
import org.lianbing.attempt.Attempt;
import org.lianbing.attempt.AttemptId;
import org.lianbing.attempt.AttemptRequest;
import org.lianbing.attempt.AttemptState;
import org.lianbing.attempt.PreparedStart;
import org.lianbing.attempt.Purpose;
import org.lianbing.base.PersonId;
import org.lianbing.base.Sql;
import org.lianbing.paper.FormId;

/** Attempts that wait for their start. */
@Repository
public class PreparedRows {

    /** What a start needs to know of the row that it changed. */
    public record Begun(AttemptId id, FormId form, int epoch) {}

    private final JdbcClient jdbc;
    private final AttemptColumns columns;

    PreparedRows(JdbcClient jdbc, AttemptColumns columns) {
        this.jdbc = jdbc;
        this.columns = columns;
    }

    /** One row a person with an arrangement of their own, but for those who have an attempt; how many. */
    public int insert(AttemptRequest request, Map<PersonId, Arrangement> people, int slots, BigDecimal maxScore) {
        List<Map.Entry<PersonId, Arrangement>> order = List.copyOf(people.entrySet());
        return jdbc.sql("""
                        insert into attempt.attempt (id, form_id, person_id, purpose_kind, purpose_id, behaviour, title,
                                                     subtitle, return_url, state, epoch, device, arrangement, slots,
                                                     max_score)
                        select id, :form, person_id, :purposeKind, :purpose, :behaviour, :title,
                               :subtitle, :returnUrl, 'PREPARED', 1, '', arrangement::jsonb, :slots, :maxScore
                        from unnest(:ids::uuid[], :people::uuid[], :arrangements::text[])
                             as roster (id, person_id, arrangement)
                        on conflict (purpose_kind, purpose_id, person_id) do nothing
                        """)
                .param("form", request.form().value())
                .param("purposeKind", request.purpose().kind())
                .param("purpose", request.purpose().id())
                .param("behaviour", request.behaviour().name())
                .param("title", request.title())
                .param("subtitle", request.subtitle())
                .param("returnUrl", request.returnUrl())
                .param("slots", slots)
                .param("maxScore", maxScore)
                .param(
                        "ids",
                        order.stream().map(one -> AttemptId.next().value()).toArray(UUID[]::new))
                .param("people", order.stream().map(one -> one.getKey().value()).toArray(UUID[]::new))
                .param(
                        "arrangements",
                        order.stream().map(one -> columns.text(one.getValue())).toArray(String[]::new))
                .update();
    }

    /** Forgets those that nobody started; how many. */
    public int delete(Purpose purpose) {
        return jdbc.sql("""
                        delete from attempt.attempt
                        where purpose_kind = :kind and purpose_id = :purpose and state = 'PREPARED'
                        """)
                .param("kind", purpose.kind())
                .param("purpose", purpose.id())
                .update();
    }

    /**
     * Starts what is prepared, one statement for all of them. Whoever has no prepared attempt any more, or never had
     * one, is left out of the answer.
     */
    public Map<PersonId, Begun> start(Purpose purpose, List<PreparedStart> starts) {
        Map<PersonId, Begun> begun = new HashMap<>();
        jdbc.sql("""
                        update attempt.attempt a
                        set state = 'STARTED', device = s.device, started_at = s.started_at, deadline = s.deadline,
                            accept_until = s.accept_until, extra_seconds = s.extra_seconds,
                            extra_reason = s.extra_reason
                        from unnest(:people::uuid[], :devices::text[], :startedAt::text[]::timestamptz[],
                                    :deadlines::text[]::timestamptz[], :acceptUntil::text[]::timestamptz[],
                                    :extras::int[], :reasons::text[])
                             as s (person_id, device, started_at, deadline, accept_until, extra_seconds, extra_reason)
                        where a.purpose_kind = :kind and a.purpose_id = :purpose and a.person_id = s.person_id
                          and a.state = 'PREPARED'
                        returning a.id, a.person_id, a.form_id, a.epoch
                        """)
                .param("kind", purpose.kind())
                .param("purpose", purpose.id())
                .param(
                        "people",
                        starts.stream().map(one -> one.person().value()).toArray(UUID[]::new))
                .param("devices", starts.stream().map(PreparedStart::device).toArray(String[]::new))
                .param("startedAt", texts(starts, PreparedStart::at))
                .param("deadlines", texts(starts, start -> start.request().deadline()))
                .param("acceptUntil", texts(starts, PreparedStart::acceptUntil))
                .param(
                        "extras",
                        starts.stream()
                                .map(one -> (int) one.request().extra().time().toSeconds())
                                .toArray(Integer[]::new))
                .param(
                        "reasons",
                        starts.stream()
                                .map(one -> one.request().extra().reason())
                                .toArray(String[]::new))
                .query(row -> {
                    begun.put(
                            new PersonId(Sql.uuid(row, "person_id")),
                            new Begun(
                                    new AttemptId(Sql.uuid(row, "id")),
                                    new FormId(Sql.uuid(row, "form_id")),
                                    row.getInt("epoch")));
                });
        return begun;
    }

    private static @Nullable String[] texts(
            List<PreparedStart> starts, Function<PreparedStart, @Nullable Instant> moment) {
        @Nullable String[] texts = new String[starts.size()];
        for (int i = 0; i < texts.length; i++) {
            Instant at = moment.apply(starts.get(i));
            texts[i] = at == null ? null : at.toString();
        }
        return texts;
    }

    /** The attempt of a person for a purpose, whatever its state. */
    public Optional<Attempt> find(Purpose purpose, PersonId person) {
        return jdbc.sql("""
                        select %s from attempt.attempt
                        where purpose_kind = :kind and purpose_id = :purpose and person_id = :person
                        """.formatted(AttemptColumns.LIST))
                .param("kind", purpose.kind())
                .param("purpose", purpose.id())
                .param("person", person.value())
                .query((row, number) -> columns.attempt(row))
                .optional();
    }

    /** How many stand where. */
    public Map<AttemptState, Integer> tally(Purpose purpose) {
        Map<AttemptState, Integer> tally = new EnumMap<>(AttemptState.class);
        jdbc.sql("""
                        select state, count(*) as attempts from attempt.attempt
                        where purpose_kind = :kind and purpose_id = :purpose group by state
                        """)
                .param("kind", purpose.kind())
                .param("purpose", purpose.id())
                .query(row -> {
                    tally.put(AttemptState.valueOf(row.getString("state")), row.getInt("attempts"));
                });
        return tally;
    }
}
