package org.lianbing.exam.rest;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.annotation.security.RolesAllowed;
import org.jspecify.annotations.Nullable;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

import org.lianbing.attempt.Arrangement;
import org.lianbing.attempt.Attempt;
import org.lianbing.attempt.Behaviour;
import org.lianbing.exam.Admission;
import org.lianbing.exam.ExamId;
import org.lianbing.exam.Prepared;
import org.lianbing.paper.SealedForm;

/** What a device fetches ahead of the start, so that the start itself is a few bytes. */
@RestController
@RequestMapping("/api/exams/{exam}")
@RolesAllowed({"WORKER", AdmittedAuthentication.ROLE})
@Tag(name = "exams")
class PreparationController {

    /** Parallel forms share the address: on a machine that several people use, the next one may have another. */
    private static final CacheControl ASKED_FOR_EACH_TIME =
            CacheControl.noCache().cachePrivate();

    @Schema(name = "ExamPreparation")
    record Body(
            @Schema(description = "Your attempt, where it is prepared and not begun") @Nullable
            PreparedAttempt attempt,

            @Schema(description = "The paper, which the key in the answer to your start opens")
            Sealed form,

            Instant serverTime) {}

    /** An attempt before its start; together with the start's answer it is what a player opens. */
    record PreparedAttempt(
            String attemptId,
            String title,
            String subtitle,
            String person,
            Behaviour behaviour,
            int epoch,
            Order arrangement,
            String returnUrl) {

        static PreparedAttempt of(Attempt attempt, String person) {
            Arrangement own = attempt.arrangement();
            return new PreparedAttempt(
                    attempt.id().toString(),
                    attempt.title(),
                    attempt.subtitle(),
                    person,
                    attempt.behaviour(),
                    attempt.epoch(),
                    new Order(own.slots(), own.options(), own.variants()),
                    attempt.returnUrl());
        }
    }

    /** The candidate's order, as an attempt tells it. */
    @Schema(name = "PreparedOrder")
    record Order(List<Integer> slots, Map<Integer, List<Integer>> options, Map<Integer, Integer> variants) {}

    @Schema(name = "SealedForm")
    record Sealed(
            @Schema(description = "Changes when the paper does")
            String etag,

            int bytes) {}

    private final Admission admission;
    private final ExamCaller caller;
    private final Clock clock;

    PreparationController(Admission admission, ExamCaller caller, Clock clock) {
        this.admission = admission;
        this.caller = caller;
        this.clock = clock;
    }

    @GetMapping("/preparation")
    @Operation(summary = "What your device may hold before the start: your order, and what the sealed paper is called")
    Body preparation(@PathVariable String exam) {
        ExamId id = ExamId.of(exam);
        Prepared prepared = admission.prepared(caller.of(id), id);
        Attempt attempt = prepared.attempt();
        return new Body(
                attempt == null ? null : PreparedAttempt.of(attempt, prepared.person()),
                new Sealed(prepared.form().etag(), prepared.form().bytes().length),
                clock.instant());
    }

    @GetMapping(path = "/sealed-form", produces = MediaType.APPLICATION_OCTET_STREAM_VALUE)
    @Operation(
            summary =
                    "Your sealed paper: 12 bytes of nonce, then its gzipped JSON under AES-256-GCM with the tag at the"
                            + " end; whoever has another of the parallel forms gets another one here")
    ResponseEntity<byte[]> sealed(
            @PathVariable String exam,
            @RequestHeader(name = HttpHeaders.IF_NONE_MATCH, required = false) @Nullable String known) {
        ExamId id = ExamId.of(exam);
        SealedForm form = admission.sealed(caller.of(id), id);
        boolean unchanged = known != null && known.contains(form.etag());
        ResponseEntity.BodyBuilder answer = ResponseEntity.status(unchanged ? HttpStatus.NOT_MODIFIED : HttpStatus.OK)
                .cacheControl(ASKED_FOR_EACH_TIME)
                .eTag(form.etag());
        return unchanged
                ? answer.build()
                : answer.contentType(MediaType.APPLICATION_OCTET_STREAM).body(form.bytes());
    }
}
