package org.lianbing.competition.rest;

import java.time.Clock;
import java.time.Instant;
import java.util.List;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.media.Schema.RequiredMode;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.annotation.security.RolesAllowed;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

import org.lianbing.attempt.AttemptSummary;
import org.lianbing.attempt.SetAsideStep;
import org.lianbing.attempt.SittingCourse;
import org.lianbing.attempt.SittingEvent;
import org.lianbing.base.Actor;
import org.lianbing.base.CurrentActor;
import org.lianbing.base.PersonId;
import org.lianbing.competition.CompetitionId;
import org.lianbing.competition.Contestant;
import org.lianbing.competition.Contestants;

/** One contestant at a time: what was set aside, and declaring an attempt void. */
@RestController
@RequestMapping("/api/competitions/{competition}/contestants/{person}")
@RolesAllowed("ORGANIZER")
@Tag(name = "competitions")
class ContestantsController {

    record VoidingRequest(
            @Schema(
                    requiredMode = RequiredMode.REQUIRED,
                    description = "As the contestant reads it, up to 200 characters")
            @Nullable
            String reason) {}

    @Schema(name = "SetAside")
    record Aside(int slot, int epoch, Instant receivedAt, SetAsideStep.Reason reason) {}

    @Schema(name = "ContestantDetail")
    record Detail(
            CompetitionBodies.Row contestant,
            @Nullable Instant startedAt,
            @Nullable Instant deadline,

            @Schema(description = "Extra time, for all and their own; it is in the deadline")
            long extraSeconds,

            @Schema(description = "Since when their clock stands; null while it runs") @Nullable
            Instant pausedAt,

            List<Aside> setAside,

            @Schema(description = "What happened around the answers; nothing follows from it by itself")
            List<SittingEvent> events,

            @Schema(description = "What the contestant says about it") @Nullable
            String remark) {}

    private final Contestants contestants;
    private final CurrentActor current;
    private final Clock clock;

    ContestantsController(Contestants contestants, CurrentActor current, Clock clock) {
        this.contestants = contestants;
        this.current = current;
        this.clock = clock;
    }

    @GetMapping
    @Operation(summary = "A contestant with the answers that were set aside, late or from a device that was taken over")
    Detail get(@PathVariable String competition, @PathVariable String person) {
        return detail(current.require(), CompetitionId.of(competition), PersonId.of(person));
    }

    @PostMapping("/voiding")
    @Operation(summary = "Declare the attempt void: it leaves the ranking, and the contestant reads why")
    Detail declareVoid(
            @PathVariable String competition, @PathVariable String person, @RequestBody VoidingRequest request) {
        Actor actor = current.require();
        String reason = request.reason() == null ? "" : request.reason();
        contestants.declareVoid(actor, CompetitionId.of(competition), PersonId.of(person), reason, clock.instant());
        return detail(actor, CompetitionId.of(competition), PersonId.of(person));
    }

    @DeleteMapping("/voiding")
    @Operation(summary = "Take that back: the attempt counts as it did before")
    Detail restore(@PathVariable String competition, @PathVariable String person) {
        Actor actor = current.require();
        contestants.restore(actor, CompetitionId.of(competition), PersonId.of(person), clock.instant());
        return detail(actor, CompetitionId.of(competition), PersonId.of(person));
    }

    private Detail detail(Actor actor, CompetitionId competition, PersonId person) {
        Contestant found = contestants.get(actor, competition, person);
        AttemptSummary.Time time = found.time();
        SittingCourse.Remark remark = found.course().remark();
        return new Detail(
                CompetitionBodies.Row.of(found.row()),
                found.startedAt(),
                found.deadline(),
                time == null ? 0 : time.extra().toSeconds(),
                time == null ? null : time.pausedAt(),
                found.setAside().stream()
                        .map(step -> new Aside(step.slot(), step.epoch(), step.receivedAt(), step.reason()))
                        .toList(),
                found.course().events(),
                remark == null ? null : remark.words());
    }
}
