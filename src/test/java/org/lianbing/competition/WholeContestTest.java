package org.lianbing.competition;

import java.io.ByteArrayInputStream;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.dhatim.fastexcel.reader.Row;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.MediaType;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.ObjectMapper;

import org.lianbing.bank.ItemId;
import org.lianbing.bank.Pool;
import org.lianbing.bank.PoolItem;
import org.lianbing.base.Actor;
import org.lianbing.base.Level;
import org.lianbing.base.PersonId;
import org.lianbing.base.Role;
import org.lianbing.base.UnitId;
import org.lianbing.exam.Exams;
import org.lianbing.paper.Form;
import org.lianbing.paper.Forms;
import org.lianbing.paper.Slot;
import org.lianbing.testing.IntegrationTest;
import org.lianbing.testing.TestCity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.put;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

/** A contest from its making to the Excel file, by the API alone, under the real clock. */
@IntegrationTest
class WholeContestTest {

    @Autowired
    MockMvc mvc;

    @Autowired
    TestCity city;

    @Autowired
    Contest contest;

    @Autowired
    Competitions competitions;

    @Autowired
    Exams exams;

    @Autowired
    Forms forms;

    @Autowired
    Pool pool;

    @Autowired
    ObjectMapper json;

    @Test
    void oneHandsInAndTheOthersTimeRunsOut() throws Exception {
        UnitId unit = city.enterprise();
        Actor organizer = city.actor(unit, Role.ORGANIZER);
        PersonId fast = city.person(unit);
        PersonId slow = city.person(unit);
        String competition = create(organizer, city.enable(fast), city.enable(slow));
        JsonNode opened = send(post("/api/competitions/" + competition + "/opening"), organizer.person(), "", 200);
        String exam = opened.get("examId").asString();
        Form form = form(organizer, competition);

        JsonNode facts = send(get("/api/exams/" + exam), fast, "", 200);
        assertThat(facts.get("phase").asString()).isEqualTo("OPEN");
        assertThat(facts.get("onRoster").asBoolean()).isTrue();
        assertThat(facts.get("rules")).hasSizeGreaterThan(4);
        assertThat(practicable()).doesNotContainAnyElementsOf(items(form));

        JsonNode late = send(post("/api/exams/" + exam + "/attempts"), slow, "", 201);
        JsonNode started = send(post("/api/exams/" + exam + "/attempts"), fast, "", 201);
        assertThat(started.get("behaviour").asString()).isEqualTo("DEFERRED");
        String attempt = started.get("attemptId").asString();
        String token = "Bearer " + started.get("token").asString();
        mvc.perform(put("/api/attempts/" + attempt + "/responses")
                        .header("Authorization", token)
                        .contentType(MediaType.APPLICATION_JSON)
                        .content(contest.allRight(form)))
                .andExpect(status().isOk())
                .andExpect(jsonPath("$.refused").isEmpty());
        mvc.perform(post("/api/attempts/" + attempt + "/submission").header("Authorization", token))
                .andExpect(status().isOk());
        String result = "/api/exams/" + exam + "/attempts/" + attempt + "/result";
        mvc.perform(get(result).header("Authorization", token))
                .andExpect(status().isConflict())
                .andExpect(jsonPath("$.code").value("exam.not-released"));

        await().atMost(Duration.ofSeconds(60))
                .untilAsserted(() -> assertThat(
                                send(get("/api/competitions/" + competition), organizer.person(), "", 200)
                                        .get("state")
                                        .asString())
                        .isEqualTo("CLOSED"));

        mvc.perform(get(result).header("Authorization", token))
                .andExpect(status().isOk())
                .andExpect(jsonPath("$.score").value(100))
                .andExpect(jsonPath("$.place").value(1))
                .andExpect(jsonPath("$.participants").value(2))
                .andExpect(jsonPath("$.slots.length()").value(2))
                .andExpect(jsonPath("$.slots[0].correct").value(true));
        send(get(result), slow, "", 404);
        String others =
                "/api/exams/" + exam + "/attempts/" + late.get("attemptId").asString() + "/result";
        mvc.perform(get(others).header("Authorization", token)).andExpect(status().isNotFound());
        assertThat(send(get(others), slow, "", 200).get("place").asInt()).isEqualTo(2);

        JsonNode rows = send(get("/api/competitions/" + competition + "/results"), organizer.person(), "", 200)
                .get("rows");
        assertThat(rows.get(0).get("state").asString()).isEqualTo("HANDED_IN");
        assertThat(rows.get(1).get("state").asString()).isEqualTo("TIMED_OUT");
        assertThat(rows.get(1).get("timeUsedSeconds").asLong()).isEqualTo(3);
        String url = "/api/boards/" + opened.get("boardId").asString();
        JsonNode board = send(get(url).header("Accept-Language", "zh-CN"), organizer.person(), "", 200);
        JsonNode inEnglish = send(get(url).header("Accept-Language", "en"), organizer.person(), "", 200);
        assertThat(board.get("subtitle").asString()).contains("中级");
        assertThat(inEnglish.get("subtitle").asString()).isNotBlank().doesNotContainPattern("\\p{IsHan}");
        assertThat(board.get("state").asString()).isEqualTo("FINAL");
        assertThat(board.get("rows").get(0).get("name").asString()).contains("*");
        assertThat(practicable()).containsAll(items(form));
        workbookHoldsBoth(organizer, competition);
    }

