package org.lianbing.competition.ui;

import java.time.Instant;

import org.lianbing.base.ui.Tone;
import org.lianbing.competition.Competition;

/** Where a competition stands, as an organizer says it. */
enum Stand {
    DRAFT(Tone.PLAIN),
    BEFORE(Tone.BLUE),
    RUNNING(Tone.SPARK),
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

    static Stand of(Competition competition, Instant now) {
        return switch (competition.state()) {
            case DRAFT -> DRAFT;
            case CLOSED -> CLOSED;
            case OPEN ->
                switch (competition.draft().window().phaseAt(now)) {
                    case BEFORE -> BEFORE;
                    case OPEN -> RUNNING;
                    case OVER -> OVER;
                };
        };
    }
}
