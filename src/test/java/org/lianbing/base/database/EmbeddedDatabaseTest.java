package org.lianbing.base.database;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.postgresql.PGConnection;

import org.lianbing.base.start.StartRefused;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.awaitility.Awaitility.await;

class EmbeddedDatabaseTest {

    static final Path BINARIES = Path.of("target/postgres-binaries");

    @TempDir
    Path data;

    /** As {@code ./data} is, in which a first start unpacks the programs too. */
    @Test
    void theFolderMayBeNamedFromWhereOneStands() throws Exception {
        Path here = Path.of(".").toAbsolutePath().normalize();
        Path named = Path.of(".").resolve(here.relativize(data.toRealPath()));
        try (EmbeddedDatabase database = EmbeddedDatabase.start(named, named.resolve("postgres/binaries"))) {
            assertThat(read(database, "select 1")).isEqualTo("1");
        }
    }

    @Test
    void dataSurviveAKilledApplicationWhoseServerLivesOn() throws Exception {
        String rows = killedAfterCommit();
        assertThat(postmaster()).as("the orphan").isPresent();

        try (EmbeddedDatabase database = EmbeddedDatabase.start(data, BINARIES)) {
            assertThat(read(database, "select count(*) from public.kept")).isEqualTo(rows);
        }
    }

    @Test
    void dataSurviveWhenTheServerIsKilledToo() throws Exception {
        String rows = killedAfterCommit();
        ProcessHandle server = postmaster().orElseThrow();
        server.destroyForcibly();
        server.onExit().get(20, TimeUnit.SECONDS);

        try (EmbeddedDatabase database = EmbeddedDatabase.start(data, BINARIES)) {
            assertThat(read(database, "select count(*) from public.kept")).isEqualTo(rows);
        }
    }

    @Test
    void aKilledServerIsStartedAgainOnItsPort() throws Exception {
        try (EmbeddedDatabase database = EmbeddedDatabase.start(data, BINARIES)) {
            execute(
                    database,
                    database.owner(),
                    "create table public.kept (id int); insert into public.kept values (7)");
            for (int kill = 0; kill < 2; kill++) {
                ProcessHandle server = postmaster().orElseThrow();
                server.destroyForcibly();
                server.onExit().get(20, TimeUnit.SECONDS);

                await().atMost(Duration.ofSeconds(60))
                        .ignoreExceptions()
                        .untilAsserted(() -> assertThat(read(database, "select id from public.kept"))
                                .isEqualTo("7"));
                assertThat(postmaster().orElseThrow().pid()).isNotEqualTo(server.pid());
            }
        }
        assertThat(folder().cluster().resolve("postmaster.pid")).doesNotExist();
    }

    @Test
    void aKilledProcessOfTheServerEndsNeitherItNorUs() throws Exception {
        try (EmbeddedDatabase database = EmbeddedDatabase.start(data, BINARIES);
                Connection connection = DriverManager.getConnection(
                        database.url(),
                        database.owner().name(),
                        database.owner().password())) {
            ProcessHandle server = postmaster().orElseThrow();
            long backend = connection.unwrap(PGConnection.class).getBackendPID();
            ProcessHandle.of(backend).orElseThrow().destroyForcibly();

            await().atMost(Duration.ofSeconds(60))
                    .ignoreExceptions()
                    .untilAsserted(() -> assertThat(read(database, "select 1")).isEqualTo("1"));
            assertThat(postmaster().orElseThrow().pid()).isEqualTo(server.pid());
        }
    }

    @Test
    void aProcessNumberThatNowBelongsToAStrangerDoesNotHinderTheStart() throws Exception {
        EmbeddedDatabase.start(data, BINARIES).close();
        Files.writeString(
                folder().cluster().resolve("postmaster.pid"),
                "%d\n%s\n1\n5432\n\n127.0.0.1\n  1 1\nready\n"
                        .formatted(ProcessHandle.current().pid(), folder().cluster()));

        try (EmbeddedDatabase database = EmbeddedDatabase.start(data, BINARIES)) {
            assertThat(read(database, "select 1")).isEqualTo("1");
        }
    }

    @Test
    void aSecondStartOnTheSameFolderIsRefused() {
        try (EmbeddedDatabase first = EmbeddedDatabase.start(data, BINARIES)) {
            assertThatExceptionOfType(StartRefused.class)
                    .isThrownBy(() -> EmbeddedDatabase.start(data, BINARIES))
                    .withMessageContaining("in use by another Lianbing process");
            assertThat(first.url()).startsWith("jdbc:postgresql://127.0.0.1:");
        }
    }

    @Test
    void dataOfAnotherPostgresVersionAreRefused() throws IOException {
        Files.createDirectories(folder().cluster());
        Files.writeString(folder().versionFile(), "17\n");

        assertThatExceptionOfType(StartRefused.class)
                .isThrownBy(() -> EmbeddedDatabase.start(data, BINARIES))
                .satisfies(refused -> assertThat(refused.sentence()).contains("PostgreSQL 17", "18"));
    }

