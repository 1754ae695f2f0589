package org.lianbing.competition;

import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.MediaType;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;
import tools.jackson.databind.ObjectMapper;

import org.lianbing.attempt.Started;
import org.lianbing.bank.Blank;
import org.lianbing.bank.Interaction;
import org.lianbing.bank.ItemContent;
import org.lianbing.bank.ItemDraft;
import org.lianbing.bank.ItemId;
import org.lianbing.bank.ItemType;
import org.lianbing.bank.Items;
import org.lianbing.bank.Origin;
import org.lianbing.bank.Pool;
import org.lianbing.bank.PoolItem;
import org.lianbing.bank.Review;
import org.lianbing.bank.Secrecy;
import org.lianbing.base.Actor;
import org.lianbing.base.Level;
import org.lianbing.base.Role;
import org.lianbing.competition.sheet.ResultWorkbook;
import org.lianbing.exam.Admission;
import org.lianbing.exam.CorrectionDesk;
import org.lianbing.exam.CorrectionDraft;
import org.lianbing.exam.CorrectionId;
import org.lianbing.exam.Disclosure;
import org.lianbing.exam.Exams;
import org.lianbing.exam.ReleaseRule;
import org.lianbing.exam.ResultRules;
import org.lianbing.paper.Aids;
import org.lianbing.paper.Blueprint;
import org.lianbing.paper.Form;
import org.lianbing.paper.Forms;
import org.lianbing.paper.PaperRules;
import org.lianbing.paper.Slot;
import org.lianbing.paper.SlotKey;
import org.lianbing.paper.SlotRuling;
import org.lianbing.practice.MistakeBook;
import org.lianbing.testing.IntegrationTest;
import org.lianbing.testing.TestCity;
import org.lianbing.testing.TestSolving;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.put;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

/**
 * Right answers and explanations as canaries, searched for in every byte that a candidate can get: while one sits, when
 * scores are out, when answers are out, and when explanations are.
 */
@IntegrationTest
class DisclosureSecrecyTest {

    private static final Duration PATIENCE = Duration.ofSeconds(40);

    @Autowired
    MockMvc mvc;

    @Autowired
    TestCity city;

    @Autowired
    TestSolving solving;

    @Autowired
    Contest contest;

    @Autowired
    Competitions competitions;

    @Autowired
    Admission admission;

    @Autowired
    CorrectionDesk desk;

    @Autowired
    Exams exams;

    @Autowired
    Forms forms;

    @Autowired
    Items items;

    @Autowired
    Review review;

    @Autowired
    Pool pool;

    @Autowired
    MistakeBook book;

    @Autowired
    Results results;

    @Autowired
    ResultWorkbook workbook;

    @Autowired
    ObjectMapper json;

    private Cast cast = Cast.unknown();
    private ItemId item = ItemId.next();
    private String answer = "";
    private String explanation = "";
    private String added = "";

    @BeforeEach
    void aPaperWithCanaries() {
        cast = Cast.in(city);
        int number = city.number();
        answer = "答案鸟" + number;
        explanation = "解析鸟" + number;
        added = "更正鸟" + number;
        Actor both = city.actor(cast.unit(), Role.TRAINER, Role.REVIEWER);
        Actor author = city.actor(cast.unit(), Role.TRAINER);
        item = items.draft(
                author,
                new ItemDraft(
                        null,
                        contest.trade(),
                        Set.of(Level.INTERMEDIATE),
                        Set.of(),
                        new ItemContent(
                                "金丝雀" + number + "叫什么：____",
                                new Interaction.FillIn(List.of(new Blank.Words(List.of(answer), false))),
                                explanation,
                                2),
                        Secrecy.OPEN,
                        Origin.NONE));
        solving.rightly(both, item);
        review.publish(both, item);
    }

