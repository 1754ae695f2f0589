package org.lianbing.search.elastic;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Optional;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

import org.lianbing.base.Sql;

/** The table {@code search.elastic_index}. Transaction ids are text on our side: they have 64 bits and no order we need. */
final class ElasticStates {

    /**
     * An index that follows.
     *
     * @param name of the index
     * @param shape of its definition
     * @param watermark what older transactions wrote is in it
     * @param followedAt when it was last seen to hold everything
     */
    record State(String name, String shape, String watermark, Instant followedAt) {}

    private final JdbcClient jdbc;
    private final TransactionTemplate atOnce;

    ElasticStates(JdbcClient jdbc, PlatformTransactionManager transactions) {
        this.jdbc = jdbc;
        this.atOnce = new TransactionTemplate(transactions);
        this.atOnce.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
    }

    /** Demands to be the only one who follows, on all nodes, until the transaction ends. */
    boolean lock(String alias) {
        return jdbc.sql("select pg_try_advisory_xact_lock(hashtext('lianbing.search.elastic'), hashtext(:alias))")
                .param("alias", alias)
                .query(Boolean.class)
                .single();
    }

    Optional<State> live(String alias) {
        return jdbc.sql("""
            select name, shape, watermark::text as watermark, followed_at from search.elastic_index
            where alias = :alias
            """).param("alias", alias).query(ElasticStates::state).optional();
    }

    private static State state(ResultSet row, int number) throws SQLException {
        return new State(
                row.getString("name"),
                row.getString("shape"),
                row.getString("watermark"),
                Sql.instant(row, "followed_at"));
    }

    /** How far it has come; committed at once, whatever is still to do. */
    void followed(String alias, State state) {
        atOnce.executeWithoutResult(status -> jdbc.sql("""
            update search.elastic_index set watermark = :watermark::xid8, followed_at = :followed
            where alias = :alias and name = :name
            """)
                .param("alias", alias)
                .param("name", state.name())
                .param("watermark", state.watermark())
                .param("followed", Sql.at(state.followedAt()))
                .update());
    }

    /** The one to search from now on. */
    void put(String alias, State state) {
        atOnce.executeWithoutResult(status -> jdbc.sql("""
            insert into search.elastic_index (alias, name, shape, watermark, followed_at, made_at)
            values (:alias, :name, :shape, :watermark::xid8, :followed, :followed)
            on conflict (alias) do update set name = excluded.name, shape = excluded.shape,
                watermark = excluded.watermark, followed_at = excluded.followed_at
            """)
                .param("alias", alias)
                .param("name", state.name())
                .param("shape", state.shape())
                .param("watermark", state.watermark())
                .param("followed", Sql.at(state.followedAt()))
                .update());
    }

    /** It cannot be relied on any more. */
    void forget(String alias) {
        atOnce.executeWithoutResult(status -> jdbc.sql("delete from search.elastic_index where alias = :alias")
                .param("alias", alias)
                .update());
    }
}
