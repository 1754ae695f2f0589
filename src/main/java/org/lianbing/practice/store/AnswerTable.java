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
import org.lianbing.practice.Today;

/** The table {@code practice.answer}. */
@Repository
public class AnswerTable {

    /** An answer in a drill, or a wrong one in an exam. */
    public record Answer(
            AttemptId attempt, int slot, PersonId person, ItemId item, boolean correct, Instant at, Source source) {}

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

    /** How much the person has practised since then. */
    public Today since(PersonId person, Instant from) {
        return jdbc.sql("""
                        select count(*) as answered, count(*) filter (where correct) as correct
                        from practice.answer where person_id = :person and at >= :from and source = 'DRILL'
                        """)
                .param("person", person.value())
                .param("from", Sql.at(from))
                .query((row, number) -> new Today(row.getInt("answered"), row.getInt("correct")))
                .single();
    }
}
