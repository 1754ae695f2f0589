package org.lianbing.exam.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

import org.lianbing.base.PersonId;
import org.lianbing.base.Sql;
import org.lianbing.base.UnitId;
import org.lianbing.exam.CorrectionDraft;
import org.lianbing.exam.CorrectionId;
import org.lianbing.exam.CorrectionProposal;
import org.lianbing.exam.CorrectionState;
import org.lianbing.exam.ExamId;
import org.lianbing.paper.Corrections;

/** The table {@code exam.correction}; each change is guarded by the state it starts from. */
@Repository
public class CorrectionTable {

    private static final String COLUMNS = """
            select c.id, c.exam_id, c.form_number, c.slot, c.ruling, c.reason, c.reports_item, c.state, c.basis, c.proposed_by,
                   c.proposed_at, c.decided_by, c.decided_at, c.decision, c.generation, c.regraded_at
            from exam.correction c
            """;

    private final JdbcClient jdbc;
    private final Corrections corrections;

    CorrectionTable(JdbcClient jdbc, Corrections corrections) {
        this.jdbc = jdbc;
        this.corrections = corrections;
    }

    /** Keeps a proposal; false where another one of the slot waits. */
    public boolean insert(
            CorrectionId id, ExamId exam, CorrectionDraft draft, int basis, PersonId proposer, Instant now) {
        return jdbc.sql("""
                        insert into exam.correction (id, exam_id, form_number, slot, ruling, reason, reports_item, state, basis,
                                                     proposed_by, proposed_at)
                        values (:id, :exam, :form, :slot, :ruling::jsonb, :reason, :reports, 'PROPOSED', :basis, :by, :now)
                        on conflict (exam_id, form_number, slot) where state = 'PROPOSED' do nothing
                        """)
                        .param("id", id.value())
                        .param("exam", exam.value())
                        .param("form", draft.form())
                        .param("slot", draft.slot())
                        .param("ruling", corrections.text(draft.ruling()))
                        .param("reason", draft.reason())
                        .param("reports", draft.reportsItem())
                        .param("basis", basis)
                        .param("by", proposer.value())
                        .param("now", Sql.at(now))
                        .update()
                == 1;
    }

    public Optional<CorrectionProposal> find(CorrectionId id) {
        return jdbc.sql(COLUMNS + " where c.id = :id")
                .param("id", id.value())
                .query(this::proposal)
                .optional();
    }

    /** All of an exam, the newest first. */
    public List<CorrectionProposal> of(ExamId exam) {
        return jdbc.sql(COLUMNS + " where c.exam_id = :exam order by c.proposed_at desc, c.id desc")
                .param("exam", exam.value())
                .query(this::proposal)
                .list();
    }

    /**
     * The exams of these units of which some wait.
     *
     * @param unreleased whether also the exams of other units whose results are not out
     */
    public List<ExamId> exams(Collection<UnitId> units, boolean unreleased) {
        return jdbc.sql("""
                        select distinct c.exam_id from exam.correction c join exam.exam e on e.id = c.exam_id
                        where c.state = 'PROPOSED'
                          and (e.unit_id = any(:units::uuid[]) or :unreleased and e.released_at is null)
                        """)
                .param("units", units.stream().map(UnitId::value).toArray(UUID[]::new))
                .param("unreleased", unreleased)
                .query((row, number) -> new ExamId(Sql.uuid(row, "exam_id")))
                .list();
    }

    /** Those that wait of these exams, the oldest first. */
    public List<CorrectionProposal> waiting(Collection<ExamId> exams, int limit) {
        return jdbc.sql(COLUMNS + """
                         where c.state = 'PROPOSED' and c.exam_id = any(:exams::uuid[])
                         order by c.proposed_at, c.id limit :limit
                        """)
                .param("exams", exams.stream().map(ExamId::value).toArray(UUID[]::new))
                .param("limit", limit)
                .query(this::proposal)
                .list();
    }

