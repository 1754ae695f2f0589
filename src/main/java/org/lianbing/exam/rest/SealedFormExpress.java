package org.lianbing.exam.rest;

import org.springframework.http.HttpMethod;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.Authentication;
import org.springframework.stereotype.Component;

import org.lianbing.base.rest.ExpressRead;

/** {@link PreparationController#sealed}, which a whole hall fetches in the minutes before the start. */
@Component
final class SealedFormExpress implements ExpressRead {

    private static final Address ADDRESS = new Address(HttpMethod.GET, "/api/exams/", "/sealed-form");
    private static final String WORKER = "ROLE_WORKER";

    private final PreparationController controller;

    SealedFormExpress(PreparationController controller) {
        this.controller = controller;
    }

    @Override
    public Address address() {
        return ADDRESS;
    }

    @Override
    public MediaType type() {
        return MediaType.APPLICATION_OCTET_STREAM;
    }

    @Override
    public PreparationController controller() {
        return controller;
    }

    @Override
    public boolean isFor(String exam, Authentication caller) {
        return caller instanceof AdmittedAuthentication link
                ? link.getPrincipal().exam().toString().equals(exam)
                : caller.getAuthorities().stream().anyMatch(role -> WORKER.equals(role.getAuthority()));
    }

    @Override
    public ResponseEntity<byte[]> answer(String exam, Authentication caller, Wishes wishes) {
        return controller.sealed(exam, wishes.known());
    }
}
