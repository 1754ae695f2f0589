package org.lianbing.base;

import java.security.SecureRandom;
import java.time.Clock;
import java.util.Optional;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;

/**
 * Random keys of 32 bytes that sign tokens and hash numbers. They are made once and kept in the database, so that every
 * node holds the same and a restart invalidates nothing.
 */
@Service
public class Secrets {

    /**
     * A key with the number under which it is kept.
     *
     * @param keyId counts up when a key is replaced
     * @param value 32 random bytes
     */
    public record Key(int keyId, byte[] value) {}

    private static final int BYTES = 32;

    private final JdbcClient jdbc;
    private final Clock clock;
    private final SecureRandom random = new SecureRandom();

    Secrets(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** The newest key of that name; made if there was none. Two nodes that make it at once end with the same one. */
    public Key newest(String name) {
        return find(name).orElseGet(() -> {
            byte[] value = new byte[BYTES];
            random.nextBytes(value);
            jdbc.sql("""
                            insert into base.secret (name, key_id, value, made_at) values (:name, 1, :value, :at)
                            on conflict do nothing
                            """)
                    .param("name", name)
                    .param("value", value)
                    .param("at", Sql.at(clock.instant()))
                    .update();
            return find(name).orElseThrow();
        });
    }

    private Optional<Key> find(String name) {
        return jdbc.sql("select key_id, value from base.secret where name = :name order by key_id desc limit 1")
                .param("name", name)
                .query((row, number) -> new Key(row.getInt("key_id"), row.getBytes("value")))
                .optional();
    }
}
