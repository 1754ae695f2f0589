package org.lianbing.attempt;

import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

import org.lianbing.attempt.journal.ResponseJournal;
import org.lianbing.attempt.journal.Step;
import org.lianbing.attempt.journal.StepOutcome;
import org.lianbing.attempt.store.StepRows;
import org.lianbing.base.Problem;
import org.lianbing.testing.IntegrationTest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

@IntegrationTest
class JournalTest {

    private static final Instant SOON = Sat.NINE.plusSeconds(60);

    @Autowired
    Sat sat;

    @Autowired
    Sitting sitting;

    @Autowired
    ResponseJournal journal;

    @Autowired
    StepRows rows;

    @Autowired
    JdbcClient jdbc;

    @Test
    void theSameStepAgainGetsTheSameAnswerAndStandsOnce() {
        Candidate candidate = sat.exam();
        String value = sat.token(candidate, 2, 0);

        assertThat(sat.save(candidate, 2, 1, value, SOON)).isEqualTo("saved");
        assertThat(sat.save(candidate, 2, 1, value, SOON)).isEqualTo("saved");
        assertThat(steps(candidate)).isEqualTo(1);
    }

    @Test
    void theSameNumberWithAnotherPayloadIsAConflictAndChangesNothing() {
        Candidate candidate = sat.exam();
        sat.save(candidate, 2, 1, sat.token(candidate, 2, 0), SOON);

        assertThat(sat.save(candidate, 2, 1, sat.token(candidate, 2, 1), SOON)).isEqualTo("conflict");
        assertThat(sat.save(candidate, 1, 1, sat.token(candidate, 1, 0), SOON)).isEqualTo("conflict");
        assertThat(sat.stored(candidate, 2)).isEqualTo(sat.token(candidate, 2, 0));
    }

    @Test
    void theSamePicksInAnotherOrderAreTheSameStep() {
        Candidate candidate = sat.exam();
        String ab = "[" + sat.token(candidate, 3, 0) + "," + sat.token(candidate, 3, 1) + "]";
        String ba = "[" + sat.token(candidate, 3, 1) + "," + sat.token(candidate, 3, 0) + "]";

        assertThat(sat.save(candidate, 3, 1, ab, SOON)).isEqualTo("saved");
        assertThat(sat.save(candidate, 3, 1, ba, SOON)).isEqualTo("saved");
    }

    @Test
    void theHighestNumberStandsEvenWhenAnOlderStepArrivesAfterIt() {
        Candidate candidate = sat.exam();
        sat.save(candidate, 5, 7, "\"7\"", SOON);
        sat.save(candidate, 5, 3, "\"3\"", SOON);

        Sitting.Opened opened = sitting.open(candidate);
        assertThat(sat.stored(candidate, 5)).isEqualTo("\"7\"");
        assertThat(opened.lastSequence()).isEqualTo(7);
    }

    @Test
    void aClearedSlotIsStoredAsNull() {
        Candidate candidate = sat.exam();
        sat.save(candidate, 5, 1, "\"7\"", SOON);
        sat.save(candidate, 5, 2, "null", SOON);

        assertThat(sat.stored(candidate, 5)).isEqualTo("null");
        assertThat(sat.attempts.get(candidate.attempt()).answered()).isZero();
    }

    @Test
    void oneRequestMayHoldGoodAndBadResponses() {
        Candidate candidate = sat.exam();

        assertThat(Sat.words(sitting.save(
                        candidate,
                        List.of(
                                sat.sent(2, 1, sat.token(candidate, 2, 0)),
                                sat.sent(2, 2, "\"no-such-token\""),
                                sat.sent(99, 3, "null"),
                                sat.sent(5, 0, "\"1\""),
                                sat.sent(5, 4, "\"1.5\"")),
                        SOON)))
                .containsExactly("saved", "invalid", "invalid", "invalid", "saved");
    }

