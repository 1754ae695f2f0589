package org.lianbing.practice;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;

import org.lianbing.account.PersonTokens;
import org.lianbing.attempt.AttemptSummary;
import org.lianbing.attempt.Attempts;
import org.lianbing.attempt.Started;
import org.lianbing.bank.ItemId;
import org.lianbing.base.Actor;
import org.lianbing.base.Level;
import org.lianbing.base.PersonId;
import org.lianbing.base.Problem;
import org.lianbing.base.Role;
import org.lianbing.base.TradeId;
import org.lianbing.base.UnitId;
import org.lianbing.paper.DraftSlot;
import org.lianbing.paper.FormId;
import org.lianbing.paper.Forms;
import org.lianbing.paper.Slot;
import org.lianbing.testing.IntegrationTest;
import org.lianbing.testing.TestCity;
import org.lianbing.testing.TestStudio;
import org.lianbing.trade.Outlines;
import org.lianbing.trade.Trades;

import static java.util.stream.Collectors.toSet;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.nullValue;
import static org.hamcrest.Matchers.startsWith;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.header;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

@IntegrationTest
class DrillsTest {

    @Autowired
    TestCity city;

    @Autowired
    Trades trades;

    @Autowired
    Outlines outlines;

    @Autowired
    Drills drills;

    @Autowired
    DrillItems drillItems;

    @Autowired
    TestStudio studio;

    @Autowired
    MistakeBook book;

    @Autowired
    Attempts attempts;

    @Autowired
    Forms forms;

    @Autowired
    PersonTokens tokens;

    @Autowired
    MockMvc mvc;

    @Test
    void aDrillHoldsItemsOfTheTradeAndItsFoundations() {
        Actor worker = worker();
        Sitter sitter = sit(start(worker));
        Set<TradeId> met = sitter.slots().stream().map(Slot::trade).collect(toSet());
        Set<TradeId> syllabus = new HashSet<>(Set.of(electrician()));
        outlines.current(electrician(), Level.SENIOR)
                .orElseThrow()
                .inclusions()
                .forEach(inclusion -> syllabus.add(inclusion.foundation()));

        assertThat(items(sitter)).hasSize(10);
        assertThat(met).isEqualTo(syllabus);
        AttemptSummary summary = drills.latest(worker, 1).getFirst();
        assertThat(summary.title()).isEqualTo("电工 · 高级工 · 练 10 题");
        assertThat(summary.deadline()).isNull();
    }

    @Test
    void theNextDrillBringsOtherItems() {
        Actor worker = worker();
        Set<ItemId> first = items(sit(start(worker)));
        assertThat(items(sit(start(worker)))).doesNotContainAnyElementsOf(first);
    }

    @Test
    void aDrillGoesOnWhereItWasLeft() throws Exception {
        Actor worker = worker();
        Started started = start(worker);
        sit(started).answer(1, true);

        Started again = drills.resume(worker, started.attemptId(), "phone");

        assertThat(again.attemptId()).isEqualTo(started.attemptId());
        assertThat(again.epoch()).isEqualTo(started.epoch());
        assertThat(attempts.get(started.attemptId()).answered()).isOne();
        assertThatThrownBy(() -> drills.resume(worker(), started.attemptId(), ""))
                .isInstanceOfSatisfying(
                        Problem.class, problem -> assertThat(problem.kind()).isEqualTo(Problem.Kind.NOT_FOUND));
    }

    @Test
    void whatWentWrongIsInTheMistakeBookAndCanBeDoneAgain() throws Exception {
        Actor worker = worker();
        Started started = start(worker);
        Sitter sitter = sit(started).answer(1, false).answer(2, false).answer(3, true);
        Set<ItemId> wrong =
                Set.of(sitter.slots().get(0).item(), sitter.slots().get(1).item());

        await().untilAsserted(() -> assertThat(book.open(worker, null).stream().map(Mistake::item))
                .containsExactlyInAnyOrderElementsOf(wrong));
        assertThat(drills.today(worker)).isEqualTo(new Today(3, 1));
        Started again = drills.start(worker, new DrillRequest.Mistakes(null, 10), "", Locale.ENGLISH);
        assertThat(items(sit(again))).isEqualTo(wrong);
        sitter.handIn();
        Started missed =
                drills.start(worker, new DrillRequest.MissedIn(started.attemptId()), "", Locale.SIMPLIFIED_CHINESE);
        assertThat(items(sit(missed))).hasSize(9).containsAll(wrong);
    }

