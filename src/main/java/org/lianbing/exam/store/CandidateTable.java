package org.lianbing.exam.store;

import java.util.List;
import java.util.UUID;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

import org.lianbing.base.PersonId;
import org.lianbing.base.Sql;
import org.lianbing.exam.ExamId;

/** The table {@code exam.candidate}: the rosters. */
@Repository
public class CandidateTable {

    /** A person with their number on the roster. */
    public record Candidate(PersonId person, int seat) {}

    private final JdbcClient jdbc;

    CandidateTable(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Seats are numbered from 1 in the order given. */
    public void insert(ExamId exam, List<PersonId> roster) {
        jdbc.sql("""
                        insert into exam.candidate (exam_id, person_id, seat)
                        select :exam, person_id, seat
                        from unnest(:people::uuid[]) with ordinality as roster (person_id, seat)
                        """)
                .param("exam", exam.value())
                .param("people", roster.stream().map(PersonId::value).toArray(UUID[]::new))
                .update();
    }

    public boolean contains(ExamId exam, PersonId person) {
        return jdbc.sql("""
                        select exists (select 1 from exam.candidate where exam_id = :exam and person_id = :person)
                        """)
                .param("exam", exam.value())
                .param("person", person.value())
                .query(Boolean.class)
                .single();
    }

    public List<Candidate> roster(ExamId exam) {
        return jdbc.sql("select person_id, seat from exam.candidate where exam_id = :exam order by seat")
                .param("exam", exam.value())
                .query((row, number) -> new Candidate(new PersonId(Sql.uuid(row, "person_id")), row.getInt("seat")))
                .list();
    }
}
