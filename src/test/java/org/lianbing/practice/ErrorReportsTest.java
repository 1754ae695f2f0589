package org.lianbing.practice;

import java.math.BigDecimal;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpHeaders;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.ResultActions;
import tools.jackson.databind.json.JsonMapper;

import org.lianbing.account.Accounts;
import org.lianbing.attempt.AttemptRequest;
import org.lianbing.attempt.Attempts;
import org.lianbing.attempt.Behaviour;
import org.lianbing.attempt.Purpose;
import org.lianbing.attempt.Started;
import org.lianbing.bank.Item;
import org.lianbing.bank.ItemDraft;
import org.lianbing.bank.ItemId;
import org.lianbing.bank.ItemVersion;
import org.lianbing.bank.Items;
import org.lianbing.bank.Pool;
import org.lianbing.bank.PoolItem;
import org.lianbing.bank.call.Credits;
import org.lianbing.bank.call.Report;
import org.lianbing.bank.call.ReportDesk;
import org.lianbing.bank.call.ReportDraft;
import org.lianbing.bank.call.ReportReason;
import org.lianbing.bank.call.ReportState;
import org.lianbing.bank.call.ReportedItem;
import org.lianbing.bank.call.Reports;
import org.lianbing.base.Actor;
import org.lianbing.base.Grant;
import org.lianbing.base.Ids;
import org.lianbing.base.PageOf;
import org.lianbing.base.PersonId;
import org.lianbing.base.Role;
import org.lianbing.base.TradeId;
import org.lianbing.base.UnitId;
import org.lianbing.notice.Inbox;
import org.lianbing.notice.Notice;
import org.lianbing.paper.DraftSlot;
import org.lianbing.paper.FormId;
import org.lianbing.paper.Forms;
import org.lianbing.testing.IntegrationTest;
import org.lianbing.testing.TestCity;
import org.lianbing.testing.TestPapers;
import org.lianbing.trade.Trades;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

@IntegrationTest
class ErrorReportsTest {

    private static final PageOf FIRST = new PageOf(0, 20);

    @Autowired
    TestCity city;

    @Autowired
    TestPapers papers;

    @Autowired
    MockMvc mvc;

    @Autowired
    Drills drills;

    @Autowired
    Attempts attempts;

    @Autowired
    Forms forms;

    @Autowired
    Trades trades;

    @Autowired
    Pool pool;

    @Autowired
    Items items;

    @Autowired
    Reports reports;

    @Autowired
    ReportDesk desk;

    @Autowired
    MetReports met;

    @Autowired
    Credits credits;

    @Autowired
    Inbox inbox;

    @Autowired
    Accounts accounts;

    @Autowired
    Clock clock;

    private UnitId unit;
    private Actor worker;
    private Actor trainer;
    private TradeId trade;

    @BeforeEach
    void people() {
        unit = city.enterprise();
        worker = city.actor(unit, Role.WORKER);
        trainer = city.actor(unit, Role.TRAINER);
        trade = trades.find("electrician").orElseThrow().id();
    }

    @Test
    void anErrorIsReportedOnceAfterTheFeedbackAndNotBefore() throws Exception {
        Started started = drill();
        Sitter sitter = new Sitter(mvc, attempts, forms, started);
        report(started, 1, "wrong-key", "应该是 B")
                .andExpect(status().isConflict())
                .andExpect(code("attempt.report-early"));
        sitter.answer(1, false);
        report(started, 1, "wrong-key", "应该是 B").andExpect(status().isCreated());
        report(started, 1, "unclear", "").andExpect(status().isConflict()).andExpect(code("call.report-waits"));
        assertThat(reports.mine(worker, FIRST).rows()).extracting(Report::state).containsExactly(ReportState.OPEN);
        report(started, 99, "unclear", "").andExpect(status().isNotFound());
    }

    @Test
    void whatIsSaidIsChecked() throws Exception {
        Started started = drill();
        new Sitter(mvc, attempts, forms, started).answer(1, true);
        report(started, 1, "boring", "").andExpect(status().isBadRequest()).andExpect(code("call.reason"));
        report(started, 1, "other", " ").andExpect(status().isBadRequest()).andExpect(code("call.words-needed"));
        report(started, 1, "unclear", "长".repeat(501))
                .andExpect(status().isBadRequest())
                .andExpect(code("call.words-long"));
    }

