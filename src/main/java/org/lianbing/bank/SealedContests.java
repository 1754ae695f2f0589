package org.lianbing.bank;

import java.time.Clock;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

import org.lianbing.account.Accounts;
import org.lianbing.bank.access.SealedLooks;
import org.lianbing.bank.store.ItemRows;
import org.lianbing.bank.store.SealedContestRows;
import org.lianbing.bank.store.SealedRows;
import org.lianbing.base.Actor;
import org.lianbing.base.AuditLog;
import org.lianbing.base.Level;
import org.lianbing.base.PersonId;
import org.lianbing.base.Problem;
import org.lianbing.base.Role;
import org.lianbing.base.TradeId;

/**
 * Sealed sets in contests. Setters permit organizers to let one contest draw from a set; those learn its name and its
 * numbers, never its content. Who is not permitted is not told that a set exists, whatever else they are.
 */
@Service
public class SealedContests {

    private final SealedSets sets;
    private final SealedRows rows;
    private final SealedContestRows contests;
    private final ItemRows items;
    private final SealedLooks looks;
    private final Pool pool;
    private final Accounts accounts;
    private final AuditLog audit;
    private final Clock clock;

    SealedContests(
            SealedSets sets,
            SealedRows rows,
            SealedContestRows contests,
            ItemRows items,
            SealedLooks looks,
            Pool pool,
            Accounts accounts,
            AuditLog audit,
            Clock clock) {
        this.sets = sets;
        this.rows = rows;
        this.contests = contests;
        this.items = items;
        this.looks = looks;
        this.pool = pool;
        this.accounts = accounts;
        this.audit = audit;
        this.clock = clock;
    }

    /** A setter lets an organizer draw from the set. */
    @Transactional
    public void permit(Actor setter, SealedSetId id, PersonId organizer) {
        SealedSet set = sets.locked(setter, id);
        Actor person = accounts.actor(organizer)
                .filter(found -> found.has(Role.ORGANIZER))
                .orElseThrow(() -> Problem.invalid("bank.sealed.organizer").with("field", "organizers"));
        contests.permit(id, organizer, setter.person(), clock.instant());
        record(setter, "sealed.organizer-permitted", set, person.name());
    }

    /** A setter takes that back; a contest that was opened keeps its paper. */
    @Transactional
    public void forbid(Actor setter, SealedSetId id, PersonId organizer) {
        SealedSet set = sets.locked(setter, id);
        if (!set.organizers().contains(organizer)) {
            throw Problem.notFound("base.not-found");
        }
        contests.forbid(id, organizer);
        record(
                setter,
                "sealed.organizer-forbidden",
                set,
                accounts.actor(organizer).map(Actor::name).orElse(""));
    }

    /** A setter says what the items become when the contest's results and keys come out: open or reserved. */
    @Transactional
    public void decideAfter(Actor setter, SealedSetId id, Secrecy to) {
        SealedSet set = sets.locked(setter, id);
        SealedSets.requireSealed(set);
        SealedSets.requireReleasable(to);
        contests.decideAfter(id, to);
        record(setter, "sealed.after-contest", set, to.name());
    }

    /** The sets that the organizer may draw from and no contest has taken, by name, with what a contest could draw. */
    @Transactional(readOnly = true)
    public List<SealedShare> drawable(
            Actor organizer, TradeId trade, Collection<Level> levels, Collection<TradeId> foundations) {
        if (!organizer.has(Role.ORGANIZER)) {
            return List.of();
        }
        return contests.permitted(organizer.person()).stream()
                .map(set -> new SealedShare(
                        set.id(),
                        set.title(),
                        pool.forSealed(set.id(), trade, levels, foundations).stream()
                                .collect(Collectors.groupingBy(PoolItem::type, Collectors.summingInt(item -> 1)))))
                .toList();
    }

