package org.lianbing.bank.coverage.ui;

import java.util.List;
import java.util.Set;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.NativeButton;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.router.QueryParameters;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

import org.lianbing.bank.Interaction;
import org.lianbing.bank.ItemContent;
import org.lianbing.bank.ItemDraft;
import org.lianbing.bank.ItemId;
import org.lianbing.bank.Items;
import org.lianbing.bank.Origin;
import org.lianbing.bank.Review;
import org.lianbing.bank.Secrecy;
import org.lianbing.base.Actor;
import org.lianbing.base.Level;
import org.lianbing.base.Role;
import org.lianbing.base.UnitId;
import org.lianbing.testing.TestCity;
import org.lianbing.testing.ViewTest;
import org.lianbing.trade.Outlines;
import org.lianbing.trade.Point;
import org.lianbing.trade.TestTrades;
import org.lianbing.trade.Trade;

import static org.assertj.core.api.Assertions.assertThat;

class CoverageViewTest extends ViewTest {

    @Autowired
    TestCity city;

    @Autowired
    TestTrades testTrades;

    @Autowired
    Outlines outlines;

    @Autowired
    Items items;

    @Autowired
    Review review;

    private Actor trainer;
    private Trade trade;
    private Point core;

    @BeforeEach
    void aPointWithAnItem() {
        UnitId unit = city.enterprise();
        trainer = city.actor(unit, Role.TRAINER);
        trade = testTrades.trade(testTrades.make());
        core = outlines.current(trade.id(), Level.SENIOR)
                .orElseThrow()
                .points()
                .findFirst()
                .orElseThrow();
        city.actAs(trainer.person());
        ItemId item = items.draft(
                trainer,
                new ItemDraft(
                        null,
                        trade.id(),
                        Set.of(Level.SENIOR),
                        Set.of(core.id()),
                        new ItemContent("覆盖 " + city.number() + "。", new Interaction.TrueFalse(true), "", 2),
                        Secrecy.OPEN,
                        Origin.NONE));
        review.publish(city.actor(unit, Role.REVIEWER), item);
    }

    @Test
    void theMapCountsAndAHoleLeadsToTheEditor() {
        CoverageView view = open();
        assertThat(find(NativeButton.class).withText("全部 2 个点").exists()).isTrue();
        assertThat(find(NativeButton.class).withText("只看缺口 2").exists()).isTrue();
        MapGrid grid = find(MapGrid.class).single();
        MapNode range = innermost(grid);
        MapNode point = range.inside(false).getFirst();
        grid.select(point);
        assertThat(find(H2.class).withTextContaining(core.name()).exists()).isTrue();
        assertThat(find(Paragraph.class).withText("还缺：单选、多选").exists()).isTrue();
        assertThat(find(Anchor.class).withText("找题").single().getHref()).contains("point=" + core.id());
        assertThat(view.getPageTitle()).isEqualTo("覆盖图");
    }

    @Test
    void holesAloneAreShownOnRequest() {
        open();
        MapGrid grid = find(MapGrid.class).single();
        test(find(NativeButton.class).withText("只看缺口 2").single()).click();
        assertThat(innermost(grid).inside(true)).hasSize(2);
    }

    @Test
    void aLevelWithoutAnOutlineSaysWhatToDo() {
        Trade bare = testTrades.foundation(testTrades.make());
        UI.getCurrent().navigate("coverage", QueryParameters.of("trade", bare.code()));
        assertThat(find(Anchor.class).withText("去导入细目表").exists()).isTrue();
    }

    private CoverageView open() {
        UI.getCurrent().navigate("coverage", QueryParameters.fromString("trade=" + trade.code() + "&level=senior"));
        return find(CoverageView.class).single();
    }

    private static MapNode innermost(MapGrid grid) {
        List<MapNode> roots = grid.getTreeData().getRootItems();
        MapNode at = roots.getFirst();
        while (at.inside(false).getFirst() instanceof MapNode.OfRange inside) {
            at = inside;
        }
        return at;
    }
}
