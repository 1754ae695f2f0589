package org.lianbing.paper;

import java.math.BigDecimal;
import java.util.List;
import java.util.Set;

import org.lianbing.bank.ItemId;
import org.lianbing.bank.ItemType;
import org.lianbing.bank.ItemVersionId;
import org.lianbing.base.TradeId;
import org.lianbing.trade.PointId;

/**
 * A place in a frozen form, as the server knows it.
 *
 * @param number from 1
 * @param section from 1
 * @param item which item
 * @param version its frozen content
 * @param type how it is answered
 * @param trade whose item it is
 * @param points what it tests
 * @param maxScore what a right answer counts
 * @param tokens the tokens of the options or steps in the form's base order; empty for a number
 * @param key what is right
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
        List<String> tokens,
        SlotKey key) {}
