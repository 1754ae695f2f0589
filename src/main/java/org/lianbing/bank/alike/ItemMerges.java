package org.lianbing.bank.alike;

import java.time.Clock;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

import org.lianbing.bank.ItemDraft;
import org.lianbing.bank.ItemId;
import org.lianbing.bank.ItemReach;
import org.lianbing.bank.ItemRules;
import org.lianbing.bank.ItemState;
import org.lianbing.bank.ItemVersionId;
import org.lianbing.bank.Secrecy;
import org.lianbing.bank.access.ItemAccess;
import org.lianbing.bank.alike.store.MergeTable;
import org.lianbing.bank.lifecycle.ItemDocuments;
import org.lianbing.bank.lifecycle.ItemLifecycle;
import org.lianbing.bank.store.InForceRows;
import org.lianbing.bank.store.ItemRow;
import org.lianbing.bank.store.ItemRow.RetiredBy;
import org.lianbing.bank.store.ItemRows;
import org.lianbing.bank.store.VersionRow;
import org.lianbing.bank.store.VersionRows;
import org.lianbing.base.Actor;
import org.lianbing.base.AuditLog;
import org.lianbing.base.Level;
import org.lianbing.base.Problem;
import org.lianbing.base.Role;
import org.lianbing.trade.PointId;

/**
 * Makes one item of several that ask the same. One is kept; the others are retired and point to it. Their versions,
 * their history and what was delivered of them stay as they are; what they tested is proposed for the kept item.
 */
@Service
public class ItemMerges {

    private static final int MOST_POINTS = 4;

    private final MergeTable merges;
    private final ItemRows items;
    private final InForceRows inForce;
    private final VersionRows versions;
    private final ItemReach reach;
    private final ItemAccess access;
    private final ItemRules rules;
    private final ItemLifecycle lifecycle;
    private final ItemDocuments documents;
    private final AuditLog audit;
    private final Clock clock;

    ItemMerges(
            MergeTable merges,
            ItemRows items,
            InForceRows inForce,
            VersionRows versions,
            ItemReach reach,
            ItemAccess access,
            ItemRules rules,
            ItemLifecycle lifecycle,
            ItemDocuments documents,
            AuditLog audit,
            Clock clock) {
        this.merges = merges;
        this.items = items;
        this.inForce = inForce;
        this.versions = versions;
        this.reach = reach;
        this.access = access;
        this.rules = rules;
        this.lifecycle = lifecycle;
        this.documents = documents;
        this.audit = audit;
        this.clock = clock;
    }

    /**
     * Keeps one item and retires the others into it. Where they have levels or points that the kept one lacks, a new
     * version with all of them (points up to four) is proposed for review.
     *
     * @param reason in the words of the one who decides; may be empty
     * @throws Problem where one of them may not be read, is retired, or belongs to another trade
     */
    @Transactional
    public Merge merge(Actor actor, ItemId keep, Set<ItemId> others, String reason) {
        if (others.isEmpty() || others.contains(keep)) {
            throw Problem.invalid("bank.alike.two").with("field", "merged");
        }
        Map<ItemId, ItemRow> rows =
                items.lock(Stream.concat(Stream.of(keep), others.stream()).toList());
        ItemRow kept = mergeable(actor, rows, keep, null);
        List<ItemRow> retired = others.stream()
                .map(item -> mergeable(actor, rows, item, kept))
                .sorted(Comparator.comparing(ItemRow::code))
                .toList();
        ItemVersionId proposed = proposeUnion(actor, kept, retired);
        for (ItemRow row : retired) {
            ItemRow resting = row.proposed() == null ? row : row.proposing(row.proposed(), ItemState.DRAFT);
            lifecycle.retire(resting, RetiredBy.PERSON);
        }
        merges.point(others, keep);
        Merge merge = new Merge(
                MergeId.next(),
                keep,
                retired.stream().map(ItemRow::id).toList(),
                kept.trade(),
                actor.person(),
                clock.instant(),
                reason.strip(),
                proposed,
                null);
        merges.insert(merge, retired, kept);
        documents.refresh(rows.keySet());
        audit.record(actor, "item.merged", "item", keep.value(), said(kept, retired));
        return merge;
    }

    /**
     * Takes a merge back: the others stand where they stood, with what was written of them meanwhile. What was proposed
     * for the kept item goes too, unless it was published or changed meanwhile.
     */
    @Transactional
    public Merge undo(Actor actor, MergeId id) {
        Merge merge = merges.lock(id).orElseThrow(() -> Problem.notFound("base.not-found"));
        Map<ItemId, ItemRow> rows = items.lock(touched(merge));
        ItemRow kept = Objects.requireNonNull(rows.get(merge.kept()));
        access.require(actor, kept, Role.REVIEWER);
        if (merge.undoneAt() != null) {
            throw Problem.conflict("bank.alike.undone");
        }
        List<ItemRow> back = new ArrayList<>();
        for (MergeTable.Before before : merges.before(id)) {
            ItemRow row = Objects.requireNonNull(rows.get(before.item()));
            boolean here =
                    merges.mergedInto(row.id()).filter(merge.kept()::equals).isPresent();
            if (row.state() == ItemState.RETIRED && here) {
                back.add(lifecycle.putBack(
                        proposedSince(row, merge)
                                ? row.restored()
                                : row.standingAgain(before.state(), before.proposalState())));
            }
        }
        if (merge.proposed() != null && merge.proposed().equals(kept.proposed())) {
            withdraw(kept, merges.proposalBefore(id));
        }
        merges.undo(id, actor.person(), clock.instant());
        documents.refresh(rows.keySet());
        audit.record(actor, "item.merge-undone", "item", merge.kept().value(), said(kept, back));
        return merge;
    }

