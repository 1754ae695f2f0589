package org.lianbing.competition;

import java.math.BigDecimal;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.MediaType;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.ResultActions;
import tools.jackson.databind.ObjectMapper;

import org.lianbing.bank.ItemId;
import org.lianbing.bank.ItemType;
import org.lianbing.bank.Pool;
import org.lianbing.bank.PoolItem;
import org.lianbing.base.Level;
import org.lianbing.base.TradeId;
import org.lianbing.exam.Admission;
import org.lianbing.exam.Exams;
import org.lianbing.exam.ReleaseRule;
import org.lianbing.paper.Blueprint;
import org.lianbing.paper.Forms;
import org.lianbing.paper.PaperRules;
import org.lianbing.testing.IntegrationTest;
import org.lianbing.testing.TestCity;
import org.lianbing.trade.Outline;
import org.lianbing.trade.Outlines;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

/** What an organizer leaves out of a paper: items by code, and what stood in earlier contests. */
@IntegrationTest
class LeaveOutTest {

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
    Exams exams;

    @Autowired
    Forms forms;

    @Autowired
    Pool pool;

    @Autowired
    Outlines outlines;

    @Autowired
    SealedHall hall;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    ObjectMapper json;

    private Cast cast = Cast.unknown();

    @BeforeEach
    void people() {
        cast = Cast.in(city);
    }

    @Test
    void nothingOfAnEarlierPaperIsDrawnAndNothingThatWasNamed() {
        int there = availability(LeftOut.NONE);
        Competition earlier = held(there / 2);
        Set<ItemId> before = items(earlier);
        assertThat(availability(LeftOut.NONE))
                .as("it is over, its items are free")
                .isEqualTo(there);
        assertThat(competitions.earlier(cast.organizer()))
                .extracting(EarlierContest::id)
                .containsExactly(earlier.id());

        LeftOut apart = new LeftOut(Set.of(), Set.of(earlier.id()));
        assertThat(availability(apart)).isEqualTo(there - before.size());
        String named = code(free(before));
        LeftOut twice = new LeftOut(Set.of(code(before.iterator().next())), apart.contests());
        assertThat(availability(twice)).as("named as well, counted once").isEqualTo(there - before.size());

        LeftOut both = new LeftOut(Set.of(" " + named), apart.contests());
        int left = there - before.size() - 1;
        assertThat(availability(both)).isEqualTo(left);

        Competition later = contest.open(cast.organizer(), asking(left, both));
        Set<ItemId> drawn = items(later);
        assertThat(drawn).hasSize(left).doesNotContainAnyElementsOf(before);
        assertThat(drawn.stream().map(this::code)).doesNotContain(named);
        assertThat(competitions.get(cast.organizer(), later.id()).draft().leftOut())
                .isEqualTo(both);
        competitions.withdraw(cast.organizer(), later.id(), contest.now());
        CompetitionId greedy = competitions.create(cast.organizer(), asking(left + 1, both), contest.now());
        assertThatThrownBy(() -> competitions.open(cast.organizer(), greedy, contest.now()))
                .hasMessage("competition.too-few-items");
    }

    @Test
    void aSealedItemIsAsUnknownAsOneThatDoesNotExist() throws Exception {
        SealedHall.Hall sealed = hall.done();
        String code = jdbc.sql("select code from bank.item where sealed_set_id = :set")
                .param("set", sealed.set().value())
                .query(String.class)
                .single();
        String answered = answer(created(Map.of("items", List.of(code))).andExpect(status().isBadRequest()));
        String unknown = answer(created(Map.of("items", List.of("NO-SUCH-1"))).andExpect(status().isBadRequest()));
        assertThat(answered.replace(code, "CODE")).isEqualTo(unknown.replace("NO-SUCH-1", "CODE"));
        assertThat(unknown).contains("competition.leave-out.unknown");
        assertThat(competitions.unknownItems(cast.organizer(), Set.of(code))).containsExactly(code);
    }

    @Test
    void contestsOutOfReachOrWithoutAPaperCannotBeNamed() throws Exception {
        Cast others = Cast.in(city);
        Competition theirs = contest.open(
                others.organizer(), contest.draft(contest.tomorrow(), ReleaseRule.MANUAL, others.worker()));
        CompetitionId draft = competitions.create(
                cast.organizer(), contest.draft(contest.tomorrow(), ReleaseRule.MANUAL, cast.worker()), contest.now());
        for (CompetitionId id : List.of(theirs.id(), draft, CompetitionId.next())) {
            created(Map.of("contests", List.of(id.toString())))
                    .andExpect(status().isNotFound())
                    .andExpect(jsonPath("$.code").value("competition.leave-out.no-contest"));
        }
        assertThat(availability(new LeftOut(Set.of(), Set.of(theirs.id()))))
                .as("numbers tell nothing of it either")
                .isEqualTo(availability(LeftOut.NONE));
        assertThat(competitions.earlier(cast.organizer())).isEmpty();
        competitions.withdraw(others.organizer(), theirs.id(), contest.now());
    }

