package org.lianbing.base.rest;

import java.util.Locale;
import java.util.Set;

import org.springframework.context.MessageSource;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;
import org.springframework.web.servlet.mvc.method.annotation.ResponseEntityExceptionHandler;

import org.lianbing.base.Problem;
import org.lianbing.base.Texts;

/** Turns problems into RFC 9457 answers, with the sentence in the caller's language. */
@RestControllerAdvice(annotations = org.springframework.web.bind.annotation.RestController.class)
class ProblemAdvice extends ResponseEntityExceptionHandler {

    private static final Set<Problem.Kind> WORTH_A_RETRY = Set.of(Problem.Kind.THROTTLED, Problem.Kind.UNAVAILABLE);

    private final MessageSource texts;

    ProblemAdvice(MessageSource texts) {
        this.texts = texts;
        setMessageSource(texts);
    }

    @ExceptionHandler
    ResponseEntity<ProblemDetail> problem(Problem problem, Locale asked) {
        ProblemDetail detail = ProblemDetail.forStatusAndDetail(
                HttpStatus.valueOf(problem.kind().status()),
                texts.getMessage(problem.code(), problem.arguments(), problem.code(), Texts.nearest(asked)));
        detail.setProperty("code", problem.code());
        problem.properties().forEach(detail::setProperty);
        ResponseEntity.BodyBuilder answer = ResponseEntity.status(problem.kind().status());
        if (WORTH_A_RETRY.contains(problem.kind())) {
            answer.header(
                    HttpHeaders.RETRY_AFTER, String.valueOf(problem.properties().getOrDefault("retryAfter", 2)));
        }
        return answer.body(detail);
    }

    @ExceptionHandler
    ResponseEntity<ProblemDetail> forbidden(AccessDeniedException refused, Locale asked) {
        return problem(Problem.forbidden("base.forbidden"), asked);
    }
}
