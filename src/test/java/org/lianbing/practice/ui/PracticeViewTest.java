package org.lianbing.practice.ui;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.UUID;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.NativeButton;
import com.vaadin.flow.router.QueryParameters;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.transaction.support.TransactionTemplate;

import org.lianbing.account.Accounts;
import org.lianbing.attempt.AttemptId;
import org.lianbing.attempt.AttemptSummary;
import org.lianbing.attempt.Purpose;
import org.lianbing.attempt.SlotChecked;
import org.lianbing.bank.ItemId;
import org.lianbing.bank.Pool;
import org.lianbing.base.Actor;
import org.lianbing.base.Level;
import org.lianbing.base.Role;
import org.lianbing.base.TradeId;
import org.lianbing.practice.DrillRequest;
import org.lianbing.practice.Drills;
import org.lianbing.practice.MistakeBook;
import org.lianbing.testing.TestCity;
import org.lianbing.testing.ViewTest;
import org.lianbing.trade.Trades;
import org.lianbing.trade.ui.TradeBox;
import org.lianbing.trade.ui.TradeFilter;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

class PracticeViewTest extends ViewTest {

    @Autowired
    TestCity city;

    @Autowired
    Accounts accounts;

    @Autowired
    Drills drills;

    @Autowired
    Trades trades;

    @Autowired
    Pool pool;

    @Autowired
    MistakeBook book;

    @Autowired
    ApplicationEventPublisher events;

    @Autowired
    TransactionTemplate transactions;

    @Test
    void aWorkerFindsTheirOwnTradeChosenAndStarts() {
        Actor worker = electrician();
        city.actAs(worker.person());
        navigate(PracticeView.class);
        assertThat(chosenTrade()).isEqualTo("电工");
        assertThat(pressed("10 题")).isTrue();

        test(find(NativeButton.class).withText("20 题").single()).click();
        test(find(Button.class).withText("开始练习").single()).click();

        AttemptSummary started = drills.latest(worker, 1).getFirst();
        // A 案例 is one item with a slot for each of its parts.
        assertThat(started.slots()).isBetween(20, 30);
        Level lowest = trades.find("electrician").orElseThrow().levels().getFirst();
        assertThat(started.title()).startsWith("电工 · " + UI.getCurrent().getTranslation("base.level." + lowest.code()));
    }

    @Test
    void whatWasLeftIsOfferedFirst() {
        Actor worker = electrician();
        TradeId trade = trades.find("electrician").orElseThrow().id();
        drills.start(worker, new DrillRequest.Fresh(trade, Level.SENIOR, 7), "", Locale.SIMPLIFIED_CHINESE);
        city.actAs(worker.person());
        navigate(PracticeView.class);
        assertThat(find(Button.class).withText("继续练（还剩 7 题）").exists()).isTrue();
        assertThat(pressed("高级工")).as("the level practised last").isTrue();
    }

    @Test
    void anEmptyMistakeBookSaysWhatItIsFor() {
        city.actAs(electrician().person());
        navigate(MistakesView.class);
        assertThat(find(H2.class).withText("错题本是空的").exists()).isTrue();
    }

    @Test
    void aResultOfSomebodyElseIsNotThere() {
        TradeId trade = trades.find("electrician").orElseThrow().id();
        String attempt = drills.start(
                        electrician(), new DrillRequest.Fresh(trade, null, 5), "", Locale.SIMPLIFIED_CHINESE)
                .attemptId()
                .toString();
        city.actAs(electrician().person());
        UI.getCurrent().navigate("practice/results/" + attempt);
        assertThat(find(H2.class).withText("打不开这一页").exists()).isTrue();
    }

    @ParameterizedTest
    @EnumSource(
            value = Role.class,
            names = {"WORKER", "TRAINER", "ORGANIZER", "STUDIO_HOST", "ADMIN"})
    void everybodyOfAUnitIsAWorkerAndMayPractise(Role role) {
        city.actAs(city.actor(city.enterprise(), role).person());
        navigate(PracticeView.class);
        assertThat(find(Button.class).withText("开始练习").exists()).isTrue();
    }

    /** Few trades are chips, many a field: how many there are depends on the tests that came before. */
    private String chosenTrade() {
        return find(TradeBox.class).exists()
                ? find(TradeBox.class).single().getValue().name()
                : find(NativeButton.class)
                        .withAttribute("aria-pressed", "true")
                        .all()
                        .getFirst()
                        .getText();
    }

    private boolean pressed(String chip) {
        return "true"
                .equals(find(NativeButton.class)
                        .withText(chip)
                        .single()
                        .getElement()
                        .getAttribute("aria-pressed"));
    }

    private Actor electrician() {
        return accounts.actor(city.person(
                        city.enterprise(),
                        trades.find("electrician").orElseThrow().id()))
                .orElseThrow();
    }

    @Test
    void theMistakeBookIsNarrowedToATradeInTheAddress() {
        Actor worker = electrician();
        wrong(worker, "electrician");
        wrong(worker, "welder");
        await().until(() -> book.counts(worker).size() == 2);
        city.actAs(worker.person());
        UI.getCurrent().navigate("practice/mistakes", QueryParameters.of("trade", "welder"));
        assertThat(find(H2.class).withText("焊工 · 1 题").exists()).isTrue();
        assertThat(find(H2.class).withText("电工 · 1 题").exists()).isFalse();
        test(find(TradeFilter.class).single()).selectItem("电工");
        assertThat(find(H2.class).withText("电工 · 1 题").exists()).isTrue();
        assertThat(find(H2.class).withText("焊工 · 1 题").exists()).isFalse();
    }

    private void wrong(Actor worker, String trade) {
        ItemId item = pool.forPractice(trades.find(trade).orElseThrow().id(), Level.SENIOR, List.of())
                .getFirst()
                .item();
        transactions.executeWithoutResult(begun -> events.publishEvent(new SlotChecked(
                AttemptId.next(),
                new Purpose(Drills.PURPOSE, UUID.randomUUID()),
                worker.person(),
                1,
                item,
                false,
                Instant.parse("2026-11-20T00:00:00Z"))));
    }
}
