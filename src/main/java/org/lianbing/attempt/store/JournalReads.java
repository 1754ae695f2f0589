package org.lianbing.attempt.store;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

import org.lianbing.attempt.AttemptId;
import org.lianbing.attempt.journal.JournalSum;
import org.lianbing.attempt.journal.StoredStep;
import org.lianbing.attempt.scoring.StepDigest;
import org.lianbing.base.Sql;

/** What the journal holds of an attempt. */
@Repository
public class JournalReads {

    private static final int AT_A_TIME = 2_000;

    private final JdbcClient jdbc;

    JournalReads(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Every step in its order. */
    public List<StoredStep> all(AttemptId attempt) {
        return jdbc.sql("""
                        select epoch, sequence, slot, value::text as value
                        from attempt.response_step where attempt_id = :attempt order by epoch, sequence
                        """)
                .param("attempt", attempt.value())
                .query(StoredStep.class)
                .list();
    }

    /** How many bytes the values of all steps are as text. */
    public long bytes(AttemptId attempt) {
        return jdbc.sql("""
                        select coalesce(sum(octet_length(value::text)), 0)
                        from attempt.response_step where attempt_id = :attempt
                        """).param("attempt", attempt.value()).query(Long.class).single();
    }

    /** What the journal of one attempt comes to. */
    public JournalSum sum(AttemptId attempt) {
        return Objects.requireNonNull(sums(List.of(attempt)).get(attempt));
    }

    /** When each step came, in the order of {@link #all}. */
    public List<Instant> times(AttemptId attempt) {
        return jdbc.sql("""
                        select received_at from attempt.response_step where attempt_id = :attempt
                        order by epoch, sequence
                        """)
                .param("attempt", attempt.value())
                .query((row, number) -> Sql.instant(row, "received_at"))
                .list();
    }

    /**
     * What the journals of many attempts come to, also of one without steps. They are read a part at a time (inside a
     * transaction): a hall that writes for an hour has saved its texts some hundred times.
     */
    public Map<AttemptId, JournalSum> sums(Collection<AttemptId> attempts) {
        Map<AttemptId, Sum> sums = new HashMap<>();
        attempts.forEach(attempt -> sums.put(attempt, Sum.of(attempt)));
        jdbc.sql("""
                        select attempt_id, epoch, sequence, slot, value::text as value
                        from attempt.response_step where attempt_id = any (:attempts::uuid[])
                        order by attempt_id, epoch, sequence
                        """)
                .withFetchSize(AT_A_TIME)
                .param("attempts", attempts.stream().map(AttemptId::value).toArray(UUID[]::new))
                .query(row -> {
                    StoredStep step = new StoredStep(
                            row.getInt("epoch"), row.getInt("sequence"), row.getInt("slot"), row.getString("value"));
                    sums.computeIfAbsent(new AttemptId(Sql.uuid(row, "attempt_id")), Sum::of)
                            .add(step);
                });
        Map<AttemptId, JournalSum> found = new HashMap<>();
        sums.forEach((attempt, sum) -> found.put(attempt, sum.soFar()));
        return found;
    }

    private record Sum(StepDigest digest, Map<Integer, String> latest) {

        static Sum of(AttemptId attempt) {
            return new Sum(new StepDigest(attempt), new HashMap<>());
        }

        void add(StoredStep step) {
            digest.add(step);
            latest.put(step.slot(), step.value());
        }

        JournalSum soFar() {
            return new JournalSum(digest.hexadecimal(), latest);
        }
    }

    /** The latest step of each slot. */
    public List<StoredStep> current(AttemptId attempt) {
        return jdbc.sql("""
                        select distinct on (slot) epoch, sequence, slot, value::text as value
                        from attempt.response_step where attempt_id = :attempt
                        order by slot, epoch desc, sequence desc
                        """)
                .param("attempt", attempt.value())
                .query(StoredStep.class)
                .list();
    }

    /** The latest step of each slot of many attempts. */
    public Map<AttemptId, List<StoredStep>> current(Collection<AttemptId> attempts) {
        Map<AttemptId, List<StoredStep>> steps = new HashMap<>();
        jdbc.sql("""
                        select distinct on (attempt_id, slot) attempt_id, epoch, sequence, slot, value::text as value
                        from attempt.response_step where attempt_id = any(:attempts::uuid[])
                        order by attempt_id, slot, epoch desc, sequence desc
                        """)
                .param("attempts", attempts.stream().map(AttemptId::value).toArray(UUID[]::new))
                .query(row -> {
                    steps.computeIfAbsent(new AttemptId(Sql.uuid(row, "attempt_id")), id -> new ArrayList<>())
                            .add(new StoredStep(
                                    row.getInt("epoch"),
                                    row.getInt("sequence"),
                                    row.getInt("slot"),
                                    row.getString("value")));
                });
        return steps;
    }

    /** The highest number used in an epoch; 0 for none. */
    public int lastSequence(AttemptId attempt, int epoch) {
        return jdbc.sql("""
                        select coalesce(max(sequence), 0) from attempt.response_step
                        where attempt_id = :attempt and epoch = :epoch
                        """)
                .param("attempt", attempt.value())
                .param("epoch", epoch)
                .query(Integer.class)
                .single();
    }
}