    @Test
    void theTokenOfAnotherAttemptReportsNothing() throws Exception {
        Started started = drill();
        Started other = drill();
        mvc.perform(post("/api/attempts/{id}/slots/1/reports", started.attemptId())
                        .header(HttpHeaders.AUTHORIZATION, "Bearer " + other.token())
                        .contentType("application/json")
                        .content("{\"reason\":\"unclear\"}"))
                .andExpect(status().isNotFound());
    }

    @Test
    void inAnExamNothingIsReported() throws Exception {
        Started exam = attempts.start(
                new AttemptRequest(
                        papers.exam(),
                        worker.person(),
                        new Purpose("exam", Ids.next()),
                        Behaviour.DEFERRED,
                        "考试",
                        "",
                        null,
                        Duration.ZERO,
                        false,
                        "/"),
                "",
                clock.instant());
        report(exam, 1, "wrong-key", "").andExpect(status().isConflict()).andExpect(code("attempt.report-practice"));
    }

    @Test
    void reportsOfAnItemAreGroupedMendedAndAnsweredTogether() {
        PoolItem item = item(0);
        Actor other = city.actor(unit, Role.WORKER);
        said(worker, item, ReportReason.WRONG_KEY, "应该是 B");
        said(other, item, ReportReason.OUTDATED, "");
        assertThat(waiting(trainer, item.item()).reports())
                .extracting(Report::person)
                .contains(worker.person(), other.person());
        assertThatThrownBy(() -> desk.fixed(trainer, item.item(), "")).hasMessage("call.not-mended");
        mend(item.item());
        int number = newest(item.item()).number();
        assertThat(waiting(trainer, item.item()).mended()).isTrue();
        desk.fixed(trainer, item.item(), "按新标准改了");
        Report answered = reports.mine(worker, FIRST).rows().getFirst();
        assertThat(answered.state()).isEqualTo(ReportState.FIXED);
        assertThat(answered.fixedNumber()).isEqualTo(number);
        for (Actor reporter : List.of(worker, other)) {
            Notice notice = inbox.of(reporter, true, FIRST).rows().getFirst();
            assertThat(notice.code()).isEqualTo("call.notice.fixed");
            assertThat(notice.words()).isEqualTo("按新标准改了");
            assertThat(credits.of(reporter).found()).isEqualTo(1);
        }
        assertThatThrownBy(() -> desk.fixed(trainer, item.item(), "")).hasMessage("call.answered");
        assertThat(credits.ofUnit(worker))
                .hasSize(2)
                .filteredOn(Credits.Line::own)
                .hasSize(1);
        assertThat(credits.ofUnit(worker))
                .filteredOn(line -> !line.own())
                .allMatch(line -> line.name().contains("*"));
    }

    @Test
    void anItemThatStaysNeedsAReasonAndBringsNoCredit() {
        PoolItem item = item(1);
        said(worker, item, ReportReason.UNCLEAR, "");
        assertThatThrownBy(() -> desk.kept(trainer, item.item(), " ")).hasMessage("call.answer-needed");
        desk.kept(trainer, item.item(), "标准就是这样写的");
        assertThat(inbox.of(worker, true, FIRST).rows().getFirst().words()).isEqualTo("标准就是这样写的");
        assertThat(credits.of(worker).found()).isZero();
        said(worker, item, ReportReason.UNCLEAR, "还是不懂");
    }

    @Test
    void onlyThePeopleOfTheTradeSeeAndAnswerReports() {
        PoolItem item = item(2);
        said(worker, item, ReportReason.UNCLEAR, "");
        PersonId person = city.person(unit);
        TradeId fitter = trades.find("fitter").orElseThrow().id();
        accounts.grant(city.administrator(), person, new Grant(Role.TRAINER, unit, Set.of(fitter)));
        Actor ofAnotherTrade = accounts.actor(person).orElseThrow();
        assertThat(desk.waiting(ofAnotherTrade, null))
                .noneMatch(one -> one.item().id().equals(item.item()));
        assertThatThrownBy(() -> desk.kept(ofAnotherTrade, item.item(), "不")).hasMessage("base.not-found");
        assertThatThrownBy(() -> desk.kept(worker, item.item(), "不")).hasMessage("base.not-found");
    }

