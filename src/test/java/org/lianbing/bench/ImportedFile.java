package org.lianbing.bench;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.function.Consumer;

import tools.jackson.databind.JsonNode;

import org.lianbing.walk.PackagedServer;

import static org.awaitility.Awaitility.await;

/** Imports a file of many questions into a server with a small heap: reads it, then commits all as drafts. */
final class ImportedFile {

    static final String HEAP = "512m";
    private static final int LIMIT_SECONDS = 60;
    private static final Duration POLL = Duration.ofMillis(500);
    private static final String BOUNDARY = "bench-import-boundary";

    private final HttpClient http = HttpClient.newHttpClient();
    private final PackagedServer server;
    private final Path data;
    private final Path file;
    private final Consumer<String> told;

    ImportedFile(PackagedServer server, Path data, Path file, Consumer<String> told) {
        this.server = server;
        this.data = data;
        this.file = file;
        this.told = told;
    }

    /** Whether it took no longer than it may. */
    boolean run() throws IOException, InterruptedException {
        server.start();
        String token;
        try (Api api = new Api("127.0.0.1", URI.create(server.baseUrl()).getPort())) {
            token = api.signIn("trainer");
        }
        told.accept("%d processors, heap %s, %s of %.1f MB"
                .formatted(
                        Runtime.getRuntime().availableProcessors(), HEAP, file.getFileName(), Files.size(file) / 1e6));
        CpuTime.Snapshot before = snapshot();
        long begun = System.nanoTime();
        JsonNode made = send(
                "POST",
                "/api/imports?wait=false&trade=fitter&level=senior",
                token,
                "multipart/form-data; boundary=" + BOUNDARY,
                multipart());
        String path = "/api/imports/" + made.get("importId").stringValue();
        JsonNode now = await().forever()
                .pollInterval(POLL)
                .until(
                        () -> get(path, token),
                        file -> !file.get("status").stringValue().equals("READING"));
        double read = (System.nanoTime() - begun) / 1e9;
        told.accept("read and checked: %.1f s, %s %s".formatted(read, now.get("status"), now.get("counts")));
        long committing = System.nanoTime();
        JsonNode done =
                send("POST", path + "/commit", token, "application/json", "{}".getBytes(StandardCharsets.UTF_8));
        double commit = (System.nanoTime() - committing) / 1e9;
        told.accept("committed: %.1f s, %s drafts".formatted(commit, done.get("items")));
        CpuTime cpu = before.until(snapshot());
        double took = read + commit;
        told.accept("processors: server %.1f s, database %.1f s".formatted(cpu.server() * took, cpu.database() * took));
        long behind = System.nanoTime();
        await().forever()
                .pollInterval(POLL)
                .until(() -> get("/api/items", token).get("waiting").intValue() == 0);
        told.accept("all found by search %.1f s later".formatted((System.nanoTime() - behind) / 1e9));
        told.accept("import %.1f s in all (limit %d s: %s), most resident memory %s"
                .formatted(took, LIMIT_SECONDS, took <= LIMIT_SECONDS ? "kept" : "MISSED", mostResident()));
        return took <= LIMIT_SECONDS;
    }

    private JsonNode get(String path, String token) throws IOException, InterruptedException {
        return send("GET", path, token, "application/json", new byte[0]);
    }

    private CpuTime.Snapshot snapshot() throws IOException {
        Path pid = data.resolve("postgres/cluster/postmaster.pid");
        return new CpuTime.Snapshot(
                Long.parseLong(Files.readAllLines(pid).getFirst().strip()));
    }

    private byte[] multipart() throws IOException {
        byte[] head = ("--" + BOUNDARY + "\r\nContent-Disposition: form-data; name=\"file\"; filename=\""
                        + file.getFileName() + "\"\r\n" + "Content-Type: application/octet-stream\r\n\r\n")
                .getBytes(StandardCharsets.UTF_8);
        byte[] content = Files.readAllBytes(file);
        byte[] foot = ("\r\n--" + BOUNDARY + "--\r\n").getBytes(StandardCharsets.UTF_8);
        byte[] all = new byte[head.length + content.length + foot.length];
        System.arraycopy(head, 0, all, 0, head.length);
        System.arraycopy(content, 0, all, head.length, content.length);
        System.arraycopy(foot, 0, all, head.length + content.length, foot.length);
        return all;
    }

    private JsonNode send(String method, String path, String token, String type, byte[] body)
            throws IOException, InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(URI.create(server.baseUrl() + path))
                .header("Authorization", "Bearer " + token)
                .header("Content-Type", type)
                .method(method, BodyPublishers.ofByteArray(body))
                .build();
        var answer = http.send(request, BodyHandlers.ofString());
        if (answer.statusCode() >= 300) {
            throw new IOException(path + ": " + answer.statusCode() + " " + answer.body());
        }
        return Api.JSON.readTree(answer.body());
    }

    /** The most memory that the server's process ever had, where the system tells. */
    private String mostResident() throws IOException {
        Path status = Path.of("/proc", String.valueOf(server.pid()), "status");
        return Files.exists(status)
                ? Files.readAllLines(status).stream()
                        .filter(line -> line.startsWith("VmHWM"))
                        .findFirst()
                        .orElse("?")
                        .replaceAll("\\s+", " ")
                : "unknown";
    }
}
