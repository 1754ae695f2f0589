package org.lianbing.base;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.MockMvc;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import org.lianbing.testing.IntegrationTest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;

/** The page /v3/api-docs tells a stranger enough to practise and to run a competition. */
@IntegrationTest
class DescriptionTest {

    /** Practice from token to mistake book, and a competition from its plan to its board. */
    private static final Map<String, List<String>> WALKED = Map.ofEntries(
            Map.entry("post /api/tokens", List.of()),
            Map.entry("get /api/trades", List.of("person")),
            Map.entry("post /api/practice/attempts", List.of("person")),
            Map.entry("get /api/attempts/{attemptId}", List.of("attempt")),
            Map.entry("get /api/attempts/{attemptId}/form", List.of("attempt")),
            Map.entry("put /api/attempts/{attemptId}/responses", List.of("attempt")),
            Map.entry("post /api/attempts/{attemptId}/slots/{slot}/check", List.of("attempt")),
            Map.entry("post /api/attempts/{attemptId}/submission", List.of("attempt")),
            Map.entry("get /api/practice/attempts/{attempt}/result", List.of("person", "attempt")),
            Map.entry("get /api/practice/mistakes", List.of("person")),
            Map.entry("post /api/competitions", List.of("person")),
            Map.entry("post /api/competitions/{competition}/opening", List.of("person")),
            Map.entry("get /api/exams/{exam}", List.of("person")),
            Map.entry("post /api/exams/{exam}/attempts", List.of("person")),
            Map.entry("get /api/exams/{exam}/attempts/{attempt}/result", List.of("person", "attempt")),
            Map.entry("get /api/competitions/{competition}/results", List.of("person")),
            Map.entry("get /api/boards/{board}", List.of()));

    @Autowired
    MockMvc mvc;

    private JsonNode api;

    @BeforeEach
    void read() throws Exception {
        api = JsonMapper.shared()
                .readTree(mvc.perform(get("/v3/api-docs"))
                        .andReturn()
                        .getResponse()
                        .getContentAsString(StandardCharsets.UTF_8));
    }

    @Test
    void eachStepOfTheWalksIsDescribedWithTheTokenItTakes() {
        WALKED.forEach((step, openers) -> {
            JsonNode operation = operation(step);
            assertThat(operation.path("summary").asString("")).as(step).isNotBlank();
            assertThat(operation.get("tags").get(0).asString()).as(step).doesNotEndWith("-controller");
            assertThat(openers(operation)).as(step).isEqualTo(openers);
            assertThat(operation.get("responses").has("default")).as(step).isTrue();
        });
    }

    @Test
    void theFormAndTheValueOfAResponseHaveTheirShapes() {
        JsonNode answer =
                operation("get /api/attempts/{attemptId}/form").get("responses").get("200");
        assertThat(answer.at("/content/application~1json/schema/$ref").asString())
                .endsWith("/Form");
        assertThat(schema("FormSlot").get("properties").propertyNames()).contains("slot", "type", "stem", "options");
        JsonNode value = schema("SentResponse").get("properties").get("value");
        assertThat(value.get("oneOf")).hasSize(3);
        assertThat(value.has("type")).isFalse();
    }

    @Test
    void noTwoShapesShareAName() {
        assertThat(schema("StartedDrill").get("properties").has("token")).isTrue();
        assertThat(schema("PractisedSlot").get("properties").has("lesson")).isTrue();
        assertThat(schema("ExaminedSlot").get("properties").has("lesson")).isFalse();
        assertThat(schema("Part").get("required")).hasSize(2);
        assertThat(schema("DrawnPaper").get("properties").has("maxScore")).isTrue();
    }

    private JsonNode operation(String step) {
        String[] words = step.split(" ");
        JsonNode operation = api.get("paths").path(words[1]).path(words[0]);
        assertThat(operation.isObject()).as(step).isTrue();
        return operation;
    }

    private static List<String> openers(JsonNode operation) {
        List<String> openers = new ArrayList<>();
        operation.path("security").forEach(one -> openers.addAll(one.propertyNames()));
        return openers;
    }

    private JsonNode schema(String name) {
        return api.get("components").get("schemas").get(name);
    }
}
