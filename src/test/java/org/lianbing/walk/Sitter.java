package org.lianbing.walk;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;

import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Somebody who sits a practice over the API, answers as fast as the server does, and writes down what it promised. */
final class Sitter implements Runnable {

    /** Those that are answered by tokens or a number; whether an answer is lost does not depend on what it says. */
    private static final Set<String> PLAIN =
            Set.of("true-false", "single-choice", "multiple-choice", "ordering", "numeric");

    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final HttpClient http = HttpClient.newHttpClient();
    private final Random random = new Random();
    private final String baseUrl;
    private final String attempt;
    private final String token;
    private final List<JsonNode> slots = new ArrayList<>();

    /** The steps that the server acknowledged, by sequence number. */
    private final TreeMap<Integer, Step> acknowledged = new TreeMap<>();

    private int sequence;
    private volatile boolean stopped;

    private record Step(int slot, Object value) {}

    Sitter(String baseUrl, String username, String trade) throws IOException, InterruptedException {
        this.baseUrl = baseUrl;
        String person = send("POST", "/api/tokens", null, Map.of("username", username, "password", "lianbing"))
                .get("token")
                .asString();
        JsonNode started = send("POST", "/api/practice/attempts", person, Map.of("trade", trade, "count", 20));
        this.attempt = started.get("attemptId").asString();
        this.token = started.get("token").asString();
        send("GET", path("/form"), token, null).get("slots").forEach(slot -> {
            if (PLAIN.contains(slot.get("type").asString())) {
                slots.add(slot);
            }
        });
    }

    /** Answers until the server is gone or {@link #stop} is called. */
    @Override
    public void run() {
        try {
            while (!stopped) {
                answer();
            }
        } catch (IOException killed) {
            // The answer under way was not acknowledged, so nothing was promised about it.
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    void stop() {
        stopped = true;
    }

    private void answer() throws IOException, InterruptedException {
        JsonNode slot = slots.get(random.nextInt(slots.size()));
        int number = ++sequence;
        Step step = new Step(slot.get("slot").asInt(), value(slot));
        JsonNode answer = put(number, step.slot(), step.value());
        for (JsonNode saved : answer.get("saved")) {
            if (saved.get("sequence").asInt() == number) {
                acknowledged.put(number, step);
            }
        }
    }

    private Object value(JsonNode slot) {
        List<String> tokens = new ArrayList<>();
        if (slot.hasNonNull("options")) {
            slot.get("options").forEach(option -> tokens.add(option.get("token").asString()));
        }
        Collections.shuffle(tokens, random);
        return switch (slot.get("type").asString()) {
            case "numeric" -> String.valueOf(random.nextInt(1_000_000));
            case "ordering" -> tokens;
            case "multiple-choice" -> tokens.subList(0, 1 + random.nextInt(tokens.size()));
            default -> tokens.getFirst();
        };
    }

    int promises() {
        return acknowledged.size();
    }

    /**
     * The acknowledged steps that the server no longer knows. A number that it has refuses another value as a conflict;
     * a number that it lost would take it.
     */
    List<String> lost() throws IOException, InterruptedException {
        List<String> lost = new ArrayList<>();
        for (Map.Entry<Integer, Step> promise : acknowledged.entrySet()) {
            JsonNode same = put(
                    promise.getKey(),
                    promise.getValue().slot(),
                    promise.getValue().value());
            JsonNode other = put(promise.getKey(), promise.getValue().slot(), null);
            boolean kept = same.get("saved").size() == 1
                    && other.get("saved").isEmpty()
                    && other.get("refused").get(0).get("reason").asString().equals("conflict");
            if (!kept) {
                lost.add("%s sequence %d: %s, %s".formatted(attempt, promise.getKey(), same, other));
            }
        }
        return lost;
    }

    private JsonNode put(int number, int slot, @Nullable Object value) throws IOException, InterruptedException {
        Map<String, Object> response = new TreeMap<>(Map.of("slot", slot, "sequence", number));
        response.put("value", value);
        return send("PUT", path("/responses"), token, Map.of("responses", List.of(response)));
    }

    private String path(String rest) {
        return "/api/attempts/" + attempt + rest;
    }

    private JsonNode send(String method, String path, @Nullable String bearer, @Nullable Object body)
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
        HttpResponse<String> response = http.send(request.build(), BodyHandlers.ofString());
        if (response.statusCode() / 100 != 2) {
            throw new IOException("%s %s: %d %s".formatted(method, path, response.statusCode(), response.body()));
        }
        return JSON.readTree(response.body());
    }
}