    @Test
    void aFileInPlaceOfTheFolderIsRefused() throws IOException {
        Path file = Files.writeString(data.resolve("file"), "");

        assertThatExceptionOfType(StartRefused.class)
                .isThrownBy(() -> EmbeddedDatabase.start(file, BINARIES))
                .satisfies(refused -> assertThat(refused.sentence().lines()).hasSize(2));
    }

    @Test
    void aDatabaseWithoutItsSecretsIsRefused() throws IOException {
        Files.createDirectories(folder().cluster());
        Files.writeString(folder().versionFile(), "18\n");

        assertThatExceptionOfType(StartRefused.class)
                .isThrownBy(() -> EmbeddedDatabase.start(data, BINARIES))
                .withMessageContaining("secrets.properties");
    }

    @Test
    void whatAnInterruptedFirstStartLeftIsThrownAway() throws IOException {
        Files.createDirectories(folder().unfinishedCluster());
        Files.writeString(folder().unfinishedCluster().resolve("PG_VERSION"), "18\n");

        try (EmbeddedDatabase database = EmbeddedDatabase.start(data, BINARIES)) {
            assertThat(folder().unfinishedCluster()).doesNotExist();
            assertThat(database.application().name()).isEqualTo("lianbing");
        }
    }

    @Test
    void everyCommitIsOnDiskAndNobodyComesInWithoutAPassword() throws Exception {
        try (EmbeddedDatabase database = EmbeddedDatabase.start(data, BINARIES)) {
            assertThat(read(database, "select current_setting('fsync')")).isEqualTo("on");
            assertThat(read(database, "select current_setting('synchronous_commit')"))
                    .isEqualTo("on");
            EmbeddedDatabase.Login wrong =
                    new EmbeddedDatabase.Login(database.owner().name(), "guessed");
            assertThatExceptionOfType(SQLException.class)
                    .isThrownBy(() -> execute(database, wrong, "select 1"))
                    .withMessageContaining("password authentication failed");
            assertThat(read(database, "select string_agg(rolname, ',') from pg_roles where rolsuper"))
                    .isEqualTo("postgres");
            assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(folder().secrets())))
                    .isEqualTo("rw-------");
        }
    }

    @Test
    void theApplicationWritesRowsButOwnsNothing() throws Exception {
        try (EmbeddedDatabase database = EmbeddedDatabase.start(data, BINARIES)) {
            execute(database, database.owner(), "create schema s; create table s.t (id int)");
            execute(database, database.application(), "insert into s.t values (1)");

            assertThatExceptionOfType(SQLException.class)
                    .isThrownBy(() -> execute(database, database.application(), "drop table s.t"));
        }
    }

    private DatabaseFolder folder() {
        return DatabaseFolder.under(data);
    }

    /** Lets a Java process of its own write rows and kills it as {@code kill -9} does; returns how many it wrote. */
    private String killedAfterCommit() throws IOException, InterruptedException {
        Process child = new ProcessBuilder(List.of(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-cp",
                        System.getProperty("java.class.path"),
                        WriteAndWait.class.getName(),
                        data.toString()))
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        try (BufferedReader output = child.inputReader(StandardCharsets.UTF_8)) {
            String rows = output.lines()
                    .filter(line -> line.startsWith("rows "))
                    .findFirst()
                    .orElseThrow();
            return rows.substring("rows ".length());
        } finally {
            child.destroyForcibly().waitFor();
        }
    }

    private java.util.Optional<ProcessHandle> postmaster() throws IOException {
        try (Stream<String> lines = Files.lines(folder().cluster().resolve("postmaster.pid"))) {
            return ProcessHandle.of(
                    Long.parseLong(lines.findFirst().orElseThrow().strip()));
        }
    }

    private static String read(EmbeddedDatabase database, String query) throws SQLException, IOException {
        try (Connection connection = DriverManager.getConnection(
                        database.url(),
                        database.owner().name(),
                        database.owner().password());
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(query)) {
            rows.next();
            return rows.getString(1);
        }
    }

    private static void execute(EmbeddedDatabase database, EmbeddedDatabase.Login login, String command)
            throws SQLException {
        try (Connection connection = DriverManager.getConnection(database.url(), login.name(), login.password());
                Statement statement = connection.createStatement()) {
            statement.execute(command);
        }
    }

    /** The process that is killed. */
    static final class WriteAndWait {

        private WriteAndWait() {}

        @SuppressWarnings("SystemOut")
        public static void main(String[] arguments) throws Exception {
            EmbeddedDatabase database = EmbeddedDatabase.start(Path.of(arguments[0]), BINARIES);
            execute(database, database.owner(), "create table public.kept (id int)");
            for (int i = 0; i < 100; i++) {
                execute(database, database.owner(), "insert into public.kept values (" + i + ")");
            }
            System.out.println("rows 100");
            try {
                new CountDownLatch(1).await();
            } catch (InterruptedException e) {
                throw new UncheckedIOException(new IOException(e));
            }
        }
    }
}
