package org.lianbing.trade.ui;

import java.util.Collection;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.router.BeforeEnterEvent;
import org.jspecify.annotations.Nullable;
import org.springframework.modulith.NamedInterface;

import org.lianbing.base.TradeId;
import org.lianbing.trade.Trade;

/**
 * Narrows a list to one trade. The choice stands in the address as {@code trade=welder}, so that a link opens the same
 * list; where there are not two trades to choose among it is not shown.
 */
@NamedInterface("ui")
public class TradeFilter extends TradeBox {

    private static final String PARAMETER = "trade";

    /** @param changed called when a person has chosen a trade, or all of them again */
    public TradeFilter(Runnable changed) {
        mayStayEmpty(getTranslation("trade.filter.all"));
        setAriaLabel(getTranslation("trade.filter"));
        addClassName("trade-filter");
        addValueChangeListener(change -> {
            if (change.isFromClient()) {
                changed.run();
            }
        });
    }

    /** Offers these trades, and chooses the one among them that the address names. */
    public void offer(Collection<Trade> trades, BeforeEnterEvent event) {
        setItems(trades);
        setVisible(trades.size() > 1);
        event.getLocation()
                .getQueryParameters()
                .getSingleParameter(PARAMETER)
                .flatMap(code -> trades.stream()
                        .filter(trade -> trade.code().equals(code))
                        .findFirst())
                .ifPresent(this::setValue);
    }

    /** The trade that the list is narrowed to; null for all. */
    public @Nullable TradeId chosen() {
        return getValue() == null ? null : getValue().id();
    }

    /** Puts the path into the address, with what is chosen. */
    public void tell(String path) {
        UI.getCurrent()
                .getPage()
                .getHistory()
                .replaceState(
                        null,
                        getValue() == null
                                ? path
                                : path + "?" + PARAMETER + "=" + getValue().code());
    }
}
