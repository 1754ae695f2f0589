package org.lianbing.competition.rest;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.media.Schema.RequiredMode;
import org.jspecify.annotations.Nullable;

import org.lianbing.competition.CompetitionId;
import org.lianbing.competition.LeftOut;

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
 * @param lateStart {@code within-window} (where left out), {@code full} or {@code remaining}
 * @param graceSeconds for answers that were on their way at the deadline; 5 where left out
 * @param blueprint the paper
 * @param units ids or names of units; all below them are meant too
 * @param people user names or ids
 * @param release {@code automatic} (where left out) or {@code manual}
 * @param showsAnswers false for {@code never} in both of the following; true where left out
 * @param answers when right answers come out: {@code with-scores} (where left out), {@code by-hand}, {@code never} or an
 *     instant; never before the scores
 * @param explanations when explanations do, likewise; never before the answers
 * @param passPercent what it takes to pass, in percent of the max score; 60 where left out
 * @param liveBoard whether the board is public while the exam runs; false where left out
 * @param aids what candidates may use; nothing where left out
 * @param access from where and with what it is sat; from anywhere with any browser where left out
 */
record CompetitionRequest(
        @Schema(requiredMode = RequiredMode.REQUIRED, example = "电工技能竞赛") @Nullable
        String name,

        @Schema(requiredMode = RequiredMode.REQUIRED, description = "Id, code or name", example = "electrician")
        @Nullable
        String trade,

        @Schema(example = "senior") @Nullable String level,

        @Schema(requiredMode = RequiredMode.REQUIRED) @Nullable
        Instant opensAt,

        @Schema(requiredMode = RequiredMode.REQUIRED) @Nullable
        Instant closesAt,

        @Schema(description = "How long one may work; this or durationSeconds") @Nullable
        Integer durationMinutes,

        @Schema(description = "In place of durationMinutes, for short trials") @Nullable
        Integer durationSeconds,

        @Schema(
                description = "What somebody gets who starts late: the full time, after the end of the window, too; the"
                        + " full time up to the end of the window, also where it is left out; or what is left, so that"
                        + " all end together",
                allowableValues = {"full", "within-window", "remaining"})
        @Nullable
        String lateStart,

        @Schema(
                description = "For how long after a deadline answers are taken that were on their way, 0 to 60; 5 where"
                        + " it is left out")
        @Nullable
        Integer graceSeconds,

        @Schema(requiredMode = RequiredMode.REQUIRED) @Nullable
        Paper blueprint,

        @Schema(
                description =
                        "Ids or names; everybody of these units and of all below them is admitted. Your own where both lists are left out")
        @Nullable
        List<String> units,

        @Schema(description = "User names or ids; these people alone are admitted") @Nullable
        List<String> people,

        @Schema(
                description = "When results come out; automatic where it is left out",
                allowableValues = {"automatic", "manual"})
        @Nullable
        String release,

        @Schema(description = "False where candidates never see keys; true where it is left out") @Nullable
        Boolean showsAnswers,

        @Schema(
                description = "When right answers come out: with-scores (where it is left out), by-hand, never, or an"
                        + " instant as ISO 8601 with zone; at the earliest with the scores",
                example = "with-scores")
        @Nullable
        String answers,

        @Schema(
                description = "When explanations come out, as answers; at the earliest with them. As answers where it"
                        + " is left out",
                example = "2026-12-07T09:00:00+08:00")
        @Nullable
        String explanations,

        @Schema(description = "Of the max score, what it takes to pass; 60 where it is left out") @Nullable
        Integer passPercent,

        @Schema(description = "Whether the board is public while the exam runs; false where it is left out") @Nullable
        Boolean liveBoard,

        @Schema(description = "What candidates may use; nothing where it is left out") @Nullable
        AidsAsked aids,

        @Schema(description = "From where and with what it is sat; from anywhere with any browser where it is left out")
        @Nullable
        AccessBody access) {

    /** What candidates may use. */
    @Schema(name = "AidsAsked")
    record AidsAsked(
            @Nullable Boolean calculator,

            @Schema(description = "Markdown with TeX between dollar signs, up to 4000 characters") @Nullable
            String formulaSheet,

            @Schema(description = "Whether the player hinders copying and printing") @Nullable
            Boolean guarded) {}

    /** The paper: a section a type, and what else is asked of it. */
    record Paper(
            @Nullable List<Part> sections,

            @Schema(
                    description =
                            "How many parallel forms, 1 to 2000, or 0 for one for each candidate (of more than 2000, some share"
                                    + " one); 1 where it is left out. Neighbours by seat get different ones")
            @Nullable
            Integer forms,

            @Schema(description = "Whether each candidate gets an order of their own; true where it is left out")
            @Nullable
            Boolean shuffled,

            @Schema(description = "By how much the mean difficulties of the forms may differ; 0.1 where it is left out")
            @Nullable
            BigDecimal tolerance,

            @Nullable Mix difficulty,

            @Schema(
                    description = "How much comes from the items of which level, in percent, together 100; all from the"
                            + " paper's own where it is left out",
                    example = "{\"senior\": 70, \"intermediate\": 30}")
            @Nullable
            Map<String, Integer> levels,

            @Schema(description = "Ids of points that every form must test") @Nullable
            List<String> must,

            @Schema(
                    description =
                            "Items that stood in an exam within so many months are left out; 0 where it is left out")
            @Nullable
            Integer restMonths,

            @Nullable LeaveOut leaveOut) {}

    /** What the paper is not to hold; also what is answered. */
    @Schema(name = "LeaveOut")
    record LeaveOut(
            @Schema(description = "Codes of items, up to 500; a code that no item answers to is refused") @Nullable
            List<String> items,

            @Schema(
                    description =
                            "Ids of opened competitions within reach, up to 50; nothing that stood in their papers is drawn")
            @Nullable
            List<String> contests) {

        static LeaveOut of(LeftOut leftOut) {
            return new LeaveOut(
                    leftOut.codes().stream().sorted().toList(),
                    leftOut.contests().stream()
                            .map(CompetitionId::toString)
                            .sorted()
                            .toList());
        }

        static LeftOut read(@Nullable LeaveOut asked) {
            return asked == null
                    ? LeftOut.NONE
                    : new LeftOut(
                            texts(asked.items()).collect(Collectors.toSet()),
                            texts(asked.contests()).map(CompetitionId::of).collect(Collectors.toSet()));
        }

        /** Whoever writes JSON may write null into a list, too. */
        private static Stream<String> texts(@Nullable List<String> asked) {
            return asked == null ? Stream.of() : asked.stream().filter(Objects::nonNull);
        }
    }

    /** How much is easy (difficulty 1 and 2), medium (3) and hard (4 and 5), in percent, together 100. */
    record Mix(int easy, int medium, int hard) {}

    /** So many items of a type; a point each where points are left out. */
    record Part(
            @Schema(requiredMode = RequiredMode.REQUIRED, example = "single-choice") @Nullable
            String type,

            @Schema(requiredMode = RequiredMode.REQUIRED) @Nullable
            Integer count,

            @Schema(description = "Each; 1 where it is left out") @Nullable
            BigDecimal points,

            @Schema(
                    description = "By which rule responses that are right in part count; each item's own where it is"
                            + " left out. For multiple-choice, fill-in, matching and hotspot",
                    allowableValues = {"all-or-nothing", "right-parts", "net-right"})
            @Nullable
            String credit,

            @Schema(
                    description = "Id of a sealed set from which they are drawn unread; its setters must have permitted"
                            + " the caller. The bank where it is left out")
            @Nullable
            String sealedSet,

            @Schema(
                    description =
                            "How many of them come from the sealed set, the others from the bank; all where it is left out")
            @Nullable
            Integer sealedCount) {}
}
