package org.lianbing.bank.scratch;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

import org.lianbing.bank.ItemId;
import org.lianbing.bank.Secrecy;
import org.lianbing.bank.access.ItemAccess;
import org.lianbing.bank.access.SealedLooks;
import org.lianbing.bank.scratch.store.ScratchTable;
import org.lianbing.bank.store.ItemRow;
import org.lianbing.bank.store.ItemRows;
import org.lianbing.bank.store.SealedRows;
import org.lianbing.base.Actor;
import org.lianbing.base.Problem;
import org.lianbing.base.Role;

/**
 * Keeps what somebody types in the editor of items until it is saved or thrown away. It is for them alone; and they too
 * lose it from sight with the right to write the item.
 */
@Service
public class Scratches {

    /** How many one person may leave unsaved. */
    public static final int MOST = 50;

    static final Duration LIFE = Duration.ofDays(90);

    private final ScratchTable table;
    private final ItemRows rows;
    private final ItemAccess access;
    private final SealedRows sealed;
    private final SealedLooks looks;
    private final Clock clock;

    Scratches(ScratchTable table, ItemRows rows, ItemAccess access, SealedRows sealed, SealedLooks looks, Clock clock) {
        this.table = table;
        this.rows = rows;
        this.access = access;
        this.sealed = sealed;
        this.looks = looks;
        this.clock = clock;
    }

    /**
     * Keeps what was typed. Where another page went on with the same in the meantime, or threw it away, this is kept
     * beside it.
     *
     * @param before what this page kept last; null the first time
     * @throws Problem not found or forbidden for who may not write there; a conflict where {@link #MOST} are there
     */
    @Transactional
    public ScratchMark keep(Actor actor, @Nullable ScratchMark before, ScratchPlace place, Typed typed) {
        requireWriter(actor, place, typed);
        Instant now = clock.instant();
        if (before != null && table.update(actor.person(), before, typed, now)) {
            return new ScratchMark(before.id(), before.revision() + 1, now);
        }
        if (table.count(actor.person()) >= MOST) {
            throw Problem.conflict("bank.scratch.many", MOST);
        }
        ScratchMark made = new ScratchMark(ScratchId.next(), 1, now);
        table.insert(new Scratch(made, actor.person(), place, typed));
        return made;
    }

    /** What the actor left unsaved in that place and may still read, the latest first. */
    @Transactional(readOnly = true)
    public List<Scratch> waiting(Actor actor, ScratchPlace place) {
        return readable(actor, table.of(actor.person())).stream()
                .filter(scratch -> scratch.place().isWhere(place))
                .toList();
    }

    /**
     * One of the actor's own, to go on with. Of a sealed item that is a look at it.
     *
     * @throws Problem not found where it is not theirs, or the right to it has ended
     */
    @Transactional(readOnly = true)
    public Scratch get(Actor actor, ScratchId id) {
        Scratch scratch = readable(
                        actor, table.find(id, actor.person()).stream().toList())
                .stream()
                .findFirst()
                .orElseThrow(() -> Problem.notFound("base.not-found"));
        if (scratch.place() instanceof ScratchPlace.Existing place) {
            rows.find(place.item()).ifPresent(row -> looks.seen(actor, row, place.basedOn()));
        }
        return scratch;
    }

    /** All that the actor left unsaved and may still read, the latest first. */
    @Transactional(readOnly = true)
    public List<Unsaved> mine(Actor actor) {
        List<Scratch> all = readable(actor, table.of(actor.person()));
        Map<ItemId, ItemRow> items = rows.find(items(all));
        return all.stream().map(scratch -> unsaved(scratch, items)).toList();
    }

    /** Throws one of the actor's own away, or forgets it since it was saved; one that is gone already is fine. */
    @Transactional
    public void discard(Actor actor, ScratchId id) {
        table.delete(id, actor.person());
    }

    /** Forgets what nobody has touched for 90 days. */
    @Transactional
    public void sweep() {
        table.deleteBefore(clock.instant().minus(LIFE));
    }

    private void requireWriter(Actor actor, ScratchPlace place, Typed typed) {
        actor.requireFor(Role.TRAINER, typed.trade());
        switch (place) {
            case ScratchPlace.Existing existing -> {
                ItemRow row = rows.find(existing.item()).orElseThrow(() -> Problem.notFound("base.not-found"));
                access.require(actor, row, Role.TRAINER);
                access.requireReadable(actor, row);
            }
            case ScratchPlace.Sealed in -> {
                if (!sealed.isSetter(in.set(), actor.person())) {
                    throw Problem.notFound("base.not-found");
                }
            }
            case ScratchPlace.Fresh fresh -> {}
            case ScratchPlace.Commissioned commissioned -> {}
        }
    }

    /** Those that their owner may still read: asked anew every time, since rights end. */
    private List<Scratch> readable(Actor actor, List<Scratch> all) {
        Map<ItemId, ItemRow> items = rows.find(items(all));
        Set<ItemId> writable = access.writable(actor, items.values());
        return all.stream()
                .filter(scratch -> scratch.owner().equals(actor.person()))
                .filter(scratch -> switch (scratch.place()) {
                    case ScratchPlace.Existing place -> writable.contains(place.item());
                    case ScratchPlace.Sealed place ->
                        sealed.isSetter(place.set(), actor.person())
                                && actor.hasFor(Role.TRAINER, scratch.typed().trade());
                    case ScratchPlace.Fresh fresh ->
                        actor.hasFor(Role.TRAINER, scratch.typed().trade());
                    case ScratchPlace.Commissioned commissioned ->
                        actor.hasFor(Role.TRAINER, scratch.typed().trade());
                })
                .toList();
    }

    private static Set<ItemId> items(Collection<Scratch> all) {
        return all.stream()
                .map(Scratch::place)
                .filter(ScratchPlace.Existing.class::isInstance)
                .map(place -> ((ScratchPlace.Existing) place).item())
                .collect(Collectors.toSet());
    }

    private static Unsaved unsaved(Scratch scratch, Map<ItemId, ItemRow> items) {
        ItemRow row = scratch.place() instanceof ScratchPlace.Existing place ? items.get(place.item()) : null;
        boolean hidden =
                scratch.place() instanceof ScratchPlace.Sealed || (row != null && row.secrecy() == Secrecy.SEALED);
        return new Unsaved(
                scratch.mark().id(),
                scratch.place(),
                row == null ? "" : row.code(),
                hidden ? "" : scratch.typed().excerpt(),
                hidden,
                scratch.mark().keptAt());
    }
}
