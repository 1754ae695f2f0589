package org.lianbing.exam.rest;

import java.util.Optional;

import org.springframework.security.core.Authentication;
import org.springframework.stereotype.Component;

import org.lianbing.base.rest.BearerScheme;
import org.lianbing.exam.AdmissionTokens;

/** Bearer tokens of admission links. */
@Component
class AdmissionTokenScheme implements BearerScheme {

    private final AdmissionTokens tokens;

    AdmissionTokenScheme(AdmissionTokens tokens) {
        this.tokens = tokens;
    }

    @Override
    public String prefix() {
        return AdmissionTokens.PREFIX;
    }

    @Override
    public Optional<Authentication> authenticate(String token) {
        return tokens.open(token).map(AdmittedAuthentication::new);
    }
}
