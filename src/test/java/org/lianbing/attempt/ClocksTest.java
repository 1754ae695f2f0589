package org.lianbing.attempt;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

import org.lianbing.base.Ids;
import org.lianbing.base.Problem;
import org.lianbing.paper.FormId;
import org.lianbing.testing.IntegrationTest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/** Extra time and pauses of attempts that run, from nine to ten o'clock with ten seconds of grace. */
@IntegrationTest
class ClocksTest {

    private static final Duration TEN_MINUTES = Duration.ofMinutes(10);
    private static final Instant SHORTLY_BEFORE = Sat.TEN.minusSeconds(60);

    @Autowired
    Sat sat;

    @Autowired
    Sitting sitting;

    @Autowired
    Attempts attempts;

    @Autowired
    Clocks clocks;

    @Autowired
    ClockBoard board;

    @Autowired
    Endings endings;

    @Autowired
    Rulings rulings;

    @Autowired
    JdbcClient jdbc;

    @Test
    void extraTimeCountsAtOnceAndTheAttemptClosesAtTheNewDeadline() {
        Candidate candidate = sat.exam();

        Clocks.Change change = clocks.extend(purpose(candidate), null, TEN_MINUTES, "停电", () -> SHORTLY_BEFORE);

        assertThat(change.affected()).isEqualTo(1);
        Instant later = Sat.TEN.plus(TEN_MINUTES);
        assertThat(sat.save(candidate, 5, 1, "\"1\"", Sat.TEN.plusSeconds(60))).isEqualTo("saved");
        assertThat(sat.save(candidate, 5, 2, "\"2\"", later.plus(Sat.GRACE))).isEqualTo("saved");
        assertThat(sat.save(candidate, 5, 3, "\"3\"", later.plus(Sat.GRACE).plusMillis(1)))
                .isEqualTo("late");
        endings.closeOverdue(Sat.TEN.plus(Sat.GRACE).plusSeconds(30));
        assertThat(attempts.get(candidate.attempt()).state()).isEqualTo(AttemptState.STARTED);
        endings.closeOverdue(later.plus(Duration.ofHours(3)));
        assertThat(attempts.get(candidate.attempt()).state()).isEqualTo(AttemptState.CLOSED);
        assertThat(attempts.get(candidate.attempt()).endedAt()).isEqualTo(later);
    }

    @Test
    void thePlayersAutomaticHandInDoesNotEndWhatHasJustBeenExtended() {
        Candidate candidate = sat.exam();
        clocks.extend(purpose(candidate), null, TEN_MINUTES, "停电", () -> Sat.TEN.minusSeconds(1));

        refused("attempt.time-left", () -> sitting.handIn(candidate, true, Sat.TEN));

        assertThat(attempts.get(candidate.attempt()).state()).isEqualTo(AttemptState.STARTED);
        assertThat(sitting.handIn(candidate, false, Sat.TEN.plusSeconds(5)).state())
                .isEqualTo(AttemptState.HANDED_IN);
    }

    @Test
    void timeIsTakenBackOnlySoFarThatNobodyIsOverTheDeadline() {
        AttemptRequest request = sat.exam(sat.papers.exam(), sat.somebody());
        Candidate candidate = sat.start(request, "", Sat.NINE);
        clocks.extend(request.purpose(), null, TEN_MINUTES, "停电", () -> SHORTLY_BEFORE);
        Instant late = Sat.TEN.plusSeconds(120);

        refused(
                "attempt.extra-past-deadline",
                () -> clocks.extend(request.purpose(), null, Duration.ofMinutes(-8), "误加", () -> late));
        assertThat(board.fresh(candidate.attempt()).deadline()).isEqualTo(Sat.TEN.plus(TEN_MINUTES));
        clocks.extend(request.purpose(), null, Duration.ofMinutes(-7), "误加", () -> late);

        AttemptClock clock = board.fresh(candidate.attempt());
        assertThat(clock.deadline()).isEqualTo(Sat.TEN.plusSeconds(180));
        assertThat(clock.extra()).isEqualTo(Duration.ofMinutes(3));
        assertThat(clock.extraReason()).isEqualTo("误加");
        assertThat(clock.version()).isEqualTo(2);
    }

