package org.lianbing.attempt;

import java.time.Clock;
import java.time.Duration;
import java.util.Base64;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.MediaType;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;

import org.lianbing.account.Accounts;
import org.lianbing.base.PersonId;
import org.lianbing.testing.IntegrationTest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.put;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.header;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

@IntegrationTest
class SittingApiTest {

    @Autowired
    Sat sat;

    @Autowired
    AttemptTokens tokens;

    @Autowired
    Accounts accounts;

    @Autowired
    Clock clock;

    @Autowired
    MockMvc mvc;

    private PersonId person;
    private Started started;
    private String url;

    @BeforeEach
    void start() {
        person = sat.somebody();
        started = sat.attempts.start(sat.drill(sat.papers.practice(), person), "phone", clock.instant());
        url = "/api/attempts/" + started.attemptId();
    }

    @Test
    void anAttemptIsSatFromBeginningToEndOverHttp() throws Exception {
        Candidate candidate = new Candidate(started.attemptId(), person, 1);
        mvc.perform(with(get(url)))
                .andExpect(status().isOk())
                .andExpect(jsonPath("$.state").value("STARTED"))
                .andExpect(jsonPath("$.behaviour").value("IMMEDIATE"))
                .andExpect(jsonPath("$.purpose").value("test-drill"))
                .andExpect(jsonPath("$.arrangement.slots.length()").value(5))
                .andExpect(jsonPath("$.lastSequence").value(0))
                .andExpect(jsonPath("$.returnUrl").value("/after"))
                .andExpect(jsonPath("$.person").isNotEmpty())
                .andExpect(header().doesNotExist("Set-Cookie"));
        mvc.perform(
                        json(
                                put(url + "/responses"),
                                "{\"responses\":[{\"slot\":5,\"sequence\":1,\"value\":\"7\"},{\"slot\":2,\"sequence\":2,\"value\":\"x\"},{\"slot\":1,\"sequence\":3,\"value\":null}]}"))
                .andExpect(status().isOk())
                .andExpect(jsonPath("$.saved[0].slot").value(5))
                .andExpect(jsonPath("$.saved[1].sequence").value(3))
                .andExpect(jsonPath("$.refused[0].reason").value("invalid"))
                .andExpect(jsonPath("$.serverTime").isNotEmpty());
        mvc.perform(json(
                        post(url + "/slots/2/check"),
                        "{\"sequence\":4,\"value\":%s}".formatted(sat.right(candidate, 2))))
                .andExpect(status().isOk())
                .andExpect(jsonPath("$.slot").value(2))
                .andExpect(jsonPath("$.correct").value(true))
                .andExpect(jsonPath("$.key.tokens.length()").value(1))
                .andExpect(jsonPath("$.key.value").doesNotExist())
                .andExpect(jsonPath("$.explanation").value(containsString("解析")));
        mvc.perform(json(post(url + "/submission"), "{}"))
                .andExpect(status().isOk())
                .andExpect(jsonPath("$.state").value("HANDED_IN"))
                .andExpect(jsonPath("$.answered").value(2))
                .andExpect(jsonPath("$.digest").isNotEmpty());
    }

    @Test
    void theFormIsCompressedNamedAndKeptForever() throws Exception {
        String etag = mvc.perform(with(get(url + "/form")).header("Accept-Encoding", "gzip, br"))
                .andExpect(status().isOk())
                .andExpect(header().string("Content-Encoding", "gzip"))
                .andExpect(header().string("Cache-Control", containsString("immutable")))
                .andExpect(header().string("Cache-Control", containsString("private")))
                .andReturn()
                .getResponse()
                .getHeader("ETag");
        mvc.perform(with(get(url + "/form")).header("If-None-Match", java.util.Objects.requireNonNull(etag)))
                .andExpect(status().isNotModified());
        mvc.perform(with(get(url + "/form")))
                .andExpect(status().isOk())
                .andExpect(header().doesNotExist("Content-Encoding"))
                .andExpect(jsonPath("$.slots.length()").value(5));
    }

    @Test
    void aTokenOpensItsOwnAttemptOnly() throws Exception {
        Started other = sat.attempts.start(sat.drill(sat.papers.practice(), sat.somebody()), "", clock.instant());

        mvc.perform(with(get("/api/attempts/" + other.attemptId()))).andExpect(status().isNotFound());
        mvc.perform(with(get("/api/attempts/" + other.attemptId() + "/form"))).andExpect(status().isNotFound());
        mvc.perform(get(url)).andExpect(status().isUnauthorized());
    }