    @Test
    void whatAContestHoldsCanNotBeReportedAndIsNotInTheQueue() {
        ItemId item = ownItem();
        PoolItem drawn = pool.practicable(Set.of(item)).getFirst();
        said(worker, drawn, ReportReason.UNCLEAR, "");
        FormId exam = forms.freezeForExam(
                "考试 " + city.number(),
                List.of(new DraftSlot(drawn.version(), drawn.type(), BigDecimal.ONE)),
                clock.instant());
        assertThat(exam).isNotNull();
        assertThat(desk.waiting(trainer, null)).noneMatch(one -> one.item().id().equals(item));
        Actor other = city.actor(unit, Role.WORKER);
        assertThatThrownBy(() -> said(other, drawn, ReportReason.UNCLEAR, "")).hasMessage("call.not-practised");
    }

    @Test
    void fromTheMistakeBookOnlyWhatWasAnsweredIsReported() throws Exception {
        Started started = drill();
        Sitter sitter = new Sitter(mvc, attempts, forms, started);
        ItemId item = sitter.slots().getFirst().item();
        assertThatThrownBy(() -> met.report(worker, item, ReportReason.UNCLEAR, ""))
                .hasMessage("base.not-found");
        sitter.answer(1, false);
        org.awaitility.Awaitility.await().untilAsserted(() -> met.report(worker, item, ReportReason.UNCLEAR, ""));
        assertThat(reports.mine(worker, FIRST).total()).isEqualTo(1);
    }

    @Test
    void twentyReportsADayAreEnough() {
        List<PoolItem> all = pool.forPractice(trade, null, List.of());
        for (int i = 0; i < 20; i++) {
            said(worker, all.get(i), ReportReason.UNCLEAR, "");
        }
        assertThatThrownBy(() -> said(worker, all.get(20), ReportReason.UNCLEAR, ""))
                .hasMessage("call.too-many-reports");
    }

    private Started drill() {
        return drills.start(worker, new DrillRequest.Fresh(trade, null, 3), "", Locale.SIMPLIFIED_CHINESE);
    }

    private ResultActions report(Started started, int slot, String reason, String words) throws Exception {
        return mvc.perform(post("/api/attempts/{id}/slots/{slot}/reports", started.attemptId(), slot)
                .header(HttpHeaders.AUTHORIZATION, "Bearer " + started.token())
                .contentType("application/json")
                .content(JsonMapper.shared().writeValueAsString(java.util.Map.of("reason", reason, "words", words))));
    }

    private static org.springframework.test.web.servlet.ResultMatcher code(String code) {
        return jsonPath("$.code").value(code);
    }

    /** One of the bank on disk, which belongs to no unit. */
    private PoolItem item(int number) {
        return pool.forPractice(trade, null, List.of()).get(number);
    }

    private void said(Actor by, PoolItem item, ReportReason reason, String words) {
        reports.report(by.person(), new ReportDraft(item.item(), item.version(), reason, words));
    }

    private ReportedItem waiting(Actor by, ItemId item) {
        return desk.waiting(by, null).stream()
                .filter(one -> one.item().id().equals(item))
                .findFirst()
                .orElseThrow();
    }

    private ItemId ownItem() {
        Item model = items.get(trainer, item(3).item());
        Actor reviewer = city.actor(unit, Role.REVIEWER);
        ItemId own = items.draft(
                trainer,
                new ItemDraft(
                        null,
                        trade,
                        model.levels(),
                        Set.of(),
                        new org.lianbing.bank.ItemContent(
                                "只此一题 " + city.number(), new org.lianbing.bank.Interaction.TrueFalse(true), "", 3),
                        org.lianbing.bank.Secrecy.OPEN,
                        org.lianbing.bank.Origin.NONE));
        review.publish(reviewer, own);
        return own;
    }

    @Autowired
    org.lianbing.bank.Review review;

    private void mend(ItemId item) {
        Item now = items.get(trainer, item);
        ItemDraft draft = items.proposal(trainer, item)
                .orElseGet(() -> new ItemDraft(
                        now.code(),
                        now.trade(),
                        now.levels(),
                        now.points(),
                        Objects.requireNonNull(now.published()).content(),
                        now.secrecy(),
                        org.lianbing.bank.Origin.NONE));
        items.revise(trainer, item, draft, "据报错修改");
    }

    private ItemVersion newest(ItemId item) {
        return items.history(trainer, item).getFirst();
    }
}
