package org.lianbing.bank;

import java.time.Clock;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

import org.lianbing.account.Accounts;
import org.lianbing.bank.SealedSet.Entry;
import org.lianbing.bank.SealedSet.Look;
import org.lianbing.bank.access.ItemAccess;
import org.lianbing.bank.exchange.store.SealedImports;
import org.lianbing.bank.lifecycle.ItemDocuments;
import org.lianbing.bank.lifecycle.ItemLifecycle;
import org.lianbing.bank.scratch.store.ScratchTable;
import org.lianbing.bank.store.ItemRow;
import org.lianbing.bank.store.ItemRows;
import org.lianbing.bank.store.SealedRows;
import org.lianbing.base.Actor;
import org.lianbing.base.AuditLog;
import org.lianbing.base.PageOf;
import org.lianbing.base.PersonId;
import org.lianbing.base.Problem;
import org.lianbing.base.Role;

/**
 * Sealed sets: items for one contest that their named setters alone read, write and review, administrators excluded,
 * until the set is released. Who is no setter is not told that a set exists.
 */
@Service
public class SealedSets {

    /** Fewer would leave a set without four eyes. */
    public static final int LEAST_SETTERS = 2;

    private static final int LONGEST_TITLE = 60;

    private final SealedRows sets;
    private final ItemRows rows;
    private final Items items;
    private final ItemAccess access;
    private final ItemLifecycle lifecycle;
    private final ItemDocuments documents;
    private final ScratchTable scratches;
    private final SealedImports imports;
    private final Accounts accounts;
    private final ApplicationEventPublisher events;
    private final AuditLog audit;
    private final Clock clock;

    SealedSets(
            SealedRows sets,
            ItemRows rows,
            Items items,
            ItemAccess access,
            ItemLifecycle lifecycle,
            ItemDocuments documents,
            ScratchTable scratches,
            SealedImports imports,
            Accounts accounts,
            ApplicationEventPublisher events,
            AuditLog audit,
            Clock clock) {
        this.sets = sets;
        this.rows = rows;
        this.items = items;
        this.access = access;
        this.lifecycle = lifecycle;
        this.documents = documents;
        this.scratches = scratches;
        this.imports = imports;
        this.accounts = accounts;
        this.events = events;
        this.audit = audit;
        this.clock = clock;
    }

    /** A new set of the actor and at least one other, trainers or reviewers all. */
    @Transactional
    public SealedSetId create(Actor actor, String title, Collection<PersonId> setters) {
        actor.require(Role.TRAINER, Role.REVIEWER);
        String name = title.strip();
        if (name.isEmpty() || name.length() > LONGEST_TITLE) {
            throw Problem.invalid("bank.sealed.title", LONGEST_TITLE).with("field", "title");
        }
        Set<PersonId> all = new HashSet<>(setters);
        all.add(actor.person());
        if (all.size() < LEAST_SETTERS) {
            throw Problem.invalid("bank.sealed.two").with("field", "setters");
        }
        all.forEach(this::requireAble);
        SealedSetId id = SealedSetId.next();
        sets.insert(id, name, all, actor.person(), clock.instant());
        audit.record(actor, "sealed.created", "sealed-set", id.value(), name);
        return id;
    }

    /** The sets of which the actor is a setter. */
    @Transactional(readOnly = true)
    public List<SealedSet> mine(Actor actor) {
        return sets.of(actor.person());
    }

    /** A set of the actor's. */
    @Transactional(readOnly = true)
    public SealedSet get(Actor actor, SealedSetId id) {
        return sets.find(id, actor.person()).orElseThrow(() -> Problem.notFound("base.not-found"));
    }

    /** Its items without their content. */
    @Transactional(readOnly = true)
    public List<Entry> entries(Actor actor, SealedSetId id) {
        return sets.entries(get(actor, id).id());
    }

    /** Who looked at which item when, the newest first. */
    @Transactional(readOnly = true)
    public List<Look> looks(Actor actor, SealedSetId id, PageOf page) {
        return sets.looks(get(actor, id).id(), page);
    }

    /** One more setter. */
    @Transactional
    public void addSetter(Actor actor, SealedSetId id, PersonId setter) {
        SealedSet set = locked(actor, id);
        requireAble(setter);
        sets.addSetter(id, setter, actor.person(), clock.instant());
        audit.record(actor, "sealed.setter-added", "sealed-set", id.value(), set.title() + " · " + name(setter));
    }

