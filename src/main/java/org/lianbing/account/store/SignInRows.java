package org.lianbing.account.store;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

import org.lianbing.base.Grant;
import org.lianbing.base.PersonId;
import org.lianbing.base.Role;
import org.lianbing.base.Sql;
import org.lianbing.base.TradeId;
import org.lianbing.base.UnitId;

/** The tables {@code account.sign_in}, {@code account.role_grant} and {@code account.known_device}. */
@Repository
public class SignInRows {

    /** Who signs in under a user name. */
    public record Row(PersonId person, String passwordHash) {}

    private final JdbcClient jdbc;

    SignInRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    public Optional<Row> find(String username) {
        return jdbc.sql("select person_id, password_hash from account.sign_in where username = :username")
                .param("username", username)
                .query((row, number) ->
                        new Row(new PersonId(Sql.uuid(row, "person_id")), row.getString("password_hash")))
                .optional();
    }

    /** False where somebody else has the user name. */
    public boolean put(PersonId person, String username, String passwordHash, Instant at) {
        boolean taken = jdbc.sql("""
                        select exists (select 1 from account.sign_in where username = :username and person_id <> :person)
                        """)
                .param("username", username)
                .param("person", person.value())
                .query(Boolean.class)
                .single();
        if (taken) {
            return false;
        }
        try {
            jdbc.sql("""
                            insert into account.sign_in (person_id, username, password_hash, changed_at)
                            values (:person, :username, :hash, :at)
                            on conflict (person_id) do update
                            set username = excluded.username, password_hash = excluded.password_hash,
                                changed_at = excluded.changed_at
                            """)
                    .param("person", person.value())
                    .param("username", username)
                    .param("hash", passwordHash)
                    .param("at", Sql.at(at))
                    .update();
            return true;
        } catch (DuplicateKeyException e) {
            return false;
        }
    }

    public void grant(PersonId person, Grant grant, @Nullable PersonId by, Instant at) {
        Stream<UUID> trades = grant.trades().stream().map(TradeId::value);
        jdbc.sql("""
                        insert into account.role_grant (person_id, role, unit_id, trades, granted_at, granted_by)
                        values (:person, :role, :unit, :trades, :at, :by)
                        on conflict (person_id, role, unit_id) do update
                        set trades = excluded.trades, granted_at = excluded.granted_at, granted_by = excluded.granted_by
                        """)
                .param("person", person.value())
                .param("role", grant.role().name())
                .param("unit", grant.unit().value())
                .param("trades", trades.toArray(UUID[]::new))
                .param("at", Sql.at(at))
                .param("by", by == null ? null : by.value())
                .update();
    }

    public void revoke(PersonId person, Role role, UnitId unit) {
        jdbc.sql("delete from account.role_grant where person_id = :person and role = :role and unit_id = :unit")
                .param("person", person.value())
                .param("role", role.name())
                .param("unit", unit.value())
                .update();
    }

    /** Whether somebody has signed in under the user name from the device before. */
    public boolean knowsDevice(String username, byte[] device) {
        return jdbc.sql("""
                        select exists (
                            select 1 from account.known_device
                            join account.sign_in on sign_in.person_id = known_device.person_id
                            where sign_in.username = :username and known_device.hash = :device)
                        """)
                .param("username", username)
                .param("device", device)
                .query(Boolean.class)
                .single();
    }

    public void rememberDevice(PersonId person, byte[] device, Instant at) {
        jdbc.sql("""
                        insert into account.known_device (person_id, hash, last_used) values (:person, :device, :at)
                        on conflict (person_id, hash) do update set last_used = excluded.last_used
                        """)
                .param("person", person.value())
                .param("device", device)
                .param("at", Sql.at(at))
                .update();
    }
}
