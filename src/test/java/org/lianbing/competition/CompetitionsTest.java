package org.lianbing.competition;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.MockMvc;

import org.lianbing.account.PersonName;
import org.lianbing.bank.ItemType;
import org.lianbing.bank.Pool;
import org.lianbing.base.Actor;
import org.lianbing.base.AuditLog;
import org.lianbing.base.Level;
import org.lianbing.base.PageOf;
import org.lianbing.base.PersonId;
import org.lianbing.base.Problem;
import org.lianbing.base.Role;
import org.lianbing.base.UnitId;
import org.lianbing.exam.Admission;
import org.lianbing.exam.MyExam;
import org.lianbing.exam.ReleaseRule;
import org.lianbing.testing.IntegrationTest;
import org.lianbing.testing.TestCity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.hamcrest.Matchers.containsString;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

/** What organizers may do, and what stops them. */
@IntegrationTest
class CompetitionsTest {

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
    Pool pool;

    @Autowired
    AuditLog audit;

    private UnitId unit = new UnitId(new UUID(0, 0));
    private Actor organizer = new Actor(PersonId.next(), "", unit, List.of());

    @BeforeEach
    void someUnit() {
        unit = city.enterprise();
        organizer = city.actor(unit, Role.ORGANIZER);
    }

    @Test
    void openingSaysOfWhichTypesTheBankIsShort() throws Exception {
        PersonId worker = city.person(unit);
        CompetitionDraft small = contest.draft(contest.tomorrow(), ReleaseRule.AUTOMATIC, worker);
        CompetitionDraft greedy = new CompetitionDraft(
                small.name(),
                small.trade(),
                small.level(),
                small.window(),
                List.of(
                        Contest.section(ItemType.TRUE_FALSE, 1),
                        Contest.section(ItemType.ORDERING, 200),
                        Contest.section(ItemType.NUMERIC, 200)),
                small.paperRules(),
                small.admitted(),
                small.releaseRule(),
                true,
                false);
        CompetitionId id = competitions.create(organizer, greedy, contest.now());
        mvc.perform(post("/api/competitions/" + id + "/opening")
                        .header("Authorization", contest.bearer(organizer.person()))
                        .header("Accept-Language", "en"))
                .andExpect(status().isConflict())
                .andExpect(jsonPath("$.code").value("competition.too-few-items"))
                .andExpect(jsonPath("$.shortages.length()").value(2))
                .andExpect(jsonPath("$.shortages[0].type").value("ordering"))
                .andExpect(jsonPath("$.shortages[0].wanted").value(200))
                .andExpect(jsonPath("$.detail").value(containsString("“Order the steps” wants 200")));
        assertThat(competitions.get(organizer, id).state()).isEqualTo(CompetitionState.DRAFT);
        Availability there = competitions.availability(organizer, small.trade(), Level.INTERMEDIATE);
        assertThat(there.missing(greedy.sections().get(0))).isZero();
        assertThat(there.missing(greedy.sections().get(1))).isPositive();
    }

    @Test
    void otherUnitsCompetitionsDoNotExist() throws Exception {
        Competition ours =
                contest.open(organizer, contest.draft(contest.tomorrow(), ReleaseRule.AUTOMATIC, city.person(unit)));
        Actor stranger = city.actor(city.enterprise(), Role.ORGANIZER);
        for (String path : List.of("", "/results", "/results.xlsx")) {
            mvc.perform(get("/api/competitions/" + ours.id() + path)
                            .header("Authorization", contest.bearer(stranger.person())))
                    .andExpect(status().isNotFound());
        }
        assertThatThrownBy(() -> competitions.withdraw(stranger, ours.id(), contest.now()))
                .hasMessage("base.not-found");
        assertThat(competitions.find(stranger, null, PageOf.number(0, 50)).rows())
                .isEmpty();
        competitions.withdraw(organizer, ours.id(), contest.now());
    }

    @Test
    void workersHaveNoDoorHere() throws Exception {
        mvc.perform(get("/api/competitions").header("Authorization", contest.bearer(city.person(unit))))
                .andExpect(status().isForbidden());
        mvc.perform(get("/api/competitions")).andExpect(status().isUnauthorized());
    }

