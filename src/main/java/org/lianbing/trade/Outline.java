package org.lianbing.trade;

import java.math.BigDecimal;
import java.util.List;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;

import org.lianbing.base.Level;
import org.lianbing.base.TradeId;

/**
 * The syllabus (鉴定要素细目表) of a trade at a level, or of a foundation.
 *
 * @param id which edition
 * @param trade whose
 * @param level of which level; null for a foundation
 * @param code such as {@code electrician-senior}
 * @param name its title
 * @param edition such as {@code 2026}
 * @param ranges the outermost ranges
 * @param inclusions the foundations it includes
 */
public record Outline(
        OutlineId id,
        TradeId trade,
        @Nullable Level level,
        String code,
        String name,
        String edition,
        List<Range> ranges,
        List<Inclusion> inclusions) {

    /**
     * A foundation that belongs to the level.
     *
     * @param foundation which
     * @param weight percent of the whole paper
     */
    public record Inclusion(TradeId foundation, BigDecimal weight) {}

    /** Every point, in the order of the outline. */
    public Stream<Point> points() {
        return ranges.stream().flatMap(Outline::pointsOf);
    }

    private static Stream<Point> pointsOf(Range range) {
        return Stream.concat(range.points().stream(), range.ranges().stream().flatMap(Outline::pointsOf));
    }
}
