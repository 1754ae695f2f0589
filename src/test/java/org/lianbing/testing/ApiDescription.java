package org.lianbing.testing;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.UnaryOperator;

import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpMethod;
import org.springframework.http.MediaType;
import org.springframework.mock.web.MockMultipartFile;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.AbstractMockHttpServletRequestBuilder;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.multipart;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.request;

/** Every operation of the API as its own description has it, ready to be called: what is not described does not exist. */
public final class ApiDescription {

    private static final JsonMapper JSON = JsonMapper.shared();
    private static final int DEEPEST = 6;

    private final JsonNode api;

    private ApiDescription(JsonNode api) {
        this.api = api;
    }

    /** Reads {@code /v3/api-docs}. */
    public static ApiDescription read(MockMvc mvc) throws Exception {
        return new ApiDescription(JSON.readTree(
                mvc.perform(get("/v3/api-docs")).andReturn().getResponse().getContentAsString(StandardCharsets.UTF_8)));
    }

    /**
     * An operation.
     *
     * @param method such as GET
     * @param path with its names in braces
     */
    public record Operation(String method, String path, JsonNode described) {

        /** As it stands in tables. */
        public String door() {
            return method + " " + path;
        }

        /** Whether it is about one thing, named in its path. */
        public boolean ofOneThing() {
            return path.contains("{");
        }
    }

    /** All of them. */
    public List<Operation> operations() {
        List<Operation> operations = new ArrayList<>();
        api.get("paths")
                .properties()
                .forEach(path -> path.getValue()
                        .properties()
                        .forEach(operation -> operations.add(new Operation(
                                operation.getKey().toUpperCase(Locale.ROOT), path.getKey(), operation.getValue()))));
        return operations;
    }

    /**
     * A request as somebody would send it who has read the description: every parameter that must be there, and a body
     * of the described shape.
     *
     * @param ids what to put for each name in braces
     */
    public AbstractMockHttpServletRequestBuilder<?> request(Operation operation, UnaryOperator<String> ids) {
        String path = operation.path();
        for (int open = path.indexOf('{'); open >= 0; open = path.indexOf('{')) {
            int close = path.indexOf('}', open);
            path = path.substring(0, open) + ids.apply(path.substring(open + 1, close)) + path.substring(close + 1);
        }
        JsonNode content = operation.described().path("requestBody").path("content");
        AbstractMockHttpServletRequestBuilder<?> request = content.has(MediaType.MULTIPART_FORM_DATA_VALUE)
                ? multipart(HttpMethod.valueOf(operation.method()), path)
                        .file(new MockMultipartFile("file", "file.txt", "text/plain", new byte[] {'x'}))
                : body(
                        org.springframework.test.web.servlet.request.MockMvcRequestBuilders.request(
                                HttpMethod.valueOf(operation.method()), path),
                        content);
        operation.described().path("parameters").forEach(parameter -> {
            if (parameter.path("required").asBoolean(false)
                    && parameter.get("in").asString().equals("query")) {
                String name = parameter.get("name").asString();
                Object sample = sample(parameter.path("schema"), 0);
                request.param(
                        name,
                        name.endsWith("Id") || name.equals("unit") || name.equals("person")
                                ? ids.apply(name)
                                : String.valueOf(sample));
            }
        });
        return request;
    }

    private AbstractMockHttpServletRequestBuilder<?> body(
            AbstractMockHttpServletRequestBuilder<?> request, JsonNode content) {
        if (content.isMissingNode()) {
            return request;
        }
        JsonNode schema = content.properties().iterator().next().getValue().path("schema");
        return request.contentType(MediaType.APPLICATION_JSON).content(JSON.writeValueAsString(sample(schema, 0)));
    }

    /** The least value of a schema: what must be there, one of each list, the first of each choice. */
    private @Nullable Object sample(JsonNode schema, int depth) {
        if (schema.has("$ref")) {
            String name = schema.get("$ref").asString();
            return sample(api.at(name.substring(1)), depth + 1);
        }
        if (schema.has("enum")) {
            return schema.get("enum").get(0).asString();
        }
        for (String choice : List.of("oneOf", "anyOf", "allOf")) {
            if (schema.has(choice)) {
                return sample(schema.get(choice).get(0), depth + 1);
            }
        }
        return switch (type(schema)) {
            case "object" -> object(schema, depth);
            case "array" -> depth > DEEPEST ? List.of() : List.of(orText(sample(schema.path("items"), depth + 1)));
            case "integer", "number" -> 1;
            case "boolean" -> true;
            default -> text(schema.path("format").asString(""));
        };
    }

    private static Object orText(@Nullable Object sample) {
        return sample == null ? "x" : sample;
    }

    private static String type(JsonNode schema) {
        JsonNode type = schema.path("type");
        return type.isArray() ? type.get(0).asString() : type.asString("string");
    }

    private Map<String, Object> object(JsonNode schema, int depth) {
        Map<String, Object> object = new LinkedHashMap<>();
        if (depth <= DEEPEST) {
            schema.path("properties").properties().forEach(property -> {
                Object value = sample(property.getValue(), depth + 1);
                if (value != null) {
                    object.put(property.getKey(), value);
                }
            });
        }
        return object;
    }

    private static String text(String format) {
        return switch (format) {
            case "date-time" -> "2036-11-20T01:00:00Z";
            case "date" -> "2036-11-20";
            case "uuid" -> "0197a000-0000-7000-8000-000000000000";
            default -> "x";
        };
    }
}
