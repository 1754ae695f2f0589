package org.lianbing.base.rest;

import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

import jakarta.servlet.ServletContext;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.http.HttpMethod;
import org.springframework.mock.web.MockFilterChain;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.MvcResult;
import org.springframework.web.filter.FormContentFilter;

import org.lianbing.base.Problem;
import org.lianbing.base.database.DataDisk;
import org.lianbing.testing.IntegrationTest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.request;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

/** What may be sent to the API, before anybody is asked who they are. */
@IntegrationTest
class BodySizesTest {

    private static final BodyAllowance PHOTO = new BodyAllowance(
            HttpMethod.PUT,
            Pattern.compile("/api/photo"),
            500_000,
            BodyAllowance.Kind.FILE,
            () -> Problem.tooLarge("attempt.work.too-large", 0));

    @Autowired
    MockMvc mvc;

    @Autowired
    ProblemAnswers answers;

    @Autowired
    ApplicationContext context;

    @ParameterizedTest
    @CsvSource({
        "POST, /api/tokens",
        "PUT, /api/people/anybody",
        "POST, /api/nothing",
        "PATCH, /api/nothing",
        "DELETE, /api/nothing"
    })
    void whatIsTooLargeIsRefusedUnread(String method, String path) throws Exception {
        mvc.perform(request(HttpMethod.valueOf(method), path)
                        .contentType("application/json")
                        .header("Accept-Language", "en")
                        .content(signIn(300_000)))
                .andExpect(status().is(413))
                .andExpect(jsonPath("$.code").value("base.too-large"))
                .andExpect(jsonPath("$.detail").value("This is too much for one request. Please send it in parts."));
    }

    @ParameterizedTest
    @CsvSource({
        "POST, /api/imports, 52000000",
        "POST, /api/imports/text, 6000000",
        "POST, /api/imports/some/rows, 2000000",
        "POST, /api/outlines/imports, 52000000",
        "POST, /api/competitions, 2000000",
        "PUT, /api/competitions/some, 2000000",
        "PUT, /api/attempts/some/files/some, 10485760"
    })
    void moreMayBeSentWhereMoreIsNeeded(String method, String path, int bytes) throws Exception {
        mvc.perform(servlets -> new Sent(servlets, method, path, bytes, "application/json"))
                .andExpect(status().isUnauthorized());
        mvc.perform(servlets -> new Sent(servlets, method, path, 60_000_000, "application/json"))
                .andExpect(status().is(413));
    }

    @Test
    void aBodyWithoutALengthIsMeasuredWhileItIsRead() throws Exception {
        MvcResult small = mvc.perform(servlets -> chunked(servlets, signIn(2_000), "application/json"))
                .andReturn();
        assertThat(small.getResponse().getStatus()).isEqualTo(401);
        mvc.perform(servlets -> chunked(servlets, signIn(300_000), "application/json"))
                .andExpect(status().is(413))
                .andExpect(jsonPath("$.code").value("base.too-large"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"application/x-www-form-urlencoded", "multipart/form-data; boundary=x"})
    void aFormWithoutALengthIsRefusedWhereNoFilesAreTaken(String type) throws Exception {
        mvc.perform(servlets -> chunked(servlets, "a=b", type)).andExpect(status().is(413));
    }

    @Test
    void noFormIsReadIntoMemoryBeforeItIsKnownWhoSendsIt() {
        assertThat(context.getBeansOfType(FormContentFilter.class)).isEmpty();
    }

    @Test
    void noFileIsTakenWhenTheDiskIsNearlyFull() throws Exception {
        MockHttpServletResponse refused = photo(DataDisk.FLOOR - 1, "/api/photo");
        assertThat(refused.getStatus()).isEqualTo(503);
        assertThat(refused.getHeader("Retry-After")).isEqualTo("60");
        assertThat(refused.getContentAsString()).contains("base.disk-full");
        assertThat(photo(DataDisk.FLOOR, "/api/photo").getStatus()).isEqualTo(200);
        assertThat(photo(0, "/api/attempts/some/responses").getStatus()).isEqualTo(200);
    }

    private MockHttpServletResponse photo(long free, String path) throws Exception {
        MockHttpServletRequest request = new MockHttpServletRequest("PUT", path);
        request.setContent(new byte[200_000]);
        MockHttpServletResponse response = new MockHttpServletResponse();
        new BodySizes(List.of(PHOTO), Optional.of(new DataDisk(() -> free)), answers)
                .doFilter(request, response, new MockFilterChain());
        return response;
    }

    private static String signIn(int letters) {
        return "{\"username\":\"nobody\",\"password\":\"%s\"}".formatted("x".repeat(letters));
    }

    private static MockHttpServletRequest chunked(ServletContext servlets, String body, String type) {
        MockHttpServletRequest request = new Sent(servlets, "POST", "/api/tokens", -1, type);
        request.addHeader("Transfer-Encoding", "chunked");
        request.addHeader("Accept", "application/json");
        request.setContent(body.getBytes());
        return request;
    }

    /** Says how long it is, and is not. */
    private static final class Sent extends MockHttpServletRequest {

        private final int length;

        Sent(ServletContext servlets, String method, String path, int length, String type) {
            super(servlets, method, path);
            this.length = length;
            setPathInfo(path);
            setContentType(type);
        }

        @Override
        public int getContentLength() {
            return length;
        }

        @Override
        public long getContentLengthLong() {
            return length;
        }
    }
}
