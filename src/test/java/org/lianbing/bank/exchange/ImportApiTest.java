package org.lianbing.bank.exchange;

import java.time.Duration;

import com.jayway.jsonpath.JsonPath;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.MediaType;
import org.springframework.mock.web.MockMultipartFile;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.ResultActions;

import org.lianbing.account.PersonTokens;
import org.lianbing.base.PersonId;
import org.lianbing.base.Role;
import org.lianbing.base.UnitId;
import org.lianbing.testing.IntegrationTest;
import org.lianbing.testing.TestCity;

import static org.hamcrest.Matchers.hasSize;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.multipart;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.put;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.header;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

@IntegrationTest
class ImportApiTest {

    @Autowired
    TestCity city;

    @Autowired
    PersonTokens tokens;

    @Autowired
    MockMvc http;

    private String worker;
    private String trainer;
    private String reviewer;

    @BeforeEach
    void people() {
        UnitId unit = city.enterprise();
        worker = bearer(city.person(unit));
        trainer = bearer(city.actor(unit, Role.TRAINER).person());
        reviewer = bearer(city.actor(unit, Role.REVIEWER).person());
    }

    @Test
    void fromUploadOverMendingToPublication() throws Exception {
        String word = "批" + city.number();
        String preview = upload(new Book()
                        .item(word + "游隙多少？")
                        .item(word + "游隙如何？", "E")
                        .bytes())
                .andExpect(status().isCreated())
                .andExpect(jsonPath("$.format").value("xlsx"))
                .andExpect(jsonPath("$.items").value(1))
                .andExpect(jsonPath("$.problems", hasSize(1)))
                .andExpect(jsonPath("$.problems[0].place.sheet").value("单选题"))
                .andExpect(jsonPath("$.problems[0].place.row").value(3))
                .andExpect(jsonPath("$.problems[0].place.column").value("G"))
                .andExpect(jsonPath("$.problems[0].code").value("exchange.problem.answer-no-option"))
                .andExpect(jsonPath("$.problems[0].source").value("E"))
                .andReturn()
                .getResponse()
                .getContentAsString();
        String id = JsonPath.read(preview, "$.importId");

        http.perform(put("/api/imports/" + id + "/rows/2")
                        .header("Authorization", trainer)
                        .contentType(MediaType.APPLICATION_JSON)
                        .content("{\"cells\": {\"answer\": \"C\"}}"))
                .andExpect(status().isOk())
                .andExpect(jsonPath("$.state").value("READY"))
                .andExpect(jsonPath("$.problems", hasSize(0)));
        String committed = http.perform(post("/api/imports/" + id + "/commit")
                        .header("Authorization", trainer)
                        .contentType(MediaType.APPLICATION_JSON)
                        .content("{\"submit\": true}"))
                .andExpect(status().isOk())
                .andExpect(jsonPath("$.items").value(2))
                .andReturn()
                .getResponse()
                .getContentAsString();
        http.perform(post("/api/imports/" + id + "/commit").header("Authorization", trainer))
                .andExpect(status().isConflict());

        String item = JsonPath.read(committed, "$.itemIds[0]");
        http.perform(post("/api/items/" + item + "/publication").header("Authorization", trainer))
                .andExpect(status().isForbidden());
        http.perform(post("/api/items/" + item + "/publication").header("Authorization", reviewer))
                .andExpect(status().is2xxSuccessful());
        http.perform(get("/api/items")
                        .queryParam("q", "游隙")
                        .queryParam("trade", "fitter")
                        .queryParam("state", "published")
                        .header("Authorization", trainer))
                .andExpect(status().isOk())
                .andExpect(jsonPath("$.items[?(@.id == '%s')]", item).exists());
    }

    @Test
    void workersMayNotComeIn() throws Exception {
        http.perform(multipart("/api/imports").file(file(new Book().bytes())).header("Authorization", worker))
                .andExpect(status().isForbidden());
        http.perform(get("/api/exports").header("Authorization", worker)).andExpect(status().isForbidden());
        http.perform(get("/api/imports/template").header("Authorization", worker))
                .andExpect(status().isForbidden());
        http.perform(get("/api/imports/template")).andExpect(status().isUnauthorized());
    }

    @Test
    void aFileThatIsNoWorkbookIsAnsweredWithASentence() throws Exception {
        upload("甲,乙".getBytes(java.nio.charset.StandardCharsets.UTF_8))
                .andExpect(status().isBadRequest())
                .andExpect(jsonPath("$.code").value("exchange.file-unknown"));
    }

    @Test
    void templateAndExportAreWorkbooks() throws Exception {
        for (String path : new String[] {"/api/imports/template", "/api/exports?trade=fitter&format=xlsx"}) {
            http.perform(get(path).header("Authorization", trainer))
                    .andExpect(status().isOk())
                    .andExpect(header().string(
                                    "Content-Type",
                                    "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"));
        }
    }

    private ResultActions upload(byte[] bytes) throws Exception {
        return http.perform(multipart("/api/imports")
                .file(file(bytes))
                .param("trade", "fitter")
                .header("Authorization", trainer));
    }

    private static MockMultipartFile file(byte[] bytes) {
        return new MockMultipartFile("file", "题库.xlsx", "application/octet-stream", bytes);
    }

    private String bearer(PersonId person) {
        return "Bearer " + tokens.issue(person, Duration.ofHours(1)).text();
    }
}