    @Test
    void eachComesOutAtItsOwnTimeAndByNoOtherPath() throws Exception {
        Competition competition = open(new ResultRules(
                ReleaseRule.MANUAL,
                Disclosure.at(contest.now().plus(Duration.ofDays(1))),
                Disclosure.BY_HAND,
                ResultRules.PASS_PERCENT));
        Started started = admission.start(cast.worker(), Contest.exam(competition), "", contest.now());
        assertThat(all(competition, started)).doesNotContain(answer, explanation);
        sit(competition, started);
        assertThat(all(competition, started)).doesNotContain(answer, explanation);

        competitions.release(cast.organizer(), competition.id(), contest.now());
        correct(competition);
        String scoresOut = all(competition, started);
        assertThat(scoresOut)
                .contains("\"score\"")
                .contains("\"errata\":[{")
                .doesNotContain(answer, explanation, added);
        assertThat(practicable()).isFalse();
        assertThat(mistakes()).isEmpty();

        competitions.discloseAnswers(cast.organizer(), competition.id(), contest.now());
        String result = result(competition, started);
        assertThat(result).contains(answer, added).doesNotContain(explanation);
        assertThat(practicable()).isFalse();
        assertThat(mistakes()).isEmpty();
        assertThat(others(competition, started)).doesNotContain(explanation);

        competitions.discloseExplanations(cast.organizer(), competition.id(), contest.now());
        assertThat(result(competition, started)).contains(answer, explanation);
        assertThat(practicable()).isTrue();
        await().atMost(PATIENCE).untilAsserted(() -> assertThat(mistakes()).contains(item));
    }

    @Test
    void theStatedInstantBringsThemOutByItself() throws Exception {
        Instant soon = contest.now().plusSeconds(8);
        Competition competition = open(new ResultRules(
                ReleaseRule.AUTOMATIC, Disclosure.at(soon), Disclosure.WITH_SCORES, ResultRules.PASS_PERCENT));
        Started started = admission.start(cast.worker(), Contest.exam(competition), "", contest.now());
        sit(competition, started);
        await().atMost(PATIENCE)
                .untilAsserted(() -> assertThat(competitions
                                .get(cast.organizer(), competition.id())
                                .state())
                        .isEqualTo(CompetitionState.CLOSED));
        if (contest.now().isBefore(soon.minusSeconds(1))) {
            assertThat(all(competition, started)).doesNotContain(answer, explanation);
            assertThat(practicable()).isFalse();
        }
        await().atMost(PATIENCE)
                .untilAsserted(() -> assertThat(result(competition, started)).contains(answer, explanation));
        assertThat(contest.now()).isAfterOrEqualTo(soon);
        await().atMost(PATIENCE).until(this::practicable);
    }

    @Test
    void neverIsNever() throws Exception {
        Competition competition = open(ResultRules.of(ReleaseRule.MANUAL, false));
        Started started = admission.start(cast.worker(), Contest.exam(competition), "", contest.now());
        sit(competition, started);
        competitions.release(cast.organizer(), competition.id(), contest.now());
        assertThat(all(competition, started)).contains("\"score\"").doesNotContain(answer, explanation);
        assertThat(practicable()).isFalse();
        assertThat(mistakes()).isEmpty();
    }

    /** All fill-ins there are, so that the canary is among them. */
    private Competition open(ResultRules rules) {
        Competition competition = contest.open(
                cast.organizer(),
                new CompetitionDraft(
                        "金丝雀赛",
                        contest.trade(),
                        Level.INTERMEDIATE,
                        contest.running(),
                        List.of(new Blueprint.Section(ItemType.FILL_IN, available(), BigDecimal.ONE)),
                        PaperRules.USUAL,
                        new Admitted.Named(Set.of(cast.worker())),
                        rules,
                        false,
                        Aids.NONE));
        assertThat(form(competition).slots()).extracting(Slot::item).contains(item);
        return competition;
    }

    private int available() {
        return competitions
                .availability(cast.organizer(), contest.trade(), Level.INTERMEDIATE)
                .there()
                .getOrDefault(ItemType.FILL_IN, 0);
    }

    private void sit(Competition competition, Started started) throws Exception {
        List<Object> responses = new ArrayList<>();
        for (Slot slot : form(competition).slots()) {
            int blanks = ((SlotKey.Blanks) slot.key()).blanks().size();
            responses.add(Map.of(
                    "slot", slot.number(), "sequence", slot.number(), "value", Collections.nCopies(blanks, "不对")));
        }
        mvc.perform(put("/api/attempts/" + started.attemptId() + "/responses")
                        .header("Authorization", "Bearer " + started.token())
                        .contentType(MediaType.APPLICATION_JSON)
                        .content(json.writeValueAsString(Map.of("responses", responses))))
                .andExpect(status().isOk());
        mvc.perform(post("/api/attempts/" + started.attemptId() + "/submission")
                        .header("Authorization", "Bearer " + started.token()))
                .andExpect(status().isOk());
    }

