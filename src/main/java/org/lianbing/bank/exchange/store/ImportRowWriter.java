package org.lianbing.bank.exchange.store;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;

import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

import org.lianbing.bank.ItemId;
import org.lianbing.bank.ItemVersionId;
import org.lianbing.bank.exchange.Edit;
import org.lianbing.bank.exchange.ImportCells;
import org.lianbing.bank.exchange.ImportId;
import org.lianbing.bank.exchange.ImportRow;
import org.lianbing.bank.exchange.RowBody;
import org.lianbing.base.PersonId;

/** Writes the table {@code bank.import_row}, hundreds of rows in a statement. */
@Repository
public class ImportRowWriter {

    private static final int BATCH = 1000;
    private static final RowBody.Cells NO_CELLS =
            new RowBody.Cells(Map.of(), false, ImportCells.NONE, ImportCells.NONE, List.of());

    private final JdbcClient jdbc;
    private final ImportJson json;

    ImportRowWriter(JdbcClient jdbc, ImportJson json) {
        this.jdbc = jdbc;
        this.json = json;
    }

    /** Writes rows, new ones and changed ones, many in a statement. */
    public void put(ImportId id, List<ImportRow> rows) {
        for (int i = 0; i < rows.size(); i += BATCH) {
            putBatch(id, rows.subList(i, Math.min(i + BATCH, rows.size())));
        }
    }

    private void putBatch(ImportId id, List<ImportRow> rows) {
        String[] originals = of(rows, row -> json.write(row.original().texts()), String[]::new);
        jdbc.sql("""
            insert into bank.import_row (import_id, number, sheet, line, place, source, external_id,
                columns, markdown, original, cells, unreadable, content, target, problems, fingerprint,
                duplicate_of, kept, confirmed, updates, updates_version, update_reason, state, item_id, version,
                changed_by, changed_at)
            select :id, v.number, v.sheet, v.line, v.place, v.source, v.external_id,
                v.columns::jsonb, v.markdown, v.original::jsonb, v.cells::jsonb, v.unreadable::jsonb,
                v.content::jsonb, v.target::jsonb, v.problems::jsonb, v.fingerprint,
                v.duplicate_of, v.kept, v.confirmed, v.updates, v.updates_version, v.update_reason, v.state, v.item_id, v.version,
                v.changed_by, v.changed_at
            from unnest(:numbers, :sheets, :lines, :places, :sources, :externals, :columns, :markdowns,
                :originals, :cells, :unreadables, :contents, :targets, :problems, :fingerprints,
                :duplicates, :kepts, :confirmeds, :updates, :bases, :reasons, :states, :items, :versions, :changers,
                :changes::timestamptz[])
                as v (number, sheet, line, place, source, external_id, columns, markdown, original,
                    cells, unreadable, content, target, problems, fingerprint, duplicate_of, kept,
                    confirmed, updates, updates_version, update_reason, state, item_id, version, changed_by,
                    changed_at)
            on conflict (import_id, number) do update set cells = excluded.cells,
                content = excluded.content, target = excluded.target, problems = excluded.problems,
                fingerprint = excluded.fingerprint, duplicate_of = excluded.duplicate_of,
                kept = excluded.kept, confirmed = excluded.confirmed, updates = excluded.updates,
                updates_version = excluded.updates_version, update_reason = excluded.update_reason,
                state = excluded.state, item_id = excluded.item_id, version = excluded.version,
                changed_by = excluded.changed_by, changed_at = excluded.changed_at
            """)
                .param("id", id.value())
                .param("numbers", of(rows, ImportRow::number, Integer[]::new))
                .param("sheets", of(rows, ImportRow::sheet, String[]::new))
                .param("lines", of(rows, ImportRow::line, Integer[]::new))
                .param("places", of(rows, row -> row.where().text(), String[]::new))
                .param("sources", of(rows, row -> row.where().source(), String[]::new))
                .param("externals", of(rows, row -> row.where().externalId(), String[]::new))
                .param("columns", of(rows, row -> json.write(cells(row).columns()), String[]::new))
                .param("markdowns", of(rows, row -> cells(row).markdown(), Boolean[]::new))
                .param("originals", originals)
                .param("cells", nowOf(rows, originals))
                .param("unreadables", of(rows, row -> json.write(cells(row).unreadable()), String[]::new))
                .param("contents", of(rows, this::whole, String[]::new))
                .param("targets", of(rows, row -> json.target(row.target()), String[]::new))
                .param("problems", of(rows, row -> json.write(row.problems()), String[]::new))
                .param("fingerprints", of(rows, ImportRow::fingerprint, String[]::new))
                .param("duplicates", of(rows, ImportRow::duplicateOf, String[]::new))
                .param("kepts", of(rows, ImportRow::kept, Boolean[]::new))
                .param("confirmeds", of(rows, row -> row.standing().confirmed(), Boolean[]::new))
                .param("updates", of(rows, row -> value(row.standing().updates()), UUID[]::new))
                .param("bases", of(rows, row -> basis(row.standing().basis()), UUID[]::new))
                .param("reasons", of(rows, row -> row.standing().reason(), String[]::new))
                .param("states", of(rows, row -> row.state().name(), String[]::new))
                .param("items", of(rows, row -> value(row.item()), UUID[]::new))
                .param("versions", of(rows, row -> row.edit().version(), Integer[]::new))
                .param("changers", of(rows, row -> changer(row.edit()), UUID[]::new))
                .param("changes", of(rows, row -> change(row.edit()), String[]::new))
                .update();
    }