    @Test
    void whilePausedNothingIsTakenThatCameLaterAndNothingRunsOut() {
        Candidate candidate = sat.exam();
        Purpose purpose = purpose(candidate);
        clocks.pause(purpose, null, "网络故障", () -> SHORTLY_BEFORE);

        assertThat(sat.save(candidate, 5, 1, "\"1\"", SHORTLY_BEFORE)).isEqualTo("saved");
        assertThat(sat.save(candidate, 5, 2, "\"2\"", SHORTLY_BEFORE.plusMillis(1)))
                .isEqualTo("paused");
        Instant overTheDeadline = Sat.TEN.plus(Duration.ofMinutes(20));
        assertThat(sat.save(candidate, 5, 2, "\"2\"", overTheDeadline)).isEqualTo("paused");
        refused("attempt.paused", () -> sitting.handIn(candidate, false, overTheDeadline));
        refused("attempt.paused", () -> sitting.handIn(candidate, true, Sat.TEN));
        endings.closeOverdue(overTheDeadline);
        assertThat(attempts.get(candidate.attempt()).state()).isEqualTo(AttemptState.STARTED);
        assertThat(board.fresh(candidate.attempt()).pauseReason()).isEqualTo("网络故障");

        Clocks.Change resumed = clocks.resume(purpose, null, () -> overTheDeadline);

        assertThat(resumed.stood()).isEqualTo(Duration.ofMinutes(21));
        Instant deadline = Sat.TEN.plus(Duration.ofMinutes(21));
        assertThat(board.fresh(candidate.attempt()).deadline()).isEqualTo(deadline);
        assertThat(board.fresh(candidate.attempt()).pausedAt()).isNull();
        // What came during the pause stays refused; the same step is taken when it comes again.
        assertThat(sat.save(candidate, 5, 2, "\"2\"", overTheDeadline.minusMillis(1)))
                .isEqualTo("paused");
        assertThat(sat.save(candidate, 5, 2, "\"2\"", overTheDeadline)).isEqualTo("saved");
        assertThat(attempts.setAside(candidate.attempt())).isEmpty();
        // The server may be down over all of it.
        endings.closeOverdue(deadline.plus(Duration.ofHours(5)));
        AttemptSummary closed = attempts.get(candidate.attempt());
        assertThat(closed.endedAt()).isEqualTo(deadline);
        assertThat(closed.timeUsed()).isEqualTo(Duration.ofHours(1));
        assertThat(sat.stored(candidate, 5)).isEqualTo("\"2\"");
    }

    @Test
    void whoseTimeWasOverBeforeThePauseIsNotPaused() {
        Candidate candidate = sat.exam();

        Clocks.Change change = clocks.pause(purpose(candidate), null, "断网", () -> Sat.TEN.plusSeconds(1));

        assertThat(change.affected()).isZero();
        assertThat(sat.save(candidate, 5, 1, "\"1\"", Sat.TEN.plusSeconds(2))).isEqualTo("saved");
        endings.closeOverdue(Sat.TEN.plusSeconds(60));
        assertThat(attempts.get(candidate.attempt()).endedAt()).isEqualTo(Sat.TEN);
    }

    @Test
    void twoCausesStopTheClockOnce() {
        AttemptRequest request = sat.exam(sat.papers.exam(), sat.somebody());
        Candidate candidate = sat.start(request, "", Sat.NINE);
        Purpose purpose = request.purpose();
        Instant start = Sat.NINE.plusSeconds(600);

        clocks.pause(purpose, request.person(), "电脑坏了", () -> start);
        clocks.pause(purpose, null, "停电", () -> start.plusSeconds(60));
        assertThat(board.fresh(candidate.attempt()).pausedAt()).isEqualTo(start);
        clocks.resume(purpose, null, () -> start.plusSeconds(120));
        assertThat(board.fresh(candidate.attempt()).pausedAt()).isEqualTo(start);
        assertThat(board.fresh(candidate.attempt()).pauseReason()).isEqualTo("电脑坏了");
        clocks.extend(purpose, request.person(), TEN_MINUTES, "换机", () -> start.plusSeconds(150));
        clocks.resume(purpose, request.person(), () -> start.plusSeconds(180));

        assertThat(board.fresh(candidate.attempt()).pausedAt()).isNull();
        assertThat(board.fresh(candidate.attempt()).deadline())
                .isEqualTo(Sat.TEN.plus(TEN_MINUTES).plusSeconds(180));
        assertThat(sitting.handIn(candidate, false, start.plusSeconds(240)).timeUsedSeconds())
                .isEqualTo(660);
    }

    @Test
    void theClockOfAVoidAttemptGoesWithTheOthers() {
        Candidate candidate = sat.exam();
        Instant start = Sat.NINE.plusSeconds(600);
        rulings.declareVoid(candidate.attempt(), "误判", start);

        clocks.pause(purpose(candidate), null, "停电", () -> start.plusSeconds(60));
        clocks.resume(purpose(candidate), null, () -> start.plusSeconds(120));
        rulings.restore(candidate.attempt());

        assertThat(board.fresh(candidate.attempt()).deadline()).isEqualTo(Sat.TEN.plusSeconds(60));
        assertThat(sat.save(candidate, 5, 1, "\"1\"", Sat.TEN.plusSeconds(30))).isEqualTo("saved");
    }

