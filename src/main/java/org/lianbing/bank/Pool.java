package org.lianbing.bank;

import java.util.Collection;
import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;

import org.lianbing.base.Level;
import org.lianbing.base.TradeId;

/** The published items that papers and drills are drawn from. For other modules; checks no role. */
@Service
public class Pool {

    /**
     * What a drill may show: open items of the trade at the level (all levels where null) and of the foundations given,
     * without those under embargo.
     */
    public List<PoolItem> forPractice(TradeId trade, @Nullable Level level, Collection<TradeId> foundations) {
        throw new IllegalStateException();
    }

    /** What an exam may draw: open and reserved items, without those under embargo. */
    public List<PoolItem> forExam(TradeId trade, @Nullable Level level, Collection<TradeId> foundations) {
        throw new IllegalStateException();
    }

    /** The published, open items among these, in force and not under embargo: for doing again what went wrong. */
    public List<PoolItem> practicable(Collection<ItemId> items) {
        throw new IllegalStateException();
    }

    /** Frozen contents by version, published or superseded. */
    public Map<ItemVersionId, ItemVersion> versions(Collection<ItemVersionId> ids) {
        throw new IllegalStateException();
    }

    /** Whose items these versions are and what they test, whatever their state and secrecy: for freezing a form. */
    public Map<ItemVersionId, PoolItem> items(Collection<ItemVersionId> ids) {
        throw new IllegalStateException();
    }

    /** How many published items each trade has. */
    public Map<TradeId, Integer> counts() {
        throw new IllegalStateException();
    }
}
