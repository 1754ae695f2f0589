package org.lianbing.bench;

import java.io.IOException;
import java.io.OutputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashSet;
import java.util.Set;
import java.util.function.Consumer;

import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import tools.jackson.databind.JsonNode;

import org.lianbing.walk.PackagedServer;

/** Imports a workbook of many rows into a server with a small heap: reads it, then commits all rows as drafts. */
final class ImportedRows {

    static final String HEAP = "512m";
    private static final int LIMIT_SECONDS = 60;
    private static final String BOUNDARY = "bench-import-boundary";

    private final HttpClient http = HttpClient.newHttpClient();
    private final PackagedServer server;
    private final Path data;
    private final int rows;
    private final Consumer<String> told;

    ImportedRows(PackagedServer server, Path data, int rows, Consumer<String> told) {
        this.server = server;
        this.data = data;
        this.rows = rows;
        this.told = told;
    }

    void run() throws IOException, InterruptedException {
        server.start();
        Path file = workbook();
        String token;
        try (Api api = new Api("127.0.0.1", URI.create(server.baseUrl()).getPort())) {
            token = api.signIn("trainer");
        }
        told.accept("%d processors, heap %s, workbook of %,d rows, %.1f MB"
                .formatted(Runtime.getRuntime().availableProcessors(), HEAP, rows, Files.size(file) / 1e6));
        CpuTime.Snapshot before = snapshot();
        long begun = System.nanoTime();
        JsonNode made = send(
                "POST",
                "/api/imports?wait=false&trade=fitter&level=senior",
                token,
                "multipart/form-data; boundary=" + BOUNDARY,
                multipart(file));
        String path = "/api/imports/" + made.get("importId").stringValue();
        JsonNode now = made;
        while (now.get("status").stringValue().equals("READING")) {
            Thread.sleep(500);
            now = send("GET", path, token, "application/json", new byte[0]);
        }
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
        while (send("GET", "/api/items?size=1", token, "application/json", new byte[0])
                        .get("waiting")
                        .intValue()
                > 0) {
            Thread.sleep(500);
        }
        told.accept("all found by search %.1f s later".formatted((System.nanoTime() - behind) / 1e9));
        told.accept("import %.1f s in all (limit %d s for reading), most resident memory %s"
                .formatted(read + commit, LIMIT_SECONDS, mostResident()));
    }

    private CpuTime.Snapshot snapshot() throws IOException {
        Path pid = data.resolve("postgres/cluster/postmaster.pid");
        return new CpuTime.Snapshot(
                Long.parseLong(Files.readAllLines(pid).getFirst().strip()));
    }

    private Path workbook() throws IOException {
        Path file = data.resolve("rows.xlsx");
        try (OutputStream out = Files.newOutputStream(file);
                Workbook workbook = new Workbook(out, "Bench", "1.0")) {
            Worksheet sheet = workbook.newWorksheet("单选题");
            String[] names = {"题干", "选项A", "选项B", "选项C", "选项D", "答案", "解析", "难度"};
            for (int i = 0; i < names.length; i++) {
                sheet.value(0, i, names[i]);
            }
            SyntheticItems items = new SyntheticItems(rows);
            for (int line = 1; line <= rows; line++) {
                sheet.value(line, 0, items.stem());
                Set<String> options = new LinkedHashSet<>();
                while (options.size() < 4) {
                    options.add(items.option());
                }
                int column = 1;
                for (String option : options) {
                    sheet.value(line, column++, option);
                }
                sheet.value(line, 5, String.valueOf((char) ('A' + line % 4)));
                sheet.value(line, 6, "见工艺卡第 " + line % 300 + " 页。");
                sheet.value(line, 7, String.valueOf(1 + line % 5));
                if (line % 1000 == 0) {
                    sheet.flush();
                }
            }
        }
        return file;
    }

    private static byte[] multipart(Path file) throws IOException {
        byte[] head = ("--" + BOUNDARY + "\r\nContent-Disposition: form-data; name=\"file\"; filename=\"rows.xlsx\"\r\n"
                        + "Content-Type: application/octet-stream\r\n\r\n")
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
