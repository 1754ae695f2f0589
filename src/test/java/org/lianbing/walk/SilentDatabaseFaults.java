package org.lianbing.walk;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.IntStream;

import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import org.lianbing.bench.BenchDatabase;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/**
 * The database stands still for five seconds while a thousand connections save as much as a request may hold: nothing
 * is acknowledged meanwhile, what waits is bounded and the rest is told when to come again, the heap is what it was,
 * and then all goes on.
 */
class SilentDatabaseFaults {

    private static final Path DATA = Path.of("target/silent-database-data");
    private static final int WORKERS = 9;
    private static final int CONNECTIONS = 1000;
    private static final int STEPS = 200;
    private static final Duration SILENCE = Duration.ofSeconds(5);

    /** Shorter than anybody waits for a commit; a slow machine needs more than five seconds to send it all. */
    private static final Duration LONGEST_SILENCE = Duration.ofSeconds(12);

    /** Of a gigabyte; what is left after a full collection. */
    private static final long MOST_MORE_BYTES = 64L << 20;

    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final HttpClient http =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    /** An attempt, and a slot of it that takes any number. */
    private record Sat(String path, String token, String id, List<String> tokens, int slot) {}

    /** What came of a request, and when. */
    private record Came(int status, boolean retryAfter, long at) {}

    @Test
    void nothingIsAcknowledgedWhileItIsSilentAndNothingPilesUp() throws Exception {
        DatabaseProcesses processes = new DatabaseProcesses(DATA);
        try (PackagedServer server = new PackagedServer(Suite.fresh(DATA), SmallBank.environment())) {
            server.start();
            List<Sat> sat = begin(server);
            // Connections cost what they cost; here it is about what piles up behind them.
            everybodySaves(sat, 0, new ConcurrentLinkedQueue<>());
            long before = heap(server);
            processes.freeze();
            long silent = System.nanoTime();
            AtomicLong spoke = new AtomicLong();
            Queue<Came> answered = new ConcurrentLinkedQueue<>();
            Thread speaker = Thread.ofPlatform().start(() -> {
                await().pollDelay(SILENCE)
                        .atMost(LONGEST_SILENCE.plusSeconds(1))
                        .until(() -> answered.stream().anyMatch(one -> one.status() == 503)
                                || System.nanoTime() - silent > LONGEST_SILENCE.toNanos());
                spoke.set(System.nanoTime());
                processes.thaw();
            });
            List<Came> came = everybodySaves(sat, 1, answered);
            speaker.join();
            long after = heap(server);
            List<Came> promised =
                    came.stream().filter(one -> one.status() == 200).toList();
            List<Came> refused =
                    came.stream().filter(one -> one.status() == 503).toList();
            Findings.say(
                    "Silent for %s s: %s requests of %s steps, %s promised afterwards, %s told to come again, heap %s"
                            + " MB before, %s MB after",
                    (spoke.get() - silent) / 1_000_000_000,
                    CONNECTIONS,
                    STEPS,
                    promised.size(),
                    refused.size(),
                    before >> 20,
                    after >> 20);
            assertThat(promised).allSatisfy(one -> assertThat(one.at()).isGreaterThan(spoke.get()));
            assertThat(promised).isNotEmpty();
            assertThat(refused)
                    .isNotEmpty()
                    .allSatisfy(one -> assertThat(one.retryAfter()).isTrue());
            assertThat(promised.size() + refused.size()).isEqualTo(CONNECTIONS);
            assertThat(after - before).isLessThan(MOST_MORE_BYTES);
            assertThat(save(sat.getFirst(), 2 * (CONNECTIONS / WORKERS + 1)).status())
                    .isEqualTo(200);
            assertThat(stored(sat)).isGreaterThanOrEqualTo(promised.size() * STEPS);
        }
    }

    /** A request on each connection at once; what came, and in the queue as soon as it did. */
    private List<Came> everybodySaves(List<Sat> sat, int round, Queue<Came> answered) throws Exception {
        List<Came> came = new ArrayList<>();
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<Came>> requests = IntStream.range(0, CONNECTIONS)
                    .mapToObj(n -> threads.submit(() -> {
                        Came one = save(sat.get(n % WORKERS), round * (CONNECTIONS / WORKERS + 1) + n / WORKERS);
                        answered.add(one);
                        return one;
                    }))
                    .toList();
            for (Future<Came> request : requests) {
                came.add(request.get());
            }
        }
        return came;
    }

    private List<Sat> begin(PackagedServer server) {
        List<Sat> sat = new ArrayList<>();
        for (int n = 1; n <= WORKERS; n++) {
            Api person = Api.signIn(server.baseUrl(), "worker" + n, "lianbing");
            JsonNode started = person.post("/api/practice/attempts", Map.of("trade", "electrician", "count", 20));
            String id = started.get("attemptId").asString();
            String token = started.get("token").asString();
            String path = server.baseUrl() + "/api/attempts/" + id;
            JsonNode slot = person.with(token)
                    .get("/api/attempts/" + id + "/form")
                    .get("slots")
                    .valueStream()
                    .filter(one -> List.of("true-false", "single-choice")
                            .contains(one.get("type").asString()))
                    .findFirst()
                    .orElseThrow();
            List<String> tokens = slot.get("options")
                    .valueStream()
                    .map(option -> option.get("token").asString())
                    .toList();
            sat.add(new Sat(path, token, id, tokens, slot.get("slot").asInt()));
        }
        return sat;
    }

    private Came save(Sat sat, int block) throws IOException, InterruptedException {
        List<Map<String, Object>> responses = new ArrayList<>();
        for (int n = 1; n <= STEPS; n++) {
            String value = sat.tokens().get(n % sat.tokens().size());
            responses.add(Map.of("slot", sat.slot(), "sequence", block * STEPS + n, "value", value));
        }
        HttpRequest request = HttpRequest.newBuilder(URI.create(sat.path() + "/responses"))
                .timeout(Duration.ofSeconds(60))
                .header("Content-Type", "application/json")
                .header("Authorization", "Bearer " + sat.token())
                .PUT(BodyPublishers.ofString(JSON.writeValueAsString(Map.of("responses", responses))))
                .build();
        HttpResponse<Void> answer = http.send(request, BodyHandlers.discarding());
        return new Came(
                answer.statusCode(), answer.headers().firstValue("Retry-After").isPresent(), System.nanoTime());
    }

    private static int stored(List<Sat> sat) throws Exception {
        int stored = 0;
        try (var connection = new BenchDatabase(DATA).connect()) {
            for (Sat one : sat) {
                stored += BenchDatabase.steps(connection, java.util.UUID.fromString(one.id()))
                        .size();
            }
        }
        return stored;
    }

    /** What lives on the heap after a full collection. */
    private static long heap(PackagedServer server) throws IOException, InterruptedException {
        jcmd(server, "GC.run");
        return jcmd(server, "GC.heap_info")
                .lines()
                .filter(line -> line.contains("used "))
                .findFirst()
                .map(line -> line.replaceAll(".*used (\\d+)K.*", "$1"))
                .map(kilobytes -> Long.parseLong(kilobytes) << 10)
                .orElseThrow();
    }

    private static String jcmd(PackagedServer server, String command) throws IOException, InterruptedException {
        Process process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "jcmd").toString(),
                        String.valueOf(server.pid()),
                        command)
                .redirectErrorStream(true)
                .start();
        String output = new String(process.getInputStream().readAllBytes(), java.nio.charset.StandardCharsets.UTF_8);
        process.waitFor();
        return output;
    }
}
