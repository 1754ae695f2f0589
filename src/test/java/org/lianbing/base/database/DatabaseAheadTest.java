package org.lianbing.base.database;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.context.event.ApplicationPreparedEvent;
import org.springframework.context.support.GenericApplicationContext;
import org.springframework.core.env.MapPropertySource;

import org.lianbing.base.start.StartRefused;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

class DatabaseAheadTest {

    @TempDir
    Path data;

    @Test
    void theDatabaseThatWasBegunIsTheOneThatIsTaken() {
        try (GenericApplicationContext context = prepared(Map.of())) {
            context.refresh();
            try (EmbeddedDatabase database =
                    context.getBean(DatabaseAhead.Begun.class).take()) {
                assertThat(database.url()).startsWith("jdbc:postgresql://127.0.0.1:");
                context.close();
                assertThat(pidFile()).as("whoever took it stops it").exists();
            }
        }
        assertThat(pidFile()).doesNotExist();
    }

    @Test
    void whereTheApplicationFailsBeforeItIsNeededItIsStoppedAndTheFolderFree() {
        try (GenericApplicationContext context = prepared(Map.of())) {
            context.refresh();
        }
        assertThat(pidFile()).doesNotExist();
        assertThat(DatabaseFolder.under(data).hasCluster()).isTrue();
        EmbeddedDatabase.start(data, EmbeddedDatabaseTest.BINARIES).close();
    }

    @Test
    void aRefusalIsMetByWhoeverTakesIt() throws Exception {
        Path cluster = Files.createDirectories(DatabaseFolder.under(data).cluster());
        Files.writeString(cluster.resolve("PG_VERSION"), "17\n");
        try (GenericApplicationContext context = prepared(Map.of())) {
            context.refresh();
            DatabaseAhead.Begun begun = context.getBean(DatabaseAhead.Begun.class);
            assertThatExceptionOfType(StartRefused.class).isThrownBy(begun::take);
        }
    }

    @Test
    void aSiteWithAServerOfItsOwnStartsNone() {
        try (GenericApplicationContext context = prepared(Map.of("spring.datasource.url", "jdbc:postgresql://db/x"))) {
            context.refresh();
            assertThat(context.getBeansOfType(DatabaseAhead.Begun.class)).isEmpty();
        }
        assertThat(DatabaseFolder.under(data).root()).doesNotExist();
    }

    private Path pidFile() {
        return DatabaseFolder.under(data).cluster().resolve("postmaster.pid");
    }

    /** A context as Spring Boot has it just before it reads its configuration. */
    private GenericApplicationContext prepared(Map<String, Object> more) {
        GenericApplicationContext context = new GenericApplicationContext();
        context.getEnvironment()
                .getPropertySources()
                .addFirst(new MapPropertySource(
                        "site",
                        Map.of(
                                "lianbing.data",
                                data.toString(),
                                "lianbing.database.binaries",
                                EmbeddedDatabaseTest.BINARIES.toString())));
        context.getEnvironment().getPropertySources().addFirst(new MapPropertySource("more", more));
        new DatabaseAhead()
                .onApplicationEvent(new ApplicationPreparedEvent(new SpringApplication(), new String[0], context));
        return context;
    }
}
