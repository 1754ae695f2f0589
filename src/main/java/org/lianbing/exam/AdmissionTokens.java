package org.lianbing.exam;

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
import org.lianbing.exam.store.LinkTable;

/**
 * Signs and reads what stands in an admission link (准考链接). {@code e1.<claims>.<HMAC-SHA256>}, base64url; the claims are
 * key id, exam, person, the generations of the exam's and of the person's link, and the expiry, 52 bytes. Nothing is
 * kept of a token; a renewed link ends the older ones within a second, and so does switching the account off. It asks
 * for no password, so that ten thousand people at nine o'clock cost no bcrypt.
 */
@Component
public class AdmissionTokens {

    /** What every token of an admission link begins with. */
    public static final String PREFIX = "e1.";

    private static final String SECRET = "admission-link";
    private static final String ALGORITHM = "HmacSHA256";
    private static final int CLAIMS = 4 + 16 + 16 + 4 + 4 + 8;
    private static final int LONGEST = 200;
    private static final Duration KEY_IN_MEMORY = Duration.ofMinutes(1);
    private static final Duration GENERATIONS_IN_MEMORY = Duration.ofSeconds(1);
    private static final int EXAMS_IN_MEMORY = 1_000;

    private record Claims(int keyId, Admitted admitted, LinkTable.Generation generation, Instant expiresAt) {}

    private final Accounts accounts;
    private final Clock clock;
    private final LoadingCache<String, Secrets.Key> keys;
    private final LoadingCache<ExamId, LinkTable.Generations> generations;

    AdmissionTokens(Secrets secrets, LinkTable links, Accounts accounts, Clock clock) {
        this.accounts = accounts;
        this.clock = clock;
        this.keys = Caffeine.newBuilder().refreshAfterWrite(KEY_IN_MEMORY).build(secrets::newest);
        this.generations = Caffeine.newBuilder()
                .maximumSize(EXAMS_IN_MEMORY)
                .expireAfterWrite(GENERATIONS_IN_MEMORY)
                .build(links::generations);
    }

    /** A token for a candidate, good until then. */
    String issue(Admitted admitted, LinkTable.Generation generation, Instant expiresAt) {
        Secrets.Key key = keys.get(SECRET);
        byte[] claims = bytes(new Claims(key.keyId(), admitted, generation, expiresAt));
        return PREFIX + text(claims) + '.' + text(sign(key, claims));
    }

    /** Whom a token stands for; empty where it is forged, expired or renewed, or the account was switched off. */
    public Optional<Admitted> open(String token) {
        Claims claims = read(token);
        if (claims == null || !claims.expiresAt().isAfter(clock.instant())) {
            return Optional.empty();
        }
        Admitted admitted = claims.admitted();
        return claims.generation().equals(generations.get(admitted.exam()).of(admitted.person()))
                        && accounts.actor(admitted.person()).isPresent()
                ? Optional.of(admitted)
                : Optional.empty();
    }

    private @Nullable Claims read(String token) {
        int point = token.lastIndexOf('.');
        if (token.length() > LONGEST || !token.startsWith(PREFIX) || point < PREFIX.length()) {
            return null;
        }
        byte[] claims = decoded(token.substring(PREFIX.length(), point));
        byte[] signature = decoded(token.substring(point + 1));
        Secrets.Key key = keys.get(SECRET);
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
        return ByteBuffer.allocate(CLAIMS)
                .putInt(claims.keyId())
                .putLong(claims.admitted().exam().value().getMostSignificantBits())
                .putLong(claims.admitted().exam().value().getLeastSignificantBits())
                .putLong(claims.admitted().person().value().getMostSignificantBits())
                .putLong(claims.admitted().person().value().getLeastSignificantBits())
                .putInt(claims.generation().ofExam())
                .putInt(claims.generation().ofPerson())
                .putLong(claims.expiresAt().getEpochSecond())
                .array();
    }

    private static Claims claims(byte[] bytes) {
        ByteBuffer buffer = ByteBuffer.wrap(bytes);
        int keyId = buffer.getInt();
        ExamId exam = new ExamId(new UUID(buffer.getLong(), buffer.getLong()));
        PersonId person = new PersonId(new UUID(buffer.getLong(), buffer.getLong()));
        LinkTable.Generation generation = new LinkTable.Generation(buffer.getInt(), buffer.getInt());
        return new Claims(keyId, new Admitted(exam, person), generation, Instant.ofEpochSecond(buffer.getLong()));
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
