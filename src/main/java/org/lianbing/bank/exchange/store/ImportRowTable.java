package org.lianbing.bank.exchange.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

import org.lianbing.bank.ItemId;
import org.lianbing.bank.ItemVersionId;
import org.lianbing.bank.exchange.Edit;
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

/** Reads the table {@code bank.import_row}. */
@Repository
public class ImportRowTable {

    private static final String COLUMNS = """
        select number, sheet, line, place, source, external_id, columns::text as columns, markdown,
            original::text as original, cells::text as cells, unreadable::text as unreadable,
            content::text as content, target::text as target, problems::text as problems, fingerprint,
            duplicate_of, kept, confirmed, updates, updates_version, update_reason, state, item_id,
            version, changed_by, changed_at
        from bank.import_row
        """;

    private final JdbcClient jdbc;
    private final ImportJson json;

    ImportRowTable(JdbcClient jdbc, ImportJson json) {
        this.jdbc = jdbc;
        this.json = json;
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
                version(row),
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

    private static @Nullable ItemVersionId version(ResultSet row) throws SQLException {
        UUID version = Sql.uuidOrNull(row, "updates_version");
        return version == null ? null : new ItemVersionId(version);
    }

    private static @Nullable ItemId item(ResultSet row, String column) throws SQLException {
        UUID item = Sql.uuidOrNull(row, column);
        return item == null ? null : new ItemId(item);
    }
}
