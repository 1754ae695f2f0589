package org.lianbing.bank.exchange.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;

import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

import org.lianbing.bank.ItemId;
import org.lianbing.bank.exchange.Edit;
import org.lianbing.bank.exchange.ImportCells;
import org.lianbing.bank.exchange.ImportId;
import org.lianbing.bank.exchange.ImportRow;
import org.lianbing.bank.exchange.RowBody;
import org.lianbing.bank.exchange.RowState;
import org.lianbing.bank.exchange.Standing;
import org.lianbing.bank.exchange.Where;
import org.lianbing.base.PageOf;
import org.lianbing.base.Paged;
import org.lianbing.base.PersonId;
import org.lianbing.base.Sql;

/** The table {@code bank.import_row}. */
@Repository
public class ImportRowTable {

    private static final int BATCH = 1000;
    private static final RowBody.Cells NO_CELLS =
            new RowBody.Cells(Map.of(), false, ImportCells.NONE, ImportCells.NONE, List.of());
    private static final String COLUMNS = """
        select number, sheet, line, place, source, external_id, columns::text as columns, markdown,
            original::text as original, cells::text as cells, unreadable::text as unreadable,
            content::text as content, target::text as target, problems::text as problems, fingerprint,
            duplicate_of, kept, confirmed, updates, update_reason, state, item_id, version, changed_by, changed_at
        from bank.import_row
        """;

    private final JdbcClient jdbc;
    private final ImportJson json;

