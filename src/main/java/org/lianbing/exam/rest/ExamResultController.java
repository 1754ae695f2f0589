package org.lianbing.exam.rest;

import java.util.Optional;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RestController;

import org.lianbing.attempt.AttemptId;
import org.lianbing.attempt.AttemptSummary;
import org.lianbing.attempt.Attempts;
import org.lianbing.base.Actor;
import org.lianbing.base.CurrentActor;
import org.lianbing.base.PersonId;
import org.lianbing.base.Problem;
import org.lianbing.exam.Admission;
import org.lianbing.exam.ExamId;

/** The result, for the candidate alone: signed in, or with the token of this very attempt. */
@RestController
@Tag(name = "exams")
class ExamResultController {

    private static final String BEARER = "Bearer ";

    private final Admission admission;
    private final Attempts attempts;
    private final ResultBodies bodies;
    private final CurrentActor current;

    ExamResultController(Admission admission, Attempts attempts, ResultBodies bodies, CurrentActor current) {
        this.admission = admission;
        this.attempts = attempts;
        this.bodies = bodies;
        this.current = current;
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
        return bodies.result(admission.result(asker(id, authorization), ExamId.of(exam), id));
    }

    private PersonId asker(AttemptId id, @Nullable String authorization) {
        Optional<Actor> actor = current.find();
        if (actor.isPresent()) {
            return actor.get().person();
        }
        return Optional.ofNullable(authorization)
                .filter(text -> text.startsWith(BEARER))
                .flatMap(text -> attempts.opened(text.substring(BEARER.length())))
                .filter(opened -> opened.id().equals(id))
                .map(AttemptSummary::person)
                .orElseThrow(() -> Problem.notFound("base.not-found"));
    }
}
