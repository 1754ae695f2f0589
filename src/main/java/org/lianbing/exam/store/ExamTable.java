package org.lianbing.exam.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

import org.lianbing.base.Level;
import org.lianbing.base.PersonId;
import org.lianbing.base.Sql;
import org.lianbing.base.TradeId;
import org.lianbing.base.UnitId;
import org.lianbing.exam.Disclosure;
import org.lianbing.exam.DisclosureRule;
import org.lianbing.exam.Exam;
import org.lianbing.exam.ExamClock;
import org.lianbing.exam.ExamDraft;
import org.lianbing.exam.ExamId;
import org.lianbing.exam.ExamState;
import org.lianbing.exam.ExamWindow;
import org.lianbing.exam.LateStart;
import org.lianbing.exam.ReleaseRule;
import org.lianbing.exam.ResultRules;
import org.lianbing.paper.Aids;
import org.lianbing.paper.FormId;
import org.lianbing.ranking.BoardId;

/** The table {@code exam.exam}. */
@Repository
public class ExamTable {

    private static final String COLUMNS = """
            select id, title, trade_id, level, unit_id, opens_at, closes_at, duration_seconds, late_start,
                   grace_seconds, form_id, board_id, release_rule, answers_rule, answers_at, answers_out_at,
                   explanations_rule, explanations_at, explanations_out_at, disclosed_at, pass_percent, state,
                   released_at, extra_seconds, extra_reason, paused_micros, paused_at, pause_reason,
                   calculator, formula_sheet, guarded
            from exam.exam
            """;

    private final JdbcClient jdbc;

