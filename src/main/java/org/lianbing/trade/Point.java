package org.lianbing.trade;

import java.util.List;

import org.jspecify.annotations.Nullable;

import org.lianbing.base.Level;
import org.lianbing.base.TradeId;

/**
 * A point (鉴定点) of an outline.
 *
 * @param id which
 * @param outline the edition it stands in
 * @param trade whose outline that is
 * @param level of which level; null for a foundation
 * @param code such as {@code A-A-B-003}
 * @param name what one must know or be able to do
 * @param importance X, Y or Z
 * @param path the names of the ranges above it, outermost first
 */
public record Point(
        PointId id,
        OutlineId outline,
        TradeId trade,
        @Nullable Level level,
        String code,
        String name,
        Importance importance,
        List<String> path) {}
