package org.lianbing.bench;

import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Base64;
import java.util.UUID;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * Makes attempt tokens with the measured server's own key, in the format of
 * {@link org.lianbing.attempt.AttemptTokens}.
 */
record Tokens(int keyId, byte[] key) {

    private static final int CLAIMS = 52;
    private static final String ALGORITHM = "HmacSHA256";

    static Tokens of(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery("select key_id, value from base.secret"
                        + " where name = 'attempt-token' order by key_id desc limit 1")) {
            row.next();
            return new Tokens(row.getInt(1), row.getBytes(2));
        }
    }

    String mint(UUID attempt, UUID person, int generation, long expires) {
        byte[] claims = ByteBuffer.allocate(CLAIMS)
                .putInt(keyId)
                .putLong(attempt.getMostSignificantBits())
                .putLong(attempt.getLeastSignificantBits())
                .putLong(person.getMostSignificantBits())
                .putLong(person.getLeastSignificantBits())
                .putInt(1)
                .putInt(generation)
                .putLong(expires)
                .array();
        try {
            Mac mac = Mac.getInstance(ALGORITHM);
            mac.init(new SecretKeySpec(key, ALGORITHM));
            return "a1." + text(claims) + '.' + text(mac.doFinal(claims));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String text(byte[] bytes) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }
}
