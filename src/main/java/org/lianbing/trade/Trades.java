package org.lianbing.trade;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;

import org.springframework.stereotype.Service;

import org.lianbing.base.Names;
import org.lianbing.base.Problem;
import org.lianbing.base.TradeId;

/** All trades, foundations and theme banks. */
@Service
public class Trades {

    private final Catalog catalog;

    Trades(Catalog catalog) {
        this.catalog = catalog;
    }

    /** All of them, by kind and their place in the file. */
    public List<Trade> all() {
        return catalog.now().trades;
    }

    /** Those of them all that are among these, in their order. */
    public List<Trade> among(Set<TradeId> ids) {
        return all().stream().filter(trade -> ids.contains(trade.id())).toList();
    }

    /** One; a problem if there is none. */
    public Trade get(TradeId id) {
        return first(trade -> trade.id().equals(id)).orElseThrow(() -> Problem.notFound("trade.not-found"));
    }

    /** Finds by id, code, name or alias, as people and programs write them; width and case do not matter. */
    public Optional<Trade> find(String text) {
        String wanted = text.strip();
        return first(trade -> trade.id().toString().equals(wanted) || Names.include(List.of(trade.code()), wanted))
                .or(() -> first(trade -> Names.include(List.of(trade.name(), trade.nameEn()), wanted)))
                .or(() -> first(trade -> Names.include(trade.names(), wanted)));
    }

    private Optional<Trade> first(Predicate<Trade> fits) {
        return all().stream().filter(fits).findFirst();
    }
}
