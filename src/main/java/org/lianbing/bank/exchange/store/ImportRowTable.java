package org.lianbing.bank.exchange.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;

import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

import org.lianbing.bank.ItemId;
import org.lianbing.bank.exchange.ImportId;
import org.lianbing.bank.exchange.ImportRow;
import org.lianbing.bank.exchange.RowState;
import org.lianbing.base.PageOf;
import org.lianbing.base.Paged;
import org.lianbing.base.Sql;

/** The table {@code bank.import_row}. */
@Repository
public class ImportRowTable {

    private static final int BATCH = 1000;
    private static final String COLUMNS = """
            select number, sheet, line, columns::text as columns, markdown, original::text as original,
                cells::text as cells, unreadable::text as unreadable, problems::text as problems, fingerprint,
                duplicate_of, kept, state, item_id
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
        jdbc.sql("""
                        insert into bank.import_row (import_id, number, sheet, line, columns, markdown, original, cells,
                            unreadable, problems, fingerprint, duplicate_of, kept, state, item_id)
                        select :id, v.number, v.sheet, v.line, v.columns::jsonb, v.markdown, v.original::jsonb,
                            v.cells::jsonb, v.unreadable::jsonb, v.problems::jsonb, v.fingerprint, v.duplicate_of,
                            v.kept, v.state, v.item_id
                        from unnest(:numbers, :sheets, :lines, :columns, :markdowns, :originals, :cells, :unreadables,
                            :problems, :fingerprints, :duplicates, :kepts, :states, :items)
                            as v (number, sheet, line, columns, markdown, original, cells, unreadable, problems,
                                fingerprint, duplicate_of, kept, state, item_id)
                        on conflict (import_id, number) do update set cells = excluded.cells,
                            problems = excluded.problems, fingerprint = excluded.fingerprint,
                            duplicate_of = excluded.duplicate_of, kept = excluded.kept, state = excluded.state,
                            item_id = excluded.item_id
                        """)
                .param("id", id.value())
                .param("numbers", of(rows, ImportRow::number, Integer[]::new))
                .param("sheets", of(rows, ImportRow::sheet, String[]::new))
                .param("lines", of(rows, ImportRow::line, Integer[]::new))
                .param("columns", of(rows, row -> json.write(row.columns()), String[]::new))
                .param("markdowns", of(rows, ImportRow::markdown, Boolean[]::new))
                .param("originals", of(rows, row -> json.write(row.original().texts()), String[]::new))
                .param("cells", of(rows, row -> json.write(row.cells().texts()), String[]::new))
                .param("unreadables", of(rows, row -> json.write(row.unreadable()), String[]::new))
                .param("problems", of(rows, row -> json.write(row.problems()), String[]::new))
                .param("fingerprints", of(rows, ImportRow::fingerprint, String[]::new))
                .param("duplicates", of(rows, ImportRow::duplicateOf, String[]::new))
                .param("kepts", of(rows, ImportRow::kept, Boolean[]::new))
                .param("states", of(rows, row -> row.state().name(), String[]::new))
                .param("items", of(rows, ImportRowTable::item, UUID[]::new))
                .update();
    }

    private static <T> T[] of(
            List<ImportRow> rows,
            Function<ImportRow, ? extends @Nullable T> value,
            java.util.function.IntFunction<T[]> array) {
        return rows.stream().map(value).toArray(array);
    }

    private static @Nullable UUID item(ImportRow row) {
        ItemId item = row.item();
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

    /** The codes of the items in the bank that say the same, by fingerprint. */
    public Map<String, String> inBank(Collection<String> fingerprints) {
        return jdbc
                .sql("""
                        select v.fingerprint, min(i.code) as code
                        from bank.item_version v join bank.item i on v.id in (i.published_version_id, i.proposed_version_id)
                        where v.fingerprint = any(:fingerprints) and i.state <> 'RETIRED'
                            and i.secrecy <> 'SEALED'
                        group by v.fingerprint
                        """)
                .param("fingerprints", fingerprints.toArray(String[]::new))
                .query((row, number) -> Map.entry(row.getString("fingerprint"), row.getString("code")))
                .list()
                .stream()
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    private ImportRow row(ResultSet row, int number) throws SQLException {
        UUID item = Sql.uuidOrNull(row, "item_id");
        return new ImportRow(
                row.getInt("number"),
                row.getString("sheet"),
                row.getInt("line"),
                json.texts(row.getString("columns")),
                row.getBoolean("markdown"),
                json.cells(row.getString("original")),
                json.cells(row.getString("cells")),
                json.problems(row.getString("unreadable")),
                json.problems(row.getString("problems")),
                row.getString("fingerprint"),
                row.getString("duplicate_of"),
                row.getBoolean("kept"),
                RowState.valueOf(row.getString("state")),
                item == null ? null : new ItemId(item));
    }
}
