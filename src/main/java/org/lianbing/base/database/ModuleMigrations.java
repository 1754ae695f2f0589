package org.lianbing.base.database;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.SortedSet;
import java.util.TreeSet;

import org.flywaydb.core.Flyway;
import org.springframework.boot.flyway.autoconfigure.FlywayMigrationStrategy;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import org.springframework.stereotype.Component;

/**
 * Migrates each folder of {@code db/migration} into the schema of the same name, with a history of its own in it. No
 * foreign key crosses a schema, so the order does not matter. Spring Modulith's own support does the same, but reads
 * all classes at every start to find the modules, and keeps the histories together in {@code public}.
 */
@Component
final class ModuleMigrations implements FlywayMigrationStrategy {

    @Override
    public void migrate(Flyway flyway) {
        for (String module : modules()) {
            Flyway.configure()
                    .configuration(flyway.getConfiguration())
                    .locations("classpath:db/migration/" + module)
                    .defaultSchema(module)
                    .schemas(module)
                    .load()
                    .migrate();
        }
    }

    private static SortedSet<String> modules() {
        SortedSet<String> names = new TreeSet<>();
        try {
            for (Resource script :
                    new PathMatchingResourcePatternResolver().getResources("classpath*:db/migration/*/*.sql")) {
                String[] path = script.getURL().getPath().split("/", -1);
                names.add(path[path.length - 2]);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return names;
    }
}
