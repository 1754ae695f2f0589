package org.lianbing.attempt.rest;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;

import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.media.Schema.RequiredMode;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

import org.lianbing.attempt.Attempt;
import org.lianbing.attempt.AttemptClock;
import org.lianbing.attempt.Feedback;
import org.lianbing.attempt.Receipt;
import org.lianbing.attempt.Sitting;
import org.lianbing.paper.SlotFeedback;

/** The shapes in which the player is answered. */
final class AttemptJson {

    private AttemptJson() {}

    /** An attempt as a player opens it. */
    @Schema(name = "AttemptFacts")
    record Opened(
            String attemptId,
            String title,
            String subtitle,
            String person,
            String behaviour,
            String state,
            int epoch,
            int lastSequence,
            @Nullable Instant startedAt,
            @Nullable Instant deadline,

            @Schema(description = "Why it was declared void") @Nullable
            String voidReason,

            String purpose,
            String purposeId,
            Order arrangement,
            List<Response> responses,
            List<Checked> checked,

            @Schema(description = "The files of work that the responses name")
            List<WorkFileFacts> files,

            Instant serverTime,
            String returnUrl,

            @Schema(description = "Goes as ?pass= with the links to sound and film; null before the start") @Nullable
            String mediaPass,

            @Schema(description = "When this device took the attempt over from another one") @Nullable
            Instant takenOverAt,

            @Schema(description = "The highest number under which this device has reported an event")
            int lastEvent,

            ClockAnswer clock) {

        static Opened of(
                Sitting.Opened opened,
                @Nullable String mediaPass,
                @Nullable Instant takenOverAt,
                int lastEvent,
                AttemptClock clock,
                Instant now) {
            Attempt attempt = opened.attempt();
            return new Opened(
                    attempt.id().toString(),
                    attempt.title(),
                    attempt.subtitle(),
                    opened.person(),
                    attempt.behaviour().name(),
                    attempt.state().name(),
                    attempt.epoch(),
                    opened.lastSequence(),
                    attempt.window().startedAt(),
                    attempt.window().deadline(),
                    attempt.voidReason(),
                    attempt.purpose().kind(),
                    attempt.purpose().id().toString(),
                    new Order(
                            attempt.arrangement().slots(),
                            attempt.arrangement().options(),
                            attempt.arrangement().variants()),
                    opened.responses().entrySet().stream()
                            .map(entry -> new Response(entry.getKey(), entry.getValue()))
                            .toList(),
                    opened.checked().stream()
                            .map(feedback -> Checked.of(feedback, now))
                            .toList(),
                    WorkFileFacts.of(opened.files()),
                    now,
                    attempt.returnUrl(),
                    mediaPass,
                    takenOverAt,
                    lastEvent,
                    ClockAnswer.of(clock, now));
        }
    }

    /** The clock of the attempt. */
    @Schema(name = "AttemptClock")
    record ClockAnswer(
            @Schema(description = "Counts the changes, from 0; the entity tag of the clock")
            int version,

            @Schema(description = "With all extra time in it; later by the pause once that is over") @Nullable
            Instant deadline,

            @Schema(description = "Since when the clock stands; null while it runs") @Nullable
            Instant pausedAt,

            @Nullable String pauseReason,

            @Schema(description = "Extra time, together; it is in the deadline")
            long extraSeconds,

            @Schema(description = "Why, in the latest words") @Nullable
            String extraReason,

            Instant serverTime) {

        static ClockAnswer of(AttemptClock clock, Instant now) {
            return new ClockAnswer(
                    clock.version(),
                    clock.deadline(),
                    clock.pausedAt(),
                    clock.pauseReason(),
                    clock.extra().toSeconds(),
                    clock.extraReason(),
                    now);
        }
    }

    /** The candidate's order, and which variant of each slot that has some. */
    record Order(
            List<Integer> slots,
            Map<Integer, List<Integer>> options,

            @Schema(description = "For a slot with variants, which of them is the candidate's, from 0")
            Map<Integer, Integer> variants) {}