    private void workbookHoldsBoth(Actor organizer, String competition) throws Exception {
        byte[] file = mvc.perform(get("/api/competitions/" + competition + "/results.xlsx")
                        .header("Authorization", contest.bearer(organizer.person())))
                .andExpect(status().isOk())
                .andReturn()
                .getResponse()
                .getContentAsByteArray();
        try (ReadableWorkbook workbook = new ReadableWorkbook(new ByteArrayInputStream(file))) {
            List<Row> rows = workbook.getFirstSheet().read();
            assertThat(rows.getFirst().getCellText(0)).isEqualTo("重阳护理赛");
            List<Row> table = rows.subList(rows.size() - 3, rows.size());
            assertThat(table.getFirst().getCellText(0)).isEqualTo("名次");
            assertThat(table.get(1).getCellText(0)).isEqualTo("1");
            assertThat(table.get(1).getCellText(3)).isEqualTo("100");
            assertThat(table.get(1).getCellText(7)).isEqualTo("已交卷");
            assertThat(table.get(2).getCellText(0)).isEqualTo("2");
            assertThat(table.get(2).getCellText(5)).isEqualTo("0:03");
            assertThat(table.get(2).getCellText(7)).isEqualTo("到时收卷");
        }
    }

    private String create(Actor organizer, String... usernames) throws Exception {
        String body = """
                {"name": "重阳护理赛", "trade": "elderly-care", "level": "intermediate",
                 "opensAt": "%s", "closesAt": "%s", "durationSeconds": 3,
                 "blueprint": {"sections": [{"type": "true-false", "count": 1, "points": 50},
                                            {"type": "single-choice", "count": 1, "points": 50}]},
                 "people": %s}
                """.formatted(
                        contest.now().minusSeconds(60),
                        contest.now().plusSeconds(3600),
                        json.writeValueAsString(List.of(usernames)));
        return send(post("/api/competitions"), organizer.person(), body, 201)
                .get("id")
                .asString();
    }

    private Form form(Actor organizer, String competition) {
        return forms.get(exams.get(organizer, Contest.exam(competitions.get(organizer, CompetitionId.of(competition))))
                .form());
    }

    private static Set<ItemId> items(Form form) {
        return form.slots().stream().map(Slot::item).collect(Collectors.toSet());
    }

    private Set<ItemId> practicable() {
        return pool.forPractice(contest.trade(), Level.INTERMEDIATE, List.of()).stream()
                .map(PoolItem::item)
                .collect(Collectors.toSet());
    }

    private JsonNode send(MockHttpServletRequestBuilder request, PersonId person, String body, int status)
            throws Exception {
        return json.readTree(mvc.perform(request.header("Authorization", contest.bearer(person))
                        .contentType(MediaType.APPLICATION_JSON)
                        .content(body))
                .andExpect(status().is(status))
                .andReturn()
                .getResponse()
                .getContentAsByteArray());
    }
}
