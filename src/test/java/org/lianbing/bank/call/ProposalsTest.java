package org.lianbing.bank.call;

import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Set;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

import org.lianbing.bank.Interaction;
import org.lianbing.bank.Item;
import org.lianbing.bank.ItemDraft;
import org.lianbing.bank.ItemId;
import org.lianbing.bank.ItemText;
import org.lianbing.bank.ItemType;
import org.lianbing.bank.ItemVersion;
import org.lianbing.bank.Items;
import org.lianbing.bank.Review;
import org.lianbing.base.Actor;
import org.lianbing.base.Level;
import org.lianbing.base.PageOf;
import org.lianbing.base.Role;
import org.lianbing.base.TradeId;
import org.lianbing.base.UnitId;
import org.lianbing.notice.Inbox;
import org.lianbing.testing.IntegrationTest;
import org.lianbing.testing.TestCity;
import org.lianbing.trade.Trades;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

@IntegrationTest
class ProposalsTest {

    private static final PageOf FIRST = new PageOf(0, 20);

    @Autowired
    TestCity city;

    @Autowired
    Proposals proposals;

    @Autowired
    ProposalDesk desk;

    @Autowired
    Calls calls;

    @Autowired
    Credits credits;

    @Autowired
    Items items;

    @Autowired
    Review review;

    @Autowired
    ItemText text;

    @Autowired
    Inbox inbox;

    @Autowired
    Trades trades;

    @Autowired
    Clock clock;

    @Autowired
    ZoneId zone;

    private UnitId unit;
    private Actor worker;
    private Actor trainer;
    private Actor reviewer;
    private TradeId trade;
    private Level level;

    @BeforeEach
    void people() {
        unit = city.enterprise();
        worker = city.actor(unit, Role.WORKER);
        trainer = city.actor(unit, Role.TRAINER);
        reviewer = city.actor(unit, Role.REVIEWER);
        trade = trades.find("fitter").orElseThrow().id();
        level = trades.get(trade).levels().getFirst();
    }

    @Test
    void aProposalIsTakenWithItsProposerAsAuthorAndReviewedByOthers() {
        ProposalId id = sent("台虎钳夹紧时可以加套管。" + city.number());
        assertThat(desk.waiting(trainer, null)).extracting(Proposal::id).contains(id);
        assertThat(desk.waiting(trainer, trade)).extracting(Proposal::id).contains(id);
        assertThat(desk.waiting(trainer, trades.find("welder").orElseThrow().id()))
                .extracting(Proposal::id)
                .doesNotContain(id);
        ItemId item = desk.take(trainer, id, Set.of(level), Set.of(), "很实用");
        Item taken = items.get(trainer, item);
        ItemVersion version = java.util.Objects.requireNonNull(taken.proposed());
        assertThat(version.author()).isEqualTo(worker.person());
        assertThat(version.content().interaction()).isEqualTo(new Interaction.TrueFalse(false));
        assertThat(items.proposal(trainer, item).orElseThrow().origin().credit())
                .contains(worker.name());
        assertThat(state(id)).isEqualTo(ProposalState.TAKEN);
        assertThat(inbox.of(worker, true, FIRST).rows().getFirst().code()).isEqualTo("call.notice.taken");
        assertThat(credits.of(worker)).isEqualTo(new Credit(worker.person(), 1, 0));
        review.publish(reviewer, item);
        assertThat(outcome(id).published()).isTrue();
        assertThat(outcome(id).changed()).isFalse();
        items.revise(trainer, item, draft(item), "补解析");
        assertThat(outcome(id).changed()).isTrue();
        assertThatThrownBy(() -> desk.decline(trainer, id, "晚了")).hasMessage("call.answered");
    }

    @Test
    void aProposalIsDeclinedWithAWord() {
        ProposalId id = sent("重复的题。" + city.number());
        assertThatThrownBy(() -> desk.decline(trainer, id, "")).hasMessage("call.answer-needed");
        desk.decline(trainer, id, "题库里已有一样的");
        assertThat(state(id)).isEqualTo(ProposalState.DECLINED);
        assertThat(outcome(id).answer()).isEqualTo("题库里已有一样的");
        assertThat(inbox.of(worker, true, FIRST).rows().getFirst().words()).isEqualTo("题库里已有一样的");
        assertThat(credits.of(worker).total()).isZero();
    }

