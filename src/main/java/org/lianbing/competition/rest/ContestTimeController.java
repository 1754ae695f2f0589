package org.lianbing.competition.rest;

import java.time.Clock;
import java.time.Duration;
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

import org.lianbing.base.CurrentActor;
import org.lianbing.base.PersonId;
import org.lianbing.base.Problem;
import org.lianbing.competition.CompetitionId;
import org.lianbing.competition.ContestTime;
import org.lianbing.exam.TimeDecision;

/** Time of a competition that was opened: extra time and pauses, for all and for one. */
@RestController
@RequestMapping("/api/competitions/{competition}")
@RolesAllowed("ORGANIZER")
@Tag(name = "competitions")
class ContestTimeController {

    record ExtraTimeRequest(
            @Schema(description = "Up to 240; negative to take back. This or seconds") @Nullable
            Integer minutes,

            @Schema(description = "In place of minutes, for short trials") @Nullable
            Integer seconds,

            @Schema(
                    requiredMode = RequiredMode.REQUIRED,
                    description = "As the candidates read it, up to 100 characters")
            @Nullable
            String reason) {

        private static final int MINUTE = 60;

        Duration by() {
            if (seconds != null) {
                return Duration.ofSeconds(seconds);
            }
            if (minutes == null) {
                throw Problem.invalid("competition.field-missing", "minutes");
            }
            return Duration.ofSeconds((long) MINUTE * minutes);
        }
    }

    record PauseRequest(
            @Schema(
                    requiredMode = RequiredMode.REQUIRED,
                    description = "As the candidates read it, up to 100 characters")
            @Nullable
            String reason) {}

    @Schema(name = "TimeDecision")
    record Decision(
            Instant at,
            TimeDecision.Kind kind,

            @Schema(description = "For whom alone; null for all") @Nullable
            String personId,

            @Schema(description = "Extra time, or how long the pause took that ended")
            double seconds,

            String reason,

            @Schema(
                    description =
                            "Whose clock was changed at that moment; who comes later gets extra time at the start")
            int affected,

            String decider) {

        private static final double MILLIS = 1000;

        static Decision of(TimeDecision decision) {
            PersonId person = decision.person();
            return new Decision(
                    decision.at(),
                    decision.kind(),
                    person == null ? null : person.toString(),
                    decision.by().toMillis() / MILLIS,
                    decision.reason(),
                    decision.affected(),
                    decision.decider());
        }
    }

    private final ContestTime time;
    private final CurrentActor current;
    private final Clock clock;

    ContestTimeController(ContestTime time, CurrentActor current, Clock clock) {
        this.time = time;
        this.current = current;
        this.clock = clock;
    }

    @GetMapping("/time-decisions")
    @Operation(summary = "What was decided about time, by whom and why, the latest first")
    List<Decision> decisions(@PathVariable String competition) {
        return time.decisions(current.require(), CompetitionId.of(competition)).stream()
                .map(Decision::of)
                .toList();
    }

    @PostMapping("/extra-time")
    @Operation(summary = "Extra time for all, at once and for who comes later; negative to take some back")
    Decision extend(@PathVariable String competition, @RequestBody ExtraTimeRequest request) {
        return extend(competition, null, request);
    }

    @PostMapping("/contestants/{person}/extra-time")
    @Operation(summary = "Extra time for one, at once or at their start; negative to take some back")
    Decision extendOne(
            @PathVariable String competition, @PathVariable String person, @RequestBody ExtraTimeRequest request) {
        return extend(competition, PersonId.of(person), request);
    }

    @PostMapping("/pause")
    @Operation(summary = "Pause for all: no clock runs, nothing is taken that comes later, nobody starts")
    Decision pause(@PathVariable String competition, @RequestBody PauseRequest request) {
        return pause(competition, null, request);
    }

    @PostMapping("/contestants/{person}/pause")
    @Operation(summary = "Pause for one who is at work")
    Decision pauseOne(
            @PathVariable String competition, @PathVariable String person, @RequestBody PauseRequest request) {
        return pause(competition, PersonId.of(person), request);
    }

    @DeleteMapping("/pause")
    @Operation(summary = "Go on: every deadline is later by exactly the pause")
    Decision resume(@PathVariable String competition) {
        return resume(competition, (PersonId) null);
    }

    @DeleteMapping("/contestants/{person}/pause")
    @Operation(summary = "Go on with one who is paused alone")
    Decision resumeOne(@PathVariable String competition, @PathVariable String person) {
        return resume(competition, PersonId.of(person));
    }

    @PostMapping("/contestants/{person}/reopening")
    @Operation(summary = "Let one go on whom the clock had stopped, for so long from now")
    Decision reopen(
            @PathVariable String competition, @PathVariable String person, @RequestBody ExtraTimeRequest request) {
        return Decision.of(time.reopen(
                current.require(),
                CompetitionId.of(competition),
                PersonId.of(person),
                request.by(),
                words(request.reason()),
                clock));
    }

    private Decision extend(String competition, @Nullable PersonId person, ExtraTimeRequest request) {
        return Decision.of(time.extend(
                current.require(),
                CompetitionId.of(competition),
                person,
                request.by(),
                words(request.reason()),
                clock));
    }

    private Decision pause(String competition, @Nullable PersonId person, PauseRequest request) {
        return Decision.of(
                time.pause(current.require(), CompetitionId.of(competition), person, words(request.reason()), clock));
    }

    private Decision resume(String competition, @Nullable PersonId person) {
        return Decision.of(time.resume(current.require(), CompetitionId.of(competition), person, clock));
    }

    private static String words(@Nullable String reason) {
        return reason == null ? "" : reason;
    }
}
