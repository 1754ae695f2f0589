package org.lianbing.bank.ui;

import java.math.BigDecimal;
import java.util.List;
import java.util.Locale;
import java.util.Set;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.grid.Grid;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.radiobutton.RadioButtonGroup;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.router.QueryParameters;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

import org.lianbing.bank.Interaction;
import org.lianbing.bank.ItemContent;
import org.lianbing.bank.ItemDraft;
import org.lianbing.bank.ItemHits;
import org.lianbing.bank.ItemId;
import org.lianbing.bank.ItemQuery;
import org.lianbing.bank.Items;
import org.lianbing.bank.Option;
import org.lianbing.bank.PartialCredit;
import org.lianbing.bank.Secrecy;
import org.lianbing.bank.exchange.ExportForecast;
import org.lianbing.bank.exchange.ExportSelection;
import org.lianbing.bank.exchange.ExportService;
import org.lianbing.base.Actor;
import org.lianbing.base.Role;
import org.lianbing.base.TradeId;
import org.lianbing.testing.TestCity;
import org.lianbing.testing.TestDrafts;
import org.lianbing.testing.ViewTest;
import org.lianbing.trade.Trades;

import static org.assertj.core.api.Assertions.assertThat;

class ExportDialogTest extends ViewTest {

    @Autowired
    TestCity city;

    @Autowired
    Trades trades;

    @Autowired
    Items items;

    @Autowired
    ExportService exports;

    private Actor trainer;
    private String mark;
    private ItemId truth;

    @BeforeEach
    void items() {
        trainer = city.actor(city.enterprise(), Role.TRAINER);
        mark = "导出" + city.number() + "号";
        city.actAs(trainer.person());
        UI.getCurrent().setLocale(Locale.SIMPLIFIED_CHINESE);
        truth = draft(mark + "判断。", new Interaction.TrueFalse(true));
        draft(mark + "多少？", new Interaction.Numeric(BigDecimal.TEN, BigDecimal.ONE, "V"));
        draft(mark + "排一排", new Interaction.Ordering(List.of("停电", "验电", "接地")));
    }

    @Test
    void whatASearchFindsIsTakenAwayInAnyFormAndItsLossesAreSaidBefore() {
        UI.getCurrent().navigate("items", QueryParameters.of("q", mark));
        test(find(Button.class).withText("导出").single()).click();
        assertThat(find(Paragraph.class).withTextContaining("文件里有 3 题").exists())
                .isTrue();
        assertThat(find(Paragraph.class).withTextContaining("装不进这种格式").exists()).isFalse();
        form().setValue(ExportDialog.Form.GIFT);
        assertThat(find(Paragraph.class).withTextContaining("其中 2 题别的系统没有这种题型").exists())
                .isTrue();
        form().setValue(ExportDialog.Form.QTI);
        assertThat(find(Paragraph.class).withTextContaining("装不进这种格式").exists()).isFalse();
        assertThat(find(Paragraph.class).withTextContaining("其中").exists()).isFalse();
        assertThat(find(Anchor.class).withText("下载").single().getHref()).isNotBlank();
    }

    @Test
    void whatIsLostInPartIsCounted() {
        draft(mark + "几位？", new Interaction.Numeric(BigDecimal.TEN, BigDecimal.ONE, "V", 2));
        UI.getCurrent().navigate("items", QueryParameters.of("q", mark));
        test(find(Button.class).withText("导出").single()).click();
        form().setValue(ExportDialog.Form.QTI);
        assertThat(find(Paragraph.class).withTextContaining("其中 1 题有一部分装不进").exists())
                .isTrue();
    }

    @Test
    void whatIsScoredOtherwiseThereIsSaid() {
        TradeId trade = trades.find("fitter").orElseThrow().id();
        ItemDraft plain = TestDrafts.item(
                trade,
                mark + "哪些？",
                new Interaction.MultipleChoice(List.of(
                        new Option("甲", true, null), new Option("乙", true, null), new Option("丙", false, null))),
                Secrecy.RESERVED);
        ItemContent content = plain.content();
        items.draft(
                trainer,
                new ItemDraft(
                        null,
                        trade,
                        plain.levels(),
                        plain.points(),
                        new ItemContent(content.stem(), content.interaction(), "", 2, PartialCredit.ALL_OR_NOTHING),
                        plain.secrecy(),
                        plain.origin()));
        UI.getCurrent().navigate("items", QueryParameters.of("q", mark));
        test(find(Button.class).withText("导出").single()).click();
        form().setValue(ExportDialog.Form.MOODLE);
        assertThat(find(Paragraph.class).withTextContaining("其中 1 题：那边判分不同").exists())
                .isTrue();
        form().setValue(ExportDialog.Form.QTI);
        assertThat(find(Paragraph.class).withTextContaining("判分不同").exists()).isFalse();
    }

    @Test
    @SuppressWarnings("unchecked")
    void orOnlyWhatIsChosen() {
        UI.getCurrent().navigate("items", QueryParameters.of("q", mark));
        Grid<ItemHits.Hit> grid = (Grid<ItemHits.Hit>) find(Grid.class).single();
        grid.asMultiSelect()
                .select(grid.getLazyDataView()
                        .getItems()
                        .filter(hit -> hit.item().id().equals(truth))
                        .toList());
        test(find(Button.class).withText("导出").single()).click();
        RadioButtonGroup<Boolean> which = (RadioButtonGroup<Boolean>)
                find(RadioButtonGroup.class).withLabel("导出哪些").single();
        assertThat(which.getValue()).isFalse();
        assertThat(find(Paragraph.class).withTextContaining("文件里有 1 题").exists())
                .isTrue();
        which.setValue(true);
        assertThat(find(Paragraph.class).withTextContaining("文件里有 3 题").exists())
                .isTrue();
    }

    /** Ids that somebody learned do not open the items of another trade or unit. */
    @Test
    void whoMayNotReadAnItemDoesNotExportIt() {
        Actor stranger = city.actor(city.enterprise(), Role.TRAINER);
        city.actAs(stranger.person());
        ExportSelection selection = new ExportSelection(
                new ItemQuery("", null, null, null, null), Set.of(), List.of(truth), java.util.Map.of());
        assertThat(exports.forecast(stranger, exports.format("yaml"), selection))
                .isEqualTo(new ExportForecast(0, 0, 0, java.util.Map.of()));
    }

    @SuppressWarnings("unchecked")
    private Select<ExportDialog.Form> form() {
        return (Select<ExportDialog.Form>) find(Select.class).withLabel("导成什么").single();
    }

    private ItemId draft(String stem, Interaction interaction) {
        TradeId trade = trades.find("fitter").orElseThrow().id();
        return items.draft(trainer, TestDrafts.item(trade, stem, interaction, Secrecy.RESERVED));
    }
}
