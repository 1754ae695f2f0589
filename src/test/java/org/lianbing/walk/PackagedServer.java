package org.lianbing.walk;

import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;

import static org.awaitility.Awaitility.await;

/**
 * The packaged application in a process of its own, as {@code ./lianbing run} starts it, on a free port and with a data
 * folder of its own that is kept from one start to the next.
 */
public final class PackagedServer implements AutoCloseable {

    private static final Path EXTRACTED = Path.of("target/app/lianbing.jar");
    private static final Path JAR = Path.of("target/lianbing.jar");
    private static final Path QUICK = Path.of("target/app/lianbing.aot");
    private static final String HEAP = "1g";

    /** Where the heap is as large as usual, it begins with what {@code ./lianbing} gives it on such a machine. */
    private static final String FLOOR = "768m";

    private static final Duration LONGEST_START = Duration.ofMinutes(3);
    private static final Duration LONGEST_END = Duration.ofMinutes(1);

    /** A quick start is put together as the server ends. */
    private static final Duration LONGEST_LEARNING = Duration.ofMinutes(5);

    private static final Duration LONGEST_KILL = Duration.ofSeconds(10);

    private final HttpClient http = HttpClient.newHttpClient();
    private final Path data;
    private final int port;
    private final String address;
    private final String heap;
    private final Map<String, String> more;
    private final List<String> prefix;
    private final @Nullable Path learned;
    private @Nullable Process process;

    /**
     * @param data the data folder, made where it is missing
     * @param address what the server binds and is reached at: 127.0.0.1, or a plain-http address of the network
     */
    public PackagedServer(Path data, String address) {
        this(data, address, HEAP, Map.of(), List.of(), null);
    }

    /**
     * With a small part of the question bank.
     *
     * @param prefix what stands before the command line, as to run it in a file system of its own
     */
    PackagedServer(Path data, List<String> prefix) {
        this(data, "127.0.0.1", HEAP, SmallBank.environment(), prefix, null);
    }

    /**
     * @param heap the most memory for its objects, such as {@code 512m}
     */
    public PackagedServer(Path data, String address, String heap) {
        this(data, address, heap, Map.of(), List.of(), null);
    }

    /**
     * @param more variables of its environment besides those that every one has
     */
    public PackagedServer(Path data, Map<String, String> more) {
        this(data, "127.0.0.1", HEAP, more, List.of(), null);
    }

    /**
     * A server without a quick start, with a small part of the question bank, that makes one as it ends: of the classes
     * that it took and of how they were used.
     *
     * @param learned where that is written
     */
    public static PackagedServer learning(Path data, Path learned) {
        return new PackagedServer(data, "127.0.0.1", HEAP, SmallBank.environment(), List.of(), learned);
    }

    private PackagedServer(
            Path data,
            String address,
            String heap,
            Map<String, String> more,
            List<String> prefix,
            @Nullable Path learned) {
        this.data = data;
        this.address = address;
        this.heap = heap;
        this.more = Map.copyOf(more);
        this.prefix = List.copyOf(prefix);
        this.learned = learned;
        this.port = freePort();
    }

