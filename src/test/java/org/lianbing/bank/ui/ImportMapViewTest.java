package org.lianbing.bank.ui;

import java.util.Locale;
import java.util.Set;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.NativeButton;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.select.Select;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

import org.lianbing.bank.Secrecy;
import org.lianbing.bank.exchange.Book;
import org.lianbing.bank.exchange.ImportFile;
import org.lianbing.bank.exchange.ImportMending;
import org.lianbing.bank.exchange.ImportService;
import org.lianbing.bank.exchange.ImportSettings;
import org.lianbing.bank.exchange.RowSelection;
import org.lianbing.bank.exchange.RowTarget;
import org.lianbing.base.Actor;
import org.lianbing.base.Role;
import org.lianbing.testing.TestCity;
import org.lianbing.testing.ViewTest;
import org.lianbing.trade.Outlines;
import org.lianbing.trade.Point;
import org.lianbing.trade.Trade;
import org.lianbing.trade.Trades;

import static org.assertj.core.api.Assertions.assertThat;

/** The step of the workbench that says which points the rows of a file test. */
class ImportMapViewTest extends ViewTest {

    @Autowired
    TestCity city;

    @Autowired
    Trades trades;

    @Autowired
    Outlines outlines;

    @Autowired
    ImportService imports;

    @Autowired
    ImportMending mending;

    private Actor trainer;
    private Trade trade;
    private ImportFile file;

    @BeforeEach
    void people() {
        trainer = city.actor(city.enterprise(), Role.TRAINER);
        trade = trades.find("fitter").orElseThrow();
        city.actAs(trainer.person());
        UI.getCurrent().setLocale(Locale.SIMPLIFIED_CHINESE);
        String mark = "对应" + city.number() + "：";
        file = imports.preview(
                trainer,
                new ImportSettings(trade.id(), Set.of(), Secrecy.OPEN),
                "题库.xlsx",
                new Book().item(mark + "甲？", "b").item(mark + "乙？").file());
    }

    @Test
    void aRowSaysWhichPointItTestsAndItsAnswerAsItWasUnderstood() {
        Point point = assigned();
        navigate("imports/" + file.id(), ImportView.class);
        RowsGrid rows = find(RowsGrid.class).single();
        assertThat(test(rows).getCellText(0, 3)).isEqualTo("B");
        assertThat(test(rows).getCellText(0, 4)).isEqualTo(point.name());
        assertThat(test(rows).getCellText(1, 4)).isEqualTo("未对应");
    }

    @Test
    void whatHasItsPointIsLeftAloneUnlessAPersonWantsAll() {
        assigned();
        navigate("imports/" + file.id(), ImportView.class);
        test(find(Button.class).withText("对应工种、等级、鉴定点").single()).click();
        @SuppressWarnings("unchecked")
        Select<Object> scope = find(Select.class).withLabel("哪些题").single();
        assertThat(test(scope).getSuggestions()).startsWith("没写鉴定点的 1 题", "全部没提交的题");
        assertThat(scope.getItemLabelGenerator().apply(scope.getValue())).isEqualTo("没写鉴定点的 1 题");
    }

    @Test
    void whatCameIntoTheBankWithoutAPointIsNotCalledMapped() {
        navigate("imports/" + file.id(), ImportView.class);
        test(find(Button.class).withText("提交 2 题送审").single()).click();
        assertThat(find(Span.class).withText("都对应好了").exists()).isFalse();
        assertThat(find(Span.class).withText("2 题没有鉴定点").all()).hasSize(2);
        assertThat(find(Button.class).withText("没有可提交的题").single().isEnabled()).isFalse();

        test(find(NativeButton.class).withClassName("step").all().get(2)).click();
        assertThat(getCurrentView()).isInstanceOf(ItemsView.class);
    }

    /** Says of the first row which point it tests. */
    private Point assigned() {
        Point point = ItemForm.points(trade, outlines).iterator().next();
        mending.assign(
                trainer, file.id(), RowSelection.of(Set.of(1)), new RowTarget(null, Set.of(), Set.of(point.id())));
        return point;
    }
}
