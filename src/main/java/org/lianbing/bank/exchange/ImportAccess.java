package org.lianbing.bank.exchange;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

import org.lianbing.bank.exchange.store.ImportTable;
import org.lianbing.base.Actor;
import org.lianbing.base.Grant;
import org.lianbing.base.Problem;
import org.lianbing.base.Role;
import org.lianbing.base.TradeId;
import org.lianbing.trade.Trades;

/** Who may work on an import: who uploaded it, and whom they invited, as long as they teach its trade. */
@Component
class ImportAccess {

    private final ImportTable files;
    private final Trades trades;

    ImportAccess(ImportTable files, Trades trades) {
        this.files = files;
        this.trades = trades;
    }

    /** An import that the actor may see. */
    ImportFile get(Actor actor, ImportId id) {
        return files.find(id).filter(file -> isOpen(actor, file)).orElseThrow(() -> Problem.notFound("base.not-found"));
    }

    /** Whether the actor may see an import: its rows have the keys of its trade. */
    boolean isOpen(Actor actor, ImportFile file) {
        TradeId trade = file.settings().trade();
        return file.isOpenTo(actor.person())
                && (trade == null ? actor.has(Role.TRAINER) : actor.hasFor(Role.TRAINER, trade));
    }

    /** The same, kept from others until the transaction ends; all its rows must be there. */
    ImportFile locked(Actor actor, ImportId id) {
        files.lock(id);
        ImportFile file = get(actor, id);
        if (file.reading().status() != ImportStatus.OPEN) {
            throw Problem.conflict("exchange.reading-still");
        }
        return file;
    }

    /** Settings whose trade the actor teaches. */
    ImportSettings checked(Actor actor, ImportSettings settings) {
        actor.require(Role.TRAINER);
        TradeId trade = settings.trade() == null ? onlyTrade(actor) : settings.trade();
        if (trade != null) {
            demand(actor, trade);
        }
        return new ImportSettings(trade, settings.levels(), settings.secrecy());
    }

    /** Demands that the actor teaches the trade. */
    void demand(Actor actor, TradeId trade) {
        trades.get(trade);
        actor.requireFor(Role.TRAINER, trade);
    }

    private static @Nullable TradeId onlyTrade(Actor actor) {
        List<Grant> grants = actor.grants().stream()
                .filter(grant -> grant.role() == Role.TRAINER)
                .toList();
        Set<TradeId> taught =
                grants.stream().flatMap(grant -> grant.trades().stream()).collect(Collectors.toSet());
        boolean all = grants.stream().anyMatch(grant -> grant.trades().isEmpty());
        return !all && taught.size() == 1 ? taught.iterator().next() : null;
    }
}
