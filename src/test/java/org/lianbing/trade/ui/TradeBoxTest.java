package org.lianbing.trade.ui;

import java.util.List;
import java.util.Locale;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.combobox.ComboBox;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import org.lianbing.base.Level;
import org.lianbing.base.TradeId;
import org.lianbing.testing.ViewTest;
import org.lianbing.trade.Trade;
import org.lianbing.trade.TradeKind;

import static org.assertj.core.api.Assertions.assertThat;

class TradeBoxTest extends ViewTest {

    private final Trade repair = trade("auto-repair", TradeKind.TRADE, "汽车维修工", "Automobile Mechanic", "修车", "汽修工");
    private final Trade welder = trade("welder", TradeKind.TRADE, "焊工", "Welder", "电焊工");
    private final Trade safety = trade("safety", TradeKind.FOUNDATION, "安全生产", "Work Safety");

    private TradeBox box;

    @BeforeEach
    void open() {
        box = new TradeBox("工种");
        box.setItems(List.of(welder, repair, safety));
        UI.getCurrent().add(box);
    }

    @Test
    void everydayNamesAndEnglishFindATrade() {
        assertThat(offered("修车")).containsExactly("汽车维修工");
        assertThat(offered("电焊")).containsExactly("焊工");
        assertThat(offered("WELD")).containsExactly("焊工");
        assertThat(offered("auto")).containsExactly("汽车维修工");
        assertThat(offered("钢琴")).isEmpty();
    }

    @Test
    void whatIsTypedTakesThePlaceOfWhatIsChosen() {
        assertThat(box.getElement().getProperty("autoselect", false)).isTrue();
    }

    @Test
    void nothingTypedOffersAllInTheirOrder() {
        assertThat(offered("")).containsExactly("焊工", "汽车维修工", "安全生产");
    }

    @Test
    void speaksTheLanguageOfThePerson() {
        UI.getCurrent().setLocale(Locale.ENGLISH);
        assertThat(offered("修车")).containsExactly("Automobile Mechanic");
    }

    @Test
    void knowsItsChoicesAndTakesOne() {
        assertThat(box.getListDataView().getItems()).containsExactly(welder, repair, safety);
        offered("修车");
        test(box).selectItem("汽车维修工");
        assertThat(box.getValue()).isEqualTo(repair);
    }

    @Test
    void aFilterCanBeEmptied() {
        assertThat(box.isClearButtonVisible()).isFalse();
        box.mayStayEmpty("全部工种");
        assertThat(box.isClearButtonVisible()).isTrue();
        assertThat(box.getPlaceholder()).isEqualTo("全部工种");
    }

    private List<String> offered(String typed) {
        ComboBox<Trade> shown = box;
        test(shown).setFilter(typed);
        return test(shown).getSuggestions();
    }

    private static Trade trade(String code, TradeKind kind, String name, String nameEn, String... aliases) {
        return new Trade(
                TradeId.next(),
                code,
                kind,
                null,
                name,
                nameEn,
                List.of(aliases),
                kind == TradeKind.TRADE ? List.of(Level.SENIOR) : List.of());
    }
}
