package org.lianbing.trade.ui;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.grid.Grid;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.NativeButton;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.textfield.TextField;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

import org.lianbing.base.Actor;
import org.lianbing.base.Level;
import org.lianbing.base.Role;
import org.lianbing.testing.TestCity;
import org.lianbing.testing.ViewTest;
import org.lianbing.trade.Outlines;
import org.lianbing.trade.TestTrades;
import org.lianbing.trade.Trade;
import org.lianbing.trade.Trades;
import org.lianbing.trade.editing.OutlineBook;
import org.lianbing.trade.editing.OutlineImport;
import org.lianbing.trade.editing.OutlineImports;

import static org.assertj.core.api.Assertions.assertThat;

class OutlineViewsTest extends ViewTest {

    @Autowired
    TestCity city;

    @Autowired
    TestTrades testTrades;

    @Autowired
    OutlineImports imports;

    @Autowired
    Outlines outlines;

    @Autowired
    Trades trades;

    private Actor trainer;
    private TestTrades.Made made;
    private Trade trade;

    @BeforeEach
    void people() {
        made = testTrades.make();
        trade = testTrades.trade(made);
        trainer = city.actor(city.enterprise(), Role.TRAINER);
        city.actAs(trainer.person());
    }

    @Test
    void aWorkbookIsMendedInTheGridAndPutInForce() {
        OutlineImport in = preview("X");
        navigate("outlines/imports/" + in.id() + "/1", OutlineImportView.class);
        assertThat(find(Button.class).withText("还有 2 处要改").single().isEnabled()).isFalse();
        assertThat(find(NativeButton.class).withText("有问题 2 行").exists()).isTrue();

        TextField weight = cell(0, 2);
        assertThat(weight.isInvalid()).isTrue();
        assertThat(weight.getTooltip().getText()).contains("细目表!C3");
        test(weight).setValue("100");
        assertThat(weight.isInvalid()).isFalse();
        test(cell(1, 1)).setValue("读图");
        test(find(Button.class).withText("生效为 2027 版").single()).click();
        assertThat(outlines.current(trade.id(), Level.SENIOR).orElseThrow().edition())
                .isEqualTo("2027");
        assertThat(find(H1.class).withTextContaining(made.name()).exists()).isTrue();
        assertThat(find(Span.class).withText("删去").exists()).isTrue();
    }

    @Test
    void theTradeIsChosenWhereTheFileDoesNotTell() {
        OutlineImport in = imports.preview(
                trainer,
                "x.xlsx",
                new OutlineBook("细目表")
                        .range("A", "一", 100)
                        .point("A-001", "甲", "X")
                        .file());
        navigate("outlines/imports/" + in.id() + "/1", OutlineImportView.class);
        assertThat(find(Paragraph.class).withTextContaining("没认出是哪个工种").exists())
                .isTrue();
    }

    @Test
    void editionsAreComparedAndPutInForceAgain() {
        navigate("outlines/of/" + trade.id() + "/senior", OutlineView.class);
        assertThat(find(Grid.class).exists()).isTrue();
        test(find(Button.class).withText("改出新版").single()).click();
        assertThat(find(Button.class).withTextContaining("生效为").single().isEnabled())
                .isTrue();
    }

    @Test
    void theListShowsWhatIsInForceAndWhatIsNotFinished() {
        preview("");
        navigate("outlines", OutlinesView.class);
        assertThat(find(Span.class).withText("细目表.xlsx").exists()).isTrue();
        assertThat(find(Span.class).withTextContaining(made.name()).exists()).isTrue();

        TradeBox narrow = find(TradeBox.class).single();
        narrow.setValue(trades.find("fitter").orElseThrow());
        assertThat(find(Span.class).withTextContaining("钳工 · ").exists()).isTrue();
        assertThat(find(Span.class).withTextContaining(made.name()).exists()).isFalse();
        narrow.clear();
        assertThat(find(Span.class).withTextContaining(made.name()).exists()).isTrue();
    }

    private TextField cell(int row, int column) {
        return (TextField) test(find(DraftGrid.class).single()).getCellComponent(row, column);
    }

    private OutlineImport preview(String importance) {
        return imports.preview(
                trainer,
                "细目表.xlsx",
                new OutlineBook(made.name() + " 高级工 2027版")
                        .range("A", "一", 90)
                        .point("A-001", "", importance)
                        .file());
    }
}
