package org.lianbing.competition;

import java.time.Instant;
import java.util.Locale;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.MediaType;
import org.springframework.test.web.servlet.MockMvc;

import org.lianbing.attempt.Started;
import org.lianbing.base.Actor;
import org.lianbing.base.Problem;
import org.lianbing.base.Role;
import org.lianbing.exam.Admission;
import org.lianbing.exam.ReleaseRule;
import org.lianbing.paper.Aids;
import org.lianbing.testing.IntegrationTest;
import org.lianbing.testing.TestCity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.not;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.put;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

/** What an organizer allows in an exam reaches the player inside the frozen paper; who left the page is told. */
@IntegrationTest
class AidsTest {

    private static final String SHEET = "欧姆定律 $I=\\frac{U}{R}$\n\n<script>alert(1)</script>";

    @Autowired
    MockMvc mvc;

    @Autowired
    TestCity city;

    @Autowired
    Contest contest;

    @Autowired
    Competitions competitions;

    @Autowired
    Contestants contestants;

    @Autowired
    Admission admission;

    private Cast cast = Cast.unknown();

    @BeforeEach
    void somebody() {
        cast = Cast.in(city);
    }

    @Test
    void calculatorFormulasAndGuardStandInTheFrozenPaper() throws Exception {
        Competition competition = opened(new Aids(true, SHEET, true));
        assertThat(competition.draft().aids()).isEqualTo(new Aids(true, SHEET, true));
        Started started = start(competition);
        mvc.perform(get("/api/attempts/" + started.attemptId() + "/form")
                        .header("Authorization", "Bearer " + started.token()))
                .andExpect(status().isOk())
                .andExpect(jsonPath("$.aids.calculator").value(true))
                .andExpect(jsonPath("$.aids.guarded").value(true))
                .andExpect(jsonPath("$.aids.formulaSheet").value(containsString("class=\"math\"")))
                .andExpect(jsonPath("$.aids.formulaSheet").value(not(containsString("<script"))));
        mvc.perform(get("/api/exams/" + Contest.exam(competition))
                        .header("Authorization", contest.bearer(cast.worker()))
                        .locale(Locale.SIMPLIFIED_CHINESE))
                .andExpect(jsonPath("$.rules").value(hasItem("可以用考试里的计算器。")))
                .andExpect(jsonPath("$.rules").value(hasItem("题目不允许复制和打印。")));
    }

    @Test
    void whereNothingIsAllowedThePaperSaysNothing() throws Exception {
        Started started = start(opened(Aids.NONE));
        mvc.perform(get("/api/attempts/" + started.attemptId() + "/form")
                        .header("Authorization", "Bearer " + started.token()))
                .andExpect(status().isOk())
                .andExpect(jsonPath("$.aids").doesNotExist());
    }

    @Test
    void aSheetHasAnEnd() {
        assertThatExceptionOfType(Problem.class)
                .isThrownBy(() -> new Aids(false, "长".repeat(4001), false))
                .matches(problem -> problem.code().equals("paper.formula-sheet"));
    }

    @Test
    void theOrganizerReadsWhenThePageWasLeftAndWhatTheContestantSays() throws Exception {
        Competition competition = opened(Aids.NONE);
        Started started = start(competition);
        Instant left = contest.now();
        mvc.perform(post("/api/attempts/" + started.attemptId() + "/events")
                        .header("Authorization", "Bearer " + started.token())
                        .contentType(MediaType.APPLICATION_JSON)
                        .content(
                                "{\"events\":[{\"sequence\":1,\"kind\":\"LEFT\",\"happenedAt\":\"%s\",\"seconds\":42}]}"
                                        .formatted(left)))
                .andExpect(status().isOk());
        mvc.perform(put("/api/attempts/" + started.attemptId() + "/remark")
                        .header("Authorization", "Bearer " + started.token())
                        .contentType(MediaType.APPLICATION_JSON)
                        .content("{\"words\":\"手机锁屏了。\"}"))
                .andExpect(status().isOk());
        Contestant contestant = contestants.get(cast.organizer(), competition.id(), cast.worker());
        assertThat(contestant.course().secondsAway()).isEqualTo(42);
        mvc.perform(get("/api/competitions/" + competition.id() + "/contestants/" + cast.worker())
                        .header("Authorization", contest.bearer(cast.organizer().person())))
                .andExpect(status().isOk())
                .andExpect(jsonPath("$.events[0].seconds").value(42))
                .andExpect(jsonPath("$.events[0].cause").value("UNKNOWN"))
                .andExpect(jsonPath("$.remark").value("手机锁屏了。"));
        Actor stranger = city.actor(city.enterprise(), Role.ORGANIZER);
        mvc.perform(get("/api/competitions/" + competition.id() + "/contestants/" + cast.worker())
                        .header("Authorization", contest.bearer(stranger.person())))
                .andExpect(status().isNotFound());
    }

    private Competition opened(Aids aids) {
        CompetitionDraft plain = contest.draft(contest.running(), ReleaseRule.MANUAL, cast.worker());
        return contest.open(cast.organizer(), Contest.like(plain, plain.paperRules(), aids, plain.access()));
    }

    private Started start(Competition competition) {
        return admission.start(cast.worker(), Contest.exam(competition), "phone", contest.now());
    }
}
