package org.lianbing.paper;

import java.math.BigDecimal;

import org.jspecify.annotations.Nullable;

import org.lianbing.bank.ItemType;

/**
 * A slot as it stands on paper, without a word about what is right.
 *
 * @param number from 1
 * @param type how it is answered; in a 案例 that of the part
 * @param part which part of a 案例 stands here; null for an item by itself
 * @param maxScore what a right answer counts
 * @param caseStem of the 案例 it is a part of, HTML; null for an item by itself
 * @param stem HTML; of a 计算 that of the first variant
 * @param body what stands below the stem; of a 计算 the options of the first variant
 */
public record PaperSlot(
        int number,
        ItemType type,
        Slot.@Nullable Part part,
        BigDecimal maxScore,
        @Nullable String caseStem,
        String stem,
        SlotView body) {}