    static int freePort() {
        try (ServerSocket probe = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return probe.getLocalPort();
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    public String baseUrl() {
        return baseUrl(address.equals("0.0.0.0") ? "127.0.0.1" : address);
    }

    /** The same server under another name or address of this machine. */
    public String baseUrl(String host) {
        return "http://%s:%d".formatted(host, port);
    }

    /**
     * Starts it and waits until it answers; it is ended where it does not.
     *
     * @return itself
     */
    public PackagedServer started() throws IOException {
        try {
            start();
            return this;
        } catch (IOException | RuntimeException e) {
            try {
                close();
            } catch (RuntimeException unended) {
                e.addSuppressed(unended);
            }
            throw e;
        }
    }

    /** Starts it and waits until it answers. */
    public void start() throws IOException {
        Files.createDirectories(data);
        Map<String, String> environment = new HashMap<>(more);
        environment.put("SPRING_PROFILES_ACTIVE", "demo");
        environment.put("LIANBING_PORT", String.valueOf(port));
        environment.put("LIANBING_BIND", address);
        environment.put("LIANBING_DATA", data.toString());
        ProcessBuilder builder = command(heap, quickStart(), environment);
        builder.command().addAll(0, prefix);
        builder.redirectErrorStream(true)
                .redirectOutput(Redirect.appendTo(data.resolve("server.log").toFile()));
        Process started = builder.start();
        process = started;
        await().atMost(LONGEST_START).pollInterval(Duration.ofMillis(200)).until(() -> isUp() || !started.isAlive());
        if (!started.isAlive()) {
            throw new IllegalStateException(
                    "The server did not start:\n" + Files.readString(data.resolve("server.log")));
        }
    }

    /** The command line that starts the packaged application, with these variables of its environment. */
    static ProcessBuilder command(Map<String, String> environment) {
        return command(HEAP, "-XX:AOTCache=" + QUICK, environment);
    }

    private String quickStart() {
        return learned == null ? "-XX:AOTCache=" + QUICK : "-XX:AOTCacheOutput=" + learned;
    }

    private static ProcessBuilder command(String heap, String quickStart, Map<String, String> environment) {
        ProcessBuilder builder = new ProcessBuilder(new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx" + heap,
                "-XX:+UseG1GC",
                quickStart,
                "-Xlog:aot*=off,cds*=off",
                "--enable-native-access=ALL-UNNAMED",
                "--sun-misc-unsafe-memory-access=allow",
                "-Dlianbing.database.binaries=target/postgres-binaries",
                "-jar",
                (Files.exists(EXTRACTED) ? EXTRACTED : JAR).toString())));
        if (heap.equals(HEAP)) {
            builder.command().add(1, "-Xms" + FLOOR);
        }
        builder.environment().keySet().removeIf(name -> name.startsWith("LIANBING_") || name.startsWith("SPRING_"));
        builder.environment().putAll(environment);
        return builder;
    }

    private boolean isUp() throws InterruptedException {
        HttpRequest health = HttpRequest.newBuilder(URI.create(baseUrl() + "/actuator/health"))
                .timeout(Duration.ofSeconds(5))
                .build();
        try {
            return http.send(health, BodyHandlers.discarding()).statusCode() == 200;
        } catch (IOException notYet) {
            return false;
        }
    }

    /** The process, to look at it from outside. */
    public long pid() {
        Process running = process;
        if (running == null) {
            throw new IllegalStateException("not started");
        }
        return running.pid();
    }

    /** As {@code kill -9} of the application; its PostgreSQL lives on. */
    public void kill() {
        Process running = process;
        if (running != null) {
            running.destroyForcibly();
            if (!endsWithin(running, LONGEST_KILL)) {
                throw new IllegalStateException("Process %d could not be killed".formatted(running.pid()));
            }
        }
    }

    /** As {@code kill -9} of the application and of its PostgreSQL, all at once. */
    public void killWithDatabase() throws IOException {
        Path pidFile = data.resolve("postgres/cluster/postmaster.pid");
        long postmaster = Long.parseLong(Files.readAllLines(pidFile).getFirst().strip());
        ProcessHandle.of(postmaster).ifPresent(ProcessHandle::destroyForcibly);
        kill();
    }

    /** Stops it in order, database included. Where it does not end in time it is killed, and that is a failure. */
    @Override
    public void close() {
        Process running = process;
        if (running == null || !running.isAlive()) {
            return;
        }
        // Before it signals, Java looks at the process, for which it needs a file descriptor.
        boolean told = running.toHandle().destroy();
        Duration longest = learned == null ? LONGEST_END : LONGEST_LEARNING;
        if (told && endsWithin(running, longest)) {
            return;
        }
        IllegalStateException failure = new IllegalStateException(
                told
                        ? "The server did not end within %d s and was killed; its log is in %s"
                                .formatted(longest.toSeconds(), data)
                        : "The server could not be told to end: has this process used up its file descriptors?");
        try {
            killWithDatabase();
        } catch (IOException | RuntimeException e) {
            failure.addSuppressed(e);
        }
        throw failure;
    }

    private static boolean endsWithin(Process running, Duration longest) {
        try {
            return running.waitFor(longest);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
