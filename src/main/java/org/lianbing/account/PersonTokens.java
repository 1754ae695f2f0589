package org.lianbing.account;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

import org.springframework.stereotype.Service;

import org.lianbing.base.Actor;
import org.lianbing.base.PersonId;

/** Bearer tokens that stand for a person in the API; kept as hashes only. */
@Service
public class PersonTokens {

    /**
     * A token just made; its text is not kept anywhere.
     *
     * @param text what the client sends
     * @param expiresAt until when it is good
     */
    public record Issued(String text, Instant expiresAt) {}

    /** A new token for a person. */
    public Issued issue(PersonId person, Duration lifetime) {
        throw new IllegalStateException();
    }

    /** Whom a token stands for, while it is good and the account is on. */
    public Optional<Actor> actor(String text) {
        throw new IllegalStateException();
    }
}
