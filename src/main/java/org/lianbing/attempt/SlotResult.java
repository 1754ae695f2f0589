package org.lianbing.attempt;

import java.math.BigDecimal;
import java.util.Collection;
import java.util.List;
import java.util.Set;

import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

import org.lianbing.bank.ItemId;
import org.lianbing.bank.ItemType;
import org.lianbing.base.TradeId;
import org.lianbing.paper.Slot;
import org.lianbing.paper.SlotFeedback;
import org.lianbing.trade.PointId;

/**
 * A scored slot with its feedback; made only where feedback is due.
 *
 * @param slot which
 * @param item what stood there
 * @param type how it was answered
 * @param trade whose item it is
 * @param points what it tested
 * @param part which part of a 案例 it was; null for an item by itself
 * @param value the response as it was sent; null for none
 * @param files of work that the response names, in their order
 * @param fraction 0 to 1
 * @param reason why, as named in the API
 * @param marks which entries of a 填空 or spots of a 热点 are right, in their order; empty for all else
 * @param maxScore what a right answer counts
 * @param marked how people marked it; null where nobody had to
 * @param feedback key and reasons; null while the item is under embargo
 */
public record SlotResult(
        int slot,
        ItemId item,
        ItemType type,
        TradeId trade,
        Set<PointId> points,
        Slot.@Nullable Part part,
        @Nullable JsonNode value,
        List<WorkFile> files,
        BigDecimal fraction,
        String reason,
        List<@Nullable Boolean> marks,
        BigDecimal maxScore,
        @Nullable MarkedSlot marked,
        @Nullable SlotFeedback feedback) {

    private static final BigDecimal GOOD_ENOUGH = new BigDecimal("0.6");

    /** Whether it got the full score. */
    public boolean correct() {
        return fraction.compareTo(BigDecimal.ONE) == 0;
    }

    /** Whether it says that one knows it: all right, or marked by people with at least six tenths (及格). */
    public boolean isGoodEnough() {
        return correct() || marked != null && fraction.compareTo(GOOD_ENOUGH) >= 0;
    }

    /** Whether its item is under embargo, so that nobody is told how it was answered: the verdict tells the key. */
    public boolean isKeptBack() {
        return feedback == null;
    }

    /** How many items among these are kept back; a 案例 is one, however many parts it has. */
    public static int keptBack(Collection<SlotResult> results) {
        return (int) results.stream()
                .filter(SlotResult::isKeptBack)
                .map(SlotResult::itemSlot)
                .distinct()
                .count();
    }

    /** Whether it waits for somebody who marks it, so that its fraction says nothing yet. */
    public boolean isUnmarked() {
        return reason.equals("unmarked");
    }

    /** Whether it is void by a correction and counts nothing for anybody, so that it says nothing of what one knows. */
    public boolean isTakenOut() {
        return reason.equals("taken-out");
    }

    /** Whether the fraction is what the person found in the own work (自评). */
    public boolean isSelfAssessed() {
        return reason.equals("self-assessed");
    }

    /** The same without reasons, where explanations are not out yet. */
    public SlotResult unexplained() {
        return new SlotResult(
                slot,
                item,
                type,
                trade,
                points,
                part,
                value,
                files,
                fraction,
                reason,
                marks,
                maxScore,
                marked,
                feedback == null ? null : feedback.unexplained());
    }

    /** By the slot where its item begins: the same for all parts of a 案例. */
    public int itemSlot() {
        return part == null ? slot : slot - part.place() + 1;
    }
}
