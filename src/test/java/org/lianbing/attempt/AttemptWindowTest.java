package org.lianbing.attempt;

import java.time.Duration;
import java.time.Instant;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

class AttemptWindowTest {

    private static final AttemptWindow NINETY_MINUTES = new AttemptWindow(
            Instant.parse("2026-11-20T01:00:00Z"),
            Instant.parse("2026-11-20T02:30:00Z"),
            Instant.parse("2026-11-20T02:30:10Z"));

    @ParameterizedTest
    @CsvSource({
        "2026-11-20T00:59:59.999Z, BEFORE",
        "2026-11-20T01:00:00.000Z, OPEN",
        "2026-11-20T02:29:59.999Z, OPEN",
        "2026-11-20T02:30:00.000Z, GRACE",
        "2026-11-20T02:30:10.000Z, GRACE",
        "2026-11-20T02:30:10.001Z, OVER",
        "2036-11-20T02:30:10.000Z, OVER",
    })
    void phaseIsDecidedToTheMillisecond(Instant now, AttemptWindow.Phase phase) {
        assertThat(NINETY_MINUTES.phaseAt(now)).isEqualTo(phase);
    }

    @Test
    void aDrillWithoutDeadlineStaysOpen() {
        AttemptWindow drill = new AttemptWindow(Instant.parse("2026-11-20T01:00:00Z"), null, null);

        assertThat(drill.phaseAt(Instant.parse("2027-11-20T01:00:00Z"))).isEqualTo(AttemptWindow.Phase.OPEN);
        assertThat(drill.endAt(Instant.parse("2027-11-20T01:00:00Z"), false)).isEqualTo("2027-11-20T01:00:00Z");
    }

    @Test
    void whatIsOnlyPreparedTakesNothing() {
        assertThat(new AttemptWindow(null, null, null).phaseAt(Instant.parse("2026-11-20T01:00:00Z")))
                .isEqualTo(AttemptWindow.Phase.BEFORE);
    }

    @ParameterizedTest
    @CsvSource({
        "2026-11-20T01:20:00Z, 2026-11-20T01:20:00Z, 1200",
        "2026-11-20T02:30:00Z, 2026-11-20T02:30:00Z, 5400",
        "2026-11-20T02:30:07Z, 2026-11-20T02:30:00Z, 5400",
        "2026-11-21T02:30:07Z, 2026-11-20T02:30:00Z, 5400",
    })
    void nobodyUsesMoreThanTheFullTime(Instant now, Instant end, long seconds) {
        assertThat(NINETY_MINUTES.endAt(now, false)).isEqualTo(end);
        assertThat(NINETY_MINUTES.used(end)).isEqualTo(Duration.ofSeconds(seconds));
    }

    @ParameterizedTest
    @CsvSource({
        // paused at 2:00, standing: it never runs out; what came at the first moment came before
        "2026-11-20T02:00:00.000Z, , 2026-11-20T02:30:00Z, OPEN",
        "2026-11-20T02:00:00.001Z, , 2026-11-20T02:30:00Z, PAUSED",
        "2026-11-20T02:30:00.001Z, , 2026-11-20T02:30:00Z, PAUSED",
        "2036-11-20T02:30:00.000Z, , 2026-11-20T02:30:00Z, PAUSED",
        // resumed at 2:40, so the deadline is later by forty minutes
        "2026-11-20T02:39:59.999Z, 2026-11-20T02:40:00Z, 2026-11-20T03:10:00Z, PAUSED",
        "2026-11-20T02:40:00.000Z, 2026-11-20T02:40:00Z, 2026-11-20T03:10:00Z, OPEN",
        "2026-11-20T03:09:59.999Z, 2026-11-20T02:40:00Z, 2026-11-20T03:10:00Z, OPEN",
        "2026-11-20T03:10:00.000Z, 2026-11-20T02:40:00Z, 2026-11-20T03:10:00Z, GRACE",
        "2026-11-20T03:10:10.001Z, 2026-11-20T02:40:00Z, 2026-11-20T03:10:00Z, OVER",
    })
    void aClockThatStandsRunsOutForNobody(
            Instant now, @Nullable Instant resumedAt, Instant deadline, AttemptWindow.Phase phase) {
        Instant pausedAt = Instant.parse("2026-11-20T02:00:00Z");
        Duration pausedFor = resumedAt == null ? Duration.ZERO : Duration.between(pausedAt, resumedAt);
        AttemptWindow window = new AttemptWindow(
                NINETY_MINUTES.startedAt(),
                deadline,
                deadline.plusSeconds(10),
                new AttemptWindow.Pause(pausedAt, resumedAt),
                pausedFor,
                true);

        assertThat(window.phaseAt(now)).isEqualTo(phase);
        if (resumedAt != null) {
            assertThat(window.used(deadline)).isEqualTo(Duration.ofMinutes(90));
        }
    }

    @ParameterizedTest
    @CsvSource({
        // said by the player's clock, deadline moved since the start, refused
        "2026-11-20T02:20:00Z, true,  true,  true",
        "2026-11-20T02:24:59Z, true,  true,  true",
        "2026-11-20T02:29:55Z, true,  true,  false",
        "2026-11-20T02:30:00Z, true,  true,  false",
        "2026-11-20T02:20:00Z, true,  false, false",
        "2026-11-20T02:20:00Z, false, true,  false",
    })
    void aPlayerThatHasNotHeardOfMoreTimeDoesNotEndTheAttempt(
            Instant now, boolean byTheClock, boolean moved, boolean refused) {
        AttemptWindow window = new AttemptWindow(
                NINETY_MINUTES.startedAt(),
                NINETY_MINUTES.deadline(),
                NINETY_MINUTES.acceptUntil(),
                null,
                Duration.ZERO,
                moved);

        assertThat(window.hasMoreThanThePlayerKnows(now, byTheClock)).isEqualTo(refused);
    }

    @ParameterizedTest
    @CsvSource({
        // pressed: the deadline decides, whatever the player says
        "2026-11-20T02:29:59.999Z, false, false",
        "2026-11-20T02:30:00Z, false, true",
        "2026-11-20T02:30:01Z, false, true",
        // by the player's clock, which may be a little fast
        "2026-11-20T02:29:55Z, true, true",
        "2026-11-20T02:30:00Z, true, true",
        // said far too early it is a hand-in like any other
        "2026-11-20T02:29:54.999Z, true, false",
        "2026-11-20T01:20:00Z, true, false",
    })
    void theTimeRanOutFromTheDeadlineOnAndWithinTheErrorOfThePlayersClock(
            Instant now, boolean byTheClock, boolean ranOut) {
        assertThat(NINETY_MINUTES.ranOut(now, byTheClock)).isEqualTo(ranOut);
        assertThat(NINETY_MINUTES.endAt(now, byTheClock))
                .isEqualTo(ranOut ? Instant.parse("2026-11-20T02:30:00Z") : now);
    }
}
