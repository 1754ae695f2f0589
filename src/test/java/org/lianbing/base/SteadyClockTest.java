package org.lianbing.base;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

class SteadyClockTest {

    private static final Instant NINE = Instant.parse("2026-10-01T01:00:00.000Z");

    private Instant machine = NINE.plusNanos(999_999);
    private long timer = 7;
    private Optional<Duration> uptime = Optional.of(Duration.ofDays(3));
    private final SteadyClock clock = new SteadyClock(() -> machine, () -> timer, () -> uptime);

    private void pass(Duration time) {
        machine = machine.plus(time);
        timer += time.toNanos();
        uptime = uptime.map(time::plus);
    }

    @Test
    void itTellsTheMachinesTimeInWholeMilliseconds() {
        assertThat(clock.instant()).isEqualTo(NINE);
        pass(Duration.ofMinutes(90));
        assertThat(clock.instant()).isEqualTo(NINE.plus(Duration.ofMinutes(90)));
        assertThat(clock.step()).isEmpty();
        assertThat(clock.withZone(ZoneId.of("Asia/Shanghai")).instant()).isEqualTo(clock.instant());
    }

    @Test
    void itFollowsAClockThatIsSetRightBitByBit() {
        for (int second = 0; second < 10_000; second++) {
            pass(Duration.ofSeconds(1));
            machine = machine.plusMillis(1);
            assertThat(clock.instant()).isEqualTo(machine.minusNanos(999_999));
        }
        assertThat(clock.step()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(longs = {3_600, -3_600, 1, -1, 400_000_000})
    void itDoesNotFollowAStepHoweverLongItLasts(long seconds) {
        machine = machine.plusSeconds(seconds);
        assertThat(clock.instant()).isEqualTo(NINE);
        pass(Duration.ofHours(2));
        assertThat(clock.instant()).isEqualTo(NINE.plus(Duration.ofHours(2)));
        assertThat(clock.step()).contains(Duration.ofSeconds(seconds));
    }

    @Test
    void itGoesOnWithTheMachineOnceThatIsRightAgain() {
        machine = machine.plusSeconds(3_600);
        assertThat(clock.instant()).isEqualTo(NINE);
        pass(Duration.ofSeconds(30));
        machine = machine.minusSeconds(3_600);
        assertThat(clock.instant()).isEqualTo(NINE.plusSeconds(30));
        assertThat(clock.step()).isEmpty();
        machine = machine.plusSeconds(60);
        assertThat(clock.instant()).isEqualTo(NINE.plusSeconds(30));
    }

    @Test
    void aSecondStepDuringTheFirstIsNotFollowedEither() {
        machine = machine.plusSeconds(3_600);
        assertThat(clock.instant()).isEqualTo(NINE);
        machine = machine.plusSeconds(60);
        assertThat(clock.instant()).isEqualTo(NINE);
        assertThat(clock.step()).contains(Duration.ofSeconds(3_660));
    }

    @Test
    void itFollowsWhenItIsTold() {
        machine = machine.plusSeconds(3_600);
        assertThat(clock.instant()).isEqualTo(NINE);
        clock.follow();
        assertThat(clock.instant()).isEqualTo(NINE.plusSeconds(3_600));
        assertThat(clock.step()).isEmpty();
    }

    /** The timer stands still while a machine sleeps; what it has run, sleep included, does not. */
    @Test
    void aMachineThatSleptWasNotSet() {
        Duration night = Duration.ofHours(8);
        machine = machine.plus(night);
        uptime = uptime.map(night::plus);
        assertThat(clock.instant()).isEqualTo(NINE.plus(night));
        assertThat(clock.step()).isEmpty();
    }

    @Test
    void whereTheMachineDoesNotSayHowLongItRanEveryStepIsASleep() {
        uptime = Optional.empty();
        machine = machine.plusSeconds(3_600);
        assertThat(clock.instant()).isEqualTo(NINE.plusSeconds(3_600));
    }

    /** The network sets it right, minutes after it was started with what its battery kept. */
    @Test
    void aMachineThatHasJustBeenStartedIsFollowed() {
        uptime = Optional.of(Duration.ofMinutes(2));
        machine = machine.plus(Duration.ofHours(8));
        assertThat(clock.instant()).isEqualTo(NINE.plus(Duration.ofHours(8)));
        assertThat(clock.step()).isEmpty();
    }

    @Test
    void aThreadThatWasPutAsideBetweenTwoLooksSeesNoStep() {
        AtomicBoolean wait = new AtomicBoolean();
        SteadyClock slow = new SteadyClock(
                () -> {
                    Instant read = machine;
                    if (wait.getAndSet(false)) {
                        pass(Duration.ofSeconds(5));
                    }
                    return read;
                },
                () -> timer,
                () -> uptime);
        wait.set(true);
        assertThat(slow.instant()).isEqualTo(NINE);
        assertThat(slow.instant()).isEqualTo(NINE.plusSeconds(5));
        assertThat(slow.step()).isEmpty();
    }

    @Test
    void thisMachineTellsHowLongItRanOrIsFollowed() {
        SteadyClock here = SteadyClock.ofThisMachine();
        assertThat(here.instant()).isBetween(Instant.now().minusSeconds(5), Instant.now());
        assertThat(here.step()).isEmpty();
    }
}
