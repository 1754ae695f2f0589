package org.lianbing.walk;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.Map;

import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Somebody's program at the HTTP API, with a person token. */
final class Api {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final HttpClient http = HttpClient.newHttpClient();
    private final String baseUrl;
    private final @Nullable String token;

    private Api(String baseUrl, @Nullable String token) {
        this.baseUrl = baseUrl;
        this.token = token;
    }

    static Api signIn(String baseUrl, String username, String password) {
        JsonNode answer = new Api(baseUrl, null)
                .send("POST", "/api/tokens", Map.of("username", username, "password", password), 200);
        return new Api(baseUrl, answer.get("token").asString());
    }

    /** The same program with the token of an attempt. */
    Api with(String other) {
        return new Api(baseUrl, other);
    }

    JsonNode get(String path) {
        return send("GET", path, null, 200);
    }

    JsonNode post(String path, Object body) {
        return send("POST", path, body, 201);
    }

    /** The same without a body. */
    JsonNode posted(String path, int expected) {
        return send("POST", path, null, expected);
    }

    /** As {@link #post}, where something else than 201 is expected. */
    JsonNode posted(String path, Object body, int expected) {
        return send("POST", path, body, expected);
    }

    JsonNode put(String path, Object body) {
        return send("PUT", path, body, 200);
    }

    /** Without a body either way. */
    void put(String path) {
        int status = request("PUT", path, null).statusCode();
        if (status != 204) {
            throw new AssertionError("PUT %s: %d".formatted(path, status));
        }
    }

    /** The status alone, for what is to be refused. */
    int status(String path) {
        return request("GET", path, null).statusCode();
    }

    private JsonNode send(String method, String path, @Nullable Object body, int expected) {
        HttpResponse<String> response = request(method, path, body);
        if (response.statusCode() != expected) {
            throw new AssertionError("%s %s: %d %s".formatted(method, path, response.statusCode(), response.body()));
        }
        return JSON.readTree(response.body());
    }

    private HttpResponse<String> request(String method, String path, @Nullable Object body) {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(baseUrl + path))
                .timeout(Duration.ofSeconds(30))
                .header("Content-Type", "application/json")
                .method(
                        method,
                        body == null
                                ? BodyPublishers.noBody()
                                : BodyPublishers.ofString(JSON.writeValueAsString(body)));
        if (token != null) {
            request.header("Authorization", "Bearer " + token);
        }
        try {
            return http.send(request.build(), BodyHandlers.ofString());
        } catch (IOException e) {
            throw new IllegalStateException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
