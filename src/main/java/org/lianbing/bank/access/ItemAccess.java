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
import org.lianbing.bank.store.SealedRows;
import org.lianbing.base.Actor;
import org.lianbing.base.Grant;
import org.lianbing.base.Problem;
import org.lianbing.base.Role;
import org.lianbing.base.TradeId;
import org.lianbing.base.UnitId;
import org.lianbing.organization.Units;

/**
 * Decides who may read an item with its key, and who may change it. A trainer or reviewer reads the items of their
 * trades: those of units they were granted for, common ones, and what other units share. A sealed item is read and
 * changed by its setters alone, whatever else somebody is.
 */
@Component
public class ItemAccess {

    private static final List<Role> READERS = List.of(Role.TRAINER, Role.REVIEWER);

    private final ObjectProvider<ItemUses> uses;
    private final SealedRows sealed;
    private final Units units;

    ItemAccess(ObjectProvider<ItemUses> uses, SealedRows sealed, Units units) {
        this.uses = uses;
        this.sealed = sealed;
        this.units = units;
    }

    /** Those of the items that stand in a form whose keys are not released. */
    public Set<ItemId> underEmbargo(Collection<ItemId> items) {
        if (items.isEmpty()) {
            return Set.of();
        }
        return uses.stream().flatMap(use -> use.underEmbargo(items).stream()).collect(Collectors.toUnmodifiableSet());
    }

    /** All items that stand in a form whose keys are not released. */
    public Set<ItemId> keptFromCandidates(Collection<ItemId> items) {
        return uses.stream()
                .flatMap(use -> use.keptFromCandidates(items).stream())
                .collect(Collectors.toUnmodifiableSet());
    }

    /** All items under embargo. */
    public Set<ItemId> underEmbargo() {
        return uses.stream().flatMap(use -> use.underEmbargo().stream()).collect(Collectors.toUnmodifiableSet());
    }

    /**
     * Demands that the actor may read the item with its key.
     *
     * @throws Problem not found for who may not, a conflict while a form holds it
     */
    public void requireReadable(Actor actor, ItemRow row) {
        if (!mayRead(actor, row, new UnitScope(actor, units))) {
            throw Problem.notFound("base.not-found");
        }
        if (!underEmbargo(Set.of(row.id())).isEmpty()) {
            throw Problem.conflict("bank.embargo");
        }
    }

    /** Those of the items that the actor may see in a list: what they may read, but nothing sealed. */
    public List<ItemRow> listed(Actor actor, List<ItemRow> rows) {
        Set<ItemId> held = underEmbargo(rows.stream().map(ItemRow::id).toList());
        UnitScope scope = new UnitScope(actor, units);
        return rows.stream()
                .filter(row ->
                        row.secrecy() != Secrecy.SEALED && mayRead(actor, row, scope) && !held.contains(row.id()))
                .toList();
    }

    /**
     * Demands a role for the item: TRAINER to write, REVIEWER to decide. What another unit shares may be read and
     * reviewed, and is written only there. The setters of a sealed item do both.
     *
     * @throws Problem not found for who may not know of it, forbidden for who may only read it
     */
    public void require(Actor actor, ItemRow row, Role role) {
        UnitScope scope = new UnitScope(actor, units);
        if (!mayRead(actor, row, scope)) {
            throw Problem.notFound("base.not-found");
        }
        if (row.secrecy() == Secrecy.SEALED) {
            return;
        }
        if (!actor.hasFor(role, row.trade())) {
            throw Problem.forbidden("base.forbidden");
        }
        if (role == Role.TRAINER ? !scope.owns(row, role) : !scope.reaches(row, List.of(role))) {
            throw Problem.forbidden("bank.other-unit", row.code());
        }
    }

    /** Those of the items that the actor may change now: as {@link #require} says for a trainer, and not held by a form. */
    public Set<ItemId> writable(Actor actor, Collection<ItemRow> rows) {
        UnitScope scope = new UnitScope(actor, units);
        Set<ItemId> held = underEmbargo(rows.stream().map(ItemRow::id).toList());
        return rows.stream()
                .filter(row -> !held.contains(row.id()) && mayWrite(actor, row, scope))
                .map(ItemRow::id)
                .collect(Collectors.toUnmodifiableSet());
    }

    private boolean mayWrite(Actor actor, ItemRow row, UnitScope scope) {
        return mayRead(actor, row, scope)
                && (row.secrecy() == Secrecy.SEALED
                        || (actor.hasFor(Role.TRAINER, row.trade()) && scope.owns(row, Role.TRAINER)));
    }

    /** Whether the person may decide on an item that is not sealed. */
    public boolean mayReview(Actor actor, ItemRow row) {
        return row.secrecy() != Secrecy.SEALED && new UnitScope(actor, units).reaches(row, List.of(Role.REVIEWER));
    }

    /** The unit that a new item of the actor's is of: theirs where they were granted for it, else the first they were. */
    public UnitId unitOfNew(Actor actor, TradeId trade) {
        List<UnitId> granted = actor.grants().stream()
                .filter(grant -> grant.role() == Role.TRAINER && grant.reaches(trade))
                .map(Grant::unit)
                .toList();
        return granted.isEmpty() || granted.contains(actor.unit()) ? actor.unit() : granted.getFirst();
    }

    private boolean mayRead(Actor actor, ItemRow row, UnitScope scope) {
        if (row.secrecy() == Secrecy.SEALED) {
            boolean works = actor.hasFor(Role.TRAINER, row.trade()) || actor.hasFor(Role.REVIEWER, row.trade());
            return works && row.sealedSet() != null && sealed.isSetter(row.sealedSet(), actor.person());
        }
        return scope.reaches(row, READERS);
    }
}