    /** What stands as answered; JSON null for a slot that was cleared. */
    @Schema(name = "StandingResponse")
    record Response(int slot, JsonNode value) {}

    /** Feedback of a checked slot. */
    record Checked(
            int slot,
            BigDecimal fraction,
            boolean correct,

            @Schema(
                    description = "Why the fraction is what it is",
                    allowableValues = {
                        "right",
                        "partly",
                        "wrong-pick",
                        "wrong",
                        "figures",
                        "blank",
                        "self-assessed",
                        "unmarked",
                        "granted",
                        "taken-out"
                    })
            String reason,

            @Schema(description = "Whether each blank or each spot is right, in their order; empty for other types")
            List<@Nullable Boolean> marks,

            SlotFeedback.Key key,
            String explanation,
            List<SlotFeedback.Why> whys,
            Instant serverTime) {

        static Checked of(Feedback feedback, Instant now) {
            return new Checked(
                    feedback.score().slot(),
                    feedback.score().fraction(),
                    feedback.score().correct(),
                    feedback.score().reason().code(),
                    feedback.marks(),
                    feedback.reasons().key(),
                    feedback.reasons().explanation(),
                    feedback.reasons().whys(),
                    now);
        }
    }

    /** Responses to save. */
    record SaveRequest(List<SentResponse> responses) {

        /** No list, or nothing in a place of it, is a malformed request and not a failure of ours. */
        SaveRequest {
            responses = List.copyOf(responses);
        }
    }

    /** One of them; the value is null for a cleared slot. */
    record SentResponse(
            @Schema(requiredMode = RequiredMode.REQUIRED, description = "As numbered in the form")
            int slot,

            @Schema(
                    requiredMode = RequiredMode.REQUIRED,
                    description =
                            "Your own number, from 1, a larger one for each change; the same number with the same value may be sent again")
            int sequence,

            @Schema(description = ResponseShapes.BY_TYPE) @Nullable
            JsonNode value) {}

    /** A response to check at once. */
    record CheckRequest(
            @Schema(
                    requiredMode = RequiredMode.REQUIRED,
                    description = "Numbered as in responses, and in one row with them")
            int sequence,

            @Nullable JsonNode value) {}

    /** How it is handed in; may be left out. */
    record HandInRequest(
            @Schema(
                    description = "True where a player does it because the time is up. It then counts the full time;"
                            + " from the deadline on every hand-in does, whatever is said here")
            @Nullable
            Boolean automatic) {}

    /** What a writer found in the own text. */
    record AssessmentRequest(
            @Schema(
                    requiredMode = RequiredMode.REQUIRED,
                    description = "Numbered as in responses, and in one row with them")
            int sequence,

            @Schema(
                    requiredMode = RequiredMode.REQUIRED,
                    description = "The tokens of those points of the key that stand in the text")
            Set<String> said) {

        AssessmentRequest {
            said = Set.copyOf(said);
        }
    }

    /** What became of the responses. */
    record SaveAnswer(
            List<SavedStep> saved,
            List<RefusedStep> refused,
            Instant serverTime,

            @Schema(description = "When the time is up, as it stands now; null for never") @Nullable
            Instant deadline,

            @Schema(description = "Whether the clock stands; see the attempt's clock")
            boolean paused) {}

    /** A response that is committed. */
    record SavedStep(int slot, int sequence) {}

    /** A response that is not taken. */
    record RefusedStep(int slot, int sequence, String reason) {}

    /** What a candidate holds in hand. */
    record ReceiptAnswer(
            String attemptId,
            String state,
            Instant handedInAt,
            int answered,
            int items,
            long timeUsedSeconds,
            String digest,
            Instant serverTime) {

        static ReceiptAnswer of(Receipt receipt, Instant now) {
            return new ReceiptAnswer(
                    receipt.attemptId().toString(),
                    receipt.state().name(),
                    receipt.handedInAt(),
                    receipt.answered(),
                    receipt.items(),
                    receipt.timeUsedSeconds(),
                    receipt.digest(),
                    now);
        }
    }
}
