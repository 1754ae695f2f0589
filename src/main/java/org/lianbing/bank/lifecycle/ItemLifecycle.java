package org.lianbing.bank.lifecycle;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;

import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

import org.lianbing.bank.ItemDraft;
import org.lianbing.bank.ItemId;
import org.lianbing.bank.ItemPublished;
import org.lianbing.bank.ItemState;
import org.lianbing.bank.ItemVersionId;
import org.lianbing.bank.SealedSetId;
import org.lianbing.bank.store.InForceRows;
import org.lianbing.bank.store.ItemCodes;
import org.lianbing.bank.store.ItemRow;
import org.lianbing.bank.store.ItemRow.RetiredBy;
import org.lianbing.bank.store.ItemRows;
import org.lianbing.bank.store.VersionRow;
import org.lianbing.bank.store.VersionRows;
import org.lianbing.base.PersonId;
import org.lianbing.base.Problem;
import org.lianbing.base.TradeId;
import org.lianbing.base.UnitId;
import org.lianbing.trade.Trades;

/**
 * The steps of an item's life, whoever takes them. Each writes the row; the caller holds the transaction, has checked
 * who may, and lets the {@link ItemDocuments} follow.
 */
@Component
public class ItemLifecycle {

    private final ItemRows items;
    private final ItemCodes codes;
    private final InForceRows inForce;
    private final VersionRows versions;
    private final Trades trades;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    ItemLifecycle(
            ItemRows items,
            ItemCodes codes,
            InForceRows inForce,
            VersionRows versions,
            Trades trades,
            ApplicationEventPublisher events,
            Clock clock) {
        this.items = items;
        this.codes = codes;
        this.inForce = inForce;
        this.versions = versions;
        this.trades = trades;
        this.events = events;
        this.clock = clock;
    }

    /** A new item without a version yet, common to all. */
    public ItemRow create(ItemDraft draft) {
        return create(draft, null, null);
    }

    /** A new item without a version yet, of a unit; sealed in a set where its draft is. */
    public ItemRow create(ItemDraft draft, @Nullable SealedSetId sealed, @Nullable UnitId unit) {
        String code = draft.code() == null ? nextCode(draft) : draft.code();
        if (draft.code() != null && codes.taken(code)) {
            throw Problem.conflict("bank.code-taken", code).with("field", "code");
        }
        ItemRow row = ItemRow.blank(ItemId.next(), code, draft.trade(), draft.secrecy(), sealed, unit);
        items.insert(row, clock.instant());
        return row;
    }

    /**
     * Many new items with their first versions proposed, none of them sealed: what {@link #create} and {@link #propose}
     * do one by one.
     */
    public List<ItemId> createAll(List<NewItem> all, PersonId author, String reason, ItemState proposalState) {
        Instant now = clock.instant();
        Map<TradeId, Integer> next = new HashMap<>();
        all.stream()
                .collect(Collectors.groupingBy(one -> one.draft().trade(), Collectors.summingInt(one -> 1)))
                .forEach((trade, count) -> next.put(trade, codes.nextNumbers(trade, count)));
        List<ItemRow> rows = new ArrayList<>();
        List<VersionRow> firsts = new ArrayList<>();
        for (NewItem one : all) {
            ItemDraft draft = one.draft();
            int number = next.merge(draft.trade(), 1, Integer::sum) - 1;
            ItemRow row = ItemRow.blank(
                    ItemId.next(), code(draft.trade(), number), draft.trade(), draft.secrecy(), null, one.unit());
            VersionRow first = version(row.id(), 1, draft, author, reason, now);
            rows.add(row.proposing(first.id(), proposalState));
            firsts.add(first);
        }
        insertAll(rows, firsts, now);
        return rows.stream().map(ItemRow::id).toList();
    }

