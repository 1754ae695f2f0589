package org.lianbing.exam.store;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tools.jackson.databind.json.JsonMapper;

import org.lianbing.base.PersonId;
import org.lianbing.base.Sql;
import org.lianbing.exam.ExamId;
import org.lianbing.paper.Fairness;
import org.lianbing.paper.FormId;

/** The table {@code exam.form}: which forms an exam has, and who gets which. */
@Repository
public class PaperTable {

    /** A candidate's form, and whether its order is theirs alone. */
    public record Own(FormId form, boolean shuffled) {}

    /** The forms of an exam and how they are dealt out. */
    public record Deal(List<FormId> forms, boolean shuffled) {

        /** The form of whoever has this seat: as {@link PaperTable#own} says it. */
        public Own of(int seat) {
            return new Own(forms.get(number(seat, forms.size()) - 1), shuffled);
        }

        /** Which of so many forms a seat has, from 1: neighbours have different ones. */
        public static int number(int seat, int forms) {
            return 1 + (seat - 1) % forms;
        }
    }

    private final JdbcClient jdbc;
    private final JsonMapper json;

    PaperTable(JdbcClient jdbc, JsonMapper json) {
        this.jdbc = jdbc;
        this.json = json;
    }

    /** Numbers the forms in their order. */
    public void insert(ExamId exam, List<FormId> forms, boolean shuffled, @Nullable Fairness fairness) {
        jdbc.sql("""
                        insert into exam.form (exam_id, number, form_id)
                        select :exam, number, form_id from unnest(:forms::uuid[]) with ordinality as given (form_id, number)
                        """)
                .param("exam", exam.value())
                .param("forms", forms.stream().map(FormId::value).toArray(UUID[]::new))
                .update();
        jdbc.sql("update exam.exam set shuffled = :shuffled, fairness = :fairness::jsonb where id = :exam")
                .param("exam", exam.value())
                .param("shuffled", shuffled)
                .param("fairness", fairness == null ? null : json.writeValueAsString(fairness))
                .update();
    }

    /** Takes the forms from an exam that is not held. */
    public void delete(ExamId exam) {
        jdbc.sql("delete from exam.form where exam_id = :exam")
                .param("exam", exam.value())
                .update();
    }

    /** The forms of an exam in their order. */
    public List<FormId> forms(ExamId exam) {
        return jdbc.sql("select form_id from exam.form where exam_id = :exam order by number")
                .param("exam", exam.value())
                .query((row, number) -> new FormId(Sql.uuid(row, "form_id")))
                .list();
    }

    /** Which exam each form of these exams belongs to. */
    public Map<FormId, ExamId> forms(Collection<ExamId> exams) {
        Map<FormId, ExamId> found = new HashMap<>();
        jdbc.sql("select form_id, exam_id from exam.form where exam_id = any(:exams::uuid[])")
                .param("exams", exams.stream().map(ExamId::value).toArray(UUID[]::new))
                .query(row -> {
                    found.put(new FormId(Sql.uuid(row, "form_id")), new ExamId(Sql.uuid(row, "exam_id")));
                });
        return found;
    }

    /** The form of somebody on the roster: neighbours by seat have different ones. */
    public Optional<Own> own(ExamId exam, PersonId person) {
        return jdbc.sql("""
                        select f.form_id, e.shuffled
                        from exam.candidate c
                        join exam.exam e on e.id = c.exam_id
                        join exam.form f on f.exam_id = c.exam_id
                             and f.number = 1 + (c.seat - 1) % (select count(*) from exam.form where exam_id = :exam)
                        where c.exam_id = :exam and c.person_id = :person
                        """)
                .param("exam", exam.value())
                .param("person", person.value())
                .query((row, number) -> new Own(new FormId(Sql.uuid(row, "form_id")), row.getBoolean("shuffled")))
                .optional();
    }

    /** All forms, for dealing them out to a whole roster. */
    public Deal deal(ExamId exam) {
        boolean shuffled = jdbc.sql("select shuffled from exam.exam where id = :exam")
                .param("exam", exam.value())
                .query(Boolean.class)
                .single();
        return new Deal(forms(exam), shuffled);
    }

    /** How alike the forms of an exam are. */
    public Optional<Fairness> fairness(ExamId exam) {
        return jdbc.sql("select fairness::text from exam.exam where id = :exam and fairness is not null")
                .param("exam", exam.value())
                .query(String.class)
                .optional()
                .map(text -> json.readValue(text, Fairness.class));
    }
}
