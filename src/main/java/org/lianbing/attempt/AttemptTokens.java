package org.lianbing.attempt;

import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.Optional;
import java.util.UUID;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.LoadingCache;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

import org.lianbing.account.Accounts;
import org.lianbing.base.PersonId;
import org.lianbing.base.Secrets;

/**
 * Signs and reads the tokens that open one attempt. {@code a1.<claims>.<HMAC-SHA256>}, base64url; the claims are key id,
 * attempt, person, epoch, the account's generation and the expiry, 52 bytes. Nothing is kept of a token, so that it
 * works on every node and survives a restart; switching the account off ends it.
 */
@Component
public class AttemptTokens {

    /** What every attempt token begins with. */
    public static final String PREFIX = "a1.";

    private static final String PASS_PREFIX = "m1.";
    private static final String SECRET = "attempt-token";
    private static final String PASS_SECRET = "attempt-media";
    private static final String ALGORITHM = "HmacSHA256";
    private static final int CLAIMS = 4 + 16 + 16 + 4 + 4 + 8;
    private static final int LONGEST = 200;

    /** How long a node goes on with a key after another node made a newer one. */
    private static final Duration KEY_IN_MEMORY = Duration.ofMinutes(1);

    private record Claims(int keyId, Candidate candidate, int generation, Instant expiresAt) {}

    private final Accounts accounts;
    private final Clock clock;
    private final LoadingCache<String, Secrets.Key> keys;

    AttemptTokens(Secrets secrets, Accounts accounts, Clock clock) {
        this.accounts = accounts;
        this.clock = clock;
        this.keys = Caffeine.newBuilder().refreshAfterWrite(KEY_IN_MEMORY).build(secrets::newest);
    }

    /** A token for a candidate, good until then. */
    String issue(Candidate candidate, Instant expiresAt) {
        return issue(PREFIX, SECRET, candidate, expiresAt);
    }

    /**
     * A pass to the sound and film of the attempt and to nothing else. It stands in links, and so in histories and logs,
     * where no token may stand.
     */
    String pass(Candidate candidate, Instant expiresAt) {
        return issue(PASS_PREFIX, PASS_SECRET, candidate, expiresAt);
    }

    private String issue(String prefix, String secret, Candidate candidate, Instant expiresAt) {
        Secrets.Key key = keys.get(secret);
        int generation = accounts.generation(candidate.person());
        byte[] claims = bytes(new Claims(key.keyId(), candidate, generation, expiresAt));
        return prefix + text(claims) + '.' + text(sign(key, claims));
    }

    /** Whom a token stands for; empty where it is forged or expired or the account was switched off. */
    public Optional<Candidate> open(String token) {
        return open(PREFIX, SECRET, token);
    }

    /** Whom a pass stands for; empty like a token's. */
    Optional<Candidate> openPass(String pass) {
        return open(PASS_PREFIX, PASS_SECRET, pass);
    }

    private Optional<Candidate> open(String prefix, String secret, String token) {
        Claims claims = read(prefix, secret, token);
        if (claims == null
                || !claims.expiresAt().isAfter(clock.instant())
                || !accounts.mayAct(claims.candidate().person(), claims.generation())) {
            return Optional.empty();
        }
        return Optional.of(claims.candidate());
    }

    /** The claims, where the signature is ours. */
    private @Nullable Claims read(String prefix, String secret, String token) {
        int point = token.lastIndexOf('.');
        if (token.length() > LONGEST || !token.startsWith(prefix) || point < prefix.length()) {
            return null;
        }
        byte[] claims = decoded(token.substring(prefix.length(), point));
        byte[] signature = decoded(token.substring(point + 1));
        Secrets.Key key = keys.get(secret);
        if (claims == null || signature == null || claims.length != CLAIMS) {
            return null;
        }
        // The signature first, in a time that says nothing of where it differs.
        if (!MessageDigest.isEqual(sign(key, claims), signature)) {
            return null;
        }
        Claims read = claims(claims);
        return read.keyId() == key.keyId() ? read : null;
    }

    private static byte[] bytes(Claims claims) {
        Candidate candidate = claims.candidate();
        return ByteBuffer.allocate(CLAIMS)
                .putInt(claims.keyId())
                .putLong(candidate.attempt().value().getMostSignificantBits())
                .putLong(candidate.attempt().value().getLeastSignificantBits())
                .putLong(candidate.person().value().getMostSignificantBits())
                .putLong(candidate.person().value().getLeastSignificantBits())
                .putInt(candidate.epoch())
                .putInt(claims.generation())
                .putLong(claims.expiresAt().getEpochSecond())
                .array();
    }

    private static Claims claims(byte[] bytes) {
        ByteBuffer buffer = ByteBuffer.wrap(bytes);
        int keyId = buffer.getInt();
        AttemptId attempt = new AttemptId(new UUID(buffer.getLong(), buffer.getLong()));
        PersonId person = new PersonId(new UUID(buffer.getLong(), buffer.getLong()));
        Candidate candidate = new Candidate(attempt, person, buffer.getInt());
        return new Claims(keyId, candidate, buffer.getInt(), Instant.ofEpochSecond(buffer.getLong()));
    }

    private static byte[] sign(Secrets.Key key, byte[] claims) {
        try {
            Mac mac = Mac.getInstance(ALGORITHM);
            mac.init(new SecretKeySpec(key.value(), ALGORITHM));
            return mac.doFinal(claims);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String text(byte[] bytes) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    private static byte @Nullable [] decoded(String text) {
        try {
            return Base64.getUrlDecoder().decode(text);
        } catch (IllegalArgumentException e) {
            return null;
        }
    }
}
