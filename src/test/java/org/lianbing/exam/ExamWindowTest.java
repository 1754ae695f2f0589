package org.lianbing.exam;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneOffset;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import org.lianbing.base.Problem;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/** The clock of an exam from nine to ten with half an hour to work. */
class ExamWindowTest {

    private static final ExamWindow NINE_TO_TEN =
            new ExamWindow(at("09:00:00.000"), at("10:00:00.000"), Duration.ofMinutes(30));

    @ParameterizedTest
    @CsvSource({
        "00:00:00.000, BEFORE",
        "08:59:59.999, BEFORE",
        "09:00:00.000, OPEN",
        "09:30:00.000, OPEN",
        "09:59:59.999, OPEN",
        "10:00:00.000, OVER",
        "23:59:59.999, OVER"
    })
    void phase(String now, ExamPhase expected) {
        assertThat(NINE_TO_TEN.phaseAt(at(now))).isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource({
        "09:00:00.000, 09:30:00.000",
        "09:29:59.999, 09:59:59.999",
        "09:30:00.000, 10:00:00.000",
        "09:30:00.001, 10:00:00.000",
        "09:59:59.999, 10:00:00.000"
    })
    void whoStartsLateDoesNotGetTheFullTime(String start, String deadline) {
        assertThat(NINE_TO_TEN.deadlineFrom(at(start))).isEqualTo(at(deadline));
    }

    @ParameterizedTest
    @CsvSource({
        // rule, start, deadline
        "FULL,          09:00:00.000, 09:30:00.000",
        "FULL,          09:30:00.001, 10:00:00.001",
        "FULL,          09:59:59.999, 10:29:59.999",
        "WITHIN_WINDOW, 09:30:00.001, 10:00:00.000",
        "REMAINING,     09:00:00.000, 09:30:00.000",
        "REMAINING,     09:00:00.001, 09:30:00.000",
        "REMAINING,     09:29:59.999, 09:30:00.000",
    })
    void aLateStarterGetsWhatTheRuleSays(LateStart rule, String start, String deadline) {
        assertThat(NINE_TO_TEN.with(rule, Duration.ZERO).deadlineFrom(at(start)))
                .isEqualTo(at(deadline));
    }

    @ParameterizedTest
    @CsvSource({
        // rule, minutes to work, last moment to start, last moment at which somebody may be at work
        "FULL,          30, 10:00:00.000, 10:30:00.000",
        "WITHIN_WINDOW, 30, 10:00:00.000, 10:00:00.000",
        "REMAINING,     30, 09:30:00.000, 09:30:00.000",
        "REMAINING,     60, 10:00:00.000, 10:00:00.000",
        "REMAINING,     90, 10:00:00.000, 10:00:00.000",
    })
    void nobodyStartsOrWorksAfterThat(LateStart rule, int minutes, String lastEntry, String lastDeadline) {
        ExamWindow window = new ExamWindow(
                NINE_TO_TEN.opensAt(), NINE_TO_TEN.closesAt(), Duration.ofMinutes(minutes), rule, Duration.ZERO);

        assertThat(window.lastEntry()).isEqualTo(at(lastEntry));
        assertThat(window.phaseAt(at(lastEntry).minusMillis(1))).isEqualTo(ExamPhase.OPEN);
        assertThat(window.phaseAt(at(lastEntry))).isEqualTo(ExamPhase.OVER);
        assertThat(window.lastDeadline()).isEqualTo(at(lastDeadline));
    }

    @Test
    void theGraceIsNoWorkingTime() {
        assertThat(NINE_TO_TEN.grace()).isEqualTo(Duration.ofSeconds(5));
        assertThat(NINE_TO_TEN.with(LateStart.FULL, Duration.ofSeconds(60)).grace())
                .isEqualTo(Duration.ofMinutes(1));
        assertThatThrownBy(() -> NINE_TO_TEN.with(LateStart.FULL, Duration.ofSeconds(61)))
                .hasMessage("exam.grace");
        assertThatThrownBy(() -> NINE_TO_TEN.with(LateStart.FULL, Duration.ofSeconds(-1)))
                .hasMessage("exam.grace");
    }

    @Test
    void endsAfterItBegins() {
        Instant nine = at("09:00:00.000");
        assertThatThrownBy(() -> new ExamWindow(nine, nine, Duration.ofMinutes(1)))
                .isInstanceOf(Problem.class)
                .hasMessage("exam.window-order");
        assertThatThrownBy(() -> new ExamWindow(nine, nine.plusSeconds(60), Duration.ZERO))
                .hasMessage("exam.duration");
    }

    private static Instant at(String time) {
        return LocalTime.parse(time).atDate(LocalDate.of(2026, 12, 6)).toInstant(ZoneOffset.ofHours(8));
    }
}
