package org.lianbing.attempt;

import java.math.BigDecimal;
import java.util.Set;

import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

import org.lianbing.bank.ItemId;
import org.lianbing.bank.ItemType;
import org.lianbing.base.TradeId;
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
 * @param value the response as it was sent; null for none
 * @param fraction 0 to 1
 * @param maxScore what a right answer counts
 * @param feedback key and reasons; null while the item is under embargo
 */
public record SlotResult(
        int slot,
        ItemId item,
        ItemType type,
        TradeId trade,
        Set<PointId> points,
        @Nullable JsonNode value,
        BigDecimal fraction,
        BigDecimal maxScore,
        @Nullable SlotFeedback feedback) {}
