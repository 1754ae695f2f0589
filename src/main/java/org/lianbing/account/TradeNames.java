package org.lianbing.account;

import java.util.List;
import java.util.Locale;
import java.util.Optional;

import org.lianbing.base.Names;
import org.lianbing.base.TradeId;

/**
 * What trades are called, so that people have one and roles can be granted for some of them. Implemented by whoever owns
 * the trades.
 */
public interface TradeNames {

    /**
     * A trade and its name in a language.
     *
     * @param names all it is called, in any language and by anybody
     */
    record TradeName(TradeId id, String name, List<String> names) {

        public TradeName {
            names = List.copyOf(names);
        }

        /** Whether what was typed so far may mean it. */
        public boolean isCalled(String typed) {
            return Names.contain(names, typed);
        }
    }

    /** All trades, in the order in which people expect them. */
    List<TradeName> all(Locale language);

    /** The trade that a person or a program means by an id, a code, a name or an alias. */
    Optional<TradeId> find(String text);
}
