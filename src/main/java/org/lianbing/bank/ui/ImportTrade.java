package org.lianbing.bank.ui;

import java.util.function.Consumer;

import org.jspecify.annotations.Nullable;

import org.lianbing.bank.exchange.ImportFile;
import org.lianbing.base.Actor;
import org.lianbing.trade.Trade;
import org.lianbing.trade.Trades;
import org.lianbing.trade.ui.TradeBox;

/** Of which trade the items of a file are; only those that one teaches can be chosen. */
class ImportTrade extends TradeBox {

    private final transient Trades trades;

    /** @param chosen called with what a person has chosen */
    ImportTrade(Trades trades, Actor actor, Consumer<Trade> chosen) {
        this.trades = trades;
        setPlaceholder(getTranslation("bankui.import.trade-needed"));
        setAriaLabel(getTranslation("bankui.trade"));
        setItems(ImportTools.taught(trades, actor));
        addValueChangeListener(change -> {
            if (change.isFromClient() && change.getValue() != null) {
                chosen.accept(change.getValue());
            }
        });
    }

    void show(ImportFile file) {
        setValue(of(file));
    }

    /** The trade that was settled for a file, if one was. */
    @Nullable
    Trade of(ImportFile file) {
        return file.settings().trade() == null
                ? null
                : trades.get(file.settings().trade());
    }
}
