package org.lianbing.account;

import java.time.Duration;

import com.jayway.jsonpath.JsonPath;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.MediaType;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;

import org.lianbing.testing.IntegrationTest;
import org.lianbing.testing.TestCity;
import org.lianbing.trade.Trades;

import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

@IntegrationTest
class PeopleApiTest {

    @Autowired
    MockMvc mvc;

    @Autowired
    TestCity city;

    @Autowired
    PersonTokens tokens;

    @Autowired
    Trades trades;

    @ParameterizedTest
    @ValueSource(strings = {"电工", "维修电工", "electrician", "Electrician", "ＥＬＥＣＴＲＩＣＩＡＮ"})
    void aPersonsTradeIsWrittenAsPeopleCallIt(String called) throws Exception {
        String id = JsonPath.read(
                mvc.perform(adding(called))
                        .andExpect(status().isCreated())
                        .andReturn()
                        .getResponse()
                        .getContentAsString(),
                "$.id");
        mvc.perform(signed(get("/api/people/" + id)))
                .andExpect(jsonPath("$.trade")
                        .value(trades.find("electrician").orElseThrow().id().toString()));
    }

    @ParameterizedTest
    @ValueSource(strings = {"钢琴家", "0197a000-0000-7000-8000-000000000000"})
    void aTradeThatIsNotThereIsRefused(String called) throws Exception {
        mvc.perform(adding(called))
                .andExpect(status().is4xxClientError())
                .andExpect(jsonPath("$.code").value("account.trade-unknown"));
    }

    private MockHttpServletRequestBuilder adding(String trade) {
        return signed(post("/api/people"))
                .contentType(MediaType.APPLICATION_JSON)
                .content("""
                    {"name": "新来的", "staffNumber": "T%d", "unit": "%s", "trade": "%s"}
                    """.formatted(city.number(), city.enterprise(), trade));
    }

    private MockHttpServletRequestBuilder signed(MockHttpServletRequestBuilder request) {
        return request.header(
                "Authorization",
                "Bearer "
                        + tokens.issue(city.administrator().person(), Duration.ofHours(1))
                                .text());
    }
}
