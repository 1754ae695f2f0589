package org.lianbing.exam.rest;

import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpMethod;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.Authentication;
import org.springframework.stereotype.Component;

import org.lianbing.base.rest.ExpressCall;

/** {@link ExamsController#start}, when the clock strikes nine. */
@Component
final class StartExpress implements ExpressCall<ExamsController.StartRequest> {

    private static final Address ADDRESS = new Address(HttpMethod.POST, "/api/exams/", "/attempts");

    private final ExamsController controller;

    StartExpress(ExamsController controller) {
        this.controller = controller;
    }

    @Override
    public Address address() {
        return ADDRESS;
    }

    @Override
    public Class<ExamsController.StartRequest> body() {
        return ExamsController.StartRequest.class;
    }

    @Override
    public boolean mayBeNull() {
        return true;
    }

    @Override
    public HttpStatus status() {
        return HttpStatus.CREATED;
    }

    @Override
    public ExamsController controller() {
        return controller;
    }

    @Override
    public boolean isFor(String exam, Authentication caller) {
        return !(caller instanceof AdmittedAuthentication link)
                || link.getPrincipal().exam().toString().equals(exam);
    }

    @Override
    public ExamsController.StartedBody answer(
            String exam, Authentication caller, ExamsController.@Nullable StartRequest sent) {
        return controller.start(exam, sent);
    }
}
