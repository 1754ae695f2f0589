package org.lianbing.paper;

import java.math.BigDecimal;

import org.lianbing.bank.ItemType;
import org.lianbing.bank.ItemVersionId;

/**
 * A place in a paper that is not frozen yet.
 *
 * @param version what stands there
 * @param type its type; a run of the same type is a section
 * @param maxScore what a right answer counts
 */
public record DraftSlot(ItemVersionId version, ItemType type, BigDecimal maxScore) {}