    @Test
    void whatTheClockClosedGoesOnWhereSomebodyDecidesSoAndIsScoredAgain() {
        Candidate candidate = sat.exam();
        sat.save(candidate, 1, 1, sat.right(candidate, 1), SHORTLY_BEFORE);
        endings.closeOverdue(Sat.TEN.plusSeconds(30));
        endings.scoreUnscored(Sat.TEN.plusSeconds(30));
        assertThat(attempts.get(candidate.attempt()).score()).isEqualByComparingTo("1");
        Instant then = Sat.TEN.plus(Duration.ofMinutes(5));
        assertThat(clocks.extend(purpose(candidate), null, TEN_MINUTES, "停电", () -> then)
                        .affected())
                .isZero();

        clocks.reopen(candidate.attempt(), TEN_MINUTES, "电脑坏了", () -> then);

        AttemptSummary open = attempts.get(candidate.attempt());
        assertThat(open.state()).isEqualTo(AttemptState.STARTED);
        assertThat(open.score()).isNull();
        assertThat(open.deadline()).isEqualTo(then.plus(TEN_MINUTES));
        assertThat(sat.save(candidate, 3, 2, sat.right(candidate, 3), then.plusSeconds(60)))
                .isEqualTo("saved");
        Receipt receipt = sitting.handIn(candidate, false, then.plusSeconds(120));
        assertThat(receipt.timeUsedSeconds()).isEqualTo(3720);
        assertThat(attempts.get(candidate.attempt()).score())
                .isGreaterThan(open.maxScore().min(java.math.BigDecimal.ONE));
        refused(
                "attempt.not-closed-by-the-clock",
                () -> clocks.reopen(candidate.attempt(), TEN_MINUTES, "再来", () -> then.plusSeconds(180)));
    }

    /** Each is either closed at the old deadline and untouched, or runs to the new one; and no answer is lost. */
    @Test
    void extraTimeAndTheSweepAndSavingMeetWithoutHarm() throws Exception {
        FormId form = sat.papers.exam();
        Purpose purpose = new Purpose("test-exam", Ids.next());
        List<Candidate> hall = new ArrayList<>();
        for (int i = 0; i < 40; i++) {
            hall.add(sat.start(sat.request(form, sat.somebody(), purpose, Behaviour.DEFERRED, Sat.TEN), "", Sat.NINE));
        }
        Instant overdue = Sat.TEN.plus(Sat.GRACE).plusSeconds(3);
        List<Callable<Object>> acts = new ArrayList<>();
        acts.add(() -> endings.closeOverdue(overdue));
        acts.add(() -> clocks.extend(purpose, null, TEN_MINUTES, "停电", () -> overdue));
        hall.forEach(one -> acts.add(() -> sat.save(one, 5, 1, "\"1\"", SHORTLY_BEFORE)));
        acts.add(() -> endings.closeOverdue(overdue));

        List<Object> done = new ArrayList<>();
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (Future<Object> act : threads.invokeAll(acts)) {
                done.add(act.get());
            }
        }

        int extended = ((Clocks.Change) done.get(1)).affected();
        List<AttemptSummary> all = attempts.all(purpose);
        assertThat(all.stream().filter(one -> one.state() == AttemptState.STARTED))
                .hasSize(extended)
                .allSatisfy(one -> assertThat(one.deadline()).isEqualTo(Sat.TEN.plus(TEN_MINUTES)));
        assertThat(all.stream().filter(one -> one.state() == AttemptState.CLOSED))
                .hasSize(hall.size() - extended)
                .allSatisfy(one -> assertThat(one.endedAt()).isEqualTo(Sat.TEN))
                .allSatisfy(one -> assertThat(one.time().extra()).isZero());
        for (int i = 0; i < hall.size(); i++) {
            boolean saved = done.get(i + 2).equals("saved");
            assertThat(sat.stored(hall.get(i), 5)).isEqualTo(saved ? "\"1\"" : "nothing");
        }
    }

    @Test
    void everyNodeHearsOfAChangeThatAnotherMade() {
        Candidate candidate = sat.exam();
        assertThat(board.of(candidate.attempt()).version()).isZero();
        jdbc.sql("""
                        update attempt.attempt
                        set deadline = deadline + interval '5 minutes', clock_version = 1, clock_changed_at = :now
                        where id = :id
                        """)
                .param("now", java.time.OffsetDateTime.now(java.time.ZoneOffset.UTC))
                .param("id", candidate.attempt().value())
                .update();

        board.look();

        assertThat(board.of(candidate.attempt()).deadline()).isEqualTo(Sat.TEN.plusSeconds(300));
    }

    private Purpose purpose(Candidate candidate) {
        return attempts.get(candidate.attempt()).purpose();
    }

    private static void refused(String code, Runnable act) {
        assertThatExceptionOfType(Problem.class)
                .isThrownBy(act::run)
                .satisfies(problem -> assertThat(problem.code()).isEqualTo(code));
    }
}
