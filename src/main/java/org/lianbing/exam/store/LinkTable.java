package org.lianbing.exam.store;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

import org.lianbing.base.PersonId;
import org.lianbing.base.Sql;
import org.lianbing.exam.ExamId;

/** The generations of admission links, in {@code exam.exam} and {@code exam.candidate}. */
@Repository
public class LinkTable {

    private static final int FIRST = 1;

    /** What a link carries: it is good while both numbers are the present ones. */
    public record Generation(int ofExam, int ofPerson) {}

    /**
     * The present numbers of one exam.
     *
     * @param ofExam counts up when all links are renewed; 0 where there is no such exam
     * @param renewed of whom a single link was renewed
     */
    public record Generations(int ofExam, Map<PersonId, Integer> renewed) {

        /** What a link of this person must carry. */
        public Generation of(PersonId person) {
            return new Generation(ofExam, renewed.getOrDefault(person, FIRST));
        }
    }

    /** Somebody on the roster with the present generation of their link. */
    public record Holder(PersonId person, int seat, Generation generation) {}

    private final JdbcClient jdbc;

    LinkTable(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** The present numbers; few rows, however long the roster is. */
    public Generations generations(ExamId exam) {
        Map<PersonId, Integer> renewed = new HashMap<>();
        jdbc.sql("""
                        select person_id, link_generation from exam.candidate
                        where exam_id = :exam and link_generation > 1
                        """).param("exam", exam.value()).query(row -> {
            renewed.put(new PersonId(Sql.uuid(row, "person_id")), row.getInt("link_generation"));
        });
        int ofExam = jdbc.sql("select link_generation from exam.exam where id = :exam and state <> 'CANCELLED'")
                .param("exam", exam.value())
                .query(Integer.class)
                .optional()
                .orElse(0);
        return new Generations(ofExam, Map.copyOf(renewed));
    }

    /** Everybody on the roster, by seat. */
    public List<Holder> holders(ExamId exam) {
        return jdbc.sql("""
                        select c.person_id, c.seat, e.link_generation as of_exam, c.link_generation as of_person
                        from exam.candidate c join exam.exam e on e.id = c.exam_id
                        where c.exam_id = :exam order by c.seat
                        """)
                .param("exam", exam.value())
                .query((row, number) -> new Holder(
                        new PersonId(Sql.uuid(row, "person_id")),
                        row.getInt("seat"),
                        new Generation(row.getInt("of_exam"), row.getInt("of_person"))))
                .list();
    }

    /** Ends the links of everybody. */
    public void renewAll(ExamId exam) {
        jdbc.sql("update exam.exam set link_generation = link_generation + 1 where id = :exam")
                .param("exam", exam.value())
                .update();
    }

    /** Ends the links of one person; false where they are not on the roster. */
    public boolean renew(ExamId exam, PersonId person) {
        return jdbc.sql("""
                        update exam.candidate set link_generation = link_generation + 1
                        where exam_id = :exam and person_id = :person
                        """)
                        .param("exam", exam.value())
                        .param("person", person.value())
                        .update()
                == 1;
    }
}
