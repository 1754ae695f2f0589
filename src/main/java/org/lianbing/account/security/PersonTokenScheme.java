package org.lianbing.account.security;

import java.util.Optional;

import org.springframework.security.core.Authentication;
import org.springframework.stereotype.Component;

import org.lianbing.account.PersonTokens;
import org.lianbing.base.rest.BearerScheme;

/** Bearer tokens of persons. */
@Component
class PersonTokenScheme implements BearerScheme {

    private final PersonTokens tokens;

    PersonTokenScheme(PersonTokens tokens) {
        this.tokens = tokens;
    }

    @Override
    public String prefix() {
        return PersonTokens.PREFIX;
    }

    @Override
    public Optional<Authentication> authenticate(String token) {
        return tokens.signedIn(token).map(PersonAuthentication::new);
    }
}
