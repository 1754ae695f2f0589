package org.lianbing.search.elastic;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

import co.elastic.clients.elasticsearch.ElasticsearchClient;
import org.jspecify.annotations.Nullable;

/**
 * A real Elasticsearch node in a process of its own. {@code ./lianbing test} brings its programs to
 * {@code target/elasticsearch}; it is started once for all tests that ask for it, and ends with them.
 */
public final class TestElasticsearch implements AutoCloseable {

    private static final Path HOME = Path.of("target/elasticsearch").toAbsolutePath();
    private static final Path PROGRAM =
            Path.of("src/test/elasticsearch/TestNode.java").toAbsolutePath();
    private static @Nullable TestElasticsearch shared;

    private final Path data;
    private final int port;
    private final String memory;
    private @Nullable Process process;

    private TestElasticsearch(Path data, int port, String memory) {
        this.data = data;
        this.port = port;
        this.memory = memory;
    }

    /** Whether its programs were brought. In CI they must have been. */
    public static boolean there() {
        return Files.isDirectory(HOME.resolve("lib"));
    }

    /** The one that tests share. */
    public static synchronized TestElasticsearch shared() throws IOException {
        if (shared == null) {
            shared = start("512m");
        }
        return shared;
    }

    /** A new one without data. */
    public static TestElasticsearch start(String memory) throws IOException {
        int port;
        try (ServerSocket free = new ServerSocket(0)) {
            port = free.getLocalPort();
        }
        TestElasticsearch node =
                new TestElasticsearch(Files.createTempDirectory(Files.createDirectories(HOME), "data"), port, memory);
        node.run();
        return node;
    }

    /** Starts it, with the data it had. */
    public void run() throws IOException {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx" + memory,
                "-XX:TieredStopAtLevel=1",
                "--enable-native-access=ALL-UNNAMED",
                "--sun-misc-unsafe-memory-access=allow",
                "--add-modules=jdk.incubator.vector",
                "-Des.nativelibs.path=" + HOME,
                "-cp",
                HOME.resolve("lib") + "/*",
                PROGRAM.toString(),
                HOME.toString(),
                data.toString(),
                String.valueOf(port)));
        if (!memory.equals("512m")) {
            command.remove("-XX:TieredStopAtLevel=1");
        }
        Process started = new ProcessBuilder(command)
                .redirectError(HOME.resolve("errors.txt").toFile())
                .start();
        process = started;
        CompletableFuture<Boolean> ready = CompletableFuture.supplyAsync(() -> awaitReady(started));
        try {
            if (!ready.get(120, TimeUnit.SECONDS)) {
                throw new IOException("Elasticsearch did not start: see " + HOME.resolve("errors.txt"));
            }
        } catch (Exception e) {
            started.destroyForcibly();
            throw new IOException(e);
        }
    }

    private static boolean awaitReady(Process process) {
        try {
            BufferedReader out =
                    new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
            for (String line = out.readLine(); line != null; line = out.readLine()) {
                if (line.equals("READY")) {
                    Thread.ofVirtual().start(() -> out.lines().forEach(more -> {}));
                    return true;
                }
            }
            return false;
        } catch (IOException e) {
            return false;
        }
    }

    public URI uri() {
        return URI.create("http://127.0.0.1:" + port);
    }

    /** Settings of an application that uses it under an alias of its own. */
    ElasticSettings settings(String alias) {
        return new ElasticSettings(List.of(uri()), "", "", "", alias, Duration.ofMillis(250));
    }

    /** A client for it. */
    ElasticsearchClient client() {
        return ElasticConfiguration.client(settings("any"));
    }

    /** Lets it hang: connections stand, nothing answers. */
    public void freeze() throws IOException, InterruptedException {
        signal("-STOP");
    }

    public void thaw() throws IOException, InterruptedException {
        signal("-CONT");
    }

    private void signal(String signal) throws IOException, InterruptedException {
        Process running = process;
        if (running != null) {
            new ProcessBuilder("kill", signal, String.valueOf(running.pid()))
                    .start()
                    .waitFor();
        }
    }

    /** Kills it; its data stays. */
    public void kill() throws InterruptedException {
        Process running = process;
        if (running != null) {
            running.destroyForcibly().waitFor();
            process = null;
        }
    }

    @Override
    public void close() throws Exception {
        kill();
    }
}
