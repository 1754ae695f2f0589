package org.lianbing.account;

import java.time.Duration;
import java.util.Objects;

import jakarta.servlet.DispatcherType;
import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.Cookie;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.MediaType;
import org.springframework.mock.web.MockHttpSession;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.MvcResult;

import org.lianbing.base.PersonId;
import org.lianbing.testing.IntegrationTest;
import org.lianbing.testing.TestCity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestBuilders.formLogin;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.header;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

@IntegrationTest
class DoorsTest {

    @Autowired
    MockMvc mvc;

    @Autowired
    TestCity city;

    @Autowired
    PersonTokens tokens;

    @ParameterizedTest
    @CsvSource({
        "/api/people, 401",
        "/api/nothing, 401",
        "/api/boards/0197a000-0000-7000-8000-000000000000, 404",
        "/sitting, 200",
        "/sitting/, 200",
        "/sitting/probe.html, 200",
        "/sitting/nothing.js, 404",
        "/sitting/../application.yaml, 400",
        "/actuator/health, 200",
        "/actuator/metrics, 401",
        "/v3/api-docs, 200"
    })
    void doorsWithoutASessionNeverSendACookie(String path, int status) throws Exception {
        MvcResult result = mvc.perform(get(java.net.URI.create(path)).header("Cookie", "JSESSIONID=known"))
                .andReturn();
        assertThat(result.getResponse().getStatus()).isEqualTo(status);
        assertThat(result.getResponse().getHeaders("Set-Cookie")).isEmpty();
        assertThat(result.getRequest().getSession(false)).isNull();
    }

    @Test
    void theApiIgnoresASignedInSession() throws Exception {
        String username = city.enable(city.administrator().person());
        MockHttpSession session =
                (MockHttpSession) mvc.perform(formLogin().user(username).password(TestCity.PASSWORD))
                        .andReturn()
                        .getRequest()
                        .getSession(false);
        mvc.perform(get("/api/people").session(Objects.requireNonNull(session))).andExpect(status().isUnauthorized());
    }

    @Test
    void aForgedTokenIsAProblemEvenWhereNoneIsNeeded() throws Exception {
        for (String token : new String[] {"p1.forged", "x9.unknown", ""}) {
            mvc.perform(post("/api/tokens")
                            .header("Authorization", "Bearer " + token)
                            .contentType(MediaType.APPLICATION_JSON)
                            .content("{}"))
                    .andExpect(status().isUnauthorized())
                    .andExpect(jsonPath("$.code").value("account.token-worthless"));
        }
    }

    @Test
    void addressesThatDoNotExistAreNotVaadinPages() throws Exception {
        mvc.perform(get("/api/nothing")
                        .header("Authorization", bearer(city.administrator().person())))
                .andExpect(status().isNotFound())
                .andExpect(jsonPath("$.code").value("base.not-found"));
    }

    @Test
    void aFailureBehindADoorWithoutASessionIsToldWithoutOne() throws Exception {
        MvcResult result = mvc.perform(get("/error").with(request -> {
                    request.setDispatcherType(DispatcherType.ERROR);
                    request.setAttribute(RequestDispatcher.ERROR_REQUEST_URI, "/sitting/nothing.js");
                    request.setAttribute(RequestDispatcher.ERROR_STATUS_CODE, 404);
                    return request;
                }))
                .andExpect(status().isNotFound())
                .andReturn();
        assertThat(result.getResponse().getHeaders("Set-Cookie")).isEmpty();
        assertThat(result.getRequest().getSession(false)).isNull();
    }

    @Test
    void rolesAreAskedForAtTheEndpoint() throws Exception {
        PersonId worker = city.person(city.enterprise());
        mvc.perform(get("/api/people").header("Authorization", bearer(worker)))
                .andExpect(status().isForbidden())
                .andExpect(jsonPath("$.code").value("base.forbidden"));
        mvc.perform(get("/api/units").header("Authorization", bearer(worker))).andExpect(status().isOk());
        mvc.perform(get("/actuator/metrics").header("Authorization", bearer(worker)))
                .andExpect(status().isForbidden());
    }

    @Test
    void policiesAreSent() throws Exception {
        mvc.perform(get("/sitting/probe.html"))
                .andExpect(header().string("Content-Security-Policy", containsString("script-src 'self'")))
                .andExpect(header().string("X-Content-Type-Options", "nosniff"))
                .andExpect(header().string("Cache-Control", "no-cache"));
        mvc.perform(get("/api/people"))
                .andExpect(header().string("Content-Security-Policy", containsString("default-src 'none'")));
    }

    @Test
    void onlyThePreviewOfTheEditorStandsInAFrameAndItAsksForNothing() throws Exception {
        mvc.perform(get("/sitting/preview.html"))
                .andExpect(header().string("X-Frame-Options", "SAMEORIGIN"))
                .andExpect(header().string("Content-Security-Policy", containsString("frame-ancestors 'self'")))
                .andExpect(header().string("Content-Security-Policy", not(containsString("connect-src"))))
                .andExpect(header().string("Content-Security-Policy", containsString("default-src 'none'")));
        mvc.perform(get("/sitting/probe.html"))
                .andExpect(header().string("X-Frame-Options", "DENY"))
                .andExpect(header().string("Content-Security-Policy", containsString("frame-ancestors 'none'")));
    }

    @Test
    void pagesSendWhoIsNotSignedInToTheSignInPage() throws Exception {
        mvc.perform(get("/testing/who-am-i"))
                .andExpect(status().is3xxRedirection())
                .andExpect(header().string("Location", containsString("/login")));
        Cookie device = mvc.perform(formLogin().user("nobody").password("wrong"))
                .andExpect(header().string("Location", "/login?error"))
                .andReturn()
                .getResponse()
                .getCookie("lianbing-device");
        assertThat(device).isNotNull();
        assertThat(Objects.requireNonNull(device).isHttpOnly()).isTrue();
    }

    private String bearer(PersonId person) {
        return "Bearer " + tokens.issue(person, Duration.ofMinutes(5)).text();
    }
}
