package org.lianbing.bank.access;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Objects;

import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

import org.lianbing.bank.ItemVersionId;
import org.lianbing.bank.Secrecy;
import org.lianbing.bank.store.ItemRow;
import org.lianbing.base.Actor;
import org.lianbing.base.Sql;

/** Records each look at the content of a sealed item: who, when, which version. */
@Component
public class SealedLooks {

    /** One page asks for the same version several times; that is one look. */
    private static final Duration ONE_LOOK = Duration.ofSeconds(5);

    private final JdbcClient jdbc;
    private final Clock clock;

    SealedLooks(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** What is in force and what is proposed of an item is shown. Nothing is written for an item that is not sealed. */
    @Transactional(propagation = Propagation.REQUIRES_NEW)
    public void seen(Actor actor, ItemRow row) {
        seen(actor, row, row.published(), row.proposed());
    }

    /** These versions of an item are shown. In a transaction of its own, so that a look is kept whatever follows. */
    @Transactional(propagation = Propagation.REQUIRES_NEW)
    public void seen(Actor actor, ItemRow row, @Nullable ItemVersionId... versions) {
        if (row.secrecy() != Secrecy.SEALED || row.sealedSet() == null) {
            return;
        }
        Instant now = clock.instant();
        Arrays.stream(versions)
                .filter(Objects::nonNull)
                .distinct()
                .forEach(version -> jdbc.sql("""
                        insert into bank.sealed_view (set_id, item_id, version_id, person_id, at)
                        select :set, :item, :version, :person, :now
                        where not exists (select 1 from bank.sealed_view
                            where version_id = :version and person_id = :person and at > :before)
                        """)
                        .param("set", row.sealedSet().value())
                        .param("item", row.id().value())
                        .param("version", version.value())
                        .param("person", actor.person().value())
                        .param("now", Sql.at(now))
                        .param("before", Sql.at(now.minus(ONE_LOOK)))
                        .update());
    }
}
