package org.lianbing.practice.store;

import java.time.Instant;
import java.util.List;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

import org.lianbing.bank.ItemId;
import org.lianbing.base.PersonId;
import org.lianbing.base.Sql;

/** The table {@code practice.mistake}, computed from {@code practice.answer}. */
@Repository
public class MistakeTable {

    /** A mistake that is not settled. */
    public record Row(ItemId item, int wrongCount, Instant lastWrongAt, int rightSince) {}

    private final JdbcClient jdbc;

    MistakeTable(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Computes one mistake anew. The second right answer in a row after the last wrong one settles it. */
    public void recompute(PersonId person, ItemId item) {
        jdbc.sql("select pg_advisory_xact_lock(hashtextextended(:key, 0))")
                .param("key", "practice.mistake " + person + " " + item)
                .query()
                .listOfRows();
        jdbc.sql("""
                        with answers as (
                            select correct, at from practice.answer
                            where person_id = :person and item_id = :item
                        ), wrong as (
                            select count(*) as times, max(at) as last from answers where not correct
                        ), since as (
                            select a.at, row_number() over (order by a.at) as nth
                            from answers a, wrong w where a.correct and a.at > w.last
                        )
                        insert into practice.mistake
                            (person_id, item_id, wrong_count, last_wrong_at, right_since, settled_at)
                        select :person, :item, w.times, w.last, (select count(*) from since),
                            (select at from since where nth = 2)
                        from wrong w where w.times > 0
                        on conflict (person_id, item_id) do update set
                            wrong_count = excluded.wrong_count,
                            last_wrong_at = excluded.last_wrong_at,
                            right_since = excluded.right_since,
                            settled_at = excluded.settled_at
                        """)
                .param("person", person.value())
                .param("item", item.value())
                .update();
    }

    /** Takes a mistake out that no wrong answer stands for any more; the lock is that of {@link #recompute}. */
    public void forgetIfNeverWrong(PersonId person, ItemId item) {
        jdbc.sql("""
                        delete from practice.mistake
                        where person_id = :person and item_id = :item
                          and not exists (select 1 from practice.answer a
                                          where a.person_id = :person and a.item_id = :item and not a.correct)
                        """)
                .param("person", person.value())
                .param("item", item.value())
                .update();
    }

    /** What waits in the person's book, the newest first. */
    public List<Row> open(PersonId person) {
        return jdbc.sql("""
                        select item_id, wrong_count, last_wrong_at, right_since from practice.mistake
                        where person_id = :person and settled_at is null
                        order by last_wrong_at desc, item_id
                        """)
                .param("person", person.value())
                .query((row, number) -> new Row(
                        new ItemId(Sql.uuid(row, "item_id")),
                        row.getInt("wrong_count"),
                        Sql.instant(row, "last_wrong_at"),
                        row.getInt("right_since")))
                .list();
    }
}
