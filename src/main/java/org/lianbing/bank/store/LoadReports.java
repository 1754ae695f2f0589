package org.lianbing.bank.store;

import java.time.Instant;
import java.util.Optional;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tools.jackson.databind.json.JsonMapper;

import org.lianbing.bank.LoadReport;
import org.lianbing.base.Sql;

/** The table {@code bank.loaded_folder}: what was loaded last, so that an unchanged folder costs nothing. */
@Repository
public class LoadReports {

    private static final JsonMapper JSON = JsonMapper.shared();

    private final JdbcClient jdbc;

    LoadReports(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** One start at a time; others wait until the transaction ends. */
    public void lock() {
        jdbc.sql("select 1 from pg_advisory_xact_lock(hashtext('bank.loaded_folder'))")
                .query(Integer.class)
                .single();
    }

    /** The report of the last load of a folder. */
    public Optional<LoadReport> last(String folder) {
        return jdbc.sql("select report::text from bank.loaded_folder where folder = :folder")
                .param("folder", folder)
                .query(String.class)
                .optional()
                .map(report -> JSON.readValue(report, LoadReport.class));
    }

    /** The report of the last load, if that found this hash and left nothing waiting. */
    public Optional<LoadReport> settled(String folder, String hash) {
        boolean same = jdbc.sql("""
                        select exists (select 1 from bank.loaded_folder where folder = :folder and hash = :hash)
                        """)
                .param("folder", folder)
                .param("hash", hash)
                .query(Boolean.class)
                .single();
        return same ? last(folder).filter(report -> report.waiting().isEmpty()) : Optional.empty();
    }

    public void remember(String folder, String hash, LoadReport report, Instant at) {
        jdbc.sql("""
                        insert into bank.loaded_folder (folder, hash, report, at)
                        values (:folder, :hash, :report::jsonb, :at)
                        on conflict (folder) do update
                            set hash = excluded.hash, report = excluded.report, at = excluded.at
                        """)
                .param("folder", folder)
                .param("hash", hash)
                .param("report", JSON.writeValueAsString(report))
                .param("at", Sql.at(at))
                .update();
    }
}
