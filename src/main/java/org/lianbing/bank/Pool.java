package org.lianbing.bank;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;

import org.lianbing.bank.store.PoolRows;
import org.lianbing.bank.store.VersionRow;
import org.lianbing.bank.store.VersionRows;
import org.lianbing.base.Level;
import org.lianbing.base.TradeId;

/** The published items that papers and drills are drawn from. For other modules; checks no role. */
@Service
public class Pool {

    private final PoolRows rows;
    private final VersionRows versions;
    private final ItemReach reach;

    Pool(PoolRows rows, VersionRows versions, ItemReach reach) {
        this.rows = rows;
        this.versions = versions;
        this.reach = reach;
    }

    /**
     * What a drill may show: open items of the trade at the level (all levels where null) and of the foundations given,
     * without those under embargo.
     */
    public List<PoolItem> forPractice(TradeId trade, @Nullable Level level, Collection<TradeId> foundations) {
        return practicable(rows.inForce(trade, level, foundations, Secrecy.OPEN));
    }

    /**
     * What an exam may draw: open and reserved items that are answered on a screen, without those under embargo. A 案例
     * with a part that is not is left out like an item of that type.
     *
     * @param levels of the trade's own items, any of these; all levels where empty
     */
    public List<PoolItem> forExam(TradeId trade, Collection<Level> levels, Collection<TradeId> foundations) {
        return free(rows.answeredOnScreen(trade, levels, foundations, Secrecy.OPEN, Secrecy.RESERVED));
    }

    /** Those of the named items that an exam might draw, also those under embargo: for counting them alike. */
    public List<PoolItem> namedForExam(
            Set<ItemId> named, TradeId trade, Collection<Level> levels, Collection<TradeId> foundations) {
        return named.isEmpty()
                ? List.of()
                : rows.answeredOnScreen(trade, levels, foundations, Secrecy.OPEN, Secrecy.RESERVED).stream()
                        .filter(item -> named.contains(item.item()))
                        .toList();
    }

    /** What a contest may draw of a sealed set: as {@link #forExam}, of this set alone. {@link SealedContests} says who. */
    public List<PoolItem> forSealed(
            SealedSetId set, TradeId trade, Collection<Level> levels, Collection<TradeId> foundations) {
        return free(rows.sealed(set, trade, levels, foundations));
    }

    /** The published, open items among these, in force and not under embargo: for doing again what went wrong. */
    public List<PoolItem> practicable(Collection<ItemId> items) {
        return practicable(rows.inForce(items, Secrecy.OPEN));
    }

    /** The same of one trade or foundation. */
    public List<PoolItem> practicable(Collection<ItemId> items, TradeId trade) {
        return practicable(rows.inForce(items, trade, Secrecy.OPEN));
    }

    /** Frozen contents by version, published or superseded. */
    public Map<ItemVersionId, ItemVersion> versions(Collection<ItemVersionId> ids) {
        Map<ItemVersionId, ItemVersion> found = new HashMap<>();
        for (VersionRow row : versions.find(ids).values()) {
            found.put(row.id(), row.version());
        }
        return found;
    }

    /** Whose items these versions are and what they test, whatever their state and secrecy: for freezing a form. */
    public Map<ItemVersionId, PoolItem> items(Collection<ItemVersionId> ids) {
        return rows.ofVersions(ids);
    }

    /**
     * The items with these codes by code, of whatever trade. Sealed ones and what was never published answer to no code:
     * nobody learns here that they exist.
     */
    public Map<String, ItemId> named(Collection<String> codes) {
        return codes.isEmpty() ? Map.of() : rows.named(codes);
    }

    /** The codes of these items; of those that are sealed only where the reader may know them. */
    public Map<ItemId, String> codes(Collection<ItemId> ids, boolean sealedToo) {
        return ids.isEmpty() ? Map.of() : rows.codes(ids, sealedToo);
    }

    /** How many published items each trade has. */
    public Map<TradeId, Integer> counts() {
        return rows.counts();
    }

    private List<PoolItem> practicable(List<PoolItem> items) {
        Set<ItemId> kept =
                reach.keptFromCandidates(items.stream().map(PoolItem::item).toList());
        return items.stream().filter(item -> !kept.contains(item.item())).toList();
    }

    private List<PoolItem> free(List<PoolItem> items) {
        Set<ItemId> held = reach.underEmbargo(items.stream().map(PoolItem::item).toList());
        return items.stream().filter(item -> !held.contains(item.item())).toList();
    }
}
