package org.lianbing.competition;

import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.MediaType;
import org.springframework.test.web.servlet.MockMvc;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.ObjectMapper;

import org.lianbing.bank.ItemId;
import org.lianbing.base.Actor;
import org.lianbing.base.Level;
import org.lianbing.base.PersonId;
import org.lianbing.base.Role;
import org.lianbing.base.UnitId;
import org.lianbing.exam.ExamId;
import org.lianbing.exam.Exams;
import org.lianbing.exam.ItemExposure;
import org.lianbing.paper.Embargo;
import org.lianbing.paper.Fairness;
import org.lianbing.paper.Form;
import org.lianbing.paper.FormId;
import org.lianbing.paper.Forms;
import org.lianbing.paper.Slot;
import org.lianbing.testing.IntegrationTest;
import org.lianbing.testing.TestCity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

/** A contest with several forms. */
@IntegrationTest
class ParallelContestTest {

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
    Embargo embargo;

    @Autowired
    ObjectMapper json;

    @Test
    void neighboursGetDifferentFormsThatAreAlike() throws Exception {
        UnitId unit = city.enterprise();
        Actor organizer = city.actor(unit, Role.ORGANIZER);
        List<PersonId> people = List.of(city.person(unit), city.person(unit), city.person(unit));
        String id = created(organizer, people, 2, contest.now().minusSeconds(60).toString());
        open(organizer, id);
        CompetitionId competition = CompetitionId.of(id);
        ExamId exam = Contest.exam(competitions.get(organizer, competition));

        Set<FormId> frozen = exams.forms(List.of(exam)).keySet();
        assertThat(frozen).hasSize(2);
        Set<ItemId> items =
                frozen.stream().flatMap(form -> items(forms.get(form)).stream()).collect(Collectors.toSet());
        assertThat(embargo.underEmbargo(items)).isEqualTo(items);

        Map<Integer, String> papers = new HashMap<>();
        exams.sittings(exam).forEach(sitting -> papers.put(sitting.seat(), paperOf(exam, sitting.person())));
        assertThat(papers.get(1)).isNotEqualTo(papers.get(2)).isEqualTo(papers.get(3));

        Fairness fairness = competitions.fairness(organizer, competition).orElseThrow();
        assertThat(fairness.forms()).hasSize(2);
        assertThat(fairness.coverage())
                .allSatisfy(cell -> assertThat(new HashSet<>(cell.given())).hasSize(1));
        mvc.perform(get("/api/competitions/" + id + "/fairness")
                        .header("Authorization", contest.bearer(organizer.person())))
                .andExpect(status().isOk())
                .andExpect(jsonPath("$.forms.length()").value(2))
                .andExpect(jsonPath("$.exposures.length()").value(items.size()))
                .andExpect(jsonPath("$.exposures[0].code").isNotEmpty());
        assertThat(competitions.exposures(organizer, competition).stream()
                        .mapToInt(ItemExposure::candidates)
                        .sum())
                .as("three have five items each")
                .isEqualTo(15);
        Actor stranger = city.actor(city.enterprise(), Role.ORGANIZER);
        mvc.perform(get("/api/competitions/" + id + "/fairness")
                        .header("Authorization", contest.bearer(stranger.person())))
                .andExpect(status().isNotFound());
    }

    @Test
    void whatWasTakenBackRestsFromNoExam() throws Exception {
        UnitId unit = city.enterprise();
        Actor organizer = city.actor(unit, Role.ORGANIZER);
        String id = created(
                organizer,
                List.of(city.person(unit)),
                2,
                contest.now().plusSeconds(3600).toString());
        Instant before = contest.now();
        open(organizer, id);
        CompetitionId competition = CompetitionId.of(id);
        ExamId exam = Contest.exam(competitions.get(organizer, competition));
        Set<ItemId> items = exams.forms(List.of(exam)).keySet().stream()
                .flatMap(form -> items(forms.get(form)).stream())
                .collect(Collectors.toSet());
        assertThat(forms.examinedSince(before)).containsAll(items);

        competitions.withdraw(organizer, competition, contest.now());

        assertThat(embargo.underEmbargo(items)).isEmpty();
        assertThat(forms.examinedSince(before)).doesNotContainAnyElementsOf(items);
    }

    @Test
    void theApiSaysWhatRulesCannotBeKept() throws Exception {
        UnitId unit = city.enterprise();
        Actor organizer = city.actor(unit, Role.ORGANIZER);
        String body = json.writeValueAsString(plan(
                List.of(city.enable(city.person(unit))), 2001, contest.now().toString()));
        mvc.perform(post("/api/competitions")
                        .header("Authorization", contest.bearer(organizer.person()))
                        .contentType(MediaType.APPLICATION_JSON)
                        .content(body))
                .andExpect(status().isBadRequest())
                .andExpect(jsonPath("$.code").value("paper.forms"));
    }

    private String created(Actor organizer, List<PersonId> people, int forms, String opensAt) throws Exception {
        List<String> names = people.stream().map(city::enable).toList();
        String answer = mvc.perform(post("/api/competitions")
                        .header("Authorization", contest.bearer(organizer.person()))
                        .contentType(MediaType.APPLICATION_JSON)
                        .content(json.writeValueAsString(plan(names, forms, opensAt))))
                .andExpect(status().isCreated())
                .andReturn()
                .getResponse()
                .getContentAsString();
        return json.readTree(answer).get("id").asString();
    }

    private void open(Actor organizer, String id) throws Exception {
        mvc.perform(post("/api/competitions/" + id + "/opening")
                        .header("Authorization", contest.bearer(organizer.person())))
                .andExpect(status().isOk())
                .andExpect(jsonPath("$.blueprint.forms").value(2));
    }

    private Map<String, Object> plan(List<String> people, int forms, String opensAt) {
        return Map.of(
                "name",
                "平行卷",
                "trade",
                "elderly-care",
                "level",
                Level.INTERMEDIATE.code(),
                "opensAt",
                opensAt,
                "closesAt",
                contest.now().plusSeconds(7200).toString(),
                "durationMinutes",
                30,
                "people",
                people,
                "blueprint",
                Map.of(
                        "forms",
                        forms,
                        "tolerance",
                        0.5,
                        "difficulty",
                        Map.of("easy", 40, "medium", 40, "hard", 20),
                        "sections",
                        List.of(
                                Map.of("type", "true-false", "count", 2),
                                Map.of("type", "single-choice", "count", 3))));
    }

    /** The stems of a candidate's paper, as they get it. */
    private String paperOf(ExamId exam, PersonId person) {
        try {
            JsonNode started = json.readTree(mvc.perform(
                            post("/api/exams/" + exam + "/attempts").header("Authorization", contest.bearer(person)))
                    .andExpect(status().isCreated())
                    .andReturn()
                    .getResponse()
                    .getContentAsString());
            return mvc.perform(get("/api/attempts/" + started.get("attemptId").asString() + "/form")
                            .header(
                                    "Authorization",
                                    "Bearer " + started.get("token").asString()))
                    .andExpect(status().isOk())
                    .andReturn()
                    .getResponse()
                    .getContentAsString();
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    private static Set<ItemId> items(Form form) {
        return form.slots().stream().map(Slot::item).collect(Collectors.toSet());
    }
}
