package org.lianbing.base.rest;

import java.util.List;
import java.util.Optional;

import org.springframework.security.core.Authentication;
import org.springframework.stereotype.Component;

/** Reads {@code Authorization: Bearer}, and asks the one scheme to which the token's prefix belongs. */
@Component
public class Bearers {

    private static final String BEARER = "Bearer ";

    private final List<BearerScheme> schemes;

    Bearers(List<BearerScheme> schemes) {
        this.schemes = List.copyOf(schemes);
    }

    /**
     * Whom the header stands for.
     *
     * @param header the whole value
     * @return empty where it is of no known kind, forged, expired or ended
     */
    public Optional<Authentication> authenticate(String header) {
        if (!header.regionMatches(true, 0, BEARER, 0, BEARER.length())) {
            return Optional.empty();
        }
        String token = header.substring(BEARER.length()).strip();
        for (BearerScheme scheme : schemes) {
            if (token.startsWith(scheme.prefix())) {
                return scheme.authenticate(token);
            }
        }
        return Optional.empty();
    }
}