    /** Notes of rows what became of them: the version of their item that is proposed now. */
    public void committed(ImportId id, List<ImportRow> rows) {
        jdbc.sql("""
            update bank.import_row r set state = v.state, item_id = v.item, made_version = i.proposed_version_id
            from unnest(:numbers, :states, :items) as v (number, state, item)
                left join bank.item i on i.id = v.item
            where r.import_id = :id and r.number = v.number and r.number between :first and :last
            """)
                .param("id", id.value())
                // Without these a database that has not looked at the table lately goes through all rows for each part.
                .param("first", rows.stream().mapToInt(ImportRow::number).min().orElse(0))
                .param("last", rows.stream().mapToInt(ImportRow::number).max().orElse(0))
                .param("numbers", of(rows, ImportRow::number, Integer[]::new))
                .param("states", of(rows, row -> row.state().name(), String[]::new))
                .param("items", of(rows, row -> value(row.item()), UUID[]::new))
                .update();
    }

    /** Most rows are as they were read, and are not written twice. */
    private String[] nowOf(List<ImportRow> rows, String[] originals) {
        String[] now = originals.clone();
        for (int i = 0; i < now.length; i++) {
            ImportRow row = rows.get(i);
            if (!row.cells().equals(row.original())) {
                now[i] = json.write(row.cells().texts());
            }
        }
        return now;
    }

    private static RowBody.Cells cells(ImportRow row) {
        return row.body() instanceof RowBody.Cells cells ? cells : NO_CELLS;
    }

    private @Nullable String whole(ImportRow row) {
        return row.body() instanceof RowBody.Whole whole ? json.whole(whole) : null;
    }

    private static @Nullable UUID changer(Edit edit) {
        PersonId person = edit.person();
        return person == null ? null : person.value();
    }

    private static @Nullable String change(Edit edit) {
        Instant at = edit.at();
        return at == null ? null : at.toString();
    }

    private static <T> T[] of(
            List<ImportRow> rows,
            Function<ImportRow, ? extends @Nullable T> value,
            java.util.function.IntFunction<T[]> array) {
        return rows.stream().map(value).toArray(array);
    }

    private static @Nullable UUID basis(@Nullable ItemVersionId version) {
        return version == null ? null : version.value();
    }

    private static @Nullable UUID value(@Nullable ItemId item) {
        return item == null ? null : item.value();
    }
}
