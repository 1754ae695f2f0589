package org.lianbing.trade;

import java.time.Duration;

import com.jayway.jsonpath.JsonPath;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.mock.web.MockMultipartFile;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.AbstractMockHttpServletRequestBuilder;

import org.lianbing.account.PersonTokens;
import org.lianbing.base.Actor;
import org.lianbing.base.Role;
import org.lianbing.base.UnitId;
import org.lianbing.testing.IntegrationTest;
import org.lianbing.testing.TestCity;
import org.lianbing.trade.editing.OutlineBook;

import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.delete;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.multipart;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.put;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.header;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

@IntegrationTest
class OutlinesApiTest {

    @Autowired
    TestCity city;

    @Autowired
    TestTrades testTrades;

    @Autowired
    PersonTokens tokens;

    @Autowired
    MockMvc mvc;

    private Actor trainer;
    private Actor worker;
    private TestTrades.Made made;

    @BeforeEach
    void people() {
        UnitId unit = city.enterprise();
        trainer = city.actor(unit, Role.TRAINER);
        worker = city.actor(unit, Role.WORKER);
        made = testTrades.make();
    }

    @Test
    void aWorkbookIsReadMendedAndPutInForce() throws Exception {
        byte[] book = new OutlineBook(made.name() + " 高级工 2027版")
                .range("A", "一", 100)
                .point("A-001", "甲", "")
                .bytes();
        String answer = mvc.perform(as(
                        trainer,
                        multipart("/api/outlines/imports").file(new MockMultipartFile("file", "细目表.xlsx", null, book))))
                .andExpect(status().isCreated())
                .andExpect(jsonPath("$.outlines[0].trade").value(made.code()))
                .andExpect(jsonPath("$.outlines[0].level").value("senior"))
                .andExpect(jsonPath("$.outlines[0].problems[0].place").value("细目表!D4"))
                .andExpect(jsonPath("$.outlines[0].problems[0].blocking").value(true))
                .andReturn()
                .getResponse()
                .getContentAsString();
        String draft = "/api/outlines/imports/" + JsonPath.read(answer, "$.importId") + "/1";
        mvc.perform(as(trainer, post(draft + "/commit"))).andExpect(status().isBadRequest());
        mvc.perform(as(trainer, put(draft + "/lines/2"))
                        .contentType(MediaType.APPLICATION_JSON)
                        .content("{\"importance\": \"核心\"}"))
                .andExpect(status().isOk())
                .andExpect(jsonPath("$.problems", hasSize(0)))
                .andExpect(jsonPath("$.changes[*].kind").value(hasItem("removed")));
        mvc.perform(as(trainer, put(draft))
                        .contentType(MediaType.APPLICATION_JSON)
                        .content(
                                "{\"edition\": \"2027-1\", \"includes\": [{\"foundation\": \"%s-base\", \"weight\": 10}]}"
                                        .formatted(made.code())))
                .andExpect(status().isOk())
                .andExpect(jsonPath("$.edition").value("2027-1"));
        String committed = mvc.perform(as(trainer, post(draft + "/commit")))
                .andExpect(status().isOk())
                .andReturn()
                .getResponse()
                .getContentAsString();
        String id = JsonPath.read(committed, "$.outlineId");
        mvc.perform(as(trainer, get("/api/outlines"))
                        .param("trade", made.code())
                        .param("level", "senior"))
                .andExpect(jsonPath("$", hasSize(2)))
                .andExpect(jsonPath("$[0].id").value(id))
                .andExpect(jsonPath("$[0].current").value(true));
        mvc.perform(as(trainer, get("/api/outlines/" + id)))
                .andExpect(jsonPath("$.ranges[0].points[0].name").value("甲"))
                .andExpect(jsonPath("$.ranges[0].weight").value(90))
                .andExpect(jsonPath("$.includes[0].foundation").value(made.code() + "-base"));
        mvc.perform(as(trainer, get("/api/outlines/" + id + "/workbook")))
                .andExpect(status().isOk())
                .andExpect(header().string(
                                HttpHeaders.CONTENT_DISPOSITION,
                                "attachment; filename=\"" + made.code() + "-senior.xlsx\""));
    }

    @Test
    void outlinesAreForThoseWhoWriteThem() throws Exception {
        mvc.perform(get("/api/outlines")).andExpect(status().isUnauthorized());
        mvc.perform(as(worker, get("/api/outlines"))).andExpect(status().isForbidden());
        mvc.perform(as(
                        worker,
                        multipart("/api/outlines/imports")
                                .file(new MockMultipartFile("file", "x.xlsx", null, new byte[] {1}))))
                .andExpect(status().isForbidden());
        mvc.perform(as(trainer, delete("/api/outlines/imports/no-id"))).andExpect(status().isNotFound());
    }

    @Test
    void aFileOfAnotherKindIsRefused() throws Exception {
        mvc.perform(as(
                        trainer,
                        multipart("/api/outlines/imports")
                                .file(new MockMultipartFile("file", "细目表.xlsx", null, "代码,名称".getBytes()))))
                .andExpect(status().isBadRequest())
                .andExpect(jsonPath("$.code").value("exchange.file-not-excel"));
    }

    private <B extends AbstractMockHttpServletRequestBuilder<B>> B as(Actor actor, B request) {
        String token = tokens.issue(actor.person(), Duration.ofHours(1)).text();
        return request.header(HttpHeaders.AUTHORIZATION, "Bearer " + token);
    }
}