    @Test
    void whatIsTypedIsKeptAndSentOnlyWhenItSaysEnough() {
        ProposalId id = proposals.begin(worker, null, trade, ProposalSheet.blank(ItemType.NUMERIC));
        assertThatThrownBy(() -> proposals.send(worker, id)).hasMessage("call.stem-missing");
        proposals.save(worker, id, trade, number("三相电机的额定转速是多少？", "一千"));
        assertThat(proposals.own(worker, id).sheet().number()).isEqualTo("一千");
        assertThatThrownBy(() -> proposals.send(worker, id)).hasMessage("call.number");
        proposals.save(worker, id, trade, number("三相电机的额定转速是多少？", "1460"));
        proposals.send(worker, id);
        assertThatThrownBy(() -> proposals.save(worker, id, trade, ProposalSheet.blank(ItemType.NUMERIC)))
                .hasMessage("call.sent-already");
        assertThatThrownBy(() -> proposals.discard(worker, id)).hasMessage("call.sent-already");
    }

    @Test
    void plainTextIsNotTakenForMarkdown() {
        ProposalSheet sheet = statement("1. 电压 *U* 大于 <5> V\n# 不是标题\n\n第二段");
        String html = text.html(ProposedContent.of(sheet).stem());
        assertThat(html).contains("1. 电压 *U* 大于 &lt;5&gt; V").contains("# 不是标题").doesNotContain("<h1", "<em", "<li");
        assertThat(html.split("<p>", -1)).hasSize(3);
    }

    @Test
    void nobodyElseSeesADraftAndAWorkerAnswersNothing() {
        ProposalId id = proposals.begin(worker, null, trade, statement("还没写完"));
        Actor other = city.actor(unit, Role.WORKER);
        assertThatThrownBy(() -> proposals.own(other, id)).hasMessage("base.not-found");
        assertThat(desk.waiting(trainer, null)).extracting(Proposal::id).doesNotContain(id);
        assertThatThrownBy(() -> desk.decline(trainer, id, "不")).hasMessage("base.not-found");
        ProposalId sent = sent("投出去了。" + city.number());
        assertThatThrownBy(() -> desk.take(other, sent, Set.of(level), Set.of(), ""))
                .hasMessage("base.not-found");
        assertThatThrownBy(() -> desk.take(reviewer, sent, Set.of(level), Set.of(), ""))
                .hasMessage("base.not-found");
    }

    @Test
    void aCallIsShownToTheUnitsItAddressesWhileItIsOpen() {
        LocalDate today = LocalDate.ofInstant(clock.instant(), zone);
        CallId id = calls.make(
                trainer, new CallDraft(trade, "点检 " + city.number(), "要现场的题", Set.of(), Set.of(unit), today, today));
        Actor elsewhere = city.actor(city.enterprise(), Role.WORKER);
        assertThat(calls.openFor(worker)).extracting(Call::id).contains(id);
        assertThat(calls.openFor(elsewhere)).extracting(Call::id).doesNotContain(id);
        assertThatThrownBy(() -> calls.open(elsewhere, id)).hasMessage("base.not-found");
        ProposalId answer = proposals.begin(worker, id, trade, statement("应征的题。" + city.number()));
        proposals.send(worker, answer);
        calls.close(trainer, id);
        assertThatThrownBy(() -> proposals.begin(worker, id, trade, statement("晚了")))
                .hasMessage("call.over");
        desk.take(trainer, answer, Set.of(level), Set.of(), "");
        Call call = calls.ofTrades(trainer, null).stream()
                .filter(one -> one.id().equals(id))
                .findFirst()
                .orElseThrow();
        assertThat(List.of(call.received(), call.taken())).containsExactly(1, 1);
        assertThatThrownBy(() -> calls.make(
                        trainer,
                        new CallDraft(
                                trade,
                                "太大",
                                "",
                                Set.of(),
                                Set.of(city.administrator().unit()),
                                today,
                                today)))
                .hasMessage("organization.unit-not-found");
    }

    private ProposalId sent(String stem) {
        ProposalId id = proposals.begin(worker, null, trade, statement(stem));
        proposals.send(worker, id);
        return id;
    }

    private ProposalSheet statement(String stem) {
        return new ProposalSheet(
                ItemType.TRUE_FALSE, level, stem, List.of(), false, List.of(), "", "", "", "", List.of());
    }

    private static ProposalSheet number(String stem, String number) {
        return new ProposalSheet(
                ItemType.NUMERIC, null, stem, List.of(), null, List.of(), number, "", "r/min", "", List.of());
    }

    private ItemDraft draft(ItemId item) {
        Item now = items.get(trainer, item);
        ItemVersion version = java.util.Objects.requireNonNull(now.published());
        return new ItemDraft(
                now.code(),
                now.trade(),
                now.levels(),
                now.points(),
                version.content(),
                now.secrecy(),
                org.lianbing.bank.Origin.NONE);
    }

    private ProposalState state(ProposalId id) {
        return proposals.own(worker, id).state();
    }

    private Proposal.Outcome outcome(ProposalId id) {
        return java.util.Objects.requireNonNull(proposals.own(worker, id).outcome());
    }
}