    @Test
    void aForgedTokenOpensNothing() throws Exception {
        String token = started.token();
        int point = token.lastIndexOf('.');
        byte[] claims = Base64.getUrlDecoder().decode(token.substring(3, point));
        for (int place = 0; place < claims.length; place++) {
            byte[] changed = claims.clone();
            changed[place] ^= 1;
            String forged =
                    "a1." + Base64.getUrlEncoder().withoutPadding().encodeToString(changed) + token.substring(point);
            assertThat(tokens.open(forged)).as("byte %d", place).isEmpty();
        }
        for (String forged : new String[] {
            "a1.",
            "a1..",
            "a1.x.y",
            token.substring(0, point),
            token + "A",
            token.substring(0, token.length() - 1),
            "a1." + "A".repeat(500),
            "p1" + token.substring(2)
        }) {
            assertThat(tokens.open(forged)).as(forged).isEmpty();
        }
        mvc.perform(get(url).header("Authorization", "Bearer " + token.substring(0, point) + ".AAAA"))
                .andExpect(status().isUnauthorized());
    }

    @Test
    void aTokenExpires() {
        Candidate candidate = new Candidate(started.attemptId(), person, 1);

        assertThat(tokens.open(tokens.issue(candidate, clock.instant().plusSeconds(60))))
                .contains(candidate);
        assertThat(tokens.open(tokens.issue(candidate, clock.instant().minusSeconds(1))))
                .isEmpty();
    }

    @Test
    void switchingTheAccountOffEndsItsTokens() {
        sat.city.enable(person);
        Candidate candidate = new Candidate(started.attemptId(), person, 1);
        String token = tokens.issue(candidate, clock.instant().plus(Duration.ofHours(1)));
        assertThat(tokens.open(token)).isPresent();

        accounts.switchOff(sat.city.administrator(), person);

        org.awaitility.Awaitility.await()
                .atMost(Duration.ofMillis(1500))
                .untilAsserted(() -> assertThat(tokens.open(token)).isEmpty());
    }

    @Test
    void aTakenOverDeviceIsToldWithTheWholeRequest() throws Exception {
        AttemptRequest request = sat.drill(sat.papers.practice(), person);
        Started phone = sat.attempts.start(request, "phone", clock.instant());
        sat.attempts.start(request, "tablet", clock.instant());

        mvc.perform(put("/api/attempts/" + phone.attemptId() + "/responses")
                        .header("Authorization", "Bearer " + phone.token())
                        .contentType(MediaType.APPLICATION_JSON)
                        .content("{\"responses\":[{\"slot\":5,\"sequence\":1,\"value\":\"7\"}]}"))
                .andExpect(status().isConflict())
                .andExpect(jsonPath("$.code").value("attempt.superseded"))
                .andExpect(jsonPath("$.detail").value(containsString("另一台设备")));
    }

    @Test
    void tooMuchAtATimeIsRefused() throws Exception {
        String many = "{\"slot\":5,\"sequence\":1,\"value\":\"7\"},".repeat(200)
                + "{\"slot\":5,\"sequence\":1,\"value\":\"7\"}";
        mvc.perform(json(put(url + "/responses"), "{\"responses\":[" + many + "]}"))
                .andExpect(status().is(413))
                .andExpect(jsonPath("$.code").value("attempt.too-many"));
        mvc.perform(json(put(url + "/responses"), " ".repeat(300_000))).andExpect(status().is(413));
        for (String malformed : new String[] {"{}", "{\"responses\":[null]}", "[]", "", "{\"responses\":[{\"slot\":"}) {
            mvc.perform(json(put(url + "/responses"), malformed)).andExpect(status().isBadRequest());
        }
        mvc.perform(json(put(url + "/responses"), "{\"responses\":[{\"slot\":")).andExpect(status().isBadRequest());
    }

    @Test
    void aPersonTokenIsNoAttemptToken() throws Exception {
        String username = sat.city.enable(person);
        String answer = mvc.perform(post("/api/tokens")
                        .contentType(MediaType.APPLICATION_JSON)
                        .content("{\"username\":\"%s\",\"password\":\"%s\"}"
                                .formatted(username, org.lianbing.testing.TestCity.PASSWORD)))
                .andReturn()
                .getResponse()
                .getContentAsString();
        String personToken = sat.json.readTree(answer).get("token").stringValue();

        mvc.perform(get(url).header("Authorization", "Bearer " + personToken)).andExpect(status().isForbidden());
        mvc.perform(with(get("/api/practice/mistakes"))).andExpect(status().is4xxClientError());
    }

    private MockHttpServletRequestBuilder with(MockHttpServletRequestBuilder request) {
        return request.header("Authorization", "Bearer " + started.token());
    }

    private MockHttpServletRequestBuilder json(MockHttpServletRequestBuilder request, String body) {
        return with(request).contentType(MediaType.APPLICATION_JSON).content(body);
    }
}
