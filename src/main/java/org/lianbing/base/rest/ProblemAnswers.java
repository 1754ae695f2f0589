package org.lianbing.base.rest;

import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.springframework.context.MessageSource;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

import org.lianbing.base.Problem;
import org.lianbing.base.Texts;

/** Answers with a problem (RFC 9457) where no controller has been reached: in filters. */
@Component
public class ProblemAnswers {

    private static final Set<Problem.Kind> WORTH_A_RETRY = Set.of(Problem.Kind.THROTTLED, Problem.Kind.UNAVAILABLE);
    private static final int RETRY_AFTER_SECONDS = 2;

    private final MessageSource texts;
    private final JsonMapper json;

    ProblemAnswers(MessageSource texts, JsonMapper json) {
        this.texts = texts;
        this.json = json;
    }

    /** Writes the whole answer. */
    public void write(Problem problem, HttpServletRequest request, HttpServletResponse response) throws IOException {
        HttpStatus status = HttpStatus.valueOf(problem.kind().status());
        Map<String, Object> body = new LinkedHashMap<>();
        body.put("type", "about:blank");
        body.put("title", status.getReasonPhrase());
        body.put("status", status.value());
        body.put(
                "detail",
                String.valueOf(texts.getMessage(
                        problem.code(), problem.arguments(), problem.code(), Texts.nearest(request.getLocale()))));
        body.put("instance", request.getRequestURI());
        body.put("code", problem.code());
        body.putAll(problem.properties());
        response.setStatus(status.value());
        if (status == HttpStatus.UNAUTHORIZED) {
            response.setHeader(HttpHeaders.WWW_AUTHENTICATE, "Bearer");
        }
        retryAfter(problem).ifPresent(seconds -> response.setHeader(HttpHeaders.RETRY_AFTER, seconds));
        response.setContentType(MediaType.APPLICATION_PROBLEM_JSON_VALUE);
        response.getOutputStream().write(json.writeValueAsBytes(body));
    }

    /** Seconds after which to ask again; empty where asking again changes nothing. */
    static Optional<String> retryAfter(Problem problem) {
        return WORTH_A_RETRY.contains(problem.kind())
                ? Optional.of(String.valueOf(problem.properties().getOrDefault("retryAfter", RETRY_AFTER_SECONDS)))
                : Optional.empty();
    }
}
