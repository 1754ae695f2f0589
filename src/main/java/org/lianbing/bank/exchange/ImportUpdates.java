package org.lianbing.bank.exchange;

import java.util.Optional;

import org.jspecify.annotations.Nullable;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

import org.lianbing.bank.Item;
import org.lianbing.bank.ItemId;
import org.lianbing.bank.Items;
import org.lianbing.bank.exchange.store.ImportRowTable;
import org.lianbing.base.Actor;
import org.lianbing.base.Problem;
import org.lianbing.base.TradeId;

/** Rows that become new versions of items that they nearly say, in place of items of their own. */
@Service
@PreAuthorize("hasRole('TRAINER')")
public class ImportUpdates {

    private static final int LONGEST_REASON = 200;

    private final ImportAccess access;
    private final ImportRowTable rows;
    private final Items items;
    private final RowSettling settling;

    ImportUpdates(ImportAccess access, ImportRowTable rows, Items items, RowSettling settling) {
        this.access = access;
        this.rows = rows;
        this.items = items;
        this.settling = settling;
    }

    /** The item that a row nearly says, where the actor may write a new version of it. */
    public Optional<Item> updatable(Actor actor, ImportRow row) {
        ItemId alike = row.alike();
        return alike == null || !items.mayRevise(actor, alike)
                ? Optional.empty()
                : Optional.of(items.get(actor, alike));
    }

    /**
     * A person says that a row becomes a new version of the item that it nearly says.
     *
     * @param reason why, kept with the version
     * @throws Problem forbidden where the actor may not write that item
     */
    @Transactional
    public ImportRow update(
            Actor actor, ImportId id, int number, @Nullable Integer version, ItemId item, String reason) {
        ImportFile file = access.locked(actor, id);
        ImportRow row = settling.open(actor, id, number, version);
        if (!item.equals(row.alike())) {
            throw Problem.conflict("exchange.update-whom", number);
        }
        Item changed = updatable(actor, row).orElseThrow(() -> Problem.forbidden("exchange.update-right"));
        TradeId trade = row.target().trade() == null
                ? file.settings().trade()
                : row.target().trade();
        if (!changed.trade().equals(trade)) {
            throw Problem.conflict("exchange.update-trade", changed.code());
        }
        if (rows.anotherUpdates(id, number, item)) {
            throw Problem.conflict("exchange.update-twice", changed.code());
        }
        String why = reason.strip();
        if (why.isEmpty() || why.length() > LONGEST_REASON) {
            throw Problem.invalid("exchange.update-reason", LONGEST_REASON).with("field", "reason");
        }
        return settling.settled(
                actor,
                id,
                row,
                row.with(row.standing().updating(item, changed.latest().id(), why))
                        .settled(row.duplicateOf(), row.kept(), false));
    }

    /** A person says that a row becomes an item of its own after all. */
    @Transactional
    public ImportRow separate(Actor actor, ImportId id, int number, @Nullable Integer version) {
        access.locked(actor, id);
        ImportRow row = settling.open(actor, id, number, version);
        return settling.settled(
                actor, id, row, row.with(row.standing().separate()).settled(row.duplicateOf(), row.kept(), false));
    }
}