    /** The canary's key gets a further answer, with a reason that names it. */
    private void correct(Competition competition) {
        Slot slot = form(competition).slots().stream()
                .filter(one -> one.item().equals(item))
                .findFirst()
                .orElseThrow();
        SlotRuling ruling = new SlotRuling.Keys(
                List.of(new SlotKey.Blanks(List.of(new SlotKey.BlankKey.Words(List.of(answer, added), false)))));
        CorrectionId id = desk.propose(
                cast.organizer(),
                Contest.exam(competition),
                new CorrectionDraft(slot.number(), ruling, added + "也算对", true),
                contest.now());
        desk.approve(city.actor(cast.unit(), Role.REVIEWER), id, 0, contest.now());
        await().atMost(PATIENCE)
                .untilAsserted(() -> assertThat(
                                desk.get(cast.organizer(), id, contest.now()).regradedAt())
                        .isNotNull());
    }

    private String all(Competition competition, Started started) throws Exception {
        return result(competition, started) + others(competition, started);
    }

    private String result(Competition competition, Started started) throws Exception {
        String url = "/api/exams/%s/attempts/%s/result".formatted(Contest.exam(competition), started.attemptId());
        return got(get(url), contest.bearer(cast.worker())) + got(get(url), "Bearer " + started.token());
    }

    /** Whatever else a candidate can ask for. */
    private String others(Competition competition, Started started) throws Exception {
        String attempt = "/api/attempts/" + started.attemptId();
        String own = "Bearer " + started.token();
        String person = contest.bearer(cast.worker());
        StringBuilder all = new StringBuilder();
        all.append(got(get(attempt), own));
        all.append(got(get(attempt + "/form"), own));
        all.append(got(
                post(attempt + "/slots/1/check")
                        .contentType(MediaType.APPLICATION_JSON)
                        .content("{\"sequence\": 99, \"value\": null}"),
                own));
        all.append(got(get("/api/exams/" + Contest.exam(competition)), person));
        all.append(got(get("/api/exams"), person));
        all.append(got(get("/api/boards/" + Competitions.opened(competition).board()), ""));
        all.append(got(get("/api/practice/mistakes"), person));
        all.append(got(get("/api/practice/attempts/" + started.attemptId() + "/result"), person));
        all.append(got(get("/api/notices"), person));
        all.append(got(get("/api/items?q=" + "金丝雀"), person));
        all.append(got(get("/api/search?q=" + answer), person));
        all.append(got(get("/api/competitions/" + competition.id() + "/corrections"), person));
        all.append(got(get("/api/competitions/" + competition.id() + "/results"), person));
        all.append(got(get("/api/exports?trade=" + Contest.TRADE + "&format=moodle"), person));
        byte[] sheet = workbook.write(results.sheet(cast.organizer(), competition.id()), Locale.SIMPLIFIED_CHINESE);
        all.append(new String(sheet, StandardCharsets.ISO_8859_1));
        return all.toString();
    }

    private String got(MockHttpServletRequestBuilder request, String authorization) throws Exception {
        return new String(
                mvc.perform(request.header("Authorization", authorization))
                        .andReturn()
                        .getResponse()
                        .getContentAsByteArray(),
                StandardCharsets.UTF_8);
    }

    private boolean practicable() {
        return pool.forPractice(contest.trade(), Level.INTERMEDIATE, List.of()).stream()
                .map(PoolItem::item)
                .anyMatch(item::equals);
    }

    private List<ItemId> mistakes() {
        return book.open(new Actor(cast.worker(), "", cast.unit(), List.of()), null).stream()
                .map(one -> one.item())
                .toList();
    }

    private Form form(Competition competition) {
        return forms.frozen(
                exams.get(cast.organizer(), Contest.exam(competition)).form());
    }
}