    /**
     * Demands that the organizer may draw from all of these sets.
     *
     * @throws Problem not found for one that they were not permitted or that does not exist
     */
    @Transactional(readOnly = true)
    public void requirePermitted(Actor organizer, Collection<SealedSetId> ids) {
        for (SealedSetId id : ids) {
            if (!organizer.has(Role.ORGANIZER) || !contests.isPermitted(id, organizer.person())) {
                throw Problem.notFound("bank.sealed.not-permitted").with("field", "sealedSet");
            }
        }
    }

    /**
     * Demands that the organizer may draw from all of these sets and that no contest has taken one of them: of what stands
     * in a paper nothing is told any more, not even numbers.
     *
     * @throws Problem not found for one that they were not permitted, that is taken or released, or that does not exist
     */
    @Transactional(readOnly = true)
    public void requireDrawable(Actor organizer, Collection<SealedSetId> ids) {
        requirePermitted(organizer, ids);
        if (!ids.isEmpty()
                && !contests.permitted(organizer.person()).stream()
                        .map(SealedSet::id)
                        .toList()
                        .containsAll(ids)) {
            throw Problem.notFound("bank.sealed.not-permitted").with("field", "sealedSet");
        }
    }

    /**
     * A contest takes a set for itself alone and may now draw from it.
     *
     * @throws Problem not found for who was not permitted, a conflict where it was released or another contest has it
     */
    @Transactional
    public void take(Actor organizer, SealedSetId id, DrawingContest contest) {
        requirePermitted(organizer, List.of(id));
        SealedSet set = rows.lock(id).orElseThrow(() -> Problem.notFound("base.not-found"));
        SealedSets.requireSealed(set);
        if (!set.free()) {
            throw Problem.conflict("bank.sealed.taken", set.title());
        }
        contests.take(id, contest);
        record(organizer, "sealed.taken", set, contest.title());
    }

    /** A contest was taken back before it began; the set is free for another. */
    @Transactional
    public void giveBack(Actor organizer, SealedSetId id, DrawingContest contest) {
        SealedSet set = rows.lock(id).orElseThrow(() -> Problem.notFound("base.not-found"));
        if (set.sealed() && contests.giveBack(id, contest.id())) {
            record(organizer, "sealed.given-back", set, contest.title());
        }
    }

    /**
     * The results of the contest came out: its set is released. What candidates may not see even now stays reserved,
     * whatever the setters decided. For other modules; checks no role, idempotent.
     *
     * @param keysShown whether candidates see keys and explanations
     */
    @Transactional
    public void release(SealedSetId id, DrawingContest contest, boolean keysShown) {
        SealedSet set = rows.lock(id).orElseThrow(() -> Problem.notFound("base.not-found"));
        DrawingContest own = set.contest();
        if (own != null && own.id().equals(contest.id())) {
            sets.releaseWithContest(id, keysShown ? set.afterContest() : Secrecy.RESERVED);
        }
    }

    /** Who knows of the content of a set: its setters, and whoever looked at an item of it. For other modules. */
    @Transactional(readOnly = true)
    public Set<PersonId> readers(SealedSetId id) {
        return contests.readers(id);
    }

    /** The sets that hold some of these items sealed still. For other modules. */
    @Transactional(readOnly = true)
    public Set<SealedSetId> holding(Collection<ItemId> items) {
        return items.isEmpty() ? Set.of() : contests.holding(items);
    }

    /** Whether the person is a setter of each of these sets. For other modules. */
    @Transactional(readOnly = true)
    public boolean isSetterOf(PersonId person, Collection<SealedSetId> ids) {
        return ids.stream().allMatch(id -> rows.isSetter(id, person));
    }

    /** Notes that somebody is shown what is in force of these items, as far as they are sealed. For other modules. */
    public void looked(Actor actor, Collection<ItemId> those) {
        items.find(those).values().forEach(row -> looks.seen(actor, row, row.published()));
    }

    private void record(Actor actor, String action, SealedSet set, String about) {
        audit.record(actor, action, "sealed-set", set.id().value(), set.title() + " · " + about);
    }
}