    @Test
    void theResultIsForItsOwnerAlone() throws Exception {
        Actor worker = worker();
        Started started = start(worker);
        Sitter sitter = sit(started).answer(1, true).answer(2, false);
        mvc.perform(result(started).header(HttpHeaders.AUTHORIZATION, "Bearer " + started.token()))
                .andExpect(status().isConflict())
                .andExpect(jsonPath("$.code").value("practice.not-handed-in"));
        sitter.handIn();

        for (String own : List.of(started.token(), token(worker.person()))) {
            mvc.perform(result(started).header(HttpHeaders.AUTHORIZATION, "Bearer " + own))
                    .andExpect(status().isOk())
                    .andExpect(jsonPath("$.correct").value(1))
                    .andExpect(jsonPath("$.items").value(10))
                    .andExpect(jsonPath("$.score").value(1))
                    .andExpect(jsonPath("$.maxScore").value(10))
                    .andExpect(jsonPath("$.slots[0].correct").value(true))
                    .andExpect(jsonPath("$.slots[1].explanation").isNotEmpty())
                    .andExpect(jsonPath("$.slots[1].point.name").isNotEmpty())
                    .andExpect(jsonPath("$.again")
                            .value(endsWith(started.attemptId().toString())))
                    .andExpect(header().doesNotExist("Set-Cookie"));
        }
        Started others = start(worker());
        for (String foreign : List.of(others.token(), token(worker().person()))) {
            mvc.perform(result(started).header(HttpHeaders.AUTHORIZATION, "Bearer " + foreign))
                    .andExpect(status().isNotFound());
        }
        mvc.perform(result(started)).andExpect(status().isUnauthorized());
    }

    @Test
    void whatCameUnderEmbargoMeanwhileIsToldAndCountedNowhere() throws Exception {
        Actor worker = worker();
        Started started = start(worker);
        Sitter sitter = sit(started).answer(1, true).answer(2, false).answer(3, true);
        await().untilAsserted(() -> assertThat(drills.today(worker)).isEqualTo(new Today(3, 2)));
        FormId contest = forms.freezeForExam(
                "竞赛",
                sitter.slots().subList(0, 2).stream()
                        .map(slot -> new DraftSlot(slot.version(), slot.type(), BigDecimal.ONE))
                        .toList(),
                Instant.now());
        sitter.handIn();

        mvc.perform(result(started).header(HttpHeaders.AUTHORIZATION, "Bearer " + started.token()))
                .andExpect(status().isOk())
                .andExpect(jsonPath("$.keptBack").value(2))
                .andExpect(jsonPath("$.items").value(8))
                .andExpect(jsonPath("$.correct").value(1))
                .andExpect(jsonPath("$.score").value(1))
                .andExpect(jsonPath("$.maxScore").value(8))
                .andExpect(jsonPath("$.slots[0:2].correct").value(everyItem(nullValue())))
                .andExpect(jsonPath("$.slots[0:2].fraction").value(everyItem(nullValue())))
                .andExpect(jsonPath("$.slots[0:2].reason").value(everyItem(nullValue())))
                .andExpect(jsonPath("$.slots[0:2].marks[*]").isEmpty())
                .andExpect(jsonPath("$.slots[0:2].key").value(everyItem(nullValue())))
                .andExpect(jsonPath("$.slots[0:2].lesson").value(everyItem(nullValue())))
                .andExpect(jsonPath("$.slots[2].correct").value(true));
        assertThat(drills.today(worker)).isEqualTo(new Today(1, 1));
        assertThat(drills.keptBack(drills.latest(worker, 1))).containsExactly(started.attemptId());

        forms.release(contest, Instant.now());
        mvc.perform(result(started).header(HttpHeaders.AUTHORIZATION, "Bearer " + started.token()))
                .andExpect(jsonPath("$.keptBack").value(0))
                .andExpect(jsonPath("$.items").value(10))
                .andExpect(jsonPath("$.correct").value(2))
                .andExpect(jsonPath("$.slots[1].correct").value(false));
        assertThat(drills.today(worker)).isEqualTo(new Today(3, 2));
        assertThat(drills.keptBack(drills.latest(worker, 1))).isEmpty();
    }

