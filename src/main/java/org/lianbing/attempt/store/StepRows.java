package org.lianbing.attempt.store;

import java.sql.Array;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import javax.sql.DataSource;

import org.springframework.stereotype.Repository;

import org.lianbing.attempt.journal.Step;
import org.lianbing.attempt.journal.StepOutcome;
import org.lianbing.attempt.journal.StepOutcome.Reason;

/** The statement that appends to the journal. Plain JDBC, since here the driver's arrays and each round trip count. */
@Repository
public class StepRows {

    private static final StepOutcome SAVED = new StepOutcome.Saved();

    /** How many steps of one attempt are set aside; more would only be somebody filling the disk. */
    private static final int MOST_SET_ASIDE = 200;

    /**
     * How long a committer waits for the database: longer than anybody waits for the committer. A line that broke
     * without a word would else hold it for ever.
     */
    private static final int LONGEST_SILENCE_MILLIS = 30_000;

    private static final String STEPS = """
        unnest(?::uuid[], ?::int[], ?::int[], ?::int[], ?::text[], ?::timestamptz[])
            with ordinality as s (attempt_id, epoch, sequence, slot, value, received_at, place)
        """;

    /** One statement, one round trip, one commit. Returns a row only for what was not saved. */
    private static final String APPEND = """
        with step as (
            select s.attempt_id, s.epoch, s.sequence, s.slot, s.value, s.received_at, s.place from %s
        ), held as (
            select a.id, a.state, a.epoch, a.accept_until, a.paused_at, a.resumed_at, a.checked_slots
            from attempt.attempt a
            where a.id = any (?::uuid[])
            order by a.id
            for share
        ), saved as (
            insert into attempt.response_step (attempt_id, epoch, sequence, slot, value, received_at)
            select s.attempt_id, s.epoch, s.sequence, s.slot, s.value::jsonb, s.received_at
            from step s join held a on a.id = s.attempt_id
            where a.state = 'STARTED'
              and a.epoch = s.epoch
              and (a.accept_until is null or s.received_at <= a.accept_until)
              and (a.paused_at is null or s.received_at <= a.paused_at or s.received_at >= a.resumed_at)
              and not s.slot = any (a.checked_slots)
            order by s.attempt_id, s.epoch, s.sequence
            on conflict do nothing
            returning attempt_id, epoch, sequence
        )
        select s.place,
               s.epoch <> a.epoch as superseded,
               coalesce(a.state, 'VOID') <> 'STARTED' as ended,
               a.state = 'STARTED' and s.received_at > a.paused_at
                   and (a.resumed_at is null or s.received_at < a.resumed_at) as paused,
               coalesce(s.received_at > a.accept_until or a.state = 'CLOSED', false) as late,
               coalesce(s.slot = any (a.checked_slots), false) as locked
        from step s
        left join held a on a.id = s.attempt_id
        left join saved w on w.attempt_id = s.attempt_id and w.epoch = s.epoch and w.sequence = s.sequence
        where w.sequence is null
        """.formatted(STEPS);

    private static final String EARLIER = """
        select s.place, r.slot = s.slot and r.value = s.value::jsonb as same
        from %s
        join attempt.response_step r
          on r.attempt_id = s.attempt_id and r.epoch = s.epoch and r.sequence = s.sequence
        """.formatted(STEPS);

    private static final String SET_ASIDE = """
        insert into attempt.set_aside_step (attempt_id, epoch, sequence, slot, value, received_at, reason)
        select s.attempt_id, s.epoch, s.sequence, s.slot, s.value::jsonb, s.received_at, (?::text[])[s.place::int]
        from (select *, row_number() over (partition by s.attempt_id order by s.place) as nth from %s) s
        where (select count(*) from attempt.set_aside_step o where o.attempt_id = s.attempt_id) + s.nth <= %d
        on conflict do nothing
        """.formatted(STEPS, MOST_SET_ASIDE);

    private final DataSource dataSource;

    StepRows(DataSource dataSource) {
        this.dataSource = dataSource;
    }

