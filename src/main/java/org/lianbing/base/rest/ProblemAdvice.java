package org.lianbing.base.rest;

import java.util.Locale;

import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.MessageSource;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.dao.RecoverableDataAccessException;
import org.springframework.dao.TransientDataAccessException;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.http.converter.HttpMessageNotReadableException;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.transaction.CannotCreateTransactionException;
import org.springframework.transaction.TransactionSystemException;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;
import org.springframework.web.context.request.WebRequest;
import org.springframework.web.servlet.mvc.method.annotation.ResponseEntityExceptionHandler;

import org.lianbing.base.Problem;
import org.lianbing.base.Texts;

/** Turns problems into RFC 9457 answers, with the sentence in the caller's language. */
@RestControllerAdvice(annotations = org.springframework.web.bind.annotation.RestController.class)
class ProblemAdvice extends ResponseEntityExceptionHandler {

    private static final Logger log = LoggerFactory.getLogger(ProblemAdvice.class);

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
        ProblemAnswers.retryAfter(problem).ifPresent(seconds -> answer.header(HttpHeaders.RETRY_AFTER, seconds));
        return answer.body(detail);
    }

    /** What was wrong with a body while it was read may come wrapped by whoever read it. */
    @Override
    protected @Nullable ResponseEntity<Object> handleHttpMessageNotReadable(
            HttpMessageNotReadableException unreadable,
            HttpHeaders headers,
            HttpStatusCode status,
            WebRequest request) {
        for (Throwable cause = unreadable; cause != null; cause = cause.getCause()) {
            if (cause instanceof Problem problem) {
                ResponseEntity<ProblemDetail> answer = problem(problem, request.getLocale());
                return handleExceptionInternal(
                        unreadable, answer.getBody(), answer.getHeaders(), answer.getStatusCode(), request);
            }
        }
        return super.handleHttpMessageNotReadable(unreadable, headers, status, request);
    }

    /** The database is away, busy or full: for who asks it is one and the same, and worth another try. */
    @ExceptionHandler({
        DataAccessResourceFailureException.class,
        TransientDataAccessException.class,
        RecoverableDataAccessException.class,
        CannotCreateTransactionException.class,
        TransactionSystemException.class
    })
    ResponseEntity<ProblemDetail> away(Exception cause, Locale asked) {
        log.warn("A request was not answered because of the database: {}", cause.getMessage());
        return problem(Problem.unavailable("base.database-away"), asked);
    }

    @ExceptionHandler
    ResponseEntity<ProblemDetail> forbidden(AccessDeniedException refused, Locale asked) {
        return problem(Problem.forbidden("base.forbidden"), asked);
    }
}
