package org.lianbing.walk;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserType.LaunchOptions;
import com.microsoft.playwright.Playwright;

/** The one server and the one browser that all walks share, started by the first and stopped after the last. */
final class Suite implements AutoCloseable {

    static final Path CHROMIUM = Path.of(System.getenv().getOrDefault("LIANBING_CHROMIUM", "/usr/bin/chromium"));
    static final List<String> ARGUMENTS = List.of(
            "--no-sandbox",
            "--disable-gpu",
            "--disable-quic",
            "--host-resolver-rules=MAP lianbing.test 127.0.0.1",
            "--no-first-run",
            "--disable-background-networking",
            "--disable-component-update",
            "--disable-sync");

    private static final Path DATA = Path.of("target/walk-data");

    private final PackagedServer server;
    private final Playwright playwright;
    private final Browser browser;

    private Suite(PackagedServer server, Playwright playwright, Browser browser) {
        this.server = server;
        this.playwright = playwright;
        this.browser = browser;
    }

    static Suite start() {
        try {
            // All addresses, because one walk comes over plain http under an address that is not localhost.
            return start(new PackagedServer(fresh(DATA), "0.0.0.0"));
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    /** What fails half-way leaves no server behind that would hold the folder against the next walk. */
    private static Suite start(PackagedServer server) throws IOException {
        try {
            server.start();
            Playwright playwright = Playwright.create();
            return new Suite(server, playwright, playwright.chromium().launch(options()));
        } catch (IOException | RuntimeException e) {
            server.kill();
            throw e;
        }
    }

    @Override
    public void close() {
        playwright.close();
        server.close();
    }

    private static LaunchOptions options() {
        return new LaunchOptions().setExecutablePath(CHROMIUM).setArgs(ARGUMENTS);
    }

    /** An empty folder; the database of an interrupted run must be stopped before its files may go. */
    static Path fresh(Path folder) throws IOException {
        Path pidFile = folder.resolve("postgres/cluster/postmaster.pid");
        if (Files.exists(pidFile)) {
            long left = Long.parseLong(Files.readAllLines(pidFile).getFirst().strip());
            ProcessHandle.of(left)
                    .filter(process -> process.info().command().orElse("").contains("postgres"))
                    .ifPresent(process -> {
                        process.destroyForcibly();
                        process.onExit().join();
                    });
        }
        if (Files.exists(folder)) {
            List<Path> deepestFirst;
            try (Stream<Path> found = Files.walk(folder)) {
                deepestFirst = found.sorted(Comparator.reverseOrder()).toList();
            }
            for (Path path : deepestFirst) {
                Files.delete(path);
            }
        }
        return folder;
    }

    PackagedServer server() {
        return server;
    }

    Browser browser() {
        return browser;
    }
}
