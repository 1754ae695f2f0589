package org.lianbing.attempt.rest;

import java.time.Clock;
import java.time.Instant;
import java.util.List;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.media.Schema.RequiredMode;
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

import org.lianbing.attempt.Candidate;
import org.lianbing.attempt.SittingCourse;
import org.lianbing.attempt.SittingEvent;
import org.lianbing.attempt.SittingEvents;
import org.lianbing.base.Problem;

/** What happened around the answers, reported by the player and shown to the candidate, who can answer. */
@RestController
@RequestMapping("/api/attempts/{attemptId}")
@RolesAllowed(AttemptTokenAuthentication.ROLE)
@Tag(name = "attempts")
class SittingEventsController {

    record Report(List<SentEvent> events) {

        Report {
            events = List.copyOf(events);
        }
    }

    record SentEvent(
            @Schema(requiredMode = RequiredMode.REQUIRED, description = "The device's own number, from 1")
            int sequence,

            @Schema(
                    requiredMode = RequiredMode.REQUIRED,
                    allowableValues = {"LEFT", "UNFOCUSED"})
            @Nullable
            String kind,

            @Schema(requiredMode = RequiredMode.REQUIRED) @Nullable
            Instant happenedAt,

            @Schema(description = "How long it lasted; left out while nobody is back") @Nullable
            Long seconds,

            @Schema(
                    description = "Only where it is known",
                    allowableValues = {"RELOAD", "REOPENED", "OTHER_WINDOW", "ADDING_WORK", "UNKNOWN"})
            @Nullable
            String cause) {}

    @Schema(name = "NotedEvents")
    record NotedBody(
            @Schema(description = "Need not be sent again") List<Integer> kept,

            @Schema(description = "Whether no more are taken")
            boolean full,

            Instant serverTime) {}

    @Schema(name = "SittingCourse")
    record Course(
            List<SittingEvent> events,
            @Nullable String remark,
            @Nullable Instant remarkedAt,
            Instant serverTime) {}

    record RemarkRequest(
            @Schema(description = "Up to 500 characters; empty takes it back") @Nullable
            String words) {}

    private final SittingEvents events;
    private final Clock clock;

    SittingEventsController(SittingEvents events, Clock clock) {
        this.events = events;
        this.clock = clock;
    }

    @PostMapping("/events")
    @Operation(summary = "Report that the page was left, or is open again; the same number again changes nothing")
    NotedBody note(
            @PathVariable String attemptId, @AuthenticationPrincipal Candidate candidate, @RequestBody Report report) {
        Instant now = clock.instant();
        SittingEvents.Noted noted = events.note(
                AttemptController.own(candidate, attemptId),
                report.events().stream().map(SittingEventsController::sent).toList(),
                now);
        return new NotedBody(noted.kept(), noted.full(), now);
    }

    @GetMapping("/events")
    @Operation(summary = "What was noted around your answers, as the organizer reads it, and your remark")
    Course course(@PathVariable String attemptId, @AuthenticationPrincipal Candidate candidate) {
        return course(AttemptController.own(candidate, attemptId));
    }

    @PutMapping("/remark")
    @Operation(summary = "Say something about it; the organizer reads it")
    Course remark(
            @PathVariable String attemptId,
            @AuthenticationPrincipal Candidate candidate,
            @RequestBody RemarkRequest request) {
        Candidate own = AttemptController.own(candidate, attemptId);
        events.remark(own, request.words() == null ? "" : request.words(), clock.instant());
        return course(own);
    }

    private Course course(Candidate candidate) {
        SittingCourse course = events.of(candidate.attempt());
        SittingCourse.Remark remark = course.remark();
        return new Course(
                course.events(),
                remark == null ? null : remark.words(),
                remark == null ? null : remark.writtenAt(),
                clock.instant());
    }

    private static SittingEvents.Sent sent(SentEvent event) {
        SittingEvent.Kind kind = SittingEvent.Kind.reported(event.kind() == null ? "" : event.kind())
                .orElseThrow(() -> Problem.invalid("attempt.event"));
        if (event.happenedAt() == null) {
            throw Problem.invalid("attempt.event");
        }
        return new SittingEvents.Sent(
                event.sequence(),
                kind,
                event.happenedAt(),
                event.seconds(),
                event.cause() == null ? null : SittingEvent.Cause.named(event.cause()));
    }
}
