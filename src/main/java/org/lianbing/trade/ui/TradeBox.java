package org.lianbing.trade.ui;

import java.util.Collection;

import com.vaadin.flow.component.combobox.ComboBox;
import com.vaadin.flow.component.combobox.dataview.ComboBoxListDataView;
import com.vaadin.flow.data.renderer.LitRenderer;
import org.springframework.modulith.NamedInterface;

import org.lianbing.trade.Trade;
import org.lianbing.trade.TradeKind;

/**
 * Chooses a trade. It is found by its name in either language, by its code and by what people call it (修车, 电焊工), and
 * shown in the language of the person; foundations and themes say that they are none.
 */
@NamedInterface("ui")
public class TradeBox extends ComboBox<Trade> {

    private static final String CHOICE = """
            <span class="trade-choice"><span>${item.name}</span><span class="muted small">${item.kind}</span></span>""";

    /** Without a label; the caller sets one or an aria label. */
    public TradeBox() {
        // Who taps it and types means another trade, and not one whose name begins so.
        getElement().setProperty("autoselect", true);
        setItemLabelGenerator(trade -> trade.name(getLocale()));
        setRenderer(LitRenderer.<Trade>of(CHOICE)
                .withProperty("name", trade -> trade.name(getLocale()))
                .withProperty(
                        "kind",
                        trade -> trade.kind() == TradeKind.TRADE ? "" : getTranslation("trade.kind." + trade.kind())));
    }

    /** With a label, already translated. */
    public TradeBox(String label) {
        this();
        setLabel(label);
    }

    /** What may be chosen, in the order of the catalogue: trades, foundations, themes. */
    @Override
    public ComboBoxListDataView<Trade> setItems(Collection<Trade> trades) {
        return setItems(Trade::isCalled, trades);
    }

    /**
     * Lets the choice stay empty, with a cross to empty it.
     *
     * @param words what empty stands for, such as 全部工种
     */
    public void mayStayEmpty(String words) {
        setPlaceholder(words);
        setClearButtonVisible(true);
    }
}
