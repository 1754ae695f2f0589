package org.lianbing.competition.rest;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;

import org.jspecify.annotations.Nullable;

/**
 * A competition as a program fills it in. Either units or people are named; with neither, everybody of the organizer's
 * own units is meant.
 *
 * @param name 1 to 80 characters
 * @param trade id, code, name or alias
 * @param level such as {@code senior}; left out for a theme
 * @param opensAt ISO 8601 with zone
 * @param closesAt ISO 8601 with zone
 * @param durationMinutes how long one may work
 * @param durationSeconds the same for short trials, in place of minutes
 * @param blueprint the paper
 * @param units ids or names of units; all below them are meant too
 * @param people user names or ids
 * @param release {@code automatic} (where left out) or {@code manual}
 * @param showsAnswers whether candidates see keys after release; true where left out
 * @param liveBoard whether the board is public while the exam runs; false where left out
 */
record CompetitionRequest(
        @Nullable String name,
        @Nullable String trade,
        @Nullable String level,
        @Nullable Instant opensAt,
        @Nullable Instant closesAt,
        @Nullable Integer durationMinutes,
        @Nullable Integer durationSeconds,
        @Nullable Paper blueprint,
        @Nullable List<String> units,
        @Nullable List<String> people,
        @Nullable String release,
        @Nullable Boolean showsAnswers,
        @Nullable Boolean liveBoard) {

    /** The paper: a section a type. */
    record Paper(@Nullable List<Part> sections) {}

    /** So many items of a type; a point each where points are left out. */
    record Part(
            @Nullable String type,
            @Nullable Integer count,
            @Nullable BigDecimal points) {}
}
