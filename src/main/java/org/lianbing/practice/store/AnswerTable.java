package org.lianbing.practice.store;

import java.time.Instant;
import java.util.Collection;
import java.util.List;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

import org.lianbing.attempt.AttemptId;
import org.lianbing.bank.ItemId;
import org.lianbing.base.PersonId;
import org.lianbing.base.Sql;

/** The table {@code practice.answer}. */
@Repository
public class AnswerTable {

    /** An answer in a drill, or a wrong one in an exam. */
    public record Answer(
            AttemptId attempt, int slot, PersonId person, ItemId item, boolean correct, Instant at, Source source) {}

    /** An answer in a drill, as far as a count needs it. */
    public record Practised(ItemId item, boolean correct) {}

    /** Where it was answered. */
    public enum Source {
        DRILL,
        EXAM
    }

    private final JdbcClient jdbc;

    AnswerTable(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Whether the answer was not known yet. */
    public boolean add(Answer answer) {
        return jdbc.sql("""
                        insert into practice.answer (attempt_id, slot, person_id, item_id, correct, at, source)
                        values (:attempt, :slot, :person, :item, :correct, :at, :source)
                        on conflict (attempt_id, slot) do nothing
                        """)
                        .param("attempt", answer.attempt().value())
                        .param("slot", answer.slot())
                        .param("person", answer.person().value())
                        .param("item", answer.item().value())
                        .param("correct", answer.correct())
                        .param("at", Sql.at(answer.at()))
                        .param("source", answer.source().name())
                        .update()
                == 1;
    }

    /** Takes back what an exam's attempt brought and is wrong no longer, as after a correction of its key; what it was. */
    public List<ItemId> takeBack(AttemptId attempt, Collection<Integer> stillWrong) {
        return jdbc.sql("""
                        delete from practice.answer
                        where attempt_id = :attempt and source = 'EXAM' and slot <> all(:wrong::int[])
                        returning item_id
                        """)
                .param("attempt", attempt.value())
                .param("wrong", stillWrong.toArray(Integer[]::new))
                .query((row, number) -> new ItemId(Sql.uuid(row, "item_id")))
                .list();
    }

    /** What the person has answered in drills since then: item and whether it was right. */
    public List<Practised> since(PersonId person, Instant from) {
        return jdbc.sql("""
                        select item_id, correct
                        from practice.answer where person_id = :person and at >= :from and source = 'DRILL'
                        """)
                .param("person", person.value())
                .param("from", Sql.at(from))
                .query((row, number) -> new Practised(new ItemId(Sql.uuid(row, "item_id")), row.getBoolean("correct")))
                .list();
    }
}
