package org.lianbing.bank.exchange;

import java.util.Collection;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;

import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

import org.lianbing.bank.ItemId;
import org.lianbing.bank.ItemState;
import org.lianbing.bank.exchange.store.OutcomeRows;
import org.lianbing.bank.review.Packets;
import org.lianbing.base.Actor;

/** What has become of an import since it was read: what is mapped, committed, in review and published. */
@Service
@PreAuthorize("hasRole('TRAINER')")
public class ImportOutcomes {

    private final ImportAccess access;
    private final OutcomeRows rows;

    ImportOutcomes(ImportAccess access, OutcomeRows rows) {
        this.access = access;
        this.rows = rows;
    }

    /** How far an import has come. */
    @Transactional(readOnly = true)
    public ImportOutcome of(Actor actor, ImportId id) {
        ImportId mine = access.get(actor, id).id();
        return new ImportOutcome(
                rows.unmapped(mine), rows.states(mine), rows.uncovered(mine), rows.waiting(mine, Packets.MOST));
    }

    /** Where the items stand that rows of an import of the actor have become. */
    @Transactional(readOnly = true)
    public Map<ItemId, ItemState> states(Actor actor, ImportId id, Collection<ImportRow> committed) {
        access.get(actor, id);
        return rows.states(
                committed.stream().map(ImportRow::item).filter(Objects::nonNull).collect(Collectors.toSet()));
    }
}
