package org.lianbing.walk;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Somebody who sits over the API the contests that are open and then one practice after another, answers as fast as the
 * server does, hands in, and writes down what it promised. What it does not promise is sent again, as a player would,
 * until it does.
 */
final class Sitter implements Runnable {

    /** Those that are answered by one token; whether an answer is lost does not depend on what it says. */
    private static final Set<String> PLAIN = Set.of("true-false", "single-choice");

    private static final Duration BEFORE_ANOTHER_TRY = Duration.ofMillis(100);
    private static final JsonMapper JSON = JsonMapper.builder().build();

    /** The most answers in a contest, so that somebody is always at the start or the end of one. */
    private static final int MOST_IN_A_CONTEST = 12;

    /** What the server promised about an attempt. */
    static final class Promises {
        final String attempt;

        /** Until when it may be worked on; null in practice. */
        final @Nullable Instant deadline;

        /** Slot and value of each acknowledged number. */
        final Map<Integer, String> steps = new HashMap<>();

        /** The digest of the receipt; null where none came. */
        @Nullable
        String receipt;

        Promises(JsonNode started) {
            this.attempt = started.get("attemptId").asString();
            JsonNode until = started.get("deadline");
            this.deadline = until == null || until.isNull() ? null : Instant.parse(until.asString());
        }

        /** Whether nothing more need be taken. */
        boolean isOver() {
            return deadline != null && Instant.now().isAfter(deadline);
        }
    }

    private record Slot(int number, List<String> tokens) {}

    private final HttpClient http =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final Random random = new Random();
    private final String baseUrl;
    private final String trade;
    private final String person;
    private final String username;
    private final List<String> exams;
    private final List<Promises> ledger = new ArrayList<>();
    private final int mostAnswers;
    private final AtomicInteger acknowledged = new AtomicInteger();
    private volatile boolean stopped;

    /**
     * @param exams the exams of the contests to be sat first
     * @param mostAnswers how many at most until it hands in and begins anew
     */
    Sitter(String baseUrl, String username, String trade, List<String> exams, int mostAnswers)
            throws IOException, InterruptedException {
        this.baseUrl = baseUrl;
        this.username = username;
        this.exams = List.copyOf(exams);
        this.trade = trade;
        this.mostAnswers = mostAnswers;
        HttpResponse<String> answer =
                send("POST", "/api/tokens", null, Map.of("username", username, "password", "lianbing"));
        this.person = JSON.readTree(answer.body()).get("token").asString();
    }

    /** Sits until {@link #stop} is called. */
    @Override
    public void run() {
        try {
            for (String exam : exams) {
                sit("/api/exams/" + exam + "/attempts", Map.of("device", username), MOST_IN_A_CONTEST);
            }
            while (!stopped) {
                sit("/api/practice/attempts", Map.of("trade", trade, "count", 20), mostAnswers);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    void stop() {
        stopped = true;
    }

    /** How many steps and receipts were promised so far. */
    int promises() {
        return acknowledged.get();
    }

    /** All that was promised; to be read when the sitter has stopped. */
    List<Promises> ledger() {
        return ledger;
    }

    private void sit(String starts, Map<String, Object> wish, int most) throws InterruptedException {
        JsonNode started = untilPromised("POST", starts, person, wish);
        if (started == null) {
            return;
        }
        String token = started.get("token").asString();
        Promises promises = new Promises(started);
        ledger.add(promises);
        String path = "/api/attempts/" + promises.attempt;
        JsonNode form = untilPromised("GET", path + "/form", token, null);
        if (form == null) {
            return;
        }
        List<Slot> slots = slots(form);
        int answers = slots.isEmpty() ? 0 : 1 + random.nextInt(most);
        for (int sequence = 1; sequence <= answers && !stopped && !promises.isOver(); sequence++) {
            answer(promises, path, token, slots.get(random.nextInt(slots.size())), sequence);
        }
        JsonNode receipt = untilPromised("POST", path + "/submission", token, null);
        if (receipt != null) {
            promises.receipt = receipt.get("digest").asString();
            acknowledged.incrementAndGet();
        }
    }

    private void answer(Promises promises, String path, String token, Slot slot, int sequence)
            throws InterruptedException {
        String value = slot.tokens().get(random.nextInt(slot.tokens().size()));
        Map<String, Object> response = Map.of("slot", slot.number(), "sequence", sequence, "value", value);
        JsonNode answer = untilPromised("PUT", path + "/responses", token, Map.of("responses", List.of(response)));
        if (answer != null && answer.get("saved").size() == 1) {
            promises.steps.put(sequence, "%d \"%s\"".formatted(slot.number(), value));
            acknowledged.incrementAndGet();
        } else if (answer != null && !promises.isOver()) {
            throw new AssertionError("refused: " + answer);
        }
    }

    private static List<Slot> slots(JsonNode form) {
        return Stream.of(form.get("slots"))
                .flatMap(JsonNode::valueStream)
                .filter(slot -> PLAIN.contains(slot.get("type").asString()))
                .map(slot -> new Slot(
                        slot.get("slot").asInt(),
                        slot.get("options")
                                .valueStream()
                                .map(option -> option.get("token").asString())
                                .toList()))
                .toList();
    }

    /** Sends the same again and again until it is answered with success; null where it was stopped before. */
    private @Nullable JsonNode untilPromised(
            String method, String path, String bearer, @Nullable Map<String, Object> body) throws InterruptedException {
        while (!stopped) {
            try {
                HttpResponse<String> response = send(method, path, bearer, body);
                if (response.statusCode() / 100 == 2) {
                    return JSON.readTree(response.body());
                }
                if (response.statusCode() != 503
                        || response.headers().firstValue("Retry-After").isEmpty()) {
                    throw new AssertionError(
                            "%s %s: %d %s".formatted(method, path, response.statusCode(), response.body()));
                }
            } catch (IOException gone) {
                // Nothing was promised about it.
            }
            LockSupport.parkNanos(BEFORE_ANOTHER_TRY.toNanos());
        }
        return null;
    }

    private HttpResponse<String> send(String method, String path, @Nullable String bearer, @Nullable Object body)
            throws IOException, InterruptedException {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(baseUrl + path))
                .timeout(Duration.ofSeconds(30))
                .header("Content-Type", "application/json")
                .method(
                        method,
                        body == null
                                ? BodyPublishers.noBody()
                                : BodyPublishers.ofString(JSON.writeValueAsString(body)));
        if (bearer != null) {
            request.header("Authorization", "Bearer " + bearer);
        }
        return http.send(request.build(), BodyHandlers.ofString());
    }
}
