package org.lianbing.bank.review.store;

import java.sql.Types;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

import org.lianbing.bank.ItemId;
import org.lianbing.bank.ItemVersionId;
import org.lianbing.bank.review.PublicationGround;
import org.lianbing.bank.review.SampleId;
import org.lianbing.base.PersonId;
import org.lianbing.base.Sql;

/** The table {@code bank.publication}. */
@Repository
public class PublicationRows {

    private final JdbcClient jdbc;

    PublicationRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    public void put(ItemId item, PublicationGround ground) {
        jdbc.sql("""
                        insert into bank.publication (version_id, item_id, person_id, at, sample_id, word)
                        values (:version, :item, :person, :at, :sample, :word)
                        on conflict (version_id) do update set person_id = excluded.person_id, at = excluded.at,
                            sample_id = excluded.sample_id, word = excluded.word
                        """)
                .param("version", ground.version().value())
                .param("item", item.value())
                .param("person", ground.person().value())
                .param("at", Sql.at(ground.at()))
                .param(
                        "sample",
                        ground.sample() == null ? null : ground.sample().value(),
                        Types.OTHER)
                .param("word", ground.word())
                .update();
    }

    /** By version; a version from the bank on disk has none. */
    public Map<ItemVersionId, PublicationGround> of(ItemId item) {
        Map<ItemVersionId, PublicationGround> found = new HashMap<>();
        jdbc.sql("select version_id, person_id, at, sample_id, word from bank.publication where item_id = :item")
                .param("item", item.value())
                .query((row, number) -> {
                    UUID sample = Sql.uuidOrNull(row, "sample_id");
                    return new PublicationGround(
                            new ItemVersionId(Sql.uuid(row, "version_id")),
                            new PersonId(Sql.uuid(row, "person_id")),
                            Sql.instant(row, "at"),
                            sample == null ? null : new SampleId(sample),
                            row.getString("word"));
                })
                .list()
                .forEach(ground -> found.put(ground.version(), ground));
        return found;
    }
}
