package org.lianbing.paper;

import java.math.BigDecimal;
import java.util.List;
import java.util.Set;

import org.jspecify.annotations.Nullable;

import org.lianbing.bank.ItemId;
import org.lianbing.bank.ItemType;
import org.lianbing.bank.ItemVersionId;
import org.lianbing.bank.PartialCredit;
import org.lianbing.base.TradeId;
import org.lianbing.trade.PointId;

/**
 * A place in a frozen form, as the server knows it.
 *
 * @param number from 1
 * @param section from 1
 * @param item which item
 * @param version its frozen content
 * @param type how it is answered; in a 案例 that of the part
 * @param trade whose item it is
 * @param points what it tests
 * @param maxScore what a right answer counts
 * @param credit by which rule a response that is right in part counts
 * @param part which part of a 案例 stands here; null for an item by itself
 * @param lists the tokens in the form's base order. One list for options, steps, points of a rubric or criteria; rights
 *     before lefts for a 连线; one a blank for a 填空, empty where it is typed; one a variant for a 计算; none for a
 *     number and a 热点
 * @param key what is right, as it was frozen
 * @param correction what was corrected about it since; null for nothing
 */
public record Slot(
        int number,
        int section,
        ItemId item,
        ItemVersionId version,
        ItemType type,
        TradeId trade,
        Set<PointId> points,
        BigDecimal maxScore,
        PartialCredit credit,
        @Nullable Part part,
        List<List<String>> lists,
        SlotKey key,
        @Nullable Correction correction) {

    /** A slot as it was frozen. */
    public Slot(
            int number,
            int section,
            ItemId item,
            ItemVersionId version,
            ItemType type,
            TradeId trade,
            Set<PointId> points,
            BigDecimal maxScore,
            PartialCredit credit,
            @Nullable Part part,
            List<List<String>> lists,
            SlotKey key) {
        this(number, section, item, version, type, trade, points, maxScore, credit, part, lists, key, null);
    }

    /**
     * A part of a 案例.
     *
     * @param group the case, from 1 in its form
     * @param place which part, from 1
     * @param of how many there are
     */
    public record Part(int group, int place, int of) {}

    public Slot {
        lists = lists.stream().map(List::copyOf).toList();
    }

    /** What a correction says about it; null where there is none. */
    public @Nullable SlotRuling ruling() {
        return correction == null ? null : correction.ruling();
    }

    /** What a right answer counts now: nothing, where the slot was taken out. */
    public BigDecimal worth() {
        return ruling() instanceof SlotRuling.TakenOut ? BigDecimal.ZERO : maxScore;
    }

    /** The slot with a correction. */
    public Slot corrected(Correction made) {
        return with(lists, key, made);
    }

    private Slot with(List<List<String>> others, SlotKey other, @Nullable Correction made) {
        return new Slot(
                number, section, item, version, type, trade, points, maxScore, credit, part, others, other, made);
    }

    /** The first list: what a candidate picks, orders or points from; empty where nothing is picked. */
    public List<String> tokens() {
        return lists.isEmpty() ? List.of() : lists.getFirst();
    }

    /** Whether each candidate may see the first list in an order of their own. */
    public boolean shuffles() {
        return switch (key) {
            case SlotKey.One one -> type != ItemType.TRUE_FALSE;
            case SlotKey.Several several -> true;
            case SlotKey.Order order -> true;
            case SlotKey.Pairs pairs -> true;
            case SlotKey.Variants variants -> tokens().size() > 1;
            default -> false;
        };
    }

    /** The slot as it is for who has this variant, from 0; itself where it has none. */
    public Slot variant(int variant) {
        if (!(key instanceof SlotKey.Variants variants)) {
            return this;
        }
        return with(
                lists.isEmpty() ? List.of() : List.of(lists.get(variant)),
                variants.all().get(variant).key(),
                correction == null ? null : correction.variant(variant));
    }
}
