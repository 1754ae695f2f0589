package org.lianbing.attempt;

import java.nio.ByteBuffer;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

import org.springframework.stereotype.Component;

import org.lianbing.account.Accounts;
import org.lianbing.base.PersonId;
import org.lianbing.base.SignedClaims;

/**
 * The tokens that open one attempt. Their claims are attempt, person, epoch, the account's generation and the expiry:
 * nothing is kept of a token, and switching the account off ends it.
 */
@Component
public class AttemptTokens {

    /** What every attempt token begins with. */
    public static final String PREFIX = "a1.";

    private static final int CLAIMS = 16 + 16 + 4 + 4 + 8;
    private static final SignedClaims.Kind TOKEN = new SignedClaims.Kind(PREFIX, "attempt-token", CLAIMS);
    private static final SignedClaims.Kind PASS = new SignedClaims.Kind("m1.", "attempt-media", CLAIMS);

    private final SignedClaims signed;
    private final Accounts accounts;
    private final Clock clock;

    AttemptTokens(SignedClaims signed, Accounts accounts, Clock clock) {
        this.signed = signed;
        this.accounts = accounts;
        this.clock = clock;
    }

    /** A token for a candidate, good until then. */
    String issue(Candidate candidate, Instant expiresAt) {
        return issue(TOKEN, candidate, expiresAt);
    }

    /**
     * A pass to the sound and film of the attempt and to nothing else. It stands in links, and so in histories and logs,
     * where no token may stand.
     */
    String pass(Candidate candidate, Instant expiresAt) {
        return issue(PASS, candidate, expiresAt);
    }

    private String issue(SignedClaims.Kind kind, Candidate candidate, Instant expiresAt) {
        byte[] claims = ByteBuffer.allocate(CLAIMS)
                .putLong(candidate.attempt().value().getMostSignificantBits())
                .putLong(candidate.attempt().value().getLeastSignificantBits())
                .putLong(candidate.person().value().getMostSignificantBits())
                .putLong(candidate.person().value().getLeastSignificantBits())
                .putInt(candidate.epoch())
                .putInt(accounts.generation(candidate.person()))
                .putLong(expiresAt.getEpochSecond())
                .array();
        return signed.sign(kind, claims);
    }

    /** Whom a token stands for; empty where it is forged or expired or the account was switched off. */
    public Optional<Candidate> open(String token) {
        return signed.read(TOKEN, token).flatMap(this::standing);
    }

    /** Whom a pass stands for; empty like a token's. */
    Optional<Candidate> openPass(String pass) {
        return signed.read(PASS, pass).flatMap(this::standing);
    }

    private Optional<Candidate> standing(ByteBuffer claims) {
        AttemptId attempt = new AttemptId(new UUID(claims.getLong(), claims.getLong()));
        PersonId person = new PersonId(new UUID(claims.getLong(), claims.getLong()));
        Candidate candidate = new Candidate(attempt, person, claims.getInt());
        int generation = claims.getInt();
        Instant expiresAt = Instant.ofEpochSecond(claims.getLong());
        return expiresAt.isAfter(clock.instant()) && accounts.mayAct(person, generation)
                ? Optional.of(candidate)
                : Optional.empty();
    }
}
