package org.lianbing.attempt;

import java.time.Clock;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.MediaType;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.MvcResult;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;

import org.lianbing.base.PersonId;
import org.lianbing.testing.IntegrationTest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.put;

/** The express door and the long way answer alike: status, headers, body, success and refusal. */
@IntegrationTest
class ExpressTest {

    /** JSON for the controller, and nothing that the express door takes. */
    private static final MediaType LONG_WAY = MediaType.valueOf("application/vnd.lianbing+json");

    /** Leaves the answer as it is, and is nothing that the express door takes. */
    private static final String ANY_CONDITION = "Range";

    /** What time and chance put into an answer. */
    private static final String OF_THE_MOMENT = "\"(serverTime|digest)\":\"[^\"]*\"";

    @Autowired
    Sat sat;

    @Autowired
    Clock clock;

    @Autowired
    MockMvc mvc;

    private String url;
    private String token;

    @BeforeEach
    void start() {
        PersonId person = sat.somebody();
        Started started = sat.attempts.start(sat.drill(sat.papers.practice(), person), "phone", clock.instant());
        url = "/api/attempts/" + started.attemptId();
        token = "Bearer " + started.token();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            saved      | {"responses":[{"slot":5,"sequence":1,"value":"7"},{"slot":1,"sequence":2,"value":null}]} | 200
            invalid    | {"responses":[{"slot":99,"sequence":1,"value":"7"}]}                                      | 200
            no list    | {}                                                                                        | 400
            null       | null                                                                                      | 400
            torn       | {"responses":[{"slot":                                                                     | 400
            not a list | {"responses":"7"}                                                                          | 400
            """)
    void aSaveIsAnsweredAlike(String what, String body, int status) throws Exception {
        MvcResult express = send(put(url + "/responses"), body, MediaType.APPLICATION_JSON);
        MvcResult longWay = send(put(url + "/responses"), body, LONG_WAY);

        assertThat(express.getHandler()).as(what).isNull();
        assertThat(longWay.getHandler()).as(what).isNotNull();
        assertThat(express.getResponse().getStatus()).as(what).isEqualTo(status);
        assertThat(told(express)).as(what).isEqualTo(told(longWay));
    }

    @Test
    void whoMayNotIsRefusedAlike() throws Exception {
        String body = "{\"responses\":[]}";
        String somebodyElses = "/api/attempts/0197a000-0000-7000-8000-000000000000/responses";
        assertThat(told(send(put(somebodyElses), body, MediaType.APPLICATION_JSON)))
                .isEqualTo(told(send(put(somebodyElses), body, LONG_WAY)))
                .containsEntry("status", "404");
        token = "Bearer a1.forged.token";
        assertThat(told(send(put(url + "/responses"), body, MediaType.APPLICATION_JSON)))
                .isEqualTo(told(send(put(url + "/responses"), body, LONG_WAY)))
                .containsEntry("status", "401");
    }

    @ParameterizedTest
    @ValueSource(strings = {"{\"automatic\":false}", "null"})
    void aHandInIsAnsweredAlike(String body) throws Exception {
        MvcResult express = send(post(url + "/submission"), body, MediaType.APPLICATION_JSON);
        MvcResult longWay = send(post(url + "/submission"), body, LONG_WAY);

        assertThat(express.getHandler()).isNull();
        assertThat(longWay.getHandler()).isNotNull();
        assertThat(told(express)).isEqualTo(told(longWay)).containsEntry("status", "200");
    }

    @ParameterizedTest
    @ValueSource(strings = {"gzip, br", "identity"})
    void aFormIsReadAlike(String encodings) throws Exception {
        MvcResult express = read(get(url + "/form").header("Accept-Encoding", encodings));
        MvcResult longWay = read(get(url + "/form").header("Accept-Encoding", encodings), ANY_CONDITION);

        assertThat(express.getHandler()).isNull();
        assertThat(longWay.getHandler()).isNotNull();
        assertThat(told(express)).isEqualTo(told(longWay)).containsEntry("status", "200");
        assertThat(express.getResponse().getContentAsByteArray())
                .isEqualTo(longWay.getResponse().getContentAsByteArray());
        String known = Objects.requireNonNull(express.getResponse().getHeader("ETag"));
        MvcResult again = read(get(url + "/form").header("If-None-Match", known));
        assertThat(again.getHandler()).isNull();
        assertThat(told(again))
                .isEqualTo(told(read(get(url + "/form").header("If-None-Match", known), ANY_CONDITION)))
                .containsEntry("status", "304");
    }

    @Test
    void whoMayNotReadIsRefusedAlike() throws Exception {
        String somebodyElses = "/api/attempts/0197a000-0000-7000-8000-000000000000/form";
        assertThat(told(read(get(somebodyElses))))
                .isEqualTo(told(read(get(somebodyElses), ANY_CONDITION)))
                .containsEntry("status", "404");
        MvcResult page = read(get(url + "/form").accept("text/html"));
        assertThat(told(page)).isEqualTo(told(read(get(url + "/form").accept("text/html"), ANY_CONDITION)));
        assertThat(page.getResponse().getStatus()).isNotEqualTo(200);
    }

    private MvcResult read(MockHttpServletRequestBuilder request, String... conditions) throws Exception {
        for (String condition : conditions) {
            request.header(condition, "bytes=0-");
        }
        return mvc.perform(request.header("Authorization", token).secure(true)).andReturn();
    }

    private MvcResult send(MockHttpServletRequestBuilder request, String body, MediaType type) throws Exception {
        return mvc.perform(request.header("Authorization", token)
                        .secure(true)
                        .contentType(type)
                        .content(body))
                .andReturn();
    }

    private static Map<String, String> told(MvcResult result) throws Exception {
        MockHttpServletResponse response = result.getResponse();
        Map<String, String> told = new TreeMap<>();
        response.getHeaderNames()
                .forEach(name -> told.put(name, response.getHeaders(name).toString()));
        told.remove("Content-Length");
        // Both are written by Spring; only the long way adds which languages and origins it looks at.
        told.remove("Vary");
        told.put("status", String.valueOf(response.getStatus()));
        told.put("body", response.getContentAsString().replaceAll(OF_THE_MOMENT, ""));
        return told;
    }
}
