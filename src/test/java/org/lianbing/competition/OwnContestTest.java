package org.lianbing.competition;

import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;

import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.MockMvc;

import org.lianbing.account.PersonName;
import org.lianbing.attempt.OpinionRule;
import org.lianbing.attempt.Started;
import org.lianbing.base.Actor;
import org.lianbing.base.PersonId;
import org.lianbing.base.Problem;
import org.lianbing.base.Role;
import org.lianbing.base.UnitId;
import org.lianbing.exam.AccessDesk;
import org.lianbing.exam.AccessRules;
import org.lianbing.exam.Admission;
import org.lianbing.exam.AdmissionLinks;
import org.lianbing.exam.Conduct;
import org.lianbing.exam.ExamId;
import org.lianbing.exam.Exams;
import org.lianbing.exam.ReleaseRule;
import org.lianbing.exam.Timekeeping;
import org.lianbing.exam.marking.MarkingPlans;
import org.lianbing.testing.IntegrationTest;
import org.lianbing.testing.TestCity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

/** An organizer who sits a contest of their own unit decides nothing about it: neither for themselves nor about rivals. */
@IntegrationTest
class OwnContestTest {

    private static final Duration TEN_MINUTES = Duration.ofMinutes(10);

    @Autowired
    MockMvc mvc;

    @Autowired
    TestCity city;

    @Autowired
    Contest contest;

    @Autowired
    Competitions competitions;

    @Autowired
    Results results;

    @Autowired
    Admission admission;

    @Autowired
    Exams exams;

    @Autowired
    Timekeeping time;

    @Autowired
    Conduct conduct;

    @Autowired
    AccessDesk access;

    @Autowired
    AdmissionLinks links;

    @Autowired
    MarkingPlans marking;

    @Autowired
    Clock clock;

    private UnitId unit = UnitId.next();
    private Actor organizer = new Actor(PersonId.next(), "", unit, List.of());
    private Actor sitting = organizer;
    private PersonId rival = organizer.person();

    @BeforeEach
    void twoOrganizersOfWhomOneSits() {
        unit = city.enterprise();
        organizer = city.actor(unit, Role.ORGANIZER);
        sitting = city.actor(unit, Role.ORGANIZER);
        rival = city.person(unit);
    }

    @Test
    void whoSitsDecidesNothing() {
        ExamId exam = Contest.exam(opened());
        PersonId me = sitting.person();
        Map<String, ThrowingCallable> acts = Map.ofEntries(
                Map.entry("extra time", () -> time.extend(sitting, exam, me, TEN_MINUTES, "停电", clock)),
                Map.entry("extra time for all", () -> time.extend(sitting, exam, null, TEN_MINUTES, "停电", clock)),
                Map.entry("pause", () -> time.pause(sitting, exam, null, "停电", clock)),
                Map.entry("resume", () -> time.resume(sitting, exam, null, clock)),
                Map.entry("reopen", () -> time.reopen(sitting, exam, me, TEN_MINUTES, "停电", clock)),
                Map.entry("access", () -> access.change(sitting, exam, AccessRules.NONE)),
                Map.entry("let in", () -> access.letIn(sitting, exam, me, contest.now())),
                Map.entry("take back", () -> access.takeBack(sitting, exam, rival)),
                Map.entry("links", () -> links.all(sitting, exam)),
                Map.entry("renew all", () -> links.renewAll(sitting, exam)),
                Map.entry("renew", () -> links.renew(sitting, exam, rival)),
                Map.entry("marking", () -> marking.plan(sitting, exam)),
                Map.entry("judges", () -> marking.candidates(sitting, exam)),
                Map.entry("name", () -> marking.name(sitting, exam, List.of(), contest.now())),
                Map.entry("lay", () -> marking.lay(sitting, exam, OpinionRule.SINGLE, null, contest.now())),
                Map.entry("progress", () -> marking.progress(sitting, exam)),
                Map.entry("differences", () -> marking.differences(sitting, exam)),
                Map.entry("release", () -> exams.release(sitting, exam, contest.now())),
                Map.entry("answers", () -> exams.discloseAnswers(sitting, exam, contest.now())),
                Map.entry("explanations", () -> exams.discloseExplanations(sitting, exam, contest.now())),
                Map.entry("cancel", () -> exams.cancel(sitting, exam, contest.now())));
        acts.forEach((what, act) -> assertForbidden(what, "exam.own", act));
        assertThat(links.all(organizer, exam)).hasSize(2);
        time.extend(organizer, exam, rival, TEN_MINUTES, "停电", clock);
    }

    @Test
    void whoSitsSeesNobodysResultBeforeTheReleaseAndVoidsNobodyAfterIt() throws Exception {
        Competition competition = opened();
        ExamId exam = Contest.exam(competition);
        for (PersonId person : List.of(rival, sitting.person())) {
            Started started = admission.start(person, exam, "", contest.now());
            contest.handIn(started);
        }
        assertForbidden("sheet", "exam.own-results", () -> results.sheet(sitting, competition.id()));
        assertForbidden("sitting", "exam.own-results", () -> conduct.sitting(sitting, exam, rival));
        mvc.perform(get("/api/competitions/" + competition.id() + "/results")
                        .header("Authorization", contest.bearer(sitting.person())))
                .andExpect(status().isForbidden())
                .andExpect(jsonPath("$.code").value("exam.own-results"))
                .andExpect(jsonPath("$.detail").isNotEmpty());
        assertThat(results.sheet(organizer, competition.id()).rows()).hasSize(2);

        competitions.release(organizer, competition.id(), contest.now());
        assertThat(results.sheet(sitting, competition.id()).rows()).hasSize(2);
        assertForbidden("void", "exam.own", () -> conduct.declareVoid(sitting, exam, rival, "代考", contest.now()));
        conduct.declareVoid(organizer, exam, rival, "代考", contest.now());
        assertForbidden("restore", "exam.own", () -> conduct.restore(sitting, exam, rival, contest.now()));
    }

    @Test
    void whoOpensAContestThatAnotherMadeDoesNotSitIt() {
        CompetitionId id = competitions.create(organizer, draft(), contest.now());
        competitions.open(sitting, id, contest.now());
        assertThat(results.barred(sitting, id)).extracting(PersonName::id).containsExactly(sitting.person());
        assertThat(results.sheet(sitting, id).rows())
                .extracting(ResultRow::person)
                .containsExactly(rival);
    }

    private Competition opened() {
        return contest.open(organizer, draft());
    }

    private CompetitionDraft draft() {
        return contest.draft(contest.running(), ReleaseRule.MANUAL, rival, sitting.person());
    }

    private static void assertForbidden(String what, String code, ThrowingCallable act) {
        assertThatThrownBy(act).as(what).isInstanceOfSatisfying(Problem.class, problem -> {
            assertThat(problem.code()).isEqualTo(code);
            assertThat(problem.kind()).isEqualTo(Problem.Kind.FORBIDDEN);
        });
    }
}
