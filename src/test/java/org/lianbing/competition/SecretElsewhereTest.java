package org.lianbing.competition;

import java.math.BigDecimal;
import java.util.List;

import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.MediaType;
import org.springframework.test.web.servlet.MockMvc;

import org.lianbing.attempt.Attempts;
import org.lianbing.attempt.Started;
import org.lianbing.exam.Admission;
import org.lianbing.exam.ReleaseRule;
import org.lianbing.paper.DraftSlot;
import org.lianbing.paper.Form;
import org.lianbing.paper.Forms;
import org.lianbing.paper.Slot;
import org.lianbing.testing.IntegrationTest;
import org.lianbing.testing.TestCity;

import static org.hamcrest.Matchers.nullValue;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.put;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

/** The result of an exam that shares an item with another one, whose answers are not out. */
@IntegrationTest
class SecretElsewhereTest {

    @Autowired
    MockMvc mvc;

    @Autowired
    TestCity city;

    @Autowired
    Contest contest;

    @Autowired
    Competitions competitions;

    @Autowired
    Admission admission;

    @Autowired
    Attempts attempts;

    @Autowired
    Forms forms;

    @Test
    void itsVerdictIsKeptBackWithItsKey() throws Exception {
        Cast cast = Cast.in(city);
        Competition competition =
                contest.open(cast.organizer(), contest.draft(contest.running(), ReleaseRule.MANUAL, cast.worker()));
        Started started = admission.start(cast.worker(), Contest.exam(competition), "", contest.now());
        Form form = forms.get(attempts.get(started.attemptId()).form());
        mvc.perform(put("/api/attempts/" + started.attemptId() + "/responses")
                        .header("Authorization", "Bearer " + started.token())
                        .contentType(MediaType.APPLICATION_JSON)
                        .content(contest.allRight(form)))
                .andExpect(status().isOk());
        contest.handIn(started);
        Slot shared = form.slot(1);
        forms.freezeForExam(
                "另一场", List.of(new DraftSlot(shared.version(), shared.type(), BigDecimal.ONE)), contest.now());
        competitions.release(cast.organizer(), competition.id(), contest.now());

        mvc.perform(get("/api/exams/%s/attempts/%s/result".formatted(Contest.exam(competition), started.attemptId()))
                        .header("Authorization", contest.bearer(cast.worker())))
                .andExpect(status().isOk())
                .andExpect(jsonPath("$.keptBack").value(1))
                .andExpect(jsonPath("$.slots[0].correct").value(nullValue()))
                .andExpect(jsonPath("$.slots[0].fraction").value(nullValue()))
                .andExpect(jsonPath("$.slots[0].reason").value(nullValue()))
                .andExpect(jsonPath("$.slots[0].key.tokens").doesNotExist())
                .andExpect(jsonPath("$.slots[1].correct").value(true))
                .andExpect(jsonPath("$.slots[1].key.tokens").isNotEmpty());
    }
}