    @Test
    void lateAnswerWithinGraceCountsAndOneAfterItIsSetAside() {
        Candidate candidate = sat.exam();
        Instant graceEnd = Sat.TEN.plus(Sat.GRACE);

        assertThat(sat.save(candidate, 5, 1, "\"1\"", Sat.TEN)).isEqualTo("saved");
        assertThat(sat.save(candidate, 5, 2, "\"2\"", graceEnd)).isEqualTo("saved");
        assertThat(sat.save(candidate, 5, 3, "\"3\"", graceEnd.plusMillis(1))).isEqualTo("late");
        assertThat(setAside(candidate)).containsExactly("late");
        assertThat(sat.save(candidate, 5, 2, "\"2\"", graceEnd.plusSeconds(60))).isEqualTo("saved");
    }

    @Test
    void secondDeviceTakesOverVisibly() {
        AttemptRequest request = sat.exam(sat.papers.exam(), sat.somebody());
        Candidate phone = sat.start(request, "phone", Sat.NINE);
        sat.save(phone, 5, 1, "\"1\"", SOON);
        assertThat(sat.start(request, "phone", SOON)).isEqualTo(phone);

        Candidate tablet = sat.start(request, "tablet", SOON);

        assertThat(tablet.attempt()).isEqualTo(phone.attempt());
        assertThat(tablet.epoch()).isEqualTo(2);
        assertThat(sitting.open(tablet).lastSequence()).isZero();
        assertThat(sat.stored(tablet, 5)).isEqualTo("\"1\"");
        assertThatExceptionOfType(Problem.class)
                .isThrownBy(() -> sat.save(phone, 5, 2, "\"2\"", SOON))
                .satisfies(problem -> assertThat(problem.code()).isEqualTo("attempt.superseded"));
        assertThatExceptionOfType(Problem.class).isThrownBy(() -> sitting.open(phone));
        assertThatExceptionOfType(Problem.class).isThrownBy(() -> sitting.handIn(phone, false, SOON));
        assertThat(setAside(phone)).containsExactly("superseded");
        assertThat(sat.save(tablet, 5, 1, "\"9\"", SOON)).isEqualTo("saved");
        assertThat(sat.save(phone, 5, 1, "\"1\"", SOON)).isEqualTo("saved");
        assertThat(sat.stored(tablet, 5)).isEqualTo("\"9\"");
    }

    @Test
    void ofAWholeHallThatComesTooLateEverybodysAnswersAreSetAside() throws SQLException {
        List<Candidate> hall = Stream.generate(sat::exam).limit(30).toList();
        Instant late = Sat.TEN.plusSeconds(60);
        List<Step> steps = hall.stream()
                .flatMap(one -> IntStream.rangeClosed(1, 10)
                        .mapToObj(n -> new Step(one.attempt(), one.epoch(), n, 5, "\"1\"", late)))
                .toList();

        assertThat(rows.append(steps)).hasSize(300).allMatch(StepOutcome.Refused.class::isInstance);

        assertThat(hall).allSatisfy(one -> assertThat(setAside(one)).hasSize(10));
    }

    @Test
    void whatIsSetAsideIsLimited() {
        Candidate candidate = sat.exam();
        Instant late = Sat.TEN.plusSeconds(60);
        for (int batch = 0; batch < 3; batch++) {
            int from = batch * 150;
            sitting.save(
                    candidate,
                    IntStream.rangeClosed(1, 150)
                            .mapToObj(n -> sat.sent(5, from + n, "\"1\""))
                            .toList(),
                    late);
        }
        assertThat(setAside(candidate)).hasSizeBetween(150, 200);
    }

    @Test
    void twoThreadsWithTheSameNumberEndWithOneStepAndOneConflict() throws Exception {
        for (int round = 0; round < 5; round++) {
            Candidate candidate = sat.exam();
            String one = sat.token(candidate, 2, 0);
            String other = sat.token(candidate, 2, 1);

            List<String> answers =
                    together(() -> sat.save(candidate, 2, 1, one, SOON), () -> sat.save(candidate, 2, 1, other, SOON));

            assertThat(answers).containsExactlyInAnyOrder("saved", "conflict");
            assertThat(steps(candidate)).isEqualTo(1);
        }
    }

