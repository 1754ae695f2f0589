package org.lianbing.bench;

import java.io.IOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import tools.jackson.databind.JsonNode;

/** One attempt on one connection: answers, and writes down in a ledger what the server acknowledged. */
final class Contestant implements AutoCloseable {

    private static final String JSON_TYPE = "Content-Type: application/json\r\n";

    /** A slot with a single token as its answer, and the tokens to choose from. */
    private record Choice(int slot, List<String> tokens) {}

    private final UUID attempt;
    private final HttpConnection connection;
    private final String saving;
    private final String asking;
    private final List<Choice> choices = new ArrayList<>();
    private final Map<Integer, String> ledger = new HashMap<>();
    final Latencies latencies = new Latencies();
    private int sequence;
    private int errors;

    Contestant(String host, int port, String attempt, String token) throws IOException {
        this.attempt = UUID.fromString(attempt);
        this.connection = new HttpConnection(host, port);
        String path = "/api/attempts/" + attempt;
        this.saving = connection.head("PUT", path + "/responses", token, JSON_TYPE);
        HttpConnection.Answer form = connection.send(connection.head("GET", path + "/form", token, ""), "");
        JsonNode read = Api.JSON.readTree(form.body());
        this.asking = connection.head("GET", path + "/form", token, "If-None-Match: " + form.etag() + "\r\n");
        for (JsonNode slot : read.get("slots")) {
            String type = slot.get("type").stringValue();
            if (type.equals("single-choice") || type.equals("true-false")) {
                List<String> tokens = new ArrayList<>();
                slot.get("options")
                        .forEach(option -> tokens.add(option.get("token").stringValue()));
                choices.add(new Choice(slot.get("slot").intValue(), tokens));
            }
        }
        if (choices.isEmpty()) {
            throw new IllegalStateException("no choice in the form of " + attempt);
        }
    }

    /** Saves one more answer and waits for the acknowledgement. */
    void answer(boolean measured) {
        sequence++;
        Choice choice = choices.get(sequence % choices.size());
        String token =
                choice.tokens().get(sequence / choices.size() % choice.tokens().size());
        String body = "{\"responses\":[{\"slot\":%d,\"sequence\":%d,\"value\":\"%s\"}]}"
                .formatted(choice.slot(), sequence, token);
        long before = System.nanoTime();
        try {
            HttpConnection.Answer answer = connection.send(saving, body);
            if (answer.status() == 200 && answer.body().contains("\"sequence\":" + sequence + "}],\"refused\":[]")) {
                ledger.put(sequence, choice.slot() + " \"" + token + "\"");
                if (measured) {
                    latencies.add(System.nanoTime() - before);
                }
            } else {
                errors++;
            }
        } catch (IOException e) {
            errors++;
        }
    }

    /** A request through the same doors that needs no database: the form again. */
    boolean ask() {
        try {
            return connection.send(asking, "").status() == 304;
        } catch (IOException e) {
            return false;
        }
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

    @Override
    public void close() throws IOException {
        connection.close();
    }
}
