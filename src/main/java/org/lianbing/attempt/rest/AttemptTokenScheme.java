package org.lianbing.attempt.rest;

import java.util.Optional;

import org.springframework.security.core.Authentication;
import org.springframework.stereotype.Component;

import org.lianbing.attempt.AttemptTokens;
import org.lianbing.base.rest.BearerScheme;

/** Bearer tokens of attempts. */
@Component
class AttemptTokenScheme implements BearerScheme {

    private final AttemptTokens tokens;

    AttemptTokenScheme(AttemptTokens tokens) {
        this.tokens = tokens;
    }

    @Override
    public String prefix() {
        return AttemptTokens.PREFIX;
    }

    @Override
    public Optional<Authentication> authenticate(String token) {
        return tokens.open(token).map(AttemptTokenAuthentication::new);
    }
}