    @Test
    void theApiTakesAndTellsWhatIsLeftOut() throws Exception {
        Competition earlier = held(1);
        String code = code(items(earlier).iterator().next());
        String body = answer(created(Map.of(
                        "items", List.of(code), "contests", List.of(earlier.id().toString())))
                .andExpect(status().isCreated()));
        mvc.perform(get("/api/competitions/" + json.readTree(body).get("id").asString())
                        .header("Authorization", contest.bearer(cast.organizer().person())))
                .andExpect(jsonPath("$.blueprint.leaveOut.items[0]").value(code))
                .andExpect(jsonPath("$.blueprint.leaveOut.contests[0]")
                        .value(earlier.id().toString()));
    }

    /** A contest with so many judgements that is over, with its results out. */
    private Competition held(int judgements) {
        CompetitionDraft plain = contest.draft(contest.running(), ReleaseRule.MANUAL, cast.worker());
        Competition opened = contest.open(cast.organizer(), asking(plain, judgements, LeftOut.NONE));
        contest.handIn(admission.start(cast.worker(), Contest.exam(opened), "", contest.now()));
        competitions.release(cast.organizer(), opened.id(), contest.now());
        return opened;
    }

    private CompetitionDraft asking(int judgements, LeftOut leftOut) {
        return asking(contest.draft(contest.tomorrow(), ReleaseRule.MANUAL, cast.worker()), judgements, leftOut);
    }

    private static CompetitionDraft asking(CompetitionDraft plain, int judgements, LeftOut leftOut) {
        return new CompetitionDraft(
                plain.name(),
                plain.trade(),
                plain.level(),
                plain.window(),
                List.of(new Blueprint.Section(ItemType.TRUE_FALSE, judgements, BigDecimal.ONE)),
                plain.paperRules(),
                leftOut,
                plain.admitted(),
                plain.results(),
                plain.liveBoard(),
                plain.aids(),
                plain.access());
    }

    private ResultActions created(Map<String, Object> leaveOut) throws Exception {
        return mvc.perform(post("/api/competitions")
                .header("Authorization", contest.bearer(cast.organizer().person()))
                .contentType(MediaType.APPLICATION_JSON)
                .content(json.writeValueAsString(Map.of(
                        "name",
                        "不重题",
                        "trade",
                        Contest.TRADE,
                        "level",
                        Level.INTERMEDIATE.code(),
                        "opensAt",
                        contest.now().plusSeconds(3600).toString(),
                        "closesAt",
                        contest.now().plusSeconds(7200).toString(),
                        "durationMinutes",
                        30,
                        "blueprint",
                        Map.of("leaveOut", leaveOut, "sections", List.of(Map.of("type", "true-false", "count", 1)))))));
    }

    private static String answer(ResultActions done) throws Exception {
        return done.andReturn().getResponse().getContentAsString();
    }

    @Test
    void numbersDoNotTellWhetherAnItemThatIsNamedStandsInAnExamNow() {
        int before = availability(LeftOut.NONE);
        Competition coming = contest.open(cast.organizer(), asking(1, LeftOut.NONE));
        ItemId held = items(coming).iterator().next();
        int there = availability(LeftOut.NONE);
        assertThat(there).isEqualTo(before - 1);

        for (ItemId named : List.of(held, free(Set.of(held)))) {
            LeftOut one = new LeftOut(Set.of(code(named)), Set.of());
            assertThat(availability(one)).isEqualTo(there - 1);
            CompetitionId greedy = competitions.create(cast.organizer(), asking(there, one), contest.now());
            assertThatThrownBy(() -> competitions.open(cast.organizer(), greedy, contest.now()))
                    .hasMessage("competition.too-few-items");
        }
        competitions.withdraw(cast.organizer(), coming.id(), contest.now());
    }

    @Test
    void whatRestsIsNotCounted() {
        int there = availability(LeftOut.NONE);
        Competition earlier = held(1);

        assertThat(availability(LeftOut.NONE, PaperRules.USUAL)).isEqualTo(there);
        assertThat(availability(LeftOut.NONE, new PaperRules(1, true, PaperRules.USUAL_TOLERANCE, null, Set.of(), 60)))
                .isLessThanOrEqualTo(there - items(earlier).size());
    }

    private int availability(LeftOut leftOut) {
        return availability(leftOut, PaperRules.USUAL);
    }

    private int availability(LeftOut leftOut, PaperRules rules) {
        Blueprint asked = new Blueprint(contest.trade(), Level.INTERMEDIATE, List.of(), rules);
        return competitions
                .availability(cast.organizer(), asked, leftOut, contest.now())
                .of(ItemType.TRUE_FALSE, null);
    }

    private Set<ItemId> items(Competition competition) {
        return new HashSet<>(
                forms.items(exams.forms(List.of(Contest.exam(competition))).keySet()));
    }

    private String code(ItemId item) {
        return jdbc.sql("select code from bank.item where id = :id")
                .param("id", item.value())
                .query(String.class)
                .single();
    }

    /** A judgement of the bank that does not stand there. */
    private ItemId free(Set<ItemId> among) {
        List<TradeId> foundations =
                outlines.current(contest.trade(), Level.INTERMEDIATE).orElseThrow().inclusions().stream()
                        .map(Outline.Inclusion::foundation)
                        .toList();
        return pool.forExam(contest.trade(), List.of(Level.INTERMEDIATE), foundations).stream()
                .filter(item -> item.type() == ItemType.TRUE_FALSE && !among.contains(item.item()))
                .map(PoolItem::item)
                .findFirst()
                .orElseThrow();
    }
}
