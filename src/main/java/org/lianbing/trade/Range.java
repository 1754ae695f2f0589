package org.lianbing.trade;

import java.math.BigDecimal;
import java.util.List;

/**
 * A range (鉴定范围) of an outline.
 *
 * @param id which
 * @param code such as {@code A-B}
 * @param name its title
 * @param weight percent of the whole paper
 * @param ranges the ranges inside it; empty in the innermost
 * @param points the points of an innermost range
 */
public record Range(RangeId id, String code, String name, BigDecimal weight, List<Range> ranges, List<Point> points) {}
