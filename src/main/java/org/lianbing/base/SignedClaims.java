package org.lianbing.base;

import java.nio.ByteBuffer;
import java.security.InvalidKeyException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.util.Base64;
import java.util.Optional;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.LoadingCache;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Signs and reads tokens of which nothing is kept, so that they work on every node and survive a restart:
 * {@code <prefix><claims>.<HMAC-SHA256>}, base64url. The claims begin with the number of the key, 4 bytes; what follows
 * is the kind's own, always of one length.
 */
@Component
public class SignedClaims {

    /**
     * A kind of token.
     *
     * @param prefix what every one begins with, such as {@code a1.}
     * @param secret the name of its key, so that no kind can be mistaken for another
     * @param length of its claims, in bytes, without the number of the key
     */
    public record Kind(String prefix, String secret, int length) {}

    private record Signer(int keyId, Mac mac) {

        static Signer of(Secrets.Key key) {
            try {
                Mac mac = Mac.getInstance(ALGORITHM);
                mac.init(new SecretKeySpec(key.value(), ALGORITHM));
                return new Signer(key.keyId(), mac);
            } catch (NoSuchAlgorithmException | InvalidKeyException e) {
                throw new IllegalStateException(e);
            }
        }

        /** A copy of what is set up already costs a tenth of setting one up. */
        byte[] sign(byte[] claims) {
            try {
                return ((Mac) mac.clone()).doFinal(claims);
            } catch (CloneNotSupportedException e) {
                throw new IllegalStateException(e);
            }
        }
    }

    private static final String ALGORITHM = "HmacSHA256";
    private static final int LONGEST = 200;

    /** How long a node goes on with a key after another node made a newer one. */
    private static final Duration KEY_IN_MEMORY = Duration.ofMinutes(1);

    private final LoadingCache<String, Signer> signers;

    SignedClaims(Secrets secrets) {
        this.signers = Caffeine.newBuilder()
                .refreshAfterWrite(KEY_IN_MEMORY)
                .build(secret -> Signer.of(secrets.newest(secret)));
    }

    /** A token with these claims. */
    public String sign(Kind kind, byte[] claims) {
        if (claims.length != kind.length()) {
            throw new IllegalArgumentException("claims of %d bytes".formatted(claims.length));
        }
        Signer signer = signers.get(kind.secret());
        byte[] all = ByteBuffer.allocate(Integer.BYTES + claims.length)
                .putInt(signer.keyId())
                .put(claims)
                .array();
        return kind.prefix() + text(all) + '.' + text(signer.sign(all));
    }

    /** The claims of a token of this kind, from their first byte; empty where the signature is not ours. */
    public Optional<ByteBuffer> read(Kind kind, String token) {
        int point = token.lastIndexOf('.');
        int from = kind.prefix().length();
        if (token.length() > LONGEST || !token.startsWith(kind.prefix()) || point < from) {
            return Optional.empty();
        }
        byte[] claims = decoded(token.substring(from, point));
        byte[] signature = decoded(token.substring(point + 1));
        if (claims == null || signature == null || claims.length != Integer.BYTES + kind.length()) {
            return Optional.empty();
        }
        Signer signer = signers.get(kind.secret());
        // The signature first, in a time that says nothing of where it differs.
        if (!MessageDigest.isEqual(signer.sign(claims), signature)) {
            return Optional.empty();
        }
        ByteBuffer read = ByteBuffer.wrap(claims);
        return read.getInt() == signer.keyId() ? Optional.of(read) : Optional.empty();
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
