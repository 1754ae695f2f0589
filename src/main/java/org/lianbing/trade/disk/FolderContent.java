package org.lianbing.trade.disk;

import java.math.BigDecimal;
import java.util.List;
import java.util.Set;

import org.jspecify.annotations.Nullable;

import org.lianbing.base.Level;
import org.lianbing.base.disk.Flaw;
import org.lianbing.trade.Importance;
import org.lianbing.trade.TradeKind;

/**
 * The sound part of what the files say, and what is wrong with the rest.
 *
 * @param trades in the order of the file
 * @param outlines those without a flaw
 * @param broken the codes of outlines that are there but have a flaw: what is in force of them stays
 * @param flaws what is wrong, with file and line
 */
public record FolderContent(
        List<TradeEntry> trades, List<OutlineEntry> outlines, Set<String> broken, List<Flaw> flaws) {

    /** An entry of {@code trades.yaml}. */
    public record TradeEntry(
            String code,
            TradeKind kind,
            @Nullable String officialCode,
            String name,
            String nameEn,
            List<String> aliases) {}

    /** A file with an outline; the hash is that of its text. */
    public record OutlineEntry(
            String trade,
            @Nullable Level level,
            String code,
            String name,
            String edition,
            String hash,
            List<RangeEntry> ranges,
            List<InclusionEntry> inclusions) {}

    /** A range with what is inside it. */
    public record RangeEntry(
            String code, String name, BigDecimal weight, List<RangeEntry> ranges, List<PointEntry> points) {}

    /** A point of an innermost range. */
    public record PointEntry(String code, String name, Importance importance) {}

    /** A foundation that an outline includes, by its code. */
    public record InclusionEntry(String foundation, BigDecimal weight) {}
}
