package org.lianbing.account.guard;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.util.Base64;

/** Random texts that open doors, and the hash under which they are kept. */
public final class Openers {

    private static final SecureRandom RANDOM = new SecureRandom();
    private static final int BYTES = 32;
    /** Without I, L, O, U, 0 and 1, which people mistake for each other when they type a card's code. */
    private static final String LETTERS = "23456789ABCDEFGHJKMNPQRSTVWXYZ";

    private Openers() {}

    /** 256 random bits, fit for a URL or a cookie. */
    public static String random() {
        byte[] bytes = new byte[BYTES];
        RANDOM.nextBytes(bytes);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    /** A code that can be typed: with 16 letters of 30, 78 random bits. */
    public static String typeable(int letters) {
        StringBuilder code = new StringBuilder(letters);
        for (int index = 0; index < letters; index++) {
            code.append(LETTERS.charAt(RANDOM.nextInt(LETTERS.length())));
        }
        return code.toString();
    }

    /** The texts hold enough chance of their own, so a plain SHA-256 is no easier to turn back than to guess. */
    public static byte[] hash(String text) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java platform has SHA-256", e);
        }
    }
}
