package org.lianbing.exam.rest;

import java.util.Map;
import java.util.Optional;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Configuration;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.web.servlet.HandlerInterceptor;
import org.springframework.web.servlet.HandlerMapping;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

import org.lianbing.attempt.Candidate;
import org.lianbing.base.Problem;
import org.lianbing.base.rest.LongWay;
import org.lianbing.exam.Access;
import org.lianbing.exam.ExamId;

/**
 * The access rules of exams, at the start, at the paper that is fetched ahead, and with every use of an attempt's token.
 * Left open is what tells of the sitting and does not sit: reports that the page was left, the remark on it, the journal
 * to take home.
 */
@Configuration(proxyBeanMethods = false)
class AccessGate implements WebMvcConfigurer, HandlerInterceptor, LongWay {

    private final Access access;
    private final Approaches approaches;
    private final ExamCaller caller;

    AccessGate(Access access, Approaches approaches, ExamCaller caller) {
        this.access = access;
        this.approaches = approaches;
        this.caller = caller;
    }

    @Override
    public void addInterceptors(InterceptorRegistry registry) {
        registry.addInterceptor(this)
                .addPathPatterns(
                        "/api/attempts/**",
                        "/api/exams/*/attempts",
                        "/api/exams/*/preparation",
                        "/api/exams/*/sealed-form")
                .excludePathPatterns(
                        "/api/attempts/*/events",
                        "/api/attempts/*/remark",
                        "/api/attempts/*/journal",
                        "/api/attempts/*/journal.csv",
                        "/api/attempts/*/media/**");
    }

    @Override
    public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler) {
        if (!access.isOpenEverywhere() && !looksAtOwnWork(request)) {
            refusal(request).ifPresent(problem -> {
                throw problem;
            });
        }
        return true;
    }

    /** Own files are part of the result, which is read from anywhere; sending one is sitting the exam. */
    private static boolean looksAtOwnWork(HttpServletRequest request) {
        return request.getMethod().equals("GET") && request.getRequestURI().matches("/api/attempts/[^/]+/files/[^/]+");
    }

    /** What an exam without rules is asked for goes express, whatever others ask. */
    @Override
    public boolean isNeeded(String id, Authentication caller) {
        if (access.isOpenEverywhere()) {
            return false;
        }
        return caller.getPrincipal() instanceof Candidate candidate ? access.asks(candidate) : asks(id);
    }

    private boolean asks(String exam) {
        try {
            return !access.rules(ExamId.of(exam)).isEmpty();
        } catch (Problem noId) {
            return true;
        }
    }

    private Optional<Problem> refusal(HttpServletRequest request) {
        Authentication authentication = SecurityContextHolder.getContext().getAuthentication();
        if (authentication != null && authentication.getPrincipal() instanceof Candidate candidate) {
            return access.refusal(candidate, approaches.of(request));
        }
        return exam(request).flatMap(exam -> access.refusal(exam, caller.of(exam), approaches.of(request)));
    }

    private static Optional<ExamId> exam(HttpServletRequest request) {
        @Nullable Object variables = request.getAttribute(HandlerMapping.URI_TEMPLATE_VARIABLES_ATTRIBUTE);
        return variables instanceof Map<?, ?> named && named.get("exam") instanceof String id
                ? Optional.of(ExamId.of(id))
                : Optional.empty();
    }
}
