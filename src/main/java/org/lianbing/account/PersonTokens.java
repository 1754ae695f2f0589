package org.lianbing.account;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import org.springframework.stereotype.Service;

import org.lianbing.account.guard.Openers;
import org.lianbing.account.guard.Standings;
import org.lianbing.account.store.OpenerRows;
import org.lianbing.base.Actor;
import org.lianbing.base.PersonId;
import org.lianbing.base.Problem;

/** Bearer tokens that stand for a person in the API; kept as hashes only. */
@Service
public class PersonTokens {

    /** What every token of a person begins with. */
    public static final String PREFIX = "p1.";

    private static final Duration HELD = Duration.ofMinutes(1);
    private static final long MOST_HELD = 50_000;

    /**
     * A token just made; its text is not kept anywhere.
     *
     * @param text what the client sends
     * @param expiresAt until when it is good
     */
    public record Issued(String text, Instant expiresAt) {}

    private final OpenerRows rows;
    private final Standings standings;
    private final Clock clock;
    /** What a token says never changes; whether its person may act is asked each time. */
    private final Cache<String, OpenerRows.Opener> held =
            Caffeine.newBuilder().maximumSize(MOST_HELD).expireAfterWrite(HELD).build();

    PersonTokens(OpenerRows rows, Standings standings, Clock clock) {
        this.rows = rows;
        this.standings = standings;
        this.clock = clock;
    }

    /** A new token for a person. */
    public Issued issue(PersonId person, Duration lifetime) {
        Standings.Standing standing = standings
                .find(person)
                .filter(Standings.Standing::active)
                .orElseThrow(() -> Problem.signIn("account.ended"));
        Instant now = clock.instant();
        String text = PREFIX + Openers.random();
        OpenerRows.Opener token = new OpenerRows.Opener(person, standing.generation(), now.plus(lifetime));
        rows.addToken(Openers.hash(text), token, now);
        return new Issued(text, token.expiresAt());
    }

    /** Whom a token stands for, while it is good and the account is on. */
    public Optional<Actor> actor(String text) {
        return signedIn(text).map(SignedIn::actor);
    }

    /** The same as a principal. */
    public Optional<SignedIn> signedIn(String text) {
        return find(text)
                .filter(token -> token.expiresAt().isAfter(clock.instant()))
                .filter(token -> standings
                        .find(token.person())
                        .filter(standing -> standing.admits(token.generation()))
                        .isPresent())
                .map(token -> new SignedIn(token.person(), token.generation(), standings));
    }

    private Optional<OpenerRows.Opener> find(String text) {
        if (!text.startsWith(PREFIX)) {
            return Optional.empty();
        }
        return Optional.ofNullable(
                held.get(text, wanted -> rows.token(Openers.hash(wanted)).orElse(null)));
    }
}
