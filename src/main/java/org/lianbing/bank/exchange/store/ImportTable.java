package org.lianbing.bank.exchange.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Clock;
import java.time.Duration;
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
import org.lianbing.bank.exchange.ImportProblem;
import org.lianbing.bank.exchange.ImportSettings;
import org.lianbing.bank.exchange.ImportStatus;
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
            i.made_at, i.changed_at, i.status, i.failure::text as failure, i.rows_read, i.alive_at,
            array(select c.person_id from bank.import_colleague c where c.import_id = i.id) as colleagues,
            case when i.status = 'READING' then '{}' else (
                select coalesce(json_object_agg(c.state, c.rows), '{}')::text from (
                    select r.state, count(*) as rows from bank.import_row r where r.import_id = i.id group by r.state
                ) c) end as counts
        from bank.import i
        """;

    private static final Duration SILENT = Duration.ofMinutes(1);

    private final JdbcClient jdbc;
    private final ImportJson json;
    private final Clock clock;

    ImportTable(JdbcClient jdbc, ImportJson json, Clock clock) {
        this.jdbc = jdbc;
        this.json = json;
        this.clock = clock;
    }

    public void insert(ImportFile file) {
        ImportSettings settings = file.settings();
        jdbc.sql("""
            insert into bank.import
                (id, file_name, format, trade_id, levels, secrecy, notes, person_id, made_at, changed_at,
                    status, alive_at)
            values (:id, :name, :format, :trade, :levels, :secrecy, :notes::jsonb, :person, :at, :at,
                'READING', :at)
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
        return jdbc.sql(COLUMNS + """
             where i.person_id = :person
                or i.id in (select c.import_id from bank.import_colleague c where c.person_id = :person)
            order by i.made_at desc, i.id desc limit :limit
            """)
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

    /** A sign of life with how many rows are there; false where nobody waits for them any more. */
    public boolean progress(ImportId id, int rows, Instant now) {
        return jdbc.sql("""
            update bank.import set rows_read = :rows, alive_at = :now
            where id = :id and status = 'READING'
            """)
                        .param("rows", rows)
                        .param("now", Sql.at(now))
                        .param("id", id.value())
                        .update()
                > 0;
    }

    /** The whole file was read. */
    public void opened(ImportId id, List<ImportProblem> notes, Instant now) {
        jdbc.sql("update bank.import set status = 'OPEN', notes = :notes::jsonb, changed_at = :now where id = :id")
                .param("notes", json.write(notes))
                .param("now", Sql.at(now))
                .param("id", id.value())
                .update();
    }

    /** Reading ended before the file did. */
    public void broken(ImportId id, ImportProblem failure) {
        jdbc.sql("update bank.import set status = 'BROKEN', failure = :failure::jsonb where id = :id")
                .param("failure", json.write(failure))
                .param("id", id.value())
                .update();
    }

    /** Reading begins anew; what was read before goes. */
    public void again(ImportId id, Instant now) {
        jdbc.sql("delete from bank.import_row where import_id = :id")
                .param("id", id.value())
                .update();
        jdbc.sql("""
            update bank.import set status = 'READING', failure = null, rows_read = 0, alive_at = :now
            where id = :id
            """).param("now", Sql.at(now)).param("id", id.value()).update();
    }

    /** Takes the import away with all its rows; what became items stays. */
    public void delete(ImportId id) {
        jdbc.sql("delete from bank.import where id = :id")
                .param("id", id.value())
                .update();
    }

    public void invite(ImportId id, PersonId person, Instant now) {
        jdbc.sql("""
            insert into bank.import_colleague (import_id, person_id, added_at) values (:id, :person, :now)
            on conflict do nothing
            """)
                .param("id", id.value())
                .param("person", person.value())
                .param("now", Sql.at(now))
                .update();
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
                Arrays.stream((UUID[]) row.getArray("colleagues").getArray())
                        .map(PersonId::new)
                        .collect(Collectors.toUnmodifiableSet()),
                Sql.instant(row, "made_at"),
                Sql.instant(row, "changed_at"),
                reading(row),
                counts);
    }

    /** One that has shown no sign of life for a while was left by a node that is gone. */
    private ImportFile.Reading reading(ResultSet row) throws SQLException {
        ImportStatus status = ImportStatus.valueOf(row.getString("status"));
        boolean silent = status == ImportStatus.READING
                && Sql.instant(row, "alive_at").isBefore(clock.instant().minus(SILENT));
        return new ImportFile.Reading(
                silent ? ImportStatus.BROKEN : status, row.getInt("rows_read"), json.problem(row.getString("failure")));
    }
}
