package org.lianbing.practice;

import java.time.Instant;

import org.jspecify.annotations.Nullable;

import org.lianbing.bank.ItemId;
import org.lianbing.bank.ItemType;
import org.lianbing.base.TradeId;
import org.lianbing.trade.Point;

/**
 * An item in a person's mistake book (错题本).
 *
 * @param item which
 * @param trade whose item it is
 * @param type how it is answered
 * @param stem plain words
 * @param wrongCount how often it was answered wrong
 * @param rightSince how often in a row it was right after that; the second one settles it
 * @param lastWrongAt when it was last wrong
 * @param point what it tests; null where the outline has changed
 */
public record Mistake(
        ItemId item,
        TradeId trade,
        ItemType type,
        String stem,
        int wrongCount,
        int rightSince,
        Instant lastWrongAt,
        @Nullable Point point) {}