    /** Puts it into force; false where somebody decided before, or where it is one's own. */
    public boolean approve(CorrectionId id, PersonId by, int generation, Instant now) {
        return jdbc.sql("""
                        update exam.correction
                        set state = 'APPROVED', decided_by = :by, decided_at = :now, generation = :generation
                        where id = :id and state = 'PROPOSED' and proposed_by <> :by
                        """)
                        .param("id", id.value())
                        .param("by", by.value())
                        .param("generation", generation)
                        .param("now", Sql.at(now))
                        .update()
                == 1;
    }

    /** Refuses it; false where somebody decided before, or where it is one's own. */
    public boolean refuse(CorrectionId id, PersonId by, String why, Instant now) {
        return jdbc.sql("""
                        update exam.correction
                        set state = 'REFUSED', decided_by = :by, decided_at = :now, decision = :why
                        where id = :id and state = 'PROPOSED' and proposed_by <> :by
                        """)
                        .param("id", id.value())
                        .param("by", by.value())
                        .param("why", why)
                        .param("now", Sql.at(now))
                        .update()
                == 1;
    }

    /** Takes one's own back; false where somebody decided before. */
    public boolean withdraw(CorrectionId id, PersonId by, Instant now) {
        return jdbc.sql("""
                        update exam.correction set state = 'WITHDRAWN', decided_by = :by, decided_at = :now
                        where id = :id and state = 'PROPOSED' and proposed_by = :by
                        """)
                        .param("id", id.value())
                        .param("by", by.value())
                        .param("now", Sql.at(now))
                        .update()
                == 1;
    }

    /** Exams with a correction by which not everybody is scored, or for which that was so until shortly ago. */
    public List<ExamId> toRegrade(Instant regradedAfter) {
        return jdbc.sql("""
                        select distinct exam_id from exam.correction
                        where state = 'APPROVED' and (regraded_at is null or regraded_at > :after)
                        limit 100
                        """).param("after", Sql.at(regradedAfter)).query(UUID.class).list().stream()
                .map(ExamId::new)
                .toList();
    }

    /** The newest generation of an exam's keys; 0 as they were frozen. */
    public int generation(ExamId exam) {
        return jdbc.sql("select coalesce(max(generation), 0) from exam.correction where exam_id = :exam")
                .param("exam", exam.value())
                .query(Integer.class)
                .single();
    }

    /** Notes that everybody is scored by this generation and those before; which ones it ends. */
    public List<Integer> markRegraded(ExamId exam, int generation, Instant now) {
        return jdbc.sql("""
                        update exam.correction set regraded_at = :now
                        where exam_id = :exam and state = 'APPROVED' and generation <= :generation
                          and regraded_at is null
                        returning generation
                        """)
                .param("exam", exam.value())
                .param("generation", generation)
                .param("now", Sql.at(now))
                .query(Integer.class)
                .list();
    }

    private CorrectionProposal proposal(ResultSet row, int number) throws SQLException {
        UUID decidedBy = Sql.uuidOrNull(row, "decided_by");
        int generation = row.getInt("generation");
        @Nullable Integer made = row.wasNull() ? null : Integer.valueOf(generation);
        return new CorrectionProposal(
                new CorrectionId(Sql.uuid(row, "id")),
                new ExamId(Sql.uuid(row, "exam_id")),
                new CorrectionDraft(
                        row.getInt("form_number"),
                        row.getInt("slot"),
                        corrections.ruling(row.getString("ruling")),
                        row.getString("reason"),
                        row.getBoolean("reports_item")),
                CorrectionState.valueOf(row.getString("state")),
                row.getInt("basis"),
                new PersonId(Sql.uuid(row, "proposed_by")),
                Sql.instant(row, "proposed_at"),
                decidedBy == null ? null : new PersonId(decidedBy),
                Sql.instantOrNull(row, "decided_at"),
                row.getString("decision"),
                made,
                Sql.instantOrNull(row, "regraded_at"));
    }
}
