package org.lianbing.exam;

import java.nio.ByteBuffer;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.LoadingCache;
import org.springframework.stereotype.Component;

import org.lianbing.account.Accounts;
import org.lianbing.base.PersonId;
import org.lianbing.base.SignedClaims;
import org.lianbing.exam.store.LinkTable;

/**
 * What stands in an admission link (准考链接): exam, person, the generations of the exam's and of the person's link, and the
 * expiry. Nothing is kept of a token; a renewed link ends the older ones within a second, and so does switching the
 * account off. It asks for no password, so that ten thousand people at nine o'clock cost no bcrypt.
 */
@Component
public class AdmissionTokens {

    /** What every token of an admission link begins with. */
    public static final String PREFIX = "e1.";

    private static final int CLAIMS = 16 + 16 + 4 + 4 + 8;
    private static final SignedClaims.Kind TOKEN = new SignedClaims.Kind(PREFIX, "admission-link", CLAIMS);
    private static final Duration GENERATIONS_IN_MEMORY = Duration.ofSeconds(1);
    private static final int EXAMS_IN_MEMORY = 1_000;

    private final SignedClaims signed;
    private final Accounts accounts;
    private final Clock clock;
    private final LoadingCache<ExamId, LinkTable.Generations> generations;

    AdmissionTokens(SignedClaims signed, LinkTable links, Accounts accounts, Clock clock) {
        this.signed = signed;
        this.accounts = accounts;
        this.clock = clock;
        this.generations = Caffeine.newBuilder()
                .maximumSize(EXAMS_IN_MEMORY)
                .expireAfterWrite(GENERATIONS_IN_MEMORY)
                .build(links::generations);
    }

    /** A token for a candidate, good until then. */
    String issue(Admitted admitted, LinkTable.Generation generation, Instant expiresAt) {
        byte[] claims = ByteBuffer.allocate(CLAIMS)
                .putLong(admitted.exam().value().getMostSignificantBits())
                .putLong(admitted.exam().value().getLeastSignificantBits())
                .putLong(admitted.person().value().getMostSignificantBits())
                .putLong(admitted.person().value().getLeastSignificantBits())
                .putInt(generation.ofExam())
                .putInt(generation.ofPerson())
                .putLong(expiresAt.getEpochSecond())
                .array();
        return signed.sign(TOKEN, claims);
    }

    /** Whom a token stands for; empty where it is forged, expired or renewed, or the account was switched off. */
    public Optional<Admitted> open(String token) {
        return signed.read(TOKEN, token).flatMap(this::standing);
    }

    private Optional<Admitted> standing(ByteBuffer claims) {
        ExamId exam = new ExamId(new UUID(claims.getLong(), claims.getLong()));
        PersonId person = new PersonId(new UUID(claims.getLong(), claims.getLong()));
        LinkTable.Generation generation = new LinkTable.Generation(claims.getInt(), claims.getInt());
        Instant expiresAt = Instant.ofEpochSecond(claims.getLong());
        return expiresAt.isAfter(clock.instant())
                        && generation.equals(generations.get(exam).of(person))
                        && accounts.actor(person).isPresent()
                ? Optional.of(new Admitted(exam, person))
                : Optional.empty();
    }
}