    /** Whether somebody wrote a new version of an item after it was merged: that one stays where it stands. */
    private boolean proposedSince(ItemRow row, Merge merge) {
        ItemVersionId proposed = row.proposed();
        return proposed != null
                && Objects.requireNonNull(versions.find(Set.of(proposed)).get(proposed))
                        .madeAt()
                        .isAfter(merge.at());
    }

    private static Set<ItemId> touched(Merge merge) {
        Set<ItemId> touched = new HashSet<>(merge.retired());
        touched.add(merge.kept());
        return touched;
    }

    /** The newest merges of items that the actor may read. */
    @Transactional(readOnly = true)
    public List<Merge> newest(Actor actor, int limit) {
        actor.require(Role.TRAINER, Role.REVIEWER);
        List<Merge> newest = merges.newest(limit);
        Set<ItemId> all = newest.stream()
                .flatMap(merge -> Stream.concat(Stream.of(merge.kept()), merge.retired().stream()))
                .collect(Collectors.toSet());
        Set<ItemId> readable = reach.readable(actor, List.copyOf(items.find(all).values())).stream()
                .map(ItemRow::id)
                .collect(Collectors.toSet());
        return newest.stream()
                .filter(merge -> readable.contains(merge.kept()) && readable.containsAll(merge.retired()))
                .toList();
    }

    /** The item that a retired one lives on in, where the actor may read it. */
    @Transactional(readOnly = true)
    public Optional<ItemId> mergedInto(Actor actor, ItemId item) {
        return merges.mergedInto(item)
                .flatMap(items::find)
                .filter(row -> !reach.readable(actor, List.of(row)).isEmpty())
                .map(ItemRow::id);
    }

    private ItemRow mergeable(Actor actor, Map<ItemId, ItemRow> rows, ItemId item, @Nullable ItemRow kept) {
        ItemRow row = rows.get(item);
        if (row == null) {
            throw Problem.notFound("base.not-found");
        }
        reach.requireReadable(actor, row);
        if (row.secrecy() == Secrecy.SEALED) {
            throw Problem.notFound("base.not-found");
        }
        access.require(actor, row, Role.REVIEWER);
        if (row.state() == ItemState.RETIRED) {
            throw Problem.conflict("bank.alike.retired", row.code());
        }
        if (kept != null && !kept.trade().equals(row.trade())) {
            throw Problem.invalid("bank.alike.other-trade", row.code(), kept.code())
                    .with("field", "merged");
        }
        return row;
    }

    /** A version of the kept item with what the others were for; null where it has that already. */
    private @Nullable ItemVersionId proposeUnion(Actor actor, ItemRow kept, List<ItemRow> others) {
        VersionRow own = telling(kept);
        List<VersionRow> theirs = others.stream().map(this::telling).toList();
        Set<Level> levels = new LinkedHashSet<>(own.levels());
        Set<PointId> points = new LinkedHashSet<>(own.points());
        theirs.forEach(version -> levels.addAll(version.levels()));
        theirs.forEach(version -> points.addAll(sorted(version.points())));
        Set<PointId> most = points.stream().limit(MOST_POINTS).collect(Collectors.toCollection(LinkedHashSet::new));
        if (levels.equals(own.levels()) && most.equals(own.points())) {
            return null;
        }
        ItemDraft draft =
                new ItemDraft(kept.code(), kept.trade(), levels, most, own.content(), own.secrecy(), own.origin());
        rules.check(draft);
        ItemState at = kept.proposalState() == ItemState.DRAFT ? ItemState.DRAFT : ItemState.IN_REVIEW;
        String why = others.stream().map(ItemRow::code).collect(Collectors.joining(" + ", "+ ", ""));
        return lifecycle.propose(kept, draft, actor.person(), why, at).proposed();
    }

    private static List<PointId> sorted(Collection<PointId> points) {
        return points.stream().sorted(Comparator.comparing(PointId::toString)).toList();
    }

    private void withdraw(ItemRow kept, MergeTable.Proposal before) {
        ItemVersionId version = before.version();
        ItemState state = before.state();
        if (version == null || state == null) {
            lifecycle.save(kept.withoutProposal());
            return;
        }
        ItemRow again = lifecycle.save(kept.proposing(version, state));
        if (again.published() == null) {
            VersionRow row = telling(again);
            inForce.put(again.id(), row.levels(), row.points());
        }
    }

    private VersionRow telling(ItemRow row) {
        ItemVersionId version = Objects.requireNonNull(row.proposed() == null ? row.published() : row.proposed());
        return Objects.requireNonNull(versions.find(Set.of(version)).get(version));
    }

    private static String said(ItemRow kept, Collection<ItemRow> others) {
        return others.stream().map(ItemRow::code).collect(Collectors.joining(" + ")) + " → " + kept.code();
    }
}
