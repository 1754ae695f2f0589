package org.lianbing.base.database;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.lianbing.base.start.StartRefused;

/**
 * The PostgreSQL that an earlier run of ours left alive when it was killed, or the processes that a killed server left
 * behind. Whoever calls this holds the lock of the folder, so that nobody else has an interest in them.
 */
final class Leftovers {

    private static final Logger log = LoggerFactory.getLogger(Leftovers.class);
    private static final Duration LONGEST_WAIT = Duration.ofSeconds(30);

    /** Processes without their server end as soon as they look up from what they do; some are deep in it. */
    private static final Duration FOR_THE_FATHERLESS = Duration.ofSeconds(2);

    private static final Duration LOOK_AGAIN = Duration.ofMillis(100);
    private static final Path PROCESSES = Path.of("/proc");

    private final DatabaseFolder folder;

    Leftovers(DatabaseFolder folder) {
        this.folder = folder;
    }

    /** Stops them, so that a server of our own can start; then recovery and settings are always the same. */
    void stop(PostgresPrograms programs) throws IOException {
        List<ProcessHandle> found = find();
        if (!found.isEmpty()) {
            log.info("Stopping the database that an earlier run left behind");
            programs.stop();
            if (serverLives()) {
                requireEnd();
            }
        }
        endFatherless();
    }

    /** Whether the first process of the server is alive: it is named in its file, and works in our folder. */
    boolean serverLives() throws IOException {
        if (!Files.isDirectory(PROCESSES)) {
            return postmaster().isPresent();
        }
        // A killed process that nobody has buried yet still has a number, but no folder any more.
        return Files.exists(pidFile())
                && worksIn(
                        PROCESSES.resolve(String.valueOf(pid())),
                        folder.cluster().toRealPath());
    }

    /** The first process of the server, as its file says. */
    private long pid() throws IOException {
        return Long.parseLong(Files.readAllLines(pidFile()).getFirst().strip());
    }

    /**
     * Makes way for a new server where the old one was killed alone: its processes end by themselves as soon as they
     * notice, and are killed where that takes long. They can commit nothing any more, so that nothing is lost by it.
     */
    void endFatherless() throws IOException {
        if (!gone(FOR_THE_FATHERLESS)) {
            find().forEach(ProcessHandle::destroyForcibly);
            requireEnd();
        }
        forgetStranger();
    }

    private void requireEnd() throws IOException {
        if (!gone(LONGEST_WAIT)) {
            for (ProcessHandle alive : find()) {
                throw new StartRefused("leftover-does-not-stop", alive.pid());
            }
        }
    }

    /**
     * Waits until none is alive, woken by each that ends. One that is dead but that nobody has buried yet never tells,
     * so that all are looked for again now and then.
     */
    private boolean gone(Duration within) throws IOException {
        long end = System.nanoTime() + within.toNanos();
        List<ProcessHandle> alive = find();
        while (!alive.isEmpty() && System.nanoTime() < end) {
            CompletableFuture.anyOf(alive.stream().map(ProcessHandle::onExit).toArray(CompletableFuture[]::new))
                    .completeOnTimeout(alive, LOOK_AGAIN.toMillis(), TimeUnit.MILLISECONDS)
                    .join();
            alive = find();
        }
        return alive.isEmpty();
    }

    /**
     * After a restart of the machine or container the number in {@code postmaster.pid} may belong to any program, and
     * PostgreSQL would then refuse to start. Nothing of ours is alive here, so the file has no meaning.
     */
    private void forgetStranger() throws IOException {
        if (find().isEmpty() && Files.deleteIfExists(pidFile())) {
            log.info("Removed the process number that an earlier run left behind");
        }
    }

    private List<ProcessHandle> find() throws IOException {
        return Files.isDirectory(PROCESSES)
                ? workingInCluster()
                : postmaster().stream().toList();
    }

    /** The server and each of its processes work in the folder of the cluster, which Linux shows. */
    private List<ProcessHandle> workingInCluster() throws IOException {
        List<ProcessHandle> found = new ArrayList<>();
        Path cluster = folder.cluster().toRealPath();
        try (Stream<Path> processes = Files.list(PROCESSES)) {
            for (Path process : (Iterable<Path>) processes::iterator) {
                if (worksIn(process, cluster)) {
                    ProcessHandle.of(Long.parseLong(process.getFileName().toString()))
                            .ifPresent(found::add);
                }
            }
        }
        return found;
    }

    private static boolean worksIn(Path process, Path cluster) {
        if (!Character.isDigit(process.getFileName().toString().charAt(0))) {
            return false;
        }
        try {
            return Files.readSymbolicLink(process.resolve("cwd")).equals(cluster);
        } catch (IOException goneOrNotOurs) {
            return false;
        }
    }

    private Optional<ProcessHandle> postmaster() throws IOException {
        if (!Files.exists(pidFile())) {
            return Optional.empty();
        }
        return ProcessHandle.of(pid())
                .filter(process -> process.info()
                        .command()
                        .orElse("")
                        .startsWith(folder.root().toString()));
    }

    private Path pidFile() {
        return folder.cluster().resolve("postmaster.pid");
    }
}
