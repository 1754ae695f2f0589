package org.lianbing.bank;

import java.util.List;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

import org.lianbing.base.TradeId;
import org.lianbing.testing.IntegrationTest;
import org.lianbing.trade.Outlines;
import org.lianbing.trade.Point;
import org.lianbing.trade.TestTrades;
import org.lianbing.trade.Trades;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.Mockito.clearInvocations;
import static org.mockito.Mockito.never;
import static org.mockito.Mockito.spy;
import static org.mockito.Mockito.verify;

@IntegrationTest
class PointNamesTest {

    @Autowired
    TestTrades testTrades;

    @Autowired
    Trades trades;

    @Autowired
    Outlines outlines;

    @Autowired
    PointNames names;

    private TestTrades.Made made;
    private TradeId trade;

    @BeforeEach
    void aTrade() {
        made = testTrades.make();
        trade = testTrades.trade(made).id();
    }

    @Test
    void whatBeginsWithTheTextComesBeforeWhatHoldsIt() {
        testTrades.outline(made, "2027", "第一乙");
        assertThat(found("乙")).containsExactly("乙", "第一乙");
        assertThat(found("第 一 乙")).containsExactly("第一乙");
        assertThat(found(" ")).isEmpty();
    }

    @Test
    void namesAreFoldedOnceForAStateOfTheCatalogue() {
        Outlines asked = spy(outlines);
        PointNames fresh = new PointNames(trades, asked);
        assertThat(fresh.find(trade::equals, "甲", 4)).hasSize(1);
        clearInvocations(asked);
        for (String typed : List.of("甲", "甲乙", "乙")) {
            fresh.find(trade::equals, typed, 4);
        }
        verify(asked, never()).current(any(), any());
    }

    @Test
    void anEditionThatComesIntoForceIsFoundByItsNames() {
        assertThat(found("焕然")).isEmpty();
        testTrades.outline(made, "2027", "焕然一新");
        assertThat(found("焕然")).containsExactly("焕然一新");
        assertThat(found("甲")).isEmpty();
    }

    private List<String> found(String typed) {
        return names.find(trade::equals, typed, 4).stream().map(Point::name).toList();
    }
}
