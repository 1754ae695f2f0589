package org.lianbing.bank.coverage;

import org.jspecify.annotations.Nullable;

import org.lianbing.bank.ItemType;
import org.lianbing.trade.PointId;

/**
 * How many items of a type lie on a point.
 *
 * @param point null for items that lie on none of the points asked for
 * @param type how they are answered; null beside the points
 * @param cell how many
 */
public record Count(@Nullable PointId point, @Nullable ItemType type, Cell cell) {}
