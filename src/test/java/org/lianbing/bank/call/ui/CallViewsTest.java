package org.lianbing.bank.call.ui;

import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.checkbox.Checkbox;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.NativeButton;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.textfield.TextArea;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.router.QueryParameters;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

import org.lianbing.bank.Interaction;
import org.lianbing.bank.Item;
import org.lianbing.bank.ItemDraft;
import org.lianbing.bank.ItemId;
import org.lianbing.bank.Items;
import org.lianbing.bank.Pool;
import org.lianbing.bank.PoolItem;
import org.lianbing.bank.call.CallDraft;
import org.lianbing.bank.call.Calls;
import org.lianbing.bank.call.Proposal;
import org.lianbing.bank.call.ProposalState;
import org.lianbing.bank.call.Proposals;
import org.lianbing.bank.call.ReportDraft;
import org.lianbing.bank.call.ReportReason;
import org.lianbing.bank.call.Reports;
import org.lianbing.base.Actor;
import org.lianbing.base.Level;
import org.lianbing.base.PageOf;
import org.lianbing.base.Role;
import org.lianbing.base.TradeId;
import org.lianbing.base.UnitId;
import org.lianbing.testing.TestCity;
import org.lianbing.testing.ViewTest;
import org.lianbing.trade.Trades;
import org.lianbing.trade.ui.TradeFilter;

import static org.assertj.core.api.Assertions.assertThat;

class CallViewsTest extends ViewTest {

    @Autowired
    TestCity city;

    @Autowired
    Proposals proposals;

    @Autowired
    Reports reports;

    @Autowired
    Items items;

    @Autowired
    Pool pool;

    @Autowired
    Calls calls;

    @Autowired
    Clock clock;

    @Autowired
    ZoneId zone;

    @Autowired
    Trades trades;

    private Actor worker;
    private Actor trainer;
    private TradeId trade;

    @BeforeEach
    void people() {
        UnitId unit = city.enterprise();
        worker = city.actor(unit, Role.WORKER);
        trainer = city.actor(unit, Role.TRAINER);
        trade = trades.find("electrician").orElseThrow().id();
        UI.getCurrent().setLocale(Locale.SIMPLIFIED_CHINESE);
    }

    @Test
    void aProposalIsKeptAsItIsTypedSentAndTaken() {
        city.actAs(worker.person());
        navigate("proposals/new", ProposalView.class);
        test(find(TextArea.class).withLabel("题目").single()).setValue("先断哪一侧的闸？" + city.number());
        assertThat(mine().state()).isEqualTo(ProposalState.DRAFT);
        test(find(TextField.class).withLabel("选项 A").single()).setValue("负荷侧");
        test(find(TextField.class).withLabel("选项 B").single()).setValue("电源侧");
        List<Checkbox> keys = find(Checkbox.class).all();
        test(keys.getFirst()).click();
        test(keys.get(1)).click();
        assertThat(keys.getFirst().getValue()).as("a single choice has one key").isFalse();
        test(find(Button.class).withText("投给出题组").single()).click();
        assertThat(mine().state()).isEqualTo(ProposalState.SENT);
        assertThat(find(Span.class).withText("已收到").exists()).isTrue();

        city.actAs(trainer.person());
        navigate("contribution-queue/" + mine().id(), QueueView.class);
        @SuppressWarnings("unchecked")
        com.vaadin.flow.component.combobox.MultiSelectComboBox<Level> levels =
                find(com.vaadin.flow.component.combobox.MultiSelectComboBox.class)
                        .withLabel("等级")
                        .single();
        levels.setValue(java.util.Set.of(trades.get(mine().trade()).levels().getFirst()));
        test(find(Button.class).withText("采用，存为草稿").single()).click();
        Proposal taken = mine();
        assertThat(taken.state()).isEqualTo(ProposalState.TAKEN);
        ItemId item =
                Objects.requireNonNull(Objects.requireNonNull(taken.outcome()).item());
        Interaction.SingleChoice choice = (Interaction.SingleChoice)
                Objects.requireNonNull(items.get(trainer, item).proposed())
                        .content()
                        .interaction();
        assertThat(choice.options()).hasSize(2);
        assertThat(choice.options().get(1).correct()).isTrue();
    }

