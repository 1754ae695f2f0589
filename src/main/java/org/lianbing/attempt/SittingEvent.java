package org.lianbing.attempt;

import java.time.Instant;
import java.util.Optional;

import org.jspecify.annotations.Nullable;

/**
 * Something that happened around the answers. It is told and never weighed by the machine: a phone call, a locked screen
 * and a look into a book leave the page alike.
 *
 * @param epoch of the device
 * @param sequence the device's number, from 1; negative for what the server saw
 * @param kind what
 * @param happenedAt when, by the server's clock as the device knew it
 * @param seconds how long it lasted; null while nobody has come back, and for what has no duration
 * @param cause why, where that is known; null while nobody has come back
 */
public record SittingEvent(
        int epoch,
        int sequence,
        Kind kind,
        Instant happenedAt,
        @Nullable Integer seconds,
        @Nullable Cause cause) {

    /** Whether the page was left for anything but handing in work, which cannot be done without leaving it. */
    public boolean isAbsence() {
        return kind != Kind.TAKEN_OVER && !isForWork();
    }

    /** Whether the page was left for a photograph or a file of work. */
    public boolean isForWork() {
        return cause == Cause.ADDING_WORK;
    }

    /** What happened. */
    public enum Kind {
        /** The page was not to be seen. */
        LEFT,
        /** The page was to be seen, but another window had the keyboard. */
        UNFOCUSED,
        /** Another device went on with the attempt. */
        TAKEN_OVER;

        /** What a player may report, by its name. */
        public static Optional<Kind> reported(String name) {
            return switch (name) {
                case "LEFT" -> Optional.of(LEFT);
                case "UNFOCUSED" -> Optional.of(UNFOCUSED);
                default -> Optional.empty();
            };
        }
    }

    /** Why a page was left. A locked screen and another application look alike to it. */
    public enum Cause {
        RELOAD,
        REOPENED,
        OTHER_WINDOW,
        /** The camera or the choice of files stood before it, opened by the button that adds work to an answer. */
        ADDING_WORK,
        UNKNOWN;

        /** The cause of that name; unknown for any other. */
        public static Cause named(String name) {
            return switch (name) {
                case "RELOAD" -> RELOAD;
                case "REOPENED" -> REOPENED;
                case "OTHER_WINDOW" -> OTHER_WINDOW;
                case "ADDING_WORK" -> ADDING_WORK;
                default -> UNKNOWN;
            };
        }
    }
}