    /**
     * Appends what may be appended; when this returns, it is committed.
     *
     * @throws SQLException nothing of it is saved (classes 22 and 23), or it is not known
     */
    public List<StepOutcome> append(List<Step> steps) throws SQLException {
        try (Connection connection = dataSource.getConnection()) {
            connection.setNetworkTimeout(Runnable::run, LONGEST_SILENCE_MILLIS);
            Map<Step, StepOutcome> outcomes = new HashMap<>();
            for (List<Step> round = steps; !round.isEmpty(); ) {
                // The same number twice in one batch is told apart only after the first of them is in.
                List<Step> first = new ArrayList<>();
                List<Step> again = new ArrayList<>();
                Set<Step.Key> seen = new HashSet<>();
                round.forEach(step -> (seen.add(step.key()) ? first : again).add(step));
                outcomes.putAll(appendDistinct(connection, first));
                round = again;
            }
            return steps.stream()
                    .map(step -> outcomes.getOrDefault(step, SAVED))
                    .toList();
        }
    }

    /** The outcomes of those that were not newly saved. */
    private static Map<Step, StepOutcome> appendDistinct(Connection connection, List<Step> steps) throws SQLException {
        Map<Step, Reason> unsaved = new HashMap<>();
        try (PreparedStatement statement = connection.prepareStatement(APPEND)) {
            bind(connection, statement, 1, steps);
            UUID[] attempts = steps.stream()
                    .map(step -> step.attempt().value())
                    .distinct()
                    .toArray(UUID[]::new);
            statement.setArray(7, connection.createArrayOf("uuid", attempts));
            try (ResultSet row = statement.executeQuery()) {
                while (row.next()) {
                    unsaved.put(steps.get(row.getInt("place") - 1), reason(row));
                }
            }
        }
        return unsaved.isEmpty() ? Map.of() : explain(connection, unsaved);
    }

    private static Reason reason(ResultSet row) throws SQLException {
        if (row.getBoolean("superseded")) {
            return Reason.SUPERSEDED;
        }
        if (row.getBoolean("paused")) {
            return Reason.PAUSED;
        }
        if (row.getBoolean("late")) {
            return Reason.LATE;
        }
        if (row.getBoolean("ended")) {
            return Reason.HANDED_IN;
        }
        return row.getBoolean("locked") ? Reason.LOCKED : Reason.CONFLICT;
    }

    /** A step that is in the journal already gets the answer it got then, whatever has happened since. */
    private static Map<Step, StepOutcome> explain(Connection connection, Map<Step, Reason> unsaved)
            throws SQLException {
        Map<Step, StepOutcome> outcomes = new HashMap<>();
        unsaved.forEach((step, reason) -> outcomes.put(step, new StepOutcome.Refused(reason)));
        List<Step> steps = List.copyOf(unsaved.keySet());
        try (PreparedStatement statement = connection.prepareStatement(EARLIER)) {
            bind(connection, statement, 1, steps);
            try (ResultSet row = statement.executeQuery()) {
                while (row.next()) {
                    outcomes.put(
                            steps.get(row.getInt("place") - 1),
                            row.getBoolean("same") ? SAVED : new StepOutcome.Refused(Reason.CONFLICT));
                }
            }
        }
        setAside(connection, outcomes);
        return outcomes;
    }

    private static void setAside(Connection connection, Map<Step, StepOutcome> outcomes) throws SQLException {
        List<Step> steps = new ArrayList<>();
        List<String> reasons = new ArrayList<>();
        outcomes.forEach((step, outcome) -> {
            if (outcome instanceof StepOutcome.Refused(Reason reason)
                    && (reason == Reason.LATE || reason == Reason.SUPERSEDED)) {
                steps.add(step);
                reasons.add(reason.code());
            }
        });
        if (steps.isEmpty()) {
            return;
        }
        try (PreparedStatement statement = connection.prepareStatement(SET_ASIDE)) {
            statement.setArray(1, connection.createArrayOf("text", reasons.toArray()));
            bind(connection, statement, 2, steps);
            statement.executeUpdate();
        }
    }

    private static void bind(Connection connection, PreparedStatement statement, int at, List<Step> steps)
            throws SQLException {
        statement.setArray(
                at, array(connection, "uuid", steps, step -> step.attempt().value()));
        statement.setArray(at + 1, array(connection, "int4", steps, Step::epoch));
        statement.setArray(at + 2, array(connection, "int4", steps, Step::sequence));
        statement.setArray(at + 3, array(connection, "int4", steps, Step::slot));
        statement.setArray(at + 4, array(connection, "text", steps, Step::value));
        statement.setArray(
                at + 5,
                array(
                        connection,
                        "timestamptz",
                        steps,
                        step -> step.receivedAt().toString()));
    }

    private static Array array(Connection connection, String type, List<Step> steps, Function<Step, Object> column)
            throws SQLException {
        return connection.createArrayOf(type, steps.stream().map(column).toArray());
    }
}