    @Test
    void theSameNumberTwiceInOneRequestIsToldApart() {
        Candidate candidate = sat.exam();

        assertThat(Sat.words(sitting.save(
                        candidate,
                        List.of(sat.sent(5, 1, "\"1\""), sat.sent(5, 1, "\"2\""), sat.sent(5, 1, "\"1\"")),
                        SOON)))
                .containsExactly("saved", "conflict", "saved");
    }

    @Test
    void manyCandidatesAtOnceLoseNothing() throws Exception {
        List<Candidate> candidates =
                IntStream.range(0, 4).mapToObj(n -> sat.exam()).toList();
        List<Callable<String>> saves = new ArrayList<>();
        for (int n = 1; n <= 50; n++) {
            int sequence = n;
            candidates.forEach(
                    candidate -> saves.add(() -> sat.save(candidate, 5, sequence, "\"" + sequence + "\"", SOON)));
        }

        assertThat(together(saves.toArray(Callable[]::new))).containsOnly("saved");
        for (Candidate candidate : candidates) {
            assertThat(steps(candidate)).isEqualTo(50);
            assertThat(sat.stored(candidate, 5)).isEqualTo("\"50\"");
        }
    }

    @Test
    void oneBadRowFailsAloneAndTheRestOfItsBatchIsKept() {
        Candidate candidate = sat.exam();
        List<Step> steps = new ArrayList<>();
        for (int n = 1; n <= 1_000; n++) {
            // The forms's check never lets this through; the database refuses it in jsonb.
            String value = n == 613 ? "\"\\u0000\"" : "\"" + n + "\"";
            steps.add(new Step(candidate.attempt(), 1, n, 5, value, SOON));
        }

        List<StepOutcome> outcomes = journal.append(candidate.attempt(), steps);

        assertThat(outcomes.get(612)).isEqualTo(new StepOutcome.Refused(StepOutcome.Reason.INVALID));
        outcomes.remove(612);
        assertThat(outcomes).containsOnly(new StepOutcome.Saved());
        assertThat(steps(candidate)).isEqualTo(999);
    }

    @Test
    void anAttemptThatDoesNotExistTakesNothing() {
        Step step = new Step(new AttemptId(UUID.randomUUID()), 1, 1, 1, "null", SOON);

        assertThat(journal.append(step.attempt(), List.of(step)))
                .containsExactly(new StepOutcome.Refused(StepOutcome.Reason.HANDED_IN));
    }

    @Test
    void afterHandingInNothingIsTakenButOldStepsKeepTheirAnswer() {
        Candidate candidate = sat.exam();
        sat.save(candidate, 5, 1, "\"1\"", SOON);
        sitting.handIn(candidate, false, SOON);

        assertThat(sat.save(candidate, 5, 2, "\"2\"", SOON)).isEqualTo("handed-in");
        assertThat(sat.save(candidate, 5, 1, "\"1\"", SOON)).isEqualTo("saved");
    }

    private int steps(Candidate candidate) {
        return jdbc.sql("select count(*) from attempt.response_step where attempt_id = :id")
                .param("id", candidate.attempt().value())
                .query(Integer.class)
                .single();
    }

    private List<String> setAside(Candidate candidate) {
        return jdbc.sql("select reason from attempt.set_aside_step where attempt_id = :id")
                .param("id", candidate.attempt().value())
                .query(String.class)
                .list();
    }

    @SafeVarargs
    private static List<String> together(Callable<String>... calls) throws Exception {
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<String>> futures = new ArrayList<>();
            for (Callable<String> call : calls) {
                futures.add(threads.submit(call));
            }
            List<String> answers = new ArrayList<>();
            for (Future<String> future : futures) {
                answers.add(future.get());
            }
            return answers;
        }
    }
}
