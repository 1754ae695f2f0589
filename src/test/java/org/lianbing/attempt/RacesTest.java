package org.lianbing.attempt;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;

import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

import org.lianbing.attempt.journal.StoredStep;
import org.lianbing.attempt.scoring.StepDigest;
import org.lianbing.attempt.store.JournalReads;
import org.lianbing.testing.IntegrationTest;

import static org.assertj.core.api.Assertions.assertThat;

/** Everything of an attempt that can happen at the same instant as something else of it. */
@IntegrationTest
class RacesTest {

    private static final int PARALLEL = 200;
    private static final int ROUNDS = 12;
    private static final int SAVES = 60;
    private static final Instant SOON = Sat.NINE.plusSeconds(600);
    private static final Instant LAST = Sat.TEN.plus(Sat.GRACE);

    @Autowired
    Sat sat;

    @Autowired
    Sitting sitting;

    @Autowired
    Attempts attempts;

    @Autowired
    Endings endings;

    @Autowired
    JournalReads journal;

    @Autowired
    ScoredEvents scored;

    @Autowired
    JdbcClient jdbc;

    @Test
    void twoHundredParallelStartsFromOneDeviceAreOneAttempt() throws Exception {
        AttemptRequest request = sat.exam(sat.papers.exam(), sat.somebody());

        List<Started> started = Together.times(PARALLEL, n -> attempts.start(request, "phone", Sat.NINE));

        assertThat(started)
                .extracting(Started::attemptId)
                .containsOnly(started.getFirst().attemptId());
        assertThat(started).extracting(Started::epoch).containsOnly(1);
        assertThat(attempts.all(request.purpose())).hasSize(1);
    }

    @Test
    void parallelStartsFromManyDevicesAreOneAttemptThatOneOfThemHolds() throws Exception {
        AttemptRequest request = sat.exam(sat.papers.exam(), sat.somebody());

        List<Started> started = Together.times(PARALLEL, n -> attempts.start(request, "device " + n, Sat.NINE));

        assertThat(attempts.all(request.purpose())).hasSize(1);
        assertThat(started).extracting(Started::epoch).doesNotHaveDuplicates();
        List<String> answers = Together.times(PARALLEL, n -> saved(request, started.get(n)));
        assertThat(answers).filteredOn("saved"::equals).hasSize(1);
        assertThat(answers).filteredOn("attempt.superseded"::equals).hasSize(PARALLEL - 1);
    }

    private String saved(AttemptRequest request, Started started) {
        try {
            Candidate candidate = new Candidate(started.attemptId(), request.person(), started.epoch());
            return sat.save(candidate, 5, 1, "\"1\"", SOON);
        } catch (org.lianbing.base.Problem refused) {
            return refused.code();
        }
    }

    @Test
    void twoHundredParallelSubmissionsAreOneScoreAndOneReceipt() throws Exception {
        Candidate candidate = sat.exam();
        for (int slot = 1; slot <= 5; slot++) {
            sat.save(candidate, slot, slot, sat.right(candidate, slot), SOON);
        }

        List<Receipt> receipts =
                Together.times(PARALLEL, n -> sitting.handIn(candidate, n % 2 == 0, SOON.plusMillis(n)));

        assertThat(new HashSet<>(receipts)).hasSize(1);
        assertThat(attempts.get(candidate.attempt()).score()).isEqualByComparingTo("8");
        assertThat(count("attempt.slot_score", candidate)).isEqualTo(5);
        assertThat(scored.of(candidate.attempt())).isEqualTo(1);
    }

    @Test
    void submissionsAndTheSweepAtOneInstantAreOneScore() throws Exception {
        Candidate candidate = sat.exam();
        sat.save(candidate, 1, 1, sat.right(candidate, 1), SOON);
        Instant over = LAST.plusSeconds(3);

        Together.times(PARALLEL / 4, n -> {
            if (n % 2 == 0) {
                sitting.handIn(candidate, true, over);
            } else {
                sweep(over);
            }
            return n;
        });

        AttemptSummary summary = attempts.get(candidate.attempt());
        assertThat(summary.state()).isEqualTo(AttemptState.CLOSED);
        assertThat(summary.endedAt()).isEqualTo(Sat.TEN);
        assertThat(summary.score()).isEqualByComparingTo("1");
        assertThat(count("attempt.slot_score", candidate)).isEqualTo(5);
        assertThat(scored.of(candidate.attempt())).isEqualTo(1);
    }