    @Test
    void theResultNamesTheLessonForAPointThatWasMissed() throws Exception {
        Actor worker = worker();
        Started started = start(worker);
        Sitter sitter = sit(started).answer(1, true).answer(2, false);
        Slot missed = sitter.slots().get(1);
        String title = "第 " + city.number() + " 课";
        String host = studio.lesson(title, electrician(), missed.points());
        sitter.handIn();

        mvc.perform(result(started).header(HttpHeaders.AUTHORIZATION, "Bearer " + started.token()))
                .andExpect(jsonPath("$.slots[0].lesson").value(nullValue()))
                .andExpect(jsonPath("$.slots[1].lesson.title").value(title))
                .andExpect(jsonPath("$.slots[1].lesson.host").value(host))
                .andExpect(jsonPath("$.slots[1].lesson.url").value(startsWith("/lessons/")));
    }

    @Test
    void aDrillOnPointsHoldsOnlyThem() {
        var point = outlines.current(electrician(), Level.SENIOR)
                .orElseThrow()
                .points()
                .filter(each -> !drillItems.onPoints(Set.of(each.id())).isEmpty())
                .findFirst()
                .orElseThrow();
        Started started = drills.start(worker(), new DrillRequest.OnPoints(Set.of(point.id()), 10), "", Locale.ENGLISH);
        assertThat(sit(started).slots())
                .isNotEmpty()
                .allSatisfy(slot -> assertThat(slot.points()).contains(point.id()));
    }

    @Test
    void theApiStartsADrill() throws Exception {
        Actor worker = worker();
        mvc.perform(starting(worker, "{\"trade\":\"electrician\",\"level\":\"senior\",\"count\":5}"))
                .andExpect(status().isCreated())
                .andExpect(jsonPath("$.behaviour").value("IMMEDIATE"))
                .andExpect(jsonPath("$.token").value(startsWith("a1.")))
                .andExpect(jsonPath("$.deadline").value(nullValue()))
                .andExpect(header().doesNotExist("Set-Cookie"));
        mvc.perform(get("/api/practice/mistakes").header(HttpHeaders.AUTHORIZATION, "Bearer " + token(worker.person())))
                .andExpect(status().isOk())
                .andExpect(jsonPath("$.total").value(0));
    }

    @ParameterizedTest(name = "{0}: {1} {2}")
    @CsvSource(
            delimiter = '|',
            value = {
                "{\"trade\":\"electrician\",\"count\":0}    | 400 | practice.count",
                "{\"trade\":\"electrician\",\"count\":101}  | 400 | practice.count",
                "{\"count\":5}                              | 400 | practice.trade-missing",
                "{\"trade\":\"no-such-trade\"}              | 404 | trade.not-found",
                "{\"trade\":\"electrician\",\"level\":\"x\"}| 400 | practice.level",
                "{\"trade\":\"electrician\",\"source\":\"x\"}| 400 | practice.source",
                "{\"source\":\"mistakes\"}                  | 409 | practice.nothing",
            })
    void whatCannotBeStartedIsToldInASentence(String body, int status, String code) throws Exception {
        mvc.perform(starting(worker(), body))
                .andExpect(status().is(status))
                .andExpect(jsonPath("$.code").value(code))
                .andExpect(jsonPath("$.detail").isNotEmpty());
    }

    private MockHttpServletRequestBuilder starting(Actor actor, String body) {
        return post("/api/practice/attempts")
                .header(HttpHeaders.AUTHORIZATION, "Bearer " + token(actor.person()))
                .contentType(MediaType.APPLICATION_JSON)
                .content(body);
    }

    private static MockHttpServletRequestBuilder result(Started started) {
        return get("/api/practice/attempts/{id}/result", started.attemptId());
    }

    private Actor worker() {
        UnitId unit = city.enterprise();
        return city.actor(unit, Role.WORKER);
    }

    private String token(PersonId person) {
        return tokens.issue(person, Duration.ofHours(1)).text();
    }

    private TradeId electrician() {
        return trades.find("electrician").orElseThrow().id();
    }

    private Started start(Actor worker) {
        return drills.start(
                worker, new DrillRequest.Fresh(electrician(), Level.SENIOR, 10), "phone", Locale.SIMPLIFIED_CHINESE);
    }

    private Sitter sit(Started started) {
        return new Sitter(mvc, attempts, forms, started);
    }

    private static Set<ItemId> items(Sitter sitter) {
        return sitter.slots().stream().map(Slot::item).collect(toSet());
    }
}