    @Test
    void peopleOfOtherUnitsCannotBeNamed() {
        PersonId elsewhere = city.person(city.enterprise());
        CompetitionDraft draft = contest.draft(contest.tomorrow(), ReleaseRule.AUTOMATIC, elsewhere);
        assertThatThrownBy(() -> competitions.create(organizer, draft, contest.now()))
                .hasMessage("competition.out-of-reach");
    }

    @Test
    void unitsLetInTheirWorkersOfTheTradeOnly() {
        PersonId nurse = city.person(unit, contest.trade());
        city.person(unit);
        Admitted everybody = new Admitted.Everybody(Set.of(unit));
        assertThat(competitions.candidates(organizer, contest.trade(), everybody))
                .isEqualTo(1);
        Competition opened =
                contest.open(organizer, contest.draft(contest.tomorrow(), ReleaseRule.AUTOMATIC, everybody));
        assertThat(results.sheet(organizer, opened.id()).rows())
                .extracting(ResultRow::person)
                .containsExactly(nurse);
        competitions.withdraw(organizer, opened.id(), contest.now());
    }

    @Test
    void organizerIsBarredFromTheOwnContest() {
        PersonId worker = city.person(unit);
        Competition opened = contest.open(
                organizer, contest.draft(contest.tomorrow(), ReleaseRule.AUTOMATIC, worker, organizer.person()));
        assertThat(results.barred(organizer, opened.id()))
                .extracting(PersonName::id)
                .containsExactly(organizer.person());
        assertThat(admission.mine(organizer.person(), contest.now())).isEmpty();
        competitions.withdraw(organizer, opened.id(), contest.now());

        CompetitionId alone = competitions.create(
                organizer, contest.draft(contest.tomorrow(), ReleaseRule.AUTOMATIC, organizer.person()), contest.now());
        assertThatThrownBy(() -> competitions.open(organizer, alone, contest.now()))
                .hasMessage("competition.nobody");
    }

    @Test
    void whoeverReviewedAnItemOfThePaperIsBarred() {
        PersonId worker = city.person(unit);
        Actor reviewer = city.actor(unit, Role.REVIEWER);
        pool.forExam(contest.trade(), List.of(Level.INTERMEDIATE), List.of())
                .forEach(item -> audit.record(
                        reviewer, "item.published", "item", item.item().value(), ""));
        Competition opened = contest.open(
                organizer, contest.draft(contest.tomorrow(), ReleaseRule.AUTOMATIC, worker, reviewer.person()));
        assertThat(results.barred(organizer, opened.id()))
                .extracting(PersonName::id)
                .containsExactly(reviewer.person());
        competitions.withdraw(organizer, opened.id(), contest.now());
    }

    @Test
    void openedOnceAndTakenBackBeforeItBegins() {
        PersonId worker = city.person(unit);
        CompetitionDraft draft = contest.draft(contest.tomorrow(), ReleaseRule.AUTOMATIC, worker);
        Competition opened = contest.open(organizer, draft);
        assertThatThrownBy(() -> competitions.open(organizer, opened.id(), contest.now()))
                .hasMessage("competition.already-open");
        assertThatThrownBy(() -> competitions.change(organizer, opened.id(), draft))
                .hasMessage("competition.already-open");
        assertThat(admission.mine(worker, contest.now()))
                .extracting(MyExam::exam)
                .hasSize(1);
        competitions.withdraw(organizer, opened.id(), contest.now());
        assertThat(competitions.get(organizer, opened.id()).state()).isEqualTo(CompetitionState.DRAFT);
        assertThat(admission.mine(worker, contest.now())).isEmpty();
        competitions.open(organizer, opened.id(), contest.now());
        Instant begun = draft.window().opensAt();
        assertThatThrownBy(() -> competitions.withdraw(organizer, opened.id(), begun))
                .hasMessage("exam.cancel-too-late");
        competitions.withdraw(organizer, opened.id(), contest.now());
        competitions.delete(organizer, opened.id());
        assertThatThrownBy(() -> competitions.get(organizer, opened.id())).isInstanceOf(Problem.class);
    }

    @Test
    void whatIsOverCannotBeOpened() {
        CompetitionDraft past = contest.draft(
                contest.window(Duration.ofHours(-2), Duration.ofHours(-1), Duration.ofMinutes(5)),
                ReleaseRule.AUTOMATIC,
                city.person(unit));
        CompetitionId id = competitions.create(organizer, past, contest.now());
        assertThatThrownBy(() -> competitions.open(organizer, id, contest.now()))
                .hasMessage("competition.window-past");
    }
}