    ImportRowTable(JdbcClient jdbc, ImportJson json) {
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
                duplicate_of, kept, confirmed, updates, update_reason, state, item_id, version, changed_by, changed_at)
            select :id, v.number, v.sheet, v.line, v.place, v.source, v.external_id,
                v.columns::jsonb, v.markdown, v.original::jsonb, v.cells::jsonb, v.unreadable::jsonb,
                v.content::jsonb, v.target::jsonb, v.problems::jsonb, v.fingerprint,
                v.duplicate_of, v.kept, v.confirmed, v.updates, v.update_reason, v.state, v.item_id, v.version,
                v.changed_by, v.changed_at
            from unnest(:numbers, :sheets, :lines, :places, :sources, :externals, :columns, :markdowns,
                :originals, :cells, :unreadables, :contents, :targets, :problems, :fingerprints,
                :duplicates, :kepts, :confirmeds, :updates, :reasons, :states, :items, :versions, :changers,
                :changes::timestamptz[])
                as v (number, sheet, line, place, source, external_id, columns, markdown, original,
                    cells, unreadable, content, target, problems, fingerprint, duplicate_of, kept,
                    confirmed, updates, update_reason, state, item_id, version, changed_by, changed_at)
            on conflict (import_id, number) do update set cells = excluded.cells,
                content = excluded.content, target = excluded.target, problems = excluded.problems,
                fingerprint = excluded.fingerprint, duplicate_of = excluded.duplicate_of,
                kept = excluded.kept, confirmed = excluded.confirmed, updates = excluded.updates,
                update_reason = excluded.update_reason,
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
                .param("reasons", of(rows, row -> row.standing().reason(), String[]::new))
                .param("states", of(rows, row -> row.state().name(), String[]::new))
                .param("items", of(rows, row -> value(row.item()), UUID[]::new))
                .param("versions", of(rows, row -> row.edit().version(), Integer[]::new))
                .param("changers", of(rows, row -> changer(row.edit()), UUID[]::new))
                .param("changes", of(rows, row -> change(row.edit()), String[]::new))
                .update();
    }

    /** Notes of rows what became of them. */
    public void committed(ImportId id, List<ImportRow> rows) {
        jdbc.sql("""
            update bank.import_row r set state = v.state, item_id = v.item
            from unnest(:numbers, :states, :items) as v (number, state, item)
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

    private static @Nullable UUID value(@Nullable ItemId item) {
        return item == null ? null : item.value();
    }

    public Optional<ImportRow> find(ImportId id, int number) {
        return jdbc.sql(COLUMNS + " where import_id = :id and number = :number")
                .param("id", id.value())
                .param("number", number)
                .query(this::row)
                .optional();
    }

    /** A page of the rows in these states, in the order of the file. */
    public Paged<ImportRow> find(ImportId id, Collection<RowState> states, PageOf page) {
        String[] names = states.stream().map(RowState::name).toArray(String[]::new);
        long total = jdbc.sql("select count(*) from bank.import_row where import_id = :id and state = any(:states)")
                .param("id", id.value())
                .param("states", names)
                .query(Long.class)
                .single();
        List<ImportRow> rows = jdbc.sql(COLUMNS + """
             where import_id = :id and state = any(:states)
            order by number offset :offset limit :limit
            """)
                .param("id", id.value())
                .param("states", names)
                .param("offset", page.offset())
                .param("limit", page.limit())
                .query(this::row)
                .list();
        return new Paged<>(rows, total);
    }

    /** All rows in these states. */
    public List<ImportRow> all(ImportId id, Collection<RowState> states) {
        return jdbc.sql(COLUMNS + " where import_id = :id and state = any(:states) order by number")
                .param("id", id.value())
                .param("states", states.stream().map(RowState::name).toArray(String[]::new))
                .query(this::row)
                .list();
    }

    /** The next rows behind a number in these states, in the order of the file: to go through all of them in parts. */
    public List<ImportRow> after(ImportId id, Collection<RowState> states, int number, int limit) {
        // State by state the index is in the order of the numbers. For several at once a database that has not looked
        // at
        // the table lately sorts all that is left for each part.
        return jdbc.sql("""
            select one.* from unnest(:states) as wanted (state) cross join lateral (
                %s where import_id = :id and state = wanted.state and number > :number order by number limit :limit
            ) as one order by number limit :limit
            """.formatted(COLUMNS))
                .param("id", id.value())
                .param("states", states.stream().map(RowState::name).toArray(String[]::new))
                .param("number", number)
                .param("limit", limit)
                .query(this::row)
                .list();
    }

    /** How many rows stand in these states. */
    public int count(ImportId id, Collection<RowState> states) {
        return jdbc.sql("select count(*) from bank.import_row where import_id = :id and state = any(:states)")
                .param("id", id.value())
                .param("states", states.stream().map(RowState::name).toArray(String[]::new))
                .query(Integer.class)
                .single();
    }

    /** The sheets or categories of an import with how many of their rows are not committed, in the order of the file. */
    public Map<String, Integer> categories(ImportId id) {
        Map<String, Integer> found = new LinkedHashMap<>();
        jdbc.sql("""
            select sheet, count(*) as rows from bank.import_row
            where import_id = :id and state <> 'COMMITTED' group by sheet order by min(number)
            """)
                .param("id", id.value())
                .query((row, number) -> found.put(row.getString("sheet"), row.getInt("rows")))
                .list();
        return found;
    }

    /** Whether another row changes that item already. */
    public boolean anotherUpdates(ImportId id, int number, ItemId item) {
        return jdbc.sql("""
            select exists (select 1 from bank.import_row
                where import_id = :id and number <> :number and updates = :item
                    and state not in ('SKIPPED', 'KNOWN'))
            """)
                .param("id", id.value())
                .param("number", number)
                .param("item", item.value())
                .query(Boolean.class)
                .single();
    }

    /** All rows that say the same as one of these. */
    public List<ImportRow> alike(ImportId id, Collection<String> fingerprints) {
        return jdbc.sql(COLUMNS + " where import_id = :id and fingerprint = any(:fingerprints) order by number")
                .param("id", id.value())
                .param("fingerprints", fingerprints.toArray(String[]::new))
                .query(this::row)
                .list();
    }

    /** The first row in this state behind a row; where there is none, the first of all. */
    public Optional<Integer> next(ImportId id, Collection<RowState> states, int after) {
        return jdbc.sql("""
            select number from bank.import_row where import_id = :id and state = any(:states)
            order by number <= :after, number limit 1
            """)
                .param("id", id.value())
                .param("states", states.stream().map(RowState::name).toArray(String[]::new))
                .param("after", after)
                .query(Integer.class)
                .optional();
    }

    private ImportRow row(ResultSet row, int number) throws SQLException {
        Where where = new Where(
                row.getString("sheet"),
                row.getInt("line"),
                row.getString("place"),
                row.getString("source"),
                row.getString("external_id"));
        Standing standing = new Standing(
                json.problems(row.getString("problems")),
                row.getString("fingerprint"),
                row.getString("duplicate_of"),
                row.getBoolean("kept"),
                row.getBoolean("confirmed"),
                item(row, "updates"),
                row.getString("update_reason"),
                RowState.valueOf(row.getString("state")),
                item(row, "item_id"));
        UUID changer = Sql.uuidOrNull(row, "changed_by");
        Edit edit = new Edit(
                row.getInt("version"),
                changer == null ? null : new PersonId(changer),
                changer == null ? null : Sql.instant(row, "changed_at"));
        return new ImportRow(
                row.getInt("number"), where, body(row), json.target(row.getString("target")), standing, edit);
    }

    private RowBody body(ResultSet row) throws SQLException {
        String content = row.getString("content");
        return content == null
                ? new RowBody.Cells(
                        json.texts(row.getString("columns")),
                        row.getBoolean("markdown"),
                        json.cells(row.getString("original")),
                        json.cells(row.getString("cells")),
                        json.problems(row.getString("unreadable")))
                : json.whole(content);
    }

    private static @Nullable ItemId item(ResultSet row, String column) throws SQLException {
        UUID item = Sql.uuidOrNull(row, column);
        return item == null ? null : new ItemId(item);
    }
}