    /**
     * Many new items of the bank on disk, in force at once: what {@link #create} and {@link #publishFromDisk} do one by
     * one. Their codes are free.
     */
    public List<ItemId> publishAllFromDisk(List<ItemDraft> drafts, String reason) {
        Instant now = clock.instant();
        List<ItemRow> rows = new ArrayList<>();
        List<VersionRow> firsts = new ArrayList<>();
        for (ItemDraft draft : drafts) {
            ItemRow row = ItemRow.blank(
                    ItemId.next(), Objects.requireNonNull(draft.code()), draft.trade(), draft.secrecy(), null, null);
            VersionRow first = version(row.id(), 1, draft, null, reason, now);
            rows.add(row.seenOnDisk(first.hash()).publishing(first.id(), first.secrecy()));
            firsts.add(first);
        }
        insertAll(rows, firsts, now);
        firsts.forEach(first -> events.publishEvent(new ItemPublished(first.item(), first.id())));
        return rows.stream().map(ItemRow::id).toList();
    }

    private void insertAll(List<ItemRow> rows, List<VersionRow> firsts, Instant now) {
        items.insertAll(rows, now);
        versions.insertAll(firsts);
        inForce.putAll(firsts);
    }

    /**
     * An item to be made.
     *
     * @param draft what it says, without a code
     * @param unit whose it is
     */
    public record NewItem(ItemDraft draft, @Nullable UnitId unit) {}

    /** A new version, proposed as a draft or right away for review. An older proposal is put aside by it. */
    public ItemRow propose(
            ItemRow row, ItemDraft draft, @Nullable PersonId author, String reason, ItemState proposalState) {
        VersionRow version = newVersion(row.id(), draft, author, reason);
        ItemRow proposing = row.proposing(version.id(), proposalState);
        if (row.published() == null) {
            inForce.put(row.id(), version.levels(), version.points());
        }
        return save(proposing);
    }

    /** A new version that is in force at once: what stands in the bank on disk was reviewed there. */
    public ItemRow publishFromDisk(ItemRow row, ItemDraft draft, String reason) {
        return publish(row, newVersion(row.id(), draft, null, reason));
    }

    /** Puts a version in force. */
    public ItemRow publish(ItemRow row, VersionRow version) {
        ItemRow published = save(row.publishing(version.id(), version.secrecy()));
        inForce.put(row.id(), version.levels(), version.points());
        events.publishEvent(new ItemPublished(row.id(), version.id()));
        return published;
    }

    /** No longer delivered. */
    public ItemRow retire(ItemRow row, RetiredBy by) {
        return save(row.retired(by));
    }

    /** Lets an item stand as it stood before, with the levels and points that were then in force. */
    public ItemRow putBack(ItemRow before) {
        ItemRow saved = save(before);
        ItemVersionId telling = before.published() == null ? before.proposed() : before.published();
        VersionRow version =
                telling == null ? null : versions.find(Set.of(telling)).get(telling);
        if (version != null) {
            inForce.put(before.id(), version.levels(), version.points());
            if (before.state() == ItemState.PUBLISHED && before.published() != null) {
                events.publishEvent(new ItemPublished(before.id(), before.published()));
            }
        }
        return saved;
    }

    /** Writes the row. */
    public ItemRow save(ItemRow row) {
        items.update(row, clock.instant());
        return row;
    }

    private VersionRow newVersion(ItemId item, ItemDraft draft, @Nullable PersonId author, String reason) {
        VersionRow version = version(item, versions.nextNumber(item), draft, author, reason, clock.instant());
        versions.insert(version);
        return version;
    }

    private static VersionRow version(
            ItemId item, int number, ItemDraft draft, @Nullable PersonId author, String reason, Instant now) {
        return new VersionRow(
                ItemVersionId.next(),
                item,
                number,
                draft.content(),
                draft.levels(),
                draft.points(),
                draft.secrecy(),
                draft.origin(),
                VersionRow.hash(draft),
                author,
                reason,
                now);
    }

    /** Codes given here have a part of their own, so that they never meet those that authors give in files. */
    private String nextCode(ItemDraft draft) {
        return code(draft.trade(), codes.nextNumber(draft.trade()));
    }

    private String code(TradeId trade, int number) {
        return String.format(Locale.ROOT, "%s-c-%04d", trades.get(trade).code(), number);
    }
}