    /** One setter fewer; two always remain. */
    @Transactional
    public void removeSetter(Actor actor, SealedSetId id, PersonId setter) {
        SealedSet set = locked(actor, id);
        if (!set.setters().contains(setter)) {
            throw Problem.notFound("base.not-found");
        }
        if (set.setters().size() <= LEAST_SETTERS) {
            throw Problem.conflict("bank.sealed.two");
        }
        sets.removeSetter(id, setter);
        scratches.deleteOfSetter(id, setter);
        audit.record(actor, "sealed.setter-removed", "sealed-set", id.value(), set.title() + " · " + name(setter));
    }

    /** A new item in a set; what the draft says of secrecy does not matter. */
    @Transactional
    public ItemId draft(Actor actor, SealedSetId id, ItemDraft draft) {
        requireSealed(locked(actor, id));
        return items.draft(actor, draft.sealed(), id);
    }

    /** Seals items that were never open to practice and that the actor may write. */
    @Transactional
    public void seal(Actor actor, SealedSetId id, Collection<ItemId> those) {
        requireSealed(locked(actor, id));
        for (ItemId item : those) {
            ItemRow row = rows.lock(item).orElseThrow(() -> Problem.notFound("base.not-found"));
            access.require(actor, row, Role.TRAINER);
            access.requireReadable(actor, row);
            if (row.secrecy() == Secrecy.SEALED) {
                throw Problem.conflict("bank.sealed.already", row.code());
            }
            if (row.published() != null && row.secrecy() == Secrecy.OPEN) {
                throw Problem.conflict("bank.sealed.was-open", row.code());
            }
            lifecycle.save(row.sealedIn(id));
            audit.record(actor, "sealed.item-sealed", "item", item.value(), row.code());
        }
        scratches.deleteOfOthers(id, those);
        imports.forget(those);
        documents.refresh(those);
    }

    /** A setter opens the set: to practice, or to exams of all trainers. */
    @Transactional
    public void release(Actor actor, SealedSetId id, Secrecy to) {
        SealedSet set = locked(actor, id);
        DrawingContest contest = set.contest();
        if (set.sealed() && contest != null) {
            throw Problem.conflict("bank.sealed.in-contest", contest.title());
        }
        release(set, to, actor.person());
        audit.record(actor, "sealed.released", "sealed-set", id.value(), set.title() + " · " + to);
    }

    /** The release of the contest that the set belongs to opens it; checks no role, idempotent. */
    @Transactional
    void releaseWithContest(SealedSetId id, Secrecy to) {
        SealedSet set = sets.lock(id).orElseThrow(() -> Problem.notFound("base.not-found"));
        if (set.sealed()) {
            release(set, to, null);
            audit.record("sealed.released", "sealed-set", id.value(), set.title() + " · " + to);
        }
    }

    private void release(SealedSet set, Secrecy to, @Nullable PersonId by) {
        requireReleasable(to);
        requireSealed(set);
        List<ItemId> those = sets.sealedItems(set.id());
        for (ItemId item : those) {
            ItemRow row = lifecycle.save(rows.lock(item).orElseThrow().released(to));
            if (row.state() == ItemState.PUBLISHED && row.published() != null) {
                events.publishEvent(new ItemPublished(item, row.published()));
            }
        }
        sets.release(set.id(), to, by, clock.instant());
        scratches.free(set.id());
        documents.refresh(those);
    }

    /** A set of the actor's, kept from others until the transaction ends. */
    SealedSet locked(Actor actor, SealedSetId id) {
        get(actor, id);
        SealedSet set = sets.lock(id).orElseThrow(() -> Problem.notFound("base.not-found"));
        if (!set.setters().contains(actor.person())) {
            throw Problem.notFound("base.not-found");
        }
        return set;
    }

    static void requireReleasable(Secrecy to) {
        if (to == Secrecy.SEALED) {
            throw Problem.invalid("bank.sealed.release-to").with("field", "to");
        }
    }

    static void requireSealed(SealedSet set) {
        if (!set.sealed()) {
            throw Problem.conflict("bank.sealed.released", set.title());
        }
    }

    private void requireAble(PersonId person) {
        boolean able = accounts.actor(person)
                .filter(found -> found.has(Role.TRAINER, Role.REVIEWER))
                .isPresent();
        if (!able) {
            throw Problem.invalid("bank.sealed.setter").with("field", "setters");
        }
    }

    private String name(PersonId person) {
        return accounts.actor(person).map(Actor::name).orElse("");
    }
}
