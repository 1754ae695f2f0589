package org.lianbing.paper;

import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.Arrays;
import java.util.Base64;
import javax.crypto.Cipher;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import org.springframework.stereotype.Service;

import org.lianbing.paper.store.SealRows;

/**
 * Sealed forms: what all candidates fetch at their leisure before the start, and the few bytes that open it. The key is
 * made once and kept in the database, so that every node seals alike; who may have it, the caller decides.
 */
@Service
public class Seals {

    private static final int KEY_BYTES = 32;
    private static final int NONCE_BYTES = 12;
    private static final int TAG_BITS = 128;
    private static final int NAME_BYTES = 12;
    private static final long SEALED_BYTES_IN_MEMORY = 64L * 1024 * 1024;
    private static final int SEALS_IN_MEMORY = 2_000;

    private final SealRows rows;
    private final Forms forms;
    private final Clock clock;
    private final SecureRandom random = new SecureRandom();
    private final Cache<FormId, FormSeal> seals =
            Caffeine.newBuilder().maximumSize(SEALS_IN_MEMORY).build();
    private final Cache<FormId, SealedForm> sealed = Caffeine.newBuilder()
            .maximumWeight(SEALED_BYTES_IN_MEMORY)
            .weigher((FormId id, SealedForm form) -> form.bytes().length)
            .build();

    Seals(SealRows rows, Forms forms, Clock clock) {
        this.rows = rows;
        this.forms = forms;
        this.clock = clock;
    }

    /** The sealed form; cached, since it never changes. */
    public SealedForm sealed(FormId form) {
        return sealed.get(form, id -> seal(seal(id), forms.rendered(id).gzip()));
    }

    /** The key that opens it, 32 bytes. Only for those who have started. */
    public byte[] key(FormId form) {
        return seal(form).key().clone();
    }

    /** Two nodes that make it at once end with the same one. */
    private FormSeal seal(FormId form) {
        return seals.get(
                form,
                id -> rows.find(id).orElseGet(() -> {
                    rows.insert(id, new FormSeal(bytes(KEY_BYTES), bytes(NONCE_BYTES)), clock.instant());
                    return rows.find(id).orElseThrow();
                }));
    }

    private static SealedForm seal(FormSeal seal, byte[] plain) {
        try {
            Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding");
            cipher.init(
                    Cipher.ENCRYPT_MODE,
                    new SecretKeySpec(seal.key(), "AES"),
                    new GCMParameterSpec(TAG_BITS, seal.nonce()));
            byte[] text = cipher.doFinal(plain);
            byte[] bytes = ByteBuffer.allocate(NONCE_BYTES + text.length)
                    .put(seal.nonce())
                    .put(text)
                    .array();
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(bytes);
            String name = Base64.getUrlEncoder().withoutPadding().encodeToString(Arrays.copyOf(digest, NAME_BYTES));
            return new SealedForm(bytes, '"' + name + '"');
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("Every Java platform has AES-GCM and SHA-256", e);
        }
    }

    private byte[] bytes(int count) {
        byte[] bytes = new byte[count];
        random.nextBytes(bytes);
        return bytes;
    }
}
