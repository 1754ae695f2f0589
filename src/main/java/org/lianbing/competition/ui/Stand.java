package org.lianbing.competition.ui;

import java.time.Instant;

import org.lianbing.base.ui.Tone;
import org.lianbing.competition.Competition;
import org.lianbing.exam.ExamClock;
import org.lianbing.exam.ExamPhase;
import org.lianbing.exam.Figures;

/** Where a competition stands, as an organizer says it. */
enum Stand {
    DRAFT(Tone.PLAIN),
    OPENING(Tone.BLUE),
    BEFORE(Tone.BLUE),
    RUNNING(Tone.SPARK),
    PAUSED(Tone.WARN),
    /** Nobody may start any more, but some are at work. */
    LAST(Tone.SPARK),
    OVER(Tone.WARN),
    CLOSED(Tone.GOOD);

    private final Tone tone;

    Stand(Tone tone) {
        this.tone = tone;
    }

    Tone tone() {
        return tone;
    }

    /** The key of its name. */
    String key() {
        return "competition.stand." + name();
    }

    /** Whether somebody is at work, or may start. */
    boolean isLive() {
        return this == RUNNING || this == PAUSED || this == LAST;
    }

    static Stand of(Competition competition, ExamClock clock, Figures figures, Instant now) {
        return switch (competition.state()) {
            case DRAFT -> DRAFT;
            case OPENING -> OPENING;
            case CLOSED -> CLOSED;
            case OPEN -> clock.isPaused() ? PAUSED : running(clock.phaseAt(now), figures.sitting());
        };
    }

    private static Stand running(ExamPhase phase, int sitting) {
        return switch (phase) {
            case BEFORE -> BEFORE;
            case OPEN -> RUNNING;
            case OVER -> sitting > 0 ? LAST : OVER;
        };
    }
}
