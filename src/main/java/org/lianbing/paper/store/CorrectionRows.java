package org.lianbing.paper.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

import org.lianbing.base.Sql;
import org.lianbing.paper.Correction;
import org.lianbing.paper.FormId;
import org.lianbing.paper.SlotRuling;

/** The table {@code paper.correction}. */
@Repository
public class CorrectionRows {

    private final JdbcClient jdbc;
    private final KeyJson keys;

    CorrectionRows(JdbcClient jdbc, KeyJson keys) {
        this.jdbc = jdbc;
        this.keys = keys;
    }

    /**
     * Puts a correction into force; false where another one came into force since the generation it was made from. Forms
     * that stand beside each other share the numbers of generations, so that some may be missing here.
     */
    public boolean lay(FormId form, int basis, int slot, SlotRuling ruling, String reason, Instant now) {
        return jdbc.sql("""
                        insert into paper.correction (form_id, generation, number, ruling, reason, approved_at)
                        select :form, :basis + 1, :slot, :ruling::jsonb, :reason, :now
                        where :basis >= (select coalesce(max(generation), 0) from paper.correction where form_id = :form)
                        on conflict (form_id, generation) do nothing
                        """)
                        .param("form", form.value())
                        .param("basis", basis)
                        .param("slot", slot)
                        .param("ruling", keys.write(ruling))
                        .param("reason", reason)
                        .param("now", Sql.at(now))
                        .update()
                == 1;
    }

    /** All of a form in the order of their approval. */
    public List<Correction> of(FormId form) {
        return of(List.of(form)).getOrDefault(form, List.of());
    }

    /** The same of each of these forms that has any. */
    public Map<FormId, List<Correction>> of(Collection<FormId> forms) {
        Map<FormId, List<Correction>> found = new HashMap<>();
        jdbc.sql("""
                        select form_id, number, generation, ruling, reason, approved_at
                        from paper.correction where form_id = any(:forms::uuid[]) order by form_id, generation
                        """)
                .param("forms", forms.stream().map(FormId::value).toArray(UUID[]::new))
                .query(row -> {
                    found.computeIfAbsent(new FormId(Sql.uuid(row, "form_id")), form -> new ArrayList<>())
                            .add(correction(row));
                });
        return found;
    }

    /** The forms that have corrections, each with the generation of its keys. */
    public Map<FormId, Integer> generations() {
        Map<FormId, Integer> generations = new HashMap<>();
        jdbc.sql("select form_id, max(generation) as generation from paper.correction group by form_id")
                .query(row -> {
                    generations.put(new FormId(Sql.uuid(row, "form_id")), row.getInt("generation"));
                });
        return generations;
    }

    /** The same of those among these forms. */
    public Map<FormId, Integer> generations(Collection<FormId> forms) {
        Map<FormId, Integer> generations = new HashMap<>();
        jdbc.sql("""
                        select form_id, max(generation) as generation from paper.correction
                        where form_id = any(:forms::uuid[]) group by form_id
                        """)
                .param("forms", forms.stream().map(FormId::value).toArray(UUID[]::new))
                .query(row -> {
                    generations.put(new FormId(Sql.uuid(row, "form_id")), row.getInt("generation"));
                });
        return generations;
    }

    /** A ruling as it is kept. */
    public String text(SlotRuling ruling) {
        return keys.write(ruling);
    }

    /** A ruling as it was kept. */
    public SlotRuling ruling(String text) {
        return keys.ruling(text);
    }

    private Correction correction(ResultSet row) throws SQLException {
        return new Correction(
                row.getInt("number"),
                row.getInt("generation"),
                keys.ruling(row.getString("ruling")),
                row.getString("reason"),
                Sql.instant(row, "approved_at"));
    }
}
