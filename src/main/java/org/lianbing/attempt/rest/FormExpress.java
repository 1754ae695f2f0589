package org.lianbing.attempt.rest;

import java.io.IOException;

import org.springframework.http.HttpMethod;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.Authentication;
import org.springframework.stereotype.Component;

import org.lianbing.attempt.Candidate;
import org.lianbing.base.rest.ExpressRead;

/** {@link FormController#form}, which everybody fetches who has no sealed paper. */
@Component
final class FormExpress implements ExpressRead {

    private static final Address ADDRESS = new Address(HttpMethod.GET, "/api/attempts/", "/form");

    private final FormController controller;

    FormExpress(FormController controller) {
        this.controller = controller;
    }

    @Override
    public Address address() {
        return ADDRESS;
    }

    @Override
    public MediaType type() {
        return MediaType.APPLICATION_JSON;
    }

    @Override
    public FormController controller() {
        return controller;
    }

    @Override
    public boolean isFor(String attempt, Authentication caller) {
        return caller.getPrincipal() instanceof Candidate;
    }

    @Override
    public ResponseEntity<byte[]> answer(String attempt, Authentication caller, Wishes wishes) throws IOException {
        if (!(caller.getPrincipal() instanceof Candidate candidate)) {
            throw new IllegalStateException("asked for somebody whom this is not for");
        }
        return controller.form(attempt, candidate, wishes.known(), wishes.encodings());
    }
}
