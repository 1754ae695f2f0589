package org.lianbing.base.database;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import javax.sql.DataSource;

import org.flywaydb.core.Flyway;
import org.springframework.boot.flyway.autoconfigure.FlywayMigrationStrategy;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

import org.lianbing.base.disk.FolderHash;

/**
 * Migrates each folder of {@code db/migration} into the schema of the same name, with a history of its own in it. No
 * foreign key crosses a schema, so the order does not matter. Spring Modulith's own support does the same, but reads
 * all classes at every start to find the modules, and keeps the histories together in {@code public}.
 *
 * <p>Asking twenty histories takes seconds, which a start after a failure has not. So a digest over all scripts stands
 * in the database: where it is that of the scripts at hand, all of them were applied.
 */
@Component
final class ModuleMigrations implements FlywayMigrationStrategy {

    @Override
    public void migrate(Flyway flyway) {
        Map<String, String> scripts = scripts();
        String digest = FolderHash.of(scripts.toString());
        JdbcClient jdbc =
                JdbcClient.create((DataSource) flyway.getConfiguration().getDataSource());
        if (applied(jdbc).filter(digest::equals).isPresent()) {
            return;
        }
        for (String module : scripts.keySet().stream()
                .map(script -> script.substring(0, script.indexOf('/')))
                .collect(Collectors.toCollection(TreeSet::new))) {
            Flyway.configure()
                    .configuration(flyway.getConfiguration())
                    .locations("classpath:db/migration/" + module)
                    .defaultSchema(module)
                    .schemas(module)
                    // Work that began earlier may land later: its scripts have lower numbers than those already
                    // applied.
                    .outOfOrder(true)
                    .load()
                    .migrate();
        }
        jdbc.sql("""
            insert into base.applied_scripts (digest) values (:digest)
            on conflict (only_one) do update set digest = excluded.digest
            """).param("digest", digest).update();
    }

    /** The digest of the scripts that were applied last; empty for a database that is new or of before this was kept. */
    private static Optional<String> applied(JdbcClient jdbc) {
        boolean kept = jdbc.sql("select to_regclass('base.applied_scripts') is not null")
                .query(Boolean.class)
                .single();
        return kept
                ? jdbc.sql("select digest from base.applied_scripts")
                        .query(String.class)
                        .optional()
                : Optional.empty();
    }

    /** The texts of all scripts by module and name. */
    private static Map<String, String> scripts() {
        Map<String, String> scripts = new TreeMap<>();
        try {
            for (Resource script :
                    new PathMatchingResourcePatternResolver().getResources("classpath*:db/migration/*/*.sql")) {
                String[] path = script.getURL().getPath().split("/", -1);
                scripts.put(
                        path[path.length - 2] + "/" + path[path.length - 1],
                        script.getContentAsString(StandardCharsets.UTF_8));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return scripts;
    }
}
