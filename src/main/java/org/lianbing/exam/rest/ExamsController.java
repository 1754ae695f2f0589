package org.lianbing.exam.rest;

import java.time.Clock;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Locale;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.annotation.security.RolesAllowed;
import jakarta.servlet.http.HttpServletRequest;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

import org.lianbing.attempt.Behaviour;
import org.lianbing.attempt.Device;
import org.lianbing.attempt.Started;
import org.lianbing.base.CurrentActor;
import org.lianbing.base.PersonId;
import org.lianbing.exam.Access;
import org.lianbing.exam.Admission;
import org.lianbing.exam.Approach;
import org.lianbing.exam.ExamFacts;
import org.lianbing.exam.ExamId;

/** Admission: facts for the waiting room, and the start. */
@RestController
@RequestMapping("/api/exams")
@RolesAllowed({"WORKER", AdmittedAuthentication.ROLE})
@Tag(name = "exams", description = "Exams for those on their rosters")
class ExamsController {

    /** The device that starts, by a random name that it keeps; may be left out. */
    record StartRequest(
            @Schema(description = "A random name that the client keeps; another one takes a running attempt over")
            @Nullable
            String device) {}

    @Schema(name = "StartedExam")
    record StartedBody(
            String attemptId,
            String token,
            Behaviour behaviour,
            int epoch,
            Instant startedAt,
            @Nullable Instant deadline,

            @Schema(description = "Whether this start began it: nothing is answered yet")
            boolean first,

            @Schema(description = "Opens the sealed form: 32 bytes, base64url")
            String key,

            Instant serverTime) {}

    private final Admission admission;
    private final ExamBodies bodies;
    private final ExamCaller caller;
    private final Access access;
    private final Approaches approaches;
    private final CurrentActor current;
    private final Clock clock;

    ExamsController(
            Admission admission,
            ExamBodies bodies,
            ExamCaller caller,
            Access access,
            Approaches approaches,
            CurrentActor current,
            Clock clock) {
        this.admission = admission;
        this.access = access;
        this.approaches = approaches;
        this.bodies = bodies;
        this.caller = caller;
        this.current = current;
        this.clock = clock;
    }

    /** The exams on whose roster the caller stands, the latest first. */
    @GetMapping
    @RolesAllowed("WORKER")
    @Operation(summary = "The exams on whose roster you stand, the latest first")
    List<ExamBodies.Mine> mine(Locale asked) {
        return admission.mine(current.require().person(), clock.instant()).stream()
                .map(exam -> bodies.mine(exam, asked))
                .toList();
    }

    /** What the waiting room shows. */
    @GetMapping("/{exam}")
    @Operation(summary = "What the waiting room shows: window, length, rules, and your attempt if there is one")
    ExamBodies.Facts facts(@PathVariable String exam, Locale asked, HttpServletRequest request) {
        Instant now = clock.instant();
        ExamId id = ExamId.of(exam);
        PersonId person = caller.of(id);
        ExamFacts facts = admission.facts(person, id, now);
        return bodies.facts(facts, entry(facts, person, asked, request), asked, now);
    }

    /** Told while there is time to go to another room; of no interest to whoever is done. */
    private ExamBodies.@Nullable Entry entry(
            ExamFacts facts, PersonId person, Locale asked, HttpServletRequest request) {
        ExamId id = facts.exam().id();
        if (access.rules(id).isEmpty() || !facts.isToBeSat()) {
            return null;
        }
        Approach approach = approaches.of(request);
        return bodies.entry(access.rules(id), approach, access.refusal(id, person, approach), asked);
    }

    /** Starts the caller's one attempt or finds the one that runs; another device takes over. */
    @PostMapping("/{exam}/attempts")
    @Operation(summary = "Start your one attempt or find the one that runs; the answer holds the token to sit it with")
    @ResponseStatus(HttpStatus.CREATED)
    StartedBody start(@PathVariable String exam, @RequestBody(required = false) @Nullable StartRequest request) {
        String device = Device.named(request == null ? null : request.device());
        Instant now = clock.instant();
        ExamId id = ExamId.of(exam);
        Started started = admission.start(caller.of(id), id, device, now);
        return new StartedBody(
                started.attemptId().toString(),
                started.token(),
                started.behaviour(),
                started.epoch(),
                started.startedAt(),
                started.deadline(),
                started.first(),
                Base64.getUrlEncoder().withoutPadding().encodeToString(admission.key(started)),
                now);
    }
}