    @Test
    void aSaveThatRacesTheHandInCountsWhereItIsAcknowledgedAndOnlyThere() throws Exception {
        for (int round = 0; round < ROUNDS; round++) {
            Candidate candidate = sat.exam();
            CountDownLatch done = new CountDownLatch(round * SAVES / ROUNDS);
            everyAcknowledgedSaveIsScored(
                    candidate,
                    SOON,
                    () -> {
                        done.await();
                        sitting.handIn(candidate, false, SOON);
                        return "";
                    },
                    done);
        }
    }

    @Test
    void aSaveThatRacesTheDeadlineCountsWhereItIsAcknowledgedAndOnlyThere() throws Exception {
        for (int round = 0; round < ROUNDS; round++) {
            Candidate candidate = sat.exam();
            CountDownLatch done = new CountDownLatch(round * SAVES / ROUNDS);
            // Received in the last millisecond that counts, while the sweep closes what is overdue.
            everyAcknowledgedSaveIsScored(
                    candidate,
                    LAST,
                    () -> {
                        done.await();
                        sweep(LAST.plusSeconds(3));
                        return "";
                    },
                    done);
        }
    }

    @Test
    void theLastMomentOfTheGraceCountsAndTheNextDoesNot() throws Exception {
        Candidate candidate = sat.exam();

        List<String> answers = Together.times(
                SAVES, n -> sat.save(candidate, 5, n + 1, "\"" + n + "\"", n % 2 == 0 ? LAST : LAST.plusMillis(1)));

        for (int n = 0; n < SAVES; n++) {
            assertThat(answers.get(n)).isEqualTo(n % 2 == 0 ? "saved" : "late");
        }
        assertThat(journal.all(candidate.attempt())).hasSize(SAVES / 2);
        assertThat(attempts.setAside(candidate.attempt())).hasSize(SAVES / 2);
    }

    @Test
    void whatCameInTimeAndFoundItsAttemptClosedIsSetAsideAndNotForgotten() {
        Candidate candidate = sat.exam();
        sweep(LAST.plusSeconds(3));

        assertThat(sat.save(candidate, 5, 1, "\"1\"", LAST)).isEqualTo("late");
        assertThat(attempts.setAside(candidate.attempt()))
                .extracting(SetAsideStep::slot)
                .containsExactly(5);
    }

    private void everyAcknowledgedSaveIsScored(
            Candidate candidate, Instant at, Callable<String> ending, CountDownLatch done) throws Exception {
        Map<Integer, String> acknowledged = new ConcurrentHashMap<>();
        List<Callable<String>> acts = new ArrayList<>();
        for (int n = 1; n <= SAVES; n++) {
            int sequence = n;
            acts.add(() -> {
                String value = "\"" + sequence + "\"";
                String answer = sat.save(candidate, 5, sequence, value, at);
                done.countDown();
                if (answer.equals("saved")) {
                    acknowledged.put(sequence, value);
                }
                return answer;
            });
        }
        acts.add(ending);
        List<String> answers = Together.all(acts);

        List<StoredStep> steps = journal.all(candidate.attempt());
        Map<Integer, String> stored = new TreeMap<>();
        steps.forEach(step -> stored.put(step.sequence(), step.value()));
        assertThat(stored).as("in the journal").isEqualTo(new TreeMap<>(acknowledged));
        assertThat(Set.of("saved", "handed-in", "late", "")).containsAll(answers);
        Receipt receipt = sitting.handIn(candidate, false, LAST.plusSeconds(9));
        assertThat(receipt.digest())
                .as("scored with all that was acknowledged")
                .isEqualTo(StepDigest.chain(candidate.attempt(), steps).getLast());
        assertThat(receipt.answered()).isEqualTo(acknowledged.isEmpty() ? 0 : 1);
    }

    private void sweep(Instant now) {
        endings.closeOverdue(now);
        endings.scoreUnscored(now);
    }

    private int count(String table, Candidate candidate) {
        return jdbc.sql("select count(*) from %s where attempt_id = :id".formatted(table))
                .param("id", candidate.attempt().value())
                .query(Integer.class)
                .single();
    }
}
