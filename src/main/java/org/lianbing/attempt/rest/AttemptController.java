package org.lianbing.attempt.rest;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.annotation.security.RolesAllowed;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.NullNode;

import org.lianbing.attempt.AttemptClock;
import org.lianbing.attempt.Candidate;
import org.lianbing.attempt.ClockBoard;
import org.lianbing.attempt.Feedback;
import org.lianbing.attempt.Sitting;
import org.lianbing.attempt.SittingEvents;
import org.lianbing.attempt.SittingMedia;
import org.lianbing.attempt.journal.StepOutcome;
import org.lianbing.base.Problem;

/** One attempt, for whoever holds its token. Any other attempt is not found, whether it exists or not. */
@RestController
@RequestMapping("/api/attempts/{attemptId}")
@RolesAllowed(AttemptTokenAuthentication.ROLE)
@Tag(name = "attempts", description = "Sitting an attempt; with an attempt token")
class AttemptController {

    private final Sitting sitting;
    private final SittingMedia clips;
    private final SittingEvents events;
    private final ClockBoard clocks;
    private final Clock clock;

    AttemptController(Sitting sitting, SittingMedia clips, SittingEvents events, ClockBoard clocks, Clock clock) {
        this.sitting = sitting;
        this.clips = clips;
        this.events = events;
        this.clocks = clocks;
        this.clock = clock;
    }

    @GetMapping
    @Operation(summary = "How the attempt stands: order, stored responses, feedback given, deadline")
    AttemptJson.Opened open(@PathVariable String attemptId, @AuthenticationPrincipal Candidate candidate) {
        Sitting.Opened opened = sitting.open(own(candidate, attemptId));
        return AttemptJson.Opened.of(
                opened,
                clips.pass(candidate, opened.attempt()),
                events.takenOverAt(candidate),
                events.last(candidate),
                clocks.fresh(candidate.attempt()),
                clock.instant());
    }

    @PutMapping("/responses")
    @Operation(summary = "Save responses; answered after they are committed")
    AttemptJson.SaveAnswer save(
            @PathVariable String attemptId,
            @AuthenticationPrincipal Candidate candidate,
            @RequestBody AttemptJson.SaveRequest request) {
        Instant now = clock.instant();
        List<Sitting.Sent> sent = request.responses().stream()
                .map(one -> new Sitting.Sent(one.slot(), one.sequence(), orNull(one.value())))
                .toList();
        return answer(sitting.save(own(candidate, attemptId), sent, now), clocks.of(candidate.attempt()));
    }

    @PostMapping("/slots/{slot}/check")
    @Operation(summary = "Commit a response, lock its slot and get key and explanation; practice only")
    AttemptJson.Checked check(
            @PathVariable String attemptId,
            @PathVariable int slot,
            @AuthenticationPrincipal Candidate candidate,
            @RequestBody AttemptJson.CheckRequest request) {
        Instant now = clock.instant();
        Sitting.Sent sent = new Sitting.Sent(slot, request.sequence(), orNull(request.value()));
        return AttemptJson.Checked.of(sitting.check(own(candidate, attemptId), sent, now), clock.instant());
    }

    @PostMapping("/slots/{slot}/assessment")
    @Operation(summary = "Say which points stand in one's own text, after its check; once, practice only")
    AttemptJson.Checked assess(
            @PathVariable String attemptId,
            @PathVariable int slot,
            @AuthenticationPrincipal Candidate candidate,
            @RequestBody AttemptJson.AssessmentRequest request) {
        Instant now = clock.instant();
        Feedback feedback = sitting.assess(own(candidate, attemptId), slot, request.sequence(), request.said(), now);
        return AttemptJson.Checked.of(feedback, clock.instant());
    }

    @PostMapping("/submission")
    @Operation(summary = "Hand in; the same receipt however often it is asked for")
    AttemptJson.ReceiptAnswer handIn(
            @PathVariable String attemptId,
            @AuthenticationPrincipal Candidate candidate,
            @RequestBody(required = false) AttemptJson.@Nullable HandInRequest request) {
        Instant now = clock.instant();
        boolean byTheClock = request != null && Boolean.TRUE.equals(request.automatic());
        return AttemptJson.ReceiptAnswer.of(sitting.handIn(own(candidate, attemptId), byTheClock, now), now);
    }

    static Candidate own(Candidate candidate, String attemptId) {
        if (!candidate.attempt().toString().equals(attemptId)) {
            throw Problem.notFound("base.not-found");
        }
        return candidate;
    }

    private AttemptJson.SaveAnswer answer(List<Sitting.Answered> answered, AttemptClock known) {
        List<AttemptJson.SavedStep> saved = new ArrayList<>(answered.size());
        List<AttemptJson.RefusedStep> refused = new ArrayList<>();
        for (Sitting.Answered one : answered) {
            int slot = one.sent().slot();
            int sequence = one.sent().sequence();
            if (one.outcome() instanceof StepOutcome.Refused(StepOutcome.Reason reason)) {
                refused.add(new AttemptJson.RefusedStep(slot, sequence, reason.code()));
            } else {
                saved.add(new AttemptJson.SavedStep(slot, sequence));
            }
        }
        return new AttemptJson.SaveAnswer(saved, refused, clock.instant(), known.deadline(), known.pausedAt() != null);
    }

    private static JsonNode orNull(@Nullable JsonNode value) {
        return value == null ? NullNode.getInstance() : value;
    }
}
