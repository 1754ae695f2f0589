package org.lianbing.walk;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.stream.Stream;

import org.lianbing.bench.BenchDatabase;

/** The processes of a server's embedded database, to be hurt. */
final class DatabaseProcesses {

    private static final String BACKENDS = """
        select pid from pg_stat_activity where usename = 'lianbing' order by random() limit 1
        """;

    private final BenchDatabase database;

    DatabaseProcesses(Path data) {
        this.database = new BenchDatabase(data);
    }

    /** As {@code kill -9} of the first process alone. */
    void killFirst() throws IOException {
        ProcessHandle.of(database.postmaster()).orElseThrow().destroyForcibly();
    }

    /** As {@code kill -9} of a process that serves the application. */
    void killBackend() throws IOException, SQLException {
        try (Connection connection = database.connect();
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(BACKENDS)) {
            row.next();
            ProcessHandle.of(row.getLong(1)).orElseThrow().destroyForcibly();
        }
    }

    /** Stops them all where they are. */
    void freeze() {
        signal("STOP");
    }

    /** Lets them go on. */
    void thaw() {
        signal("CONT");
    }

    private void signal(String name) {
        try {
            send(name);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void send(String name) throws IOException, InterruptedException {
        long first = database.postmaster();
        List<String> all = Stream.concat(
                        Stream.of(first),
                        ProcessHandle.of(first).orElseThrow().descendants().map(ProcessHandle::pid))
                .map(String::valueOf)
                .toList();
        List<String> command =
                Stream.concat(Stream.of("kill", "-" + name), all.stream()).toList();
        // One that has ended meanwhile is no matter.
        new ProcessBuilder(command)
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start()
                .waitFor();
    }
}
