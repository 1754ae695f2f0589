package org.lianbing.attempt;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;

import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

import org.lianbing.attempt.journal.ResponseJournal;
import org.lianbing.base.SteadyClock;
import org.lianbing.base.database.SteppedDatabaseClock;
import org.lianbing.testing.IntegrationTest;

import static org.assertj.core.api.Assertions.assertThat;

/** A server whose clock jumps, forward and back. */
@IntegrationTest
class SteppedClockTest {

    private static final Duration AN_HOUR = Duration.ofHours(1);

    @Autowired
    Sat sat;

    @Autowired
    Sitting sitting;

    @Autowired
    Attempts attempts;

    @Autowired
    Endings endings;

    @Autowired
    ResponseJournal journal;

    @Autowired
    SteppedDatabaseClock shared;

    @Autowired
    Clock clock;

    @Test
    void aClockThatJumpedAheadClosesNothingUntilItIsRightAgain() {
        Instant now = clock.instant();
        Candidate running = startedToEndAt(now.plusSeconds(1800), now);
        Candidate overdue = startedToEndAt(now.minusSeconds(60), now.minusSeconds(600));

        sweepWith(AN_HOUR);

        assertThat(state(running)).isEqualTo(AttemptState.STARTED);
        sweepWith(Duration.ZERO);
        assertThat(state(running)).isEqualTo(AttemptState.STARTED);
        assertThat(state(overdue)).isEqualTo(AttemptState.CLOSED);
    }

    @Test
    void aClockThatIsOffByLessThanAQuarterOfASecondIsGoodEnough() {
        assertThat(shared.steppedBy(Duration.ZERO).agrees()).isTrue();
        assertThat(shared.steppedBy(Duration.ofMillis(100)).agrees()).isTrue();
        assertThat(shared.steppedBy(Duration.ofMillis(-100)).agrees()).isTrue();
        assertThat(shared.steppedBy(Duration.ofSeconds(2)).agrees()).isFalse();
        assertThat(shared.steppedBy(Duration.ofSeconds(-2)).agrees()).isFalse();
        assertThat(shared.healthSteppedBy(Duration.ofSeconds(2)).getStatus().getCode())
                .isEqualTo("OUT_OF_SERVICE");
        assertThat(shared.healthSteppedBy(Duration.ZERO).getStatus().getCode()).isEqualTo("UP");
    }

    @Test
    void aClockThatIsSetBackWhileSomebodyIsAtWorkTakesNothingAway() {
        Candidate candidate = sat.exam();
        assertThat(sat.save(candidate, 5, 1, "\"1\"", Sat.NINE.plusSeconds(1200)))
                .isEqualTo("saved");
        assertThat(sat.save(candidate, 5, 2, "\"2\"", Sat.NINE.minusSeconds(1200)))
                .isEqualTo("saved");

        assertThat(sat.stored(candidate, 5)).isEqualTo("\"2\"");
        Receipt receipt = sitting.handIn(candidate, false, Sat.NINE.minusSeconds(600));

        assertThat(receipt.answered()).isEqualTo(1);
        assertThat(receipt.timeUsedSeconds()).isZero();
        assertThat(attempts.get(candidate.attempt()).timeUsed()).isEqualTo(Duration.ZERO);
    }

    /** The database's clock is that of the machine and right; so the application's begins an hour ahead of it. */
    @Test
    void onAMachineWhoseClockWasSetTimeGoesOnAsItDidForWhoeverIsAtWork() {
        Instant before = clock.instant().plus(AN_HOUR);
        Candidate running = startedToEndAt(before.plusSeconds(1800), before);
        Candidate overdue = startedToEndAt(before.minusSeconds(60), before.minusSeconds(600));
        SteadyClock steady = setTo(clock.instant(), before);

        new Overdue(endings, journal, shared.of(steady), steady).sweep();

        assertThat(steady.instant()).isEqualTo(before);
        // These machines stand still, and the database's clock goes on: so one that is asked at once.
        Instant now = clock.instant();
        assertThat(shared.health(setTo(now, now.plus(AN_HOUR))).getStatus().getCode())
                .isEqualTo("UP");
        assertThat(state(running)).isEqualTo(AttemptState.STARTED);
        assertThat(state(overdue)).isEqualTo(AttemptState.CLOSED);
    }

    @Test
    void whereNobodyIsAtWorkAMachineThatWasSetIsFollowed() {
        Instant right = clock.instant();
        SteadyClock steady = setTo(right, right.plus(AN_HOUR));
        shared.of(steady).followWhereRight(() -> true);
        assertThat(steady.step()).isPresent();
        shared.of(steady).followWhereRight(() -> false);
        assertThat(steady.step()).isEmpty();
        assertThat(steady.instant()).isEqualTo(right.truncatedTo(ChronoUnit.MILLIS));
    }

    /** A node that was started with a wrong clock, and set right. */
    @Test
    void aDatabaseElsewhereSaysThatTheMachineIsRight() {
        startedToEndAt(clock.instant().plusSeconds(1800), clock.instant());
        Instant right = clock.instant();
        SteadyClock steady = setTo(right, right.plus(AN_HOUR));
        assertThat(shared.elsewhere(steady).agrees()).isFalse();
        new Overdue(endings, journal, shared.elsewhere(steady), steady).sweep();
        assertThat(steady.step()).isEmpty();
        assertThat(steady.instant()).isEqualTo(right.truncatedTo(ChronoUnit.MILLIS));
    }

    /** A node of which somebody set the clock. */
    @Test
    void aDatabaseElsewhereSaysThatTheMachineIsWrong() {
        Instant right = clock.instant();
        SteadyClock steady = setTo(right.plus(AN_HOUR), right);
        shared.elsewhere(steady).followWhereRight(() -> false);
        assertThat(steady.instant()).isEqualTo(right.truncatedTo(ChronoUnit.MILLIS));
        assertThat(shared.elsewhere(steady).agrees()).isTrue();
    }

    /** A machine that has run for days, whose clock was set. */
    private static SteadyClock setTo(Instant now, Instant before) {
        AtomicReference<Instant> machine = new AtomicReference<>(before);
        SteadyClock steady = new SteadyClock(machine::get, () -> 0, () -> Optional.of(Duration.ofDays(3)));
        machine.set(now);
        steady.instant();
        return steady;
    }

    private Candidate startedToEndAt(Instant deadline, Instant now) {
        AttemptRequest request = sat.exam(sat.papers.exam(), sat.somebody());
        return sat.start(
                sat.request(request.form(), request.person(), request.purpose(), request.behaviour(), deadline),
                "",
                now);
    }

    private void sweepWith(Duration step) {
        sweepBy(SteadyClock.of(() -> clock.instant().plus(step)));
    }

    private void sweepBy(SteadyClock steady) {
        new Overdue(endings, journal, shared.of(steady), steady).sweep();
    }

    private AttemptState state(Candidate candidate) {
        return attempts.get(candidate.attempt()).state();
    }
}
