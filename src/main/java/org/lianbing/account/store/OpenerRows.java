package org.lianbing.account.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Optional;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

import org.lianbing.base.PersonId;
import org.lianbing.base.Sql;

/**
 * What opens a door without a password: the tables {@code account.person_token}, {@code account.remembered_sign_in} and
 * {@code account.activation_card}, each found by the hash of its text.
 */
@Repository
public class OpenerRows {

    /** Whom a token or a remembered sign-in stands for. */
    public record Opener(PersonId person, int generation, Instant expiresAt) {}

    /** A card that has not been used. */
    public record Card(PersonId person, Instant expiresAt) {}

    private final JdbcClient jdbc;

    OpenerRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    public void addToken(byte[] hash, Opener token, Instant at) {
        jdbc.sql("""
                        insert into account.person_token (hash, person_id, generation, issued_at, expires_at)
                        values (:hash, :person, :generation, :at, :expires)
                        """)
                .param("hash", hash)
                .param("person", token.person().value())
                .param("generation", token.generation())
                .param("at", Sql.at(at))
                .param("expires", Sql.at(token.expiresAt()))
                .update();
    }

    public Optional<Opener> token(byte[] hash) {
        return jdbc.sql("select person_id, generation, expires_at from account.person_token where hash = :hash")
                .param("hash", hash)
                .query(OpenerRows::opener)
                .optional();
    }

    public void addRemembered(byte[] hash, Opener remembered, Instant at) {
        jdbc.sql("""
                        insert into account.remembered_sign_in (hash, person_id, generation, made_at, expires_at)
                        values (:hash, :person, :generation, :at, :expires)
                        """)
                .param("hash", hash)
                .param("person", remembered.person().value())
                .param("generation", remembered.generation())
                .param("at", Sql.at(at))
                .param("expires", Sql.at(remembered.expiresAt()))
                .update();
    }

    public Optional<Opener> remembered(byte[] hash) {
        return jdbc.sql("select person_id, generation, expires_at from account.remembered_sign_in where hash = :hash")
                .param("hash", hash)
                .query(OpenerRows::opener)
                .optional();
    }

    public void forget(byte[] hash) {
        jdbc.sql("delete from account.remembered_sign_in where hash = :hash")
                .param("hash", hash)
                .update();
    }

    /** Ends tokens, remembered sign-ins and unused cards of a person. */
    public void endAll(PersonId person, Instant at) {
        jdbc.sql("delete from account.person_token where person_id = :person")
                .param("person", person.value())
                .update();
        jdbc.sql("delete from account.remembered_sign_in where person_id = :person")
                .param("person", person.value())
                .update();
        voidCards(person, at);
    }

    public void deleteExpired(Instant at) {
        jdbc.sql("delete from account.person_token where expires_at <= :at")
                .param("at", Sql.at(at))
                .update();
        jdbc.sql("delete from account.remembered_sign_in where expires_at <= :at")
                .param("at", Sql.at(at))
                .update();
    }

    public void addCard(byte[] hash, Card card, PersonId by, Instant at) {
        jdbc.sql("""
                        insert into account.activation_card (hash, person_id, made_at, made_by, expires_at)
                        values (:hash, :person, :at, :by, :expires)
                        """)
                .param("hash", hash)
                .param("person", card.person().value())
                .param("at", Sql.at(at))
                .param("by", by.value())
                .param("expires", Sql.at(card.expiresAt()))
                .update();
    }

    public void voidCards(PersonId person, Instant at) {
        jdbc.sql("""
                        update account.activation_card set void_at = :at
                        where person_id = :person and used_at is null and void_at is null
                        """).param("at", Sql.at(at)).param("person", person.value()).update();
    }

    public Optional<Card> unusedCard(byte[] hash) {
        return jdbc.sql("""
                        select person_id, expires_at from account.activation_card
                        where hash = :hash and used_at is null and void_at is null
                        """).param("hash", hash).query(OpenerRows::card).optional();
    }

    /** Uses a card up; of two who try at once one gets it. */
    public Optional<Card> useCard(byte[] hash, Instant at) {
        return jdbc.sql("""
                        update account.activation_card set used_at = :at
                        where hash = :hash and used_at is null and void_at is null and expires_at > :at
                        returning person_id, expires_at
                        """)
                .param("at", Sql.at(at))
                .param("hash", hash)
                .query(OpenerRows::card)
                .optional();
    }

    private static Opener opener(ResultSet row, int number) throws SQLException {
        return new Opener(
                new PersonId(Sql.uuid(row, "person_id")), row.getInt("generation"), Sql.instant(row, "expires_at"));
    }

    private static Card card(ResultSet row, int number) throws SQLException {
        return new Card(new PersonId(Sql.uuid(row, "person_id")), Sql.instant(row, "expires_at"));
    }
}