    ExamTable(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    public void insert(ExamId id, ExamDraft draft, FormId form, Instant now) {
        jdbc.sql("""
                        insert into exam.exam
                            (id, title, trade_id, level, unit_id, opens_at, closes_at, duration_seconds, late_start,
                             grace_seconds, over_at, form_id, board_id, release_rule, answers_rule, answers_at,
                             explanations_rule, explanations_at, pass_percent, state, scheduled_at,
                             calculator, formula_sheet, guarded)
                        values (:id, :title, :trade, :level, :unit, :opens, :closes, :duration, :late,
                             :grace, :over, :form, :board, :rule, :answers, :answersAt,
                             :explanations, :explanationsAt, :pass, 'SCHEDULED', :now,
                             :calculator, :formulas, :guarded)
                        """)
                .param("id", id.value())
                .param("title", draft.title())
                .param("trade", draft.trade().value())
                .param("level", draft.level() == null ? null : draft.level().name())
                .param("unit", draft.unit().value())
                .param("opens", Sql.at(draft.window().opensAt()))
                .param("closes", Sql.at(draft.window().closesAt()))
                .param("duration", draft.window().duration().toSeconds())
                .param("late", draft.window().lateStart().name())
                .param("grace", draft.window().grace().toSeconds())
                .param("over", Sql.atOrNull(ExamClock.of(draft.window()).overAt()))
                .param("form", form.value())
                .param("board", draft.board() == null ? null : draft.board().value())
                .param("rule", draft.releaseRule().name())
                .param("answers", draft.results().answers().rule().name())
                .param("answersAt", Sql.atOrNull(draft.results().answers().at()))
                .param("explanations", draft.results().explanations().rule().name())
                .param(
                        "explanationsAt",
                        Sql.atOrNull(draft.results().explanations().at()))
                .param("pass", draft.results().passPercent())
                .param("calculator", draft.aids().calculator())
                .param("formulas", draft.aids().formulaSheet())
                .param("guarded", draft.aids().guarded())
                .param("now", Sql.at(now))
                .update();
    }

    public Optional<Exam> find(ExamId id) {
        return jdbc.sql(COLUMNS + " where id = :id")
                .param("id", id.value())
                .query(ExamTable::exam)
                .optional();
    }

    /** The exams on whose roster the person stands, the latest first. */
    public List<Exam> of(PersonId person, int limit) {
        return jdbc.sql(COLUMNS + """
                         where state <> 'CANCELLED'
                           and id in (select exam_id from exam.candidate where person_id = :person)
                         order by opens_at desc, id desc
                         limit :limit
                        """)
                .param("person", person.value())
                .param("limit", limit)
                .query(ExamTable::exam)
                .list();
    }

    /** Exams that nobody may start any more and whose results come out by themselves. */
    public List<ExamId> waitingForRelease(Instant now) {
        return jdbc.sql("""
                        select id from exam.exam
                        where state = 'SCHEDULED' and release_rule = 'AUTOMATIC' and over_at <= :now
                        order by over_at limit 100
                        """).param("now", Sql.at(now)).query(UUID.class).list().stream()
                .map(ExamId::new)
                .toList();
    }

    /** Exams still to come or running for which attempts are to be prepared. */
    public List<ExamId> waitingForPreparation(Instant now) {
        return jdbc.sql("""
                        select id from exam.exam
                        where prepared_at is null and state = 'SCHEDULED' and (over_at is null or over_at > :now)
                        order by opens_at limit 100
                        """).param("now", Sql.at(now)).query(UUID.class).list().stream()
                .map(ExamId::new)
                .toList();
    }

    /** Whether the exam is still scheduled; it stays so until the transaction ends. */
    public boolean holdScheduled(ExamId id) {
        return jdbc.sql("select id from exam.exam where id = :id and state = 'SCHEDULED' for share")
                .param("id", id.value())
                .query(UUID.class)
                .optional()
                .isPresent();
    }

    /** Nobody else decides about the keys of the exam or marks anything of it until the transaction ends. */
    public void holdKeys(ExamId id) {
        jdbc.sql("select id from exam.exam where id = :id for no key update")
                .param("id", id.value())
                .query(UUID.class)
                .optional();
    }

    /** Everybody has an attempt. */
    public void markPrepared(ExamId id, Instant now) {
        jdbc.sql("update exam.exam set prepared_at = :now where id = :id")
                .param("id", id.value())
                .param("now", Sql.at(now))
                .update();
    }

    /** Exams that nobody may start any more and for which nobody has noted yet who did not come. */
    public List<ExamId> waitingForAbsences(Instant now) {
        return jdbc.sql("""
                        select id from exam.exam
                        where absences_at is null and state <> 'CANCELLED' and over_at <= :now
                        order by over_at limit 100
                        """).param("now", Sql.at(now)).query(UUID.class).list().stream()
                .map(ExamId::new)
                .toList();
    }

    /** Whether this call was the one that noted it. */
    public boolean markAbsencesNoted(ExamId id, Instant now) {
        return jdbc.sql("update exam.exam set absences_at = :now where id = :id and absences_at is null")
                        .param("id", id.value())
                        .param("now", Sql.at(now))
                        .update()
                > 0;
    }

    /** Whether it had been noted; it is noted again when it is over, and attempts are prepared anew until then. */
    public boolean forgetAbsences(ExamId id) {
        return jdbc.sql("""
                        update exam.exam set absences_at = null, prepared_at = null
                        where id = :id and absences_at is not null
                        """).param("id", id.value()).update() > 0;
    }

    /** Whether this call was the one that released it. */
    public boolean release(ExamId id, Instant now) {
        return jdbc.sql("""
                        update exam.exam set state = 'RELEASED', released_at = :now
                        where id = :id and state = 'SCHEDULED'
                        """).param("id", id.value()).param("now", Sql.at(now)).update() > 0;
    }

    /** Whether this call was the one that let the answers out, or brought that forward. */
    public boolean letAnswersOut(ExamId id, Instant now) {
        return jdbc.sql("""
                        update exam.exam set answers_out_at = :now
                        where id = :id and state = 'RELEASED' and answers_out_at is null
                          and (answers_rule = 'BY_HAND' or answers_rule = 'AT' and answers_at > :now)
                        """).param("id", id.value()).param("now", Sql.at(now)).update() > 0;
    }

    /** The same of the explanations. */
    public boolean letExplanationsOut(ExamId id, Instant now) {
        return jdbc.sql("""
                        update exam.exam set explanations_out_at = :now
                        where id = :id and state = 'RELEASED' and explanations_out_at is null
                          and (explanations_rule = 'BY_HAND' or explanations_rule = 'AT' and explanations_at > :now)
                        """).param("id", id.value()).param("now", Sql.at(now)).update() > 0;
    }

    /** Exams of which nothing more will come out, though their items are under embargo still. */
    public List<ExamId> waitingForDisclosure(Instant now) {
        return jdbc.sql("""
                        select id from exam.exam
                        where state = 'RELEASED' and disclosed_at is null
                          and (answers_rule in ('WITH_SCORES', 'NEVER') or answers_at <= :now or answers_out_at <= :now)
                          and (explanations_rule in ('WITH_SCORES', 'NEVER') or explanations_at <= :now
                               or explanations_out_at <= :now)
                        order by released_at limit 100
                        """).param("now", Sql.at(now)).query(UUID.class).list().stream()
                .map(ExamId::new)
                .toList();
    }

    /** Whether this call was the one that noted it. */
    public boolean markDisclosed(ExamId id, Instant now) {
        return jdbc.sql("""
                        update exam.exam set disclosed_at = :now
                        where id = :id and state = 'RELEASED' and disclosed_at is null
                        """).param("id", id.value()).param("now", Sql.at(now)).update() > 0;
    }

    /** Whether this call was the one that cancelled it. */
    public boolean cancel(ExamId id) {
        return jdbc.sql("update exam.exam set state = 'CANCELLED' where id = :id and state = 'SCHEDULED'")
                        .param("id", id.value())
                        .update()
                > 0;
    }

    private static Exam exam(ResultSet row, int number) throws SQLException {
        ExamDraft draft = draft(row);
        return new Exam(
                new ExamId(Sql.uuid(row, "id")),
                draft,
                new FormId(Sql.uuid(row, "form_id")),
                ExamState.valueOf(row.getString("state")),
                Sql.instantOrNull(row, "released_at"),
                new ExamClock(
                        draft.window(),
                        Duration.ofSeconds(row.getLong("extra_seconds")),
                        Duration.of(row.getLong("paused_micros"), ChronoUnit.MICROS),
                        Sql.instantOrNull(row, "paused_at")),
                row.getString("extra_reason"),
                row.getString("pause_reason"),
                new Exam.Let(
                        Sql.instantOrNull(row, "answers_out_at"),
                        Sql.instantOrNull(row, "explanations_out_at"),
                        Sql.instantOrNull(row, "disclosed_at")));
    }

    private static ResultRules rules(ResultSet row) throws SQLException {
        return new ResultRules(
                ReleaseRule.valueOf(row.getString("release_rule")),
                new Disclosure(
                        DisclosureRule.valueOf(row.getString("answers_rule")), Sql.instantOrNull(row, "answers_at")),
                new Disclosure(
                        DisclosureRule.valueOf(row.getString("explanations_rule")),
                        Sql.instantOrNull(row, "explanations_at")),
                row.getInt("pass_percent"));
    }

    private static ExamDraft draft(ResultSet row) throws SQLException {
        String level = row.getString("level");
        UUID board = Sql.uuidOrNull(row, "board_id");
        return new ExamDraft(
                row.getString("title"),
                new TradeId(Sql.uuid(row, "trade_id")),
                level == null ? null : Level.valueOf(level),
                new UnitId(Sql.uuid(row, "unit_id")),
                new ExamWindow(
                        Sql.instant(row, "opens_at"),
                        Sql.instant(row, "closes_at"),
                        Duration.ofSeconds(row.getLong("duration_seconds")),
                        LateStart.valueOf(row.getString("late_start")),
                        Duration.ofSeconds(row.getLong("grace_seconds"))),
                rules(row),
                board == null ? null : new BoardId(board),
                new Aids(row.getBoolean("calculator"), row.getString("formula_sheet"), row.getBoolean("guarded")));
    }
}
