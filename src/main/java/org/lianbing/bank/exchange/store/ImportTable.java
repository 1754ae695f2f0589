package org.lianbing.bank.exchange.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Instant;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

import org.lianbing.bank.Secrecy;
import org.lianbing.bank.exchange.ImportFile;
import org.lianbing.bank.exchange.ImportId;
import org.lianbing.bank.exchange.ImportSettings;
import org.lianbing.bank.exchange.RowState;
import org.lianbing.base.Level;
import org.lianbing.base.PersonId;
import org.lianbing.base.Sql;
import org.lianbing.base.TradeId;

/** The table {@code bank.import}. */
@Repository
public class ImportTable {

    private static final String COLUMNS = """
            select i.id, i.file_name, i.format, i.trade_id, i.levels, i.secrecy, i.notes::text as notes, i.person_id,
                i.made_at, i.changed_at,
                (select coalesce(json_object_agg(c.state, c.rows), '{}')::text from (
                    select r.state, count(*) as rows from bank.import_row r where r.import_id = i.id group by r.state
                ) c) as counts
            from bank.import i
            """;

    private final JdbcClient jdbc;
    private final ImportJson json;

    ImportTable(JdbcClient jdbc, ImportJson json) {
        this.jdbc = jdbc;
        this.json = json;
    }

    public void insert(ImportFile file) {
        ImportSettings settings = file.settings();
        jdbc.sql("""
                        insert into bank.import
                            (id, file_name, format, trade_id, levels, secrecy, notes, person_id, made_at, changed_at)
                        values (:id, :name, :format, :trade, :levels, :secrecy, :notes::jsonb, :person, :at, :at)
                        """)
                .param("id", file.id().value())
                .param("name", file.name())
                .param("format", file.format())
                .param("trade", tradeOf(settings), Types.OTHER)
                .param("levels", levelsOf(settings))
                .param("secrecy", settings.secrecy().name())
                .param("notes", json.write(file.notes()))
                .param("person", file.person().value())
                .param("at", Sql.at(file.madeAt()))
                .update();
    }

    public Optional<ImportFile> find(ImportId id) {
        return jdbc.sql(COLUMNS + " where i.id = :id")
                .param("id", id.value())
                .query(this::file)
                .optional();
    }

    /** The newest files of a person. */
    public List<ImportFile> of(PersonId person, int limit) {
        return jdbc.sql(COLUMNS + " where i.person_id = :person order by i.made_at desc, i.id desc limit :limit")
                .param("person", person.value())
                .param("limit", limit)
                .query(this::file)
                .list();
    }

    /** Holds the import until the transaction ends, so that two people's hands never work on it at once. */
    public boolean lock(ImportId id) {
        return jdbc.sql("select id from bank.import where id = :id for update")
                .param("id", id.value())
                .query(UUID.class)
                .optional()
                .isPresent();
    }

    public void settle(ImportId id, ImportSettings settings) {
        jdbc.sql("update bank.import set trade_id = :trade, levels = :levels, secrecy = :secrecy where id = :id")
                .param("trade", tradeOf(settings), Types.OTHER)
                .param("levels", levelsOf(settings))
                .param("secrecy", settings.secrecy().name())
                .param("id", id.value())
                .update();
    }

    public void touch(ImportId id, Instant now) {
        jdbc.sql("update bank.import set changed_at = :now where id = :id")
                .param("now", Sql.at(now))
                .param("id", id.value())
                .update();
    }

    private static @org.jspecify.annotations.Nullable UUID tradeOf(ImportSettings settings) {
        TradeId trade = settings.trade();
        return trade == null ? null : trade.value();
    }

    private static String[] levelsOf(ImportSettings settings) {
        return settings.levels().stream().map(Level::name).toArray(String[]::new);
    }

    private ImportFile file(ResultSet row, int number) throws SQLException {
        UUID trade = Sql.uuidOrNull(row, "trade_id");
        ImportSettings settings = new ImportSettings(
                trade == null ? null : new TradeId(trade),
                Arrays.stream((String[]) row.getArray("levels").getArray())
                        .map(Level::valueOf)
                        .collect(Collectors.toUnmodifiableSet()),
                Secrecy.valueOf(row.getString("secrecy")));
        Map<RowState, Integer> counts = new EnumMap<>(RowState.class);
        json.counts(row.getString("counts")).forEach((state, rows) -> counts.put(RowState.valueOf(state), rows));
        return new ImportFile(
                new ImportId(Sql.uuid(row, "id")),
                row.getString("file_name"),
                row.getString("format"),
                settings,
                json.problems(row.getString("notes")),
                new PersonId(Sql.uuid(row, "person_id")),
                Sql.instant(row, "made_at"),
                Sql.instant(row, "changed_at"),
                counts);
    }
}
