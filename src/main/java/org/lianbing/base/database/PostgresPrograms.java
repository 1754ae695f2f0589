package org.lianbing.base.database;

import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;

import org.lianbing.base.start.StartRefused;

/** Runs {@code initdb} and {@code pg_ctl} on one folder, as a user whom PostgreSQL accepts. */
final class PostgresPrograms {

    static final String SUPERUSER = "postgres";

    /** Recovery after a crash replays what was not yet in the files; it may take long and must not be cut off. */
    private static final int LONGEST_RECOVERY_SECONDS = 6 * 60 * 60;

    private static final int LONGEST_STOP_SECONDS = 120;

    private final DatabaseFolder folder;
    private final PostgresBinaries binaries;
    private final RunAs runAs;

    PostgresPrograms(DatabaseFolder folder, PostgresBinaries binaries, RunAs runAs) {
        this.folder = folder;
        this.binaries = binaries;
        this.runAs = runAs;
    }

    /** Makes a cluster beside its place and moves it there when it is whole. */
    void makeCluster(String superuserPassword) throws IOException {
        Path unfinished = folder.unfinishedCluster();
        DatabaseFolder.deleteTree(unfinished);
        Path passwordFile = folder.root().resolve("password.unfinished");
        Files.deleteIfExists(passwordFile);
        try {
            Files.createFile(
                    passwordFile, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
            Files.writeString(passwordFile, superuserPassword);
            Files.createDirectory(unfinished);
            runAs.give(unfinished);
            runAs.give(passwordFile);
            int code = run(initdb(unfinished, passwordFile));
            if (code != 0) {
                throw didNotStart(folder.commandLog());
            }
        } finally {
            Files.deleteIfExists(passwordFile);
        }
        Files.move(unfinished, folder.cluster(), StandardCopyOption.ATOMIC_MOVE);
        DatabaseFolder.sync(folder.root());
    }

    private List<String> initdb(Path target, Path passwordFile) {
        return List.of(
                binaries.program("initdb").toString(),
                "--pgdata=" + target,
                "--username=" + SUPERUSER,
                "--pwfile=" + passwordFile,
                "--auth=scram-sha-256",
                "--encoding=UTF8",
                "--locale=C",
                "--locale-provider=builtin",
                "--builtin-locale=C.UTF-8",
                "--data-checksums",
                // Defaults that a site may change in postgresql.conf; what must hold is given at every start.
                "--set=timezone=UTC",
                "--set=log_timezone=UTC",
                "--set=max_connections=100",
                "--set=max_wal_size=2GB",
                "--set=checkpoint_timeout=15min",
                "--set=random_page_cost=1.1",
                "--set=log_min_duration_statement=2s",
                "--set=log_lock_waits=on",
                "--set=logging_collector=on",
                "--set=log_filename=postgresql-%a.log",
                "--set=log_rotation_age=1d",
                "--set=log_truncate_on_rotation=on");
    }

    /** Starts the server and waits for the end of recovery; false if it did not come up. */
    boolean start(int port) throws IOException {
        Path log = startLog();
        Files.deleteIfExists(log);
        return run(List.of(
                        binaries.program("pg_ctl").toString(),
                        "start",
                        "--wait",
                        "--timeout=" + LONGEST_RECOVERY_SECONDS,
                        "--silent",
                        "--pgdata=" + folder.cluster(),
                        "--log=" + log,
                        "--options=" + settings(port)))
                == 0;
    }

    /** What must hold whatever stands in the cluster's own files: nobody from outside, and nothing lost. */
    private static String settings(int port) {
        return String.join(
                " ",
                "-c port=" + port,
                "-c listen_addresses=127.0.0.1",
                "-c unix_socket_directories=''",
                "-c fsync=on",
                "-c full_page_writes=on",
                "-c synchronous_commit=on",
                "-c lc_messages=C");
    }

    /** Stops the server after open transactions were rolled back and all was written; false if it did not stop. */
    boolean stop() throws IOException {
        return run(List.of(
                        binaries.program("pg_ctl").toString(),
                        "stop",
                        "--mode=fast",
                        "--wait",
                        "--timeout=" + LONGEST_STOP_SECONDS,
                        "--silent",
                        "--pgdata=" + folder.cluster()))
                == 0;
    }

    StartRefused didNotStart() throws IOException {
        return didNotStart(Files.exists(startLog()) ? startLog() : folder.commandLog());
    }

    /** What the server says until its own log begins. */
    private Path startLog() {
        return folder.cluster().resolve("start.log");
    }

    private static StartRefused didNotStart(Path log) throws IOException {
        List<String> lines =
                Files.readAllLines(log).stream().filter(line -> !line.isBlank()).toList();
        return new StartRefused("database-does-not-start", log, lines.isEmpty() ? "—" : lines.getLast());
    }

    private int run(List<String> program) throws IOException {
        List<String> command = new ArrayList<>(runAs.prefix());
        command.addAll(program);
        ProcessBuilder builder = new ProcessBuilder(command)
                .directory(folder.cluster().getRoot().toFile())
                .redirectErrorStream(true)
                .redirectOutput(Redirect.to(folder.commandLog().toFile()));
        builder.environment().keySet().removeIf(name -> name.startsWith("PG") || name.startsWith("LC_"));
        builder.environment().put("LC_ALL", "C");
        try {
            return builder.start().waitFor();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted while waiting for " + program.getFirst(), e);
        }
    }
}
