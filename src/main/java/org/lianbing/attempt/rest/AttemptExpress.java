package org.lianbing.attempt.rest;

import java.util.Objects;

import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpMethod;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.Authentication;
import org.springframework.stereotype.Component;

import org.lianbing.attempt.Candidate;
import org.lianbing.base.rest.ExpressCall;

/** What a whole hall does at once: it saves answers, and hands in. */
abstract sealed class AttemptExpress<B> implements ExpressCall<B> {

    final AttemptController controller;
    private final Address address;
    private final Class<B> body;

    private AttemptExpress(AttemptController controller, HttpMethod method, String after, Class<B> body) {
        this.controller = controller;
        this.address = new Address(method, "/api/attempts/", after);
        this.body = body;
    }

    abstract Object answer(String attemptId, Candidate candidate, @Nullable B sent);

    @Override
    public final Address address() {
        return address;
    }

    @Override
    public final Class<B> body() {
        return body;
    }

    @Override
    public final HttpStatus status() {
        return HttpStatus.OK;
    }

    @Override
    public final Object controller() {
        return controller;
    }

    @Override
    public final boolean isFor(String id, Authentication caller) {
        return caller.getPrincipal() instanceof Candidate;
    }

    @Override
    public final Object answer(String id, Authentication caller, @Nullable B sent) {
        if (!(caller.getPrincipal() instanceof Candidate candidate)) {
            throw new IllegalStateException("asked for somebody whom this is not for");
        }
        return answer(id, candidate, sent);
    }

    /** {@link AttemptController#save}. */
    @Component
    static final class Saving extends AttemptExpress<AttemptJson.SaveRequest> {

        Saving(AttemptController controller) {
            super(controller, HttpMethod.PUT, "/responses", AttemptJson.SaveRequest.class);
        }

        @Override
        public boolean mayBeNull() {
            return false;
        }

        @Override
        AttemptJson.SaveAnswer answer(String attemptId, Candidate candidate, AttemptJson.@Nullable SaveRequest sent) {
            return controller.save(attemptId, candidate, Objects.requireNonNull(sent));
        }
    }

    /** {@link AttemptController#handIn}. */
    @Component
    static final class HandingIn extends AttemptExpress<AttemptJson.HandInRequest> {

        HandingIn(AttemptController controller) {
            super(controller, HttpMethod.POST, "/submission", AttemptJson.HandInRequest.class);
        }

        @Override
        public boolean mayBeNull() {
            return true;
        }

        @Override
        AttemptJson.ReceiptAnswer answer(
                String attemptId, Candidate candidate, AttemptJson.@Nullable HandInRequest sent) {
            return controller.handIn(attemptId, candidate, sent);
        }
    }
}
