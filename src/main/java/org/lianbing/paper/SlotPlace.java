package org.lianbing.paper;

import java.math.BigDecimal;

import org.lianbing.bank.ItemType;
import org.lianbing.bank.ItemVersionId;

/**
 * Where something stands in a form, without what is asked there.
 *
 * @param form in which form
 * @param slot from 1
 * @param version of which item
 * @param part of a 案例, from 1; 0 for a whole item
 * @param type of what is asked; in a 案例 that of the part
 * @param maxScore what it counts
 */
public record SlotPlace(FormId form, int slot, ItemVersionId version, int part, ItemType type, BigDecimal maxScore) {}
