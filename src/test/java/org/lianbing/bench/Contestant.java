package org.lianbing.bench;

import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;

import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** Somebody who sits an attempt, and writes down in a ledger what the server acknowledged. */
final class Contestant {

    /** A slot with a single token as its answer, and the tokens to choose from. */
    record Choice(int slot, List<String> tokens) {}

    private final UUID attempt;
    private final List<Choice> choices;
    private final Requests requests;
    private final Map<Integer, String> ledger = new HashMap<>();
    private final Latencies latencies = new Latencies();
    private int sequence;
    private int errors;
    private boolean handedIn;

    Contestant(BenchContest.Seat seat, String host, List<Choice> choices) {
        this.attempt = seat.attempt();
        this.choices = choices;
        this.requests = new Requests(host, "/api/attempts/" + seat.attempt(), seat.token());
    }

    /** The slots of a form that are answered by one token. */
    static List<Choice> choices(JsonNode form) {
        List<Choice> choices = new ArrayList<>();
        for (JsonNode slot : form.get("slots")) {
            String type = slot.get("type").stringValue();
            if (type.equals("single-choice") || type.equals("true-false")) {
                List<String> tokens = new ArrayList<>();
                slot.get("options")
                        .forEach(option -> tokens.add(option.get("token").stringValue()));
                choices.add(new Choice(slot.get("slot").intValue(), tokens));
            }
        }
        return choices;
    }

    /** Saves one more answer, due then. */
    Shot answer(long due, boolean measured) {
        int number = ++sequence;
        Choice choice = choices.get(number % choices.size());
        String token =
                choice.tokens().get(number / choices.size() % choice.tokens().size());
        String body = "{\"responses\":[" + response(choice.slot(), number, token) + "]}";
        return new Shot(due, requests.put("/responses", body), answer -> {
            if (answer.status() == 200 && answer.text().contains("\"refused\":[]")) {
                ledger.put(number, choice.slot() + " \"" + token + "\"");
                if (measured) {
                    latencies.add(answer.nanos());
                }
            } else {
                errors++;
            }
        });
    }

    /** Saves an answer to every slot in one request. */
    Shot answerAllAt(long due) {
        String responses = choices.stream()
                .map(choice ->
                        response(choice.slot(), ++sequence, choice.tokens().getFirst()))
                .collect(Collectors.joining(","));
        return new Shot(due, requests.put("/responses", "{\"responses\":[" + responses + "]}"), answer -> {
            if (answer.status() != 200 || !answer.text().contains("\"refused\":[]")) {
                errors++;
            }
        });
    }

    /** Opens the attempt: how it stands. The form is fetched apart. */
    Shot open(long due) {
        return new Shot(due, requests.get("", null), answer -> {
            if (answer.status() != 200) {
                errors++;
            }
        });
    }

    /** Hands in. */
    Shot handIn(long due) {
        return new Shot(due, requests.post("/submission", "{}"), answer -> {
            if (answer.status() == 200 && answer.text().contains("\"state\":\"HANDED_IN\"")) {
                latencies.add(answer.nanos());
                handedIn = true;
            } else {
                errors++;
            }
        });
    }

    /** Asks through the same doors for something that needs no database: the form, which it knows already. */
    Shot plain(long due, String etag) {
        return new Shot(due, requests.get("/form", etag), answer -> {
            if (answer.status() == 304) {
                latencies.add(answer.nanos());
            } else {
                errors++;
            }
        });
    }

    /** Asks whether the clock has changed, which it has not. */
    Shot clock(long due) {
        return new Shot(due, requests.get("/clock", "\"0\""), answer -> {
            if (answer.status() == 304) {
                latencies.add(answer.nanos());
            } else {
                errors++;
            }
        });
    }

    private static String response(int slot, int number, String token) {
        return "{\"slot\":%d,\"sequence\":%d,\"value\":\"%s\"}".formatted(slot, number, token);
    }

    /** What was measured since the last time this was asked for. */
    Latencies measured() {
        Latencies since = new Latencies();
        since.addAll(latencies);
        latencies.clear();
        return since;
    }

    /** Whether the server said that it is handed in. */
    boolean handedIn() {
        return handedIn;
    }

    int acknowledged() {
        return ledger.size();
    }

    int errors() {
        return errors;
    }

    /** How many acknowledged answers the database does not hold as they were sent. */
    int lost(Connection database) throws SQLException {
        Map<Integer, String> stored = BenchDatabase.steps(database, attempt);
        return (int) ledger.entrySet().stream()
                .filter(entry -> !entry.getValue().equals(stored.get(entry.getKey())))
                .count();
    }

    /** The bytes of requests with one token below one path. */
    private record Requests(String host, String path, String token) {

        byte[] put(String below, String body) {
            return request("PUT", below, body, "");
        }

        byte[] post(String below, String body) {
            return request("POST", below, body, "");
        }

        byte[] get(String below, @Nullable String etag) {
            return request("GET", below, "", etag == null ? "" : "If-None-Match: " + etag + "\r\n");
        }

        private byte[] request(String method, String below, String body, String more) {
            String content = body.isEmpty()
                    ? ""
                    : "Content-Type: application/json\r\nContent-Length: "
                            + body.getBytes(StandardCharsets.UTF_8).length + "\r\n";
            return ("%s %s%s HTTP/1.1\r\nHost: %s\r\nAuthorization: Bearer %s\r\nAccept-Encoding: gzip\r\n%s%s\r\n%s")
                    .formatted(method, path, below, host, token, content, more, body)
                    .getBytes(StandardCharsets.UTF_8);
        }
    }
}
