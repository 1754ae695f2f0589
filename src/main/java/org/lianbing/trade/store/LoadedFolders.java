package org.lianbing.trade.store;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

import org.lianbing.base.Sql;
import org.lianbing.base.disk.Flaw;

/** The table {@code trade.loaded_folder}: what was loaded last, so that an unchanged folder costs nothing. */
@Repository
public class LoadedFolders {

    private static final JsonMapper JSON = JsonMapper.shared();

    private final JdbcClient jdbc;

    LoadedFolders(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** One start at a time; others wait until the transaction ends. */
    public void lock() {
        jdbc.sql("select 1 from pg_advisory_xact_lock(hashtext('trade.loaded_folder'))")
                .query(Integer.class)
                .single();
    }

    /** The flaws of the last load, if that found this hash. */
    public Optional<List<Flaw>> flawsOf(String folder, String hash) {
        return jdbc.sql("select flaws::text from trade.loaded_folder where folder = :folder and hash = :hash")
                .param("folder", folder)
                .param("hash", hash)
                .query(String.class)
                .optional()
                .map(flaws -> JSON.readValue(flaws, new TypeReference<List<Flaw>>() {}));
    }

    public void remember(String folder, String hash, List<Flaw> flaws, Instant at) {
        jdbc.sql("""
                        insert into trade.loaded_folder (folder, hash, flaws, at)
                        values (:folder, :hash, :flaws::jsonb, :at)
                        on conflict (folder) do update
                            set hash = excluded.hash, flaws = excluded.flaws, at = excluded.at
                        """)
                .param("folder", folder)
                .param("hash", hash)
                .param("flaws", JSON.writeValueAsString(flaws))
                .param("at", Sql.at(at))
                .update();
    }
}
