package org.lianbing.paper;

import java.util.Collection;
import java.util.List;
import java.util.Set;

import org.springframework.stereotype.Service;

import org.lianbing.bank.ItemId;
import org.lianbing.bank.ItemUse;
import org.lianbing.bank.ItemUses;
import org.lianbing.bank.ItemVersionId;
import org.lianbing.base.Actor;
import org.lianbing.paper.store.EmbargoRows;

/** Knows which items stand in exam forms that are not released. Apart from {@link Forms}, which draws on the bank. */
@Service
public class Embargo implements ItemUses {

    private final EmbargoRows rows;

    Embargo(EmbargoRows rows) {
        this.rows = rows;
    }

    @Override
    public Set<ItemId> underEmbargo(Collection<ItemId> items) {
        return items.isEmpty() ? Set.of() : rows.closed(items);
    }

    @Override
    public Set<ItemId> keptFromCandidates(Collection<ItemId> items) {
        return items.isEmpty() ? Set.of() : rows.among(items);
    }

    @Override
    public Set<ItemId> underEmbargo() {
        return rows.all();
    }

    /** How many papers held each version, to whoever reads the item: of those alone whose answers are out. */
    @Override
    public List<ItemUse> uses(Actor reader, Collection<ItemVersionId> versions) {
        return versions.isEmpty()
                ? List.of()
                : rows.papersOut(versions).entrySet().stream()
                        .map(held -> ItemUse.counted(held.getKey(), "paper", held.getValue()))
                        .toList();
    }
}
