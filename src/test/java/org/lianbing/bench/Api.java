package org.lianbing.bench;

import java.io.IOException;
import java.util.Map;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The few calls that bring people into attempts. */
final class Api implements AutoCloseable {

    static final JsonMapper JSON = JsonMapper.builder().build();

    private final HttpConnection connection;

    Api(String host, int port) throws IOException {
        this.connection = new HttpConnection(host, port);
    }

    /** A person token of a demo account. */
    String signIn(String username) throws IOException {
        return post("/api/tokens", "none", Map.of("username", username, "password", "lianbing"))
                .get("token")
                .stringValue();
    }

    /** A new drill. */
    JsonNode startDrill(String personToken) throws IOException {
        return post("/api/practice/attempts", personToken, Map.of("trade", "electrician", "count", 20));
    }

    JsonNode get(String path, String token) throws IOException {
        return read(path, connection.send(connection.head("GET", path, token, ""), ""));
    }

    JsonNode post(String path, String token, Object body) throws IOException {
        String authorization = token.equals("none") ? "" : "Authorization: Bearer " + token + "\r\n";
        HttpConnection.Answer answer = connection.send(
                "POST %s HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json\r\n%s"
                        .formatted(path, authorization),
                JSON.writeValueAsString(body));
        return read(path, answer);
    }

    private static JsonNode read(String path, HttpConnection.Answer answer) throws IOException {
        if (answer.status() >= 300) {
            throw new IOException("%s: %d %s".formatted(path, answer.status(), answer.body()));
        }
        return JSON.readTree(answer.body());
    }

    @Override
    public void close() throws IOException {
        connection.close();
    }
}
