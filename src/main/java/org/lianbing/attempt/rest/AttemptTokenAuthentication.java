package org.lianbing.attempt.rest;

import java.io.Serial;
import java.util.List;

import org.springframework.security.authentication.AbstractAuthenticationToken;
import org.springframework.security.core.authority.SimpleGrantedAuthority;

import org.lianbing.attempt.Candidate;

/** A request that came with an attempt token: it may act in that attempt as a candidate, and nowhere else. */
final class AttemptTokenAuthentication extends AbstractAuthenticationToken {

    @Serial
    private static final long serialVersionUID = 1;

    static final String ROLE = "CANDIDATE";

    private final transient Candidate candidate;

    AttemptTokenAuthentication(Candidate candidate) {
        super(List.of(new SimpleGrantedAuthority("ROLE_" + ROLE)));
        this.candidate = candidate;
        setAuthenticated(true);
    }

    @Override
    public Object getCredentials() {
        return "";
    }

    @Override
    public Candidate getPrincipal() {
        return candidate;
    }
}
