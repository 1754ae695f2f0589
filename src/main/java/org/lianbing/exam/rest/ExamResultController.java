package org.lianbing.exam.rest;

import java.time.Clock;
import java.time.Instant;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RestController;

import org.lianbing.attempt.Asker;
import org.lianbing.attempt.AttemptId;
import org.lianbing.base.PersonId;
import org.lianbing.exam.Admission;
import org.lianbing.exam.ExamId;

/** The result, for the candidate alone: signed in, by an admission link, or with the token of this very attempt. */
@RestController
@Tag(name = "exams")
class ExamResultController {

    private final Admission admission;
    private final Asker asker;
    private final ExamCaller caller;
    private final ResultBodies bodies;
    private final Clock clock;

    ExamResultController(Admission admission, Asker asker, ExamCaller caller, ResultBodies bodies, Clock clock) {
        this.admission = admission;
        this.asker = asker;
        this.caller = caller;
        this.bodies = bodies;
        this.clock = clock;
    }

    /** Before release a 409 {@code exam.not-released}; the attempts of others do not exist. */
    @GetMapping("/api/exams/{exam}/attempts/{attempt}/result")
    @Operation(summary = "Your result, after its release; with the person's token or the attempt's")
    @PreAuthorize("isAuthenticated()")
    ResultBodies.Result result(
            @PathVariable String exam,
            @PathVariable String attempt,
            @RequestHeader(name = HttpHeaders.AUTHORIZATION, required = false) @Nullable String authorization) {
        AttemptId id = AttemptId.of(attempt);
        ExamId of = ExamId.of(exam);
        PersonId person = caller.admitted(of).orElseGet(() -> asker.of(id, authorization));
        Instant now = clock.instant();
        return bodies.result(admission.result(person, of, id, now), now);
    }
}
