package org.lianbing.account;

import java.util.List;
import java.util.Locale;

import org.lianbing.base.TradeId;

/** What trades are called, so that roles can be granted for some of them. Implemented by whoever owns the trades. */
public interface TradeNames {

    /** A trade and its name in a language. */
    record TradeName(TradeId id, String name) {}

    /** All trades, in the order in which people expect them. */
    List<TradeName> all(Locale language);
}
