package org.lianbing.bank.ui;

import java.util.List;
import java.util.Locale;
import java.util.Set;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.html.NativeButton;
import com.vaadin.flow.router.QueryParameters;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

import org.lianbing.bank.ItemId;
import org.lianbing.bank.Secrecy;
import org.lianbing.bank.exchange.Book;
import org.lianbing.bank.exchange.ImportCommit;
import org.lianbing.bank.exchange.ImportService;
import org.lianbing.bank.exchange.ImportSettings;
import org.lianbing.base.Actor;
import org.lianbing.base.Role;
import org.lianbing.base.UnitId;
import org.lianbing.testing.TestCity;
import org.lianbing.testing.ViewTest;
import org.lianbing.trade.TestTrades;
import org.lianbing.trade.Trade;
import org.lianbing.trade.ui.TradeFilter;

import static org.assertj.core.api.Assertions.assertThat;

/** The review queue of somebody who reviews many trades. */
class NarrowedReviewTest extends ViewTest {

    @Autowired
    TestCity city;

    @Autowired
    TestTrades trades;

    @Autowired
    ImportService imports;

    @Autowired
    ImportCommit commit;

    private Actor trainer;
    private Trade one;
    private Trade other;
    private ItemId ofOne;
    private ItemId ofOther;

    @BeforeEach
    void waiting() {
        UnitId unit = city.enterprise();
        trainer = city.actor(unit, Role.TRAINER);
        one = trades.trade(trades.make());
        other = trades.trade(trades.make());
        city.actAs(trainer.person());
        ofOne = submitted(one);
        ofOther = submitted(other);
        city.actAs(city.actor(unit, Role.REVIEWER).person());
        UI.getCurrent().setLocale(Locale.SIMPLIFIED_CHINESE);
    }

    @Test
    void theAddressNamesTheTradeWhoseItemsAreShownAndCounted() {
        UI.getCurrent().navigate("review", QueryParameters.of("trade", one.code()));
        assertThat(entries()).singleElement().asString().contains(stem(one));
        assertThat(chips()).containsExactly("我的 0", "没分的 1", "全部 1");
    }

    @Test
    void anotherTradeIsChosenAndWhatEachItemIsOfIsSaidAmongMany() {
        UI.getCurrent().navigate("review", QueryParameters.of("trade", one.code()));
        assertThat(entries().getFirst()).doesNotContain(one.name());
        test(find(TradeFilter.class).single()).selectItem(other.name());
        assertThat(entries()).singleElement().asString().contains(stem(other));

        UI.getCurrent().navigate("review/" + ofOther);
        assertThat(find(TradeFilter.class).single().chosen()).isNull();
        assertThat(entries().size()).isGreaterThan(1);
        assertThat(entries()).noneMatch(entry -> entry.contains(stem(one)) && !entry.contains(one.name()));
        assertThat(ofOne).isNotEqualTo(ofOther);
    }

    private List<String> entries() {
        return find(NativeButton.class).withClassName("entry").all().stream()
                .map(entry -> entry.getElement().getTextRecursively())
                .toList();
    }

    private List<String> chips() {
        return find(NativeButton.class).withClassName("chip").all().stream()
                .map(NativeButton::getText)
                .toList();
    }

    private ItemId submitted(Trade trade) {
        return commit.commit(
                        trainer,
                        imports.preview(
                                        trainer,
                                        new ImportSettings(trade.id(), Set.of(), Secrecy.OPEN),
                                        "题库.xlsx",
                                        new Book().item(stem(trade)).file())
                                .id(),
                        true)
                .items()
                .getFirst();
    }

    private static String stem(Trade trade) {
        return trade.code() + "的题？";
    }
}
