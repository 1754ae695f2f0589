package org.lianbing.bank.access;

import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

import org.lianbing.bank.ItemId;
import org.lianbing.bank.ItemUses;
import org.lianbing.bank.Secrecy;
import org.lianbing.bank.store.ItemRow;
import org.lianbing.base.Actor;
import org.lianbing.base.Problem;
import org.lianbing.base.Role;

/** Decides who may read an item with its key, and who may change it. */
@Component
public class ItemAccess {

    private final ObjectProvider<ItemUses> uses;

    ItemAccess(ObjectProvider<ItemUses> uses) {
        this.uses = uses;
    }

    /** Those of the items that stand in a form whose keys are not released. */
    public Set<ItemId> underEmbargo(Collection<ItemId> items) {
        if (items.isEmpty()) {
            return Set.of();
        }
        return uses.stream().flatMap(use -> use.underEmbargo(items).stream()).collect(Collectors.toUnmodifiableSet());
    }

    /** Demands that the actor may read the item with its key. */
    public void requireReadable(Actor actor, ItemRow row) {
        if (!hasGrant(actor, row)) {
            throw Problem.notFound("base.not-found");
        }
        if (!underEmbargo(Set.of(row.id())).isEmpty()) {
            throw Problem.conflict("bank.embargo");
        }
    }

    /** Those of the items that the actor may read. */
    public List<ItemRow> readable(Actor actor, List<ItemRow> rows) {
        Set<ItemId> held = underEmbargo(rows.stream().map(ItemRow::id).toList());
        return rows.stream()
                .filter(row -> hasGrant(actor, row) && !held.contains(row.id()))
                .toList();
    }

    /**
     * Demands a role for the item: TRAINER to write, REVIEWER to decide.
     *
     * @throws Problem not found for who may not know of it, forbidden for who holds the other role only
     */
    public void require(Actor actor, ItemRow row, Role role) {
        if (!actor.hasFor(Role.TRAINER, row.trade())) {
            actor.requireFor(Role.REVIEWER, row.trade());
        }
        if (!actor.hasFor(role, row.trade())) {
            throw Problem.forbidden("base.forbidden");
        }
    }

    /** Sealed items are for the reviewers of the trade alone, until a contest has setters of its own. */
    private static boolean hasGrant(Actor actor, ItemRow row) {
        boolean reviewer = actor.hasFor(Role.REVIEWER, row.trade());
        return reviewer || row.secrecy() != Secrecy.SEALED && actor.hasFor(Role.TRAINER, row.trade());
    }
}