    @Test
    void aReportLeadsToTheEditorAndItsAnswerBackToTheReporter() {
        PoolItem item = pool.forPractice(trade, null, List.of()).get(25);
        reports.report(worker.person(), new ReportDraft(item.item(), item.version(), ReportReason.WRONG_KEY, "应该是 B"));
        city.actAs(trainer.person());
        navigate("contribution-queue/" + item.item(), QueueView.class);
        assertThat(find(NativeButton.class).withClassName("chip").all())
                .extracting(NativeButton::getText)
                .anyMatch(text -> text.startsWith("答案有误 "));
        Anchor edit = find(Anchor.class).withText("改这道题").single();
        assertThat(edit.getHref())
                .startsWith("items/" + item.item() + "/edit?reason=")
                .endsWith("back=contribution-queue%2F" + item.item());
        assertThat(find(Button.class).withTextContaining("改好，答复").exists()).isFalse();

        Item now = items.get(trainer, item.item());
        items.revise(
                trainer,
                item.item(),
                new ItemDraft(
                        now.code(),
                        now.trade(),
                        now.levels(),
                        now.points(),
                        Objects.requireNonNull(now.published()).content(),
                        now.secrecy(),
                        org.lianbing.bank.Origin.NONE),
                "据报错修改：答案有误");
        navigate("calls", CallsView.class);
        navigate("contribution-queue/" + item.item(), QueueView.class);
        test(find(TextArea.class).withLabel("答复").single()).setValue("改成 B 了，谢谢");
        test(find(Button.class).withText("已在第 2 版改好，答复").single()).click();

        city.actAs(worker.person());
        navigate("contributions", ContributionsView.class);
        assertThat(find(Span.class).withText("已改，第 2 版").exists()).isTrue();
        assertThat(find(com.vaadin.flow.component.html.Paragraph.class)
                        .withText("改成 B 了，谢谢")
                        .exists())
                .isTrue();
        navigate("contributions/board", BoardView.class);
        assertThat(find(Span.class).withText(worker.name() + "（我）").exists()).isTrue();
    }

    private Proposal mine() {
        return proposals.mine(worker, new PageOf(0, 1)).rows().getFirst();
    }

    @Test
    void theQueueIsNarrowedToATradeInTheAddress() {
        PoolItem item = pool.forPractice(trade, null, List.of()).get(26);
        reports.report(worker.person(), new ReportDraft(item.item(), item.version(), ReportReason.UNCLEAR, ""));
        city.actAs(trainer.person());
        UI.getCurrent().navigate("contribution-queue/" + item.item(), QueryParameters.of("trade", "welder"));
        assertThat(find(Anchor.class).withText("改这道题").all())
                .noneMatch(edit -> edit.getHref().contains(item.item().toString()));
        test(find(TradeFilter.class).single()).selectItem("电工");
        assertThat(find(NativeButton.class).withClassName("entry").all()).isNotEmpty();
        UI.getCurrent().navigate("contribution-queue/" + item.item(), QueryParameters.of("trade", "electrician"));
        assertThat(find(Anchor.class).withText("改这道题").single().getHref())
                .contains(item.item().toString());
    }

    @Test
    void callsAreNarrowedToATrade() {
        String theme = "征集 " + city.number();
        LocalDate today = LocalDate.ofInstant(clock.instant(), zone);
        calls.make(
                trainer, new CallDraft(trade, theme, "", Set.of(), Set.of(trainer.unit()), today, today.plusDays(9)));
        city.actAs(trainer.person());
        UI.getCurrent().navigate("calls", QueryParameters.of("trade", "welder"));
        assertThat(find(Span.class).withText(theme).exists()).isFalse();
        test(find(TradeFilter.class).single()).selectItem("电工");
        assertThat(find(Span.class).withText(theme).exists()).isTrue();
    }
}
