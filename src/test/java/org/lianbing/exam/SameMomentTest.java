package org.lianbing.exam;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

import org.assertj.core.api.AbstractThrowableAssert;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.support.TransactionTemplate;

import org.lianbing.attempt.AttemptState;
import org.lianbing.attempt.AttemptSummary;
import org.lianbing.base.Actor;
import org.lianbing.base.PersonId;
import org.lianbing.base.Role;
import org.lianbing.base.UnitId;
import org.lianbing.competition.Contest;
import org.lianbing.testing.IntegrationTest;
import org.lianbing.testing.TestCity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

/** Release, restoring and cancelling, where another decision or a start is not committed yet at that moment. */
@IntegrationTest
class SameMomentTest {

    private static final Duration PATIENCE = Duration.ofSeconds(40);

    @Autowired
    TestCity city;

    @Autowired
    Contest contest;

    @Autowired
    Exams exams;

    @Autowired
    Timekeeping time;

    @Autowired
    Conduct conduct;

    @Autowired
    LoneStart alone;

    @Autowired
    TransactionTemplate transaction;

    private UnitId unit = UnitId.next();
    private Actor organizer = new Actor(PersonId.next(), "", unit, List.of());
    private PersonId worker = organizer.person();

    @BeforeEach
    void someUnit() {
        unit = city.enterprise();
        organizer = city.actor(unit, Role.ORGANIZER);
        worker = city.person(unit);
    }

    @Test
    void aReleaseSeesWhoWasJustLetGoOn() {
        ExamId exam = open(contest.window(Duration.ofMinutes(-1), Duration.ofSeconds(3), Duration.ofSeconds(2)));
        alone.start(worker, exam, "", contest.now());
        await().atMost(PATIENCE)
                .untilAsserted(() -> assertThat(exams.scored(exam)).hasSize(1));

        refused(
                        () -> time.reopen(organizer, exam, worker, Duration.ofMinutes(10), "电脑坏了", contest::now),
                        () -> exams.release(organizer, exam, contest.now()))
                .hasMessage("exam.still-running");

        assertThat(exams.get(organizer, exam).state()).isEqualTo(ExamState.SCHEDULED);
        assertThat(attempt(exam, worker).state()).isEqualTo(AttemptState.STARTED);
    }

    @Test
    void whatSomebodyHasJustBegunIsNotCancelled() {
        ExamId exam = open(contest.tomorrow());
        Instant before = contest.now();
        Instant opened = exams.get(organizer, exam).clock().opensAt().plusMillis(1);

        refused(() -> alone.start(worker, exam, "", opened), () -> exams.cancel(organizer, exam, before))
                .hasMessage("exam.cancel-too-late");

        assertThat(exams.get(organizer, exam).state()).isEqualTo(ExamState.SCHEDULED);
        assertThat(attempt(exam, worker).state()).isEqualTo(AttemptState.STARTED);
    }

    @Test
    void whoIsRestoredWithTheReleaseWritesNoMoreAndIsScored() throws Exception {
        PersonId other = city.person(unit);
        ExamId exam = Contest.exam(
                contest.open(organizer, contest.draft(contest.running(), ReleaseRule.MANUAL, worker, other)));
        alone.start(worker, exam, "", contest.now());
        contest.handIn(alone.start(other, exam, "", contest.now()));
        Instant voided = contest.now().truncatedTo(ChronoUnit.MICROS);
        conduct.declareVoid(organizer, exam, worker, "替考", voided);

        meanwhile(
                        () -> exams.release(organizer, exam, contest.now()),
                        () -> conduct.restore(organizer, exam, worker, contest.now()))
                .get();

        assertThat(attempt(exam, worker).state()).isEqualTo(AttemptState.CLOSED);
        assertThat(attempt(exam, worker).endedAt()).isEqualTo(voided);
        await().atMost(PATIENCE)
                .untilAsserted(() -> assertThat(exams.scored(exam)).hasSize(2));
    }

    private AbstractThrowableAssert<?, ?> refused(Runnable first, Runnable second) {
        return assertThatThrownBy(meanwhile(first, second)::get).cause();
    }

    /** What becomes of an act that begins before another one is committed; it waits for that. */
    private Future<?> meanwhile(Runnable first, Runnable second) {
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            return Objects.requireNonNull(transaction.execute(status -> {
                first.run();
                Future<?> waiting = threads.submit(second);
                assertThatThrownBy(() -> waiting.get(1, TimeUnit.SECONDS)).isInstanceOf(TimeoutException.class);
                return waiting;
            }));
        }
    }

    private ExamId open(ExamWindow window) {
        return Contest.exam(contest.open(organizer, contest.draft(window, ReleaseRule.MANUAL, worker)));
    }

    private AttemptSummary attempt(ExamId exam, PersonId person) {
        return Objects.requireNonNull(exams.sittings(exam).stream()
                .filter(one -> one.person().equals(person))
                .findFirst()
                .orElseThrow()
                .attempt());
    }
}
