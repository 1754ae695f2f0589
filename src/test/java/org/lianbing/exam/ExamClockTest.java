package org.lianbing.exam;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneOffset;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

/** An exam from nine to ten with half an hour to work, and what is decided about its time. */
class ExamClockTest {

    @ParameterizedTest
    @CsvSource({
        // rule, extra minutes, finished pauses in minutes, standing since, now, phase
        "WITHIN_WINDOW,  0,  0, ,         08:59:59.999, BEFORE",
        "WITHIN_WINDOW,  0,  0, ,         09:00:00,     OPEN",
        "WITHIN_WINDOW,  0,  0, ,         09:59:59.999, OPEN",
        "WITHIN_WINDOW,  0,  0, ,         10:00:00,     OVER",
        "WITHIN_WINDOW, 10,  0, ,         10:09:59.999, OPEN",
        "WITHIN_WINDOW, 10,  0, ,         10:10:00,     OVER",
        "WITHIN_WINDOW,  0, 20, ,         10:19:59.999, OPEN",
        "WITHIN_WINDOW,  0, 20, ,         10:20:00,     OVER",
        "WITHIN_WINDOW, 10, 20, ,         10:29:59.999, OPEN",
        "WITHIN_WINDOW, 10, 20, ,         10:30:00,     OVER",
        // while it is paused it stays where it was, however late it gets
        "WITHIN_WINDOW,  0,  0, 09:59:59, 09:59:59,     OPEN",
        "WITHIN_WINDOW,  0,  0, 09:59:59, 10:00:00,     OPEN",
        "WITHIN_WINDOW,  0,  0, 09:59:59, 23:00:00,     OPEN",
        "WITHIN_WINDOW,  0,  0, 10:00:00, 23:00:00,     OVER",
        // who may come does not change by time to work where the full time is given
        "FULL,          10,  0, ,         09:59:59.999, OPEN",
        "FULL,          10,  0, ,         10:00:00,     OVER",
        "FULL,           0, 20, ,         10:19:59.999, OPEN",
        "FULL,           0, 20, ,         10:20:00,     OVER",
        // all end together, and nobody starts after that
        "REMAINING,      0,  0, ,         09:29:59.999, OPEN",
        "REMAINING,      0,  0, ,         09:30:00,     OVER",
        "REMAINING,     10, 20, ,         09:59:59.999, OPEN",
        "REMAINING,     10, 20, ,         10:00:00,     OVER",
        "REMAINING,      0,  0, 09:29:59, 12:00:00,     OPEN",
    })
    void phase(LateStart rule, int extra, int paused, @Nullable String standing, String now, ExamPhase expected) {
        ExamClock clock = clock(rule, extra, paused, standing);

        assertThat(clock.phaseAt(at(now))).isEqualTo(expected);
        Instant over = clock.overAt();
        if (!clock.isPaused()) {
            assertThat(clock.lastEntry()).isEqualTo(over);
            assertThat(over != null && !at(now).isBefore(over)).isEqualTo(expected == ExamPhase.OVER);
        }
    }

    @ParameterizedTest
    @CsvSource({
        // rule, extra for all, own extra, finished pauses in minutes, start, deadline
        "FULL,           0,  0,  0, 09:00:00,     09:30:00",
        "FULL,           0,  0,  0, 09:59:59.999, 10:29:59.999",
        "FULL,          10,  0,  0, 09:59:59.999, 10:39:59.999",
        "FULL,          10,  5,  0, 09:59:59.999, 10:44:59.999",
        "FULL,           0,  0, 20, 10:10:00,     10:40:00",
        "WITHIN_WINDOW,  0,  0,  0, 09:30:00,     10:00:00",
        "WITHIN_WINDOW,  0,  0,  0, 09:30:00.001, 10:00:00",
        "WITHIN_WINDOW, 10,  0,  0, 09:59:59.999, 10:10:00",
        "WITHIN_WINDOW, 10,  0,  0, 10:05:00,     10:10:00",
        "WITHIN_WINDOW,  0, 30,  0, 09:45:00,     10:30:00",
        "WITHIN_WINDOW,  0,  0, 20, 09:40:00,     10:10:00",
        "WITHIN_WINDOW,  0,  0, 20, 10:19:00,     10:20:00",
        "REMAINING,      0,  0,  0, 09:00:00,     09:30:00",
        "REMAINING,      0,  0,  0, 09:29:59.999, 09:30:00",
        "REMAINING,     10,  5, 20, 09:50:00,     10:05:00",
    })
    void deadline(LateStart rule, int extra, int own, int paused, String start, String deadline) {
        assertThat(clock(rule, extra, paused, null).deadlineFrom(at(start), Duration.ofMinutes(own)))
                .isEqualTo(at(deadline));
    }

    @Test
    void goingOnMovesEverythingByExactlyThePause() {
        ExamClock running = clock(LateStart.REMAINING, 0, 0, null);
        ExamClock paused = running.paused(at("09:10:00.250"));
        ExamClock resumed = paused.resumed(at("09:40:00.125"));

        assertThat(resumed.pausedFor()).isEqualTo(Duration.ofMillis(1799875));
        assertThat(resumed.lastEntry()).isEqualTo(at("09:59:59.875"));
        assertThat(resumed.phaseAt(at("09:59:59.874"))).isEqualTo(ExamPhase.OPEN);
        assertThat(resumed.phaseAt(at("09:59:59.875"))).isEqualTo(ExamPhase.OVER);
        assertThat(paused.paused(at("09:20:00"))).isEqualTo(paused);
        assertThat(running.resumed(at("09:20:00"))).isEqualTo(running);
    }

    @Test
    void aPauseKeepsTheEndOpenOnlyWhereItBeganBeforeIt() {
        assertThat(clock(LateStart.FULL, 0, 0, "09:59:59").overAt()).isNull();
        assertThat(clock(LateStart.FULL, 0, 0, "10:10:00").overAt()).isEqualTo(at("10:00:00"));
    }

    @Test
    void whereTheFullTimeIsGivenPeopleWorkAfterTheEndOfTheWindow() {
        assertThat(clock(LateStart.FULL, 10, 20, null).lastDeadline()).isEqualTo(at("11:00:00"));
        assertThat(clock(LateStart.WITHIN_WINDOW, 10, 20, null).lastDeadline()).isEqualTo(at("10:30:00"));
        assertThat(clock(LateStart.REMAINING, 10, 20, null).lastDeadline()).isEqualTo(at("10:00:00"));
    }

    private static ExamClock clock(LateStart rule, int extra, int paused, @Nullable String standing) {
        ExamWindow window =
                new ExamWindow(at("09:00:00"), at("10:00:00"), Duration.ofMinutes(30), rule, ExamWindow.USUAL_GRACE);
        return new ExamClock(
                window, Duration.ofMinutes(extra), Duration.ofMinutes(paused), standing == null ? null : at(standing));
    }

    private static Instant at(String time) {
        return LocalTime.parse(time).atDate(LocalDate.of(2026, 12, 6)).toInstant(ZoneOffset.ofHours(8));
    }
}
