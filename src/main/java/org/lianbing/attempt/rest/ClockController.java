package org.lianbing.attempt.rest;

import java.time.Clock;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.annotation.security.RolesAllowed;
import org.jspecify.annotations.Nullable;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RestController;

import org.lianbing.attempt.AttemptClock;
import org.lianbing.attempt.Candidate;
import org.lianbing.attempt.ClockBoard;

/** The clock of an attempt, from memory: a player asks every few seconds, and is told in no bytes that nothing changed. */
@RestController
@RolesAllowed(AttemptTokenAuthentication.ROLE)
@Tag(name = "attempts")
class ClockController {

    private final ClockBoard clocks;
    private final Clock clock;

    ClockController(ClockBoard clocks, Clock clock) {
        this.clocks = clocks;
        this.clock = clock;
    }

    @GetMapping("/api/attempts/{attemptId}/clock")
    @Operation(summary = "Deadline, extra time and pause, at most two seconds old; 304 while they are as you know them")
    ResponseEntity<AttemptJson.ClockAnswer> clock(
            @PathVariable String attemptId,
            @AuthenticationPrincipal Candidate candidate,
            @RequestHeader(name = HttpHeaders.IF_NONE_MATCH, required = false) @Nullable String known) {
        AttemptClock now = clocks.of(AttemptController.own(candidate, attemptId).attempt());
        String tag = "\"%d\"".formatted(now.version());
        boolean unchanged = tag.equals(known);
        ResponseEntity.BodyBuilder answer = ResponseEntity.status(unchanged ? HttpStatus.NOT_MODIFIED : HttpStatus.OK)
                .cacheControl(CacheControl.noStore())
                .eTag(tag);
        return unchanged ? answer.build() : answer.body(AttemptJson.ClockAnswer.of(now, clock.instant()));
    }
}
