package org.lianbing.trade.editing;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

import org.jspecify.annotations.Nullable;

import org.lianbing.base.Level;
import org.lianbing.base.TradeId;
import org.lianbing.trade.Outline;
import org.lianbing.trade.OutlineId;
import org.lianbing.trade.Point;
import org.lianbing.trade.PointId;
import org.lianbing.trade.Range;
import org.lianbing.trade.RangeId;
import org.lianbing.trade.disk.FolderContent.PointEntry;
import org.lianbing.trade.disk.FolderContent.RangeEntry;

/** A draft as the edition that it would become, to be compared; only for one without anything that blocks. */
final class DraftOutline {

    private final OutlineId id = OutlineId.next();
    private final TradeId trade;
    private final @Nullable Level level;
    private final Map<String, PointId> known = new HashMap<>();

    private DraftOutline(TradeId trade, @Nullable Level level, @Nullable Outline before) {
        this.trade = trade;
        this.level = level;
        if (before != null) {
            before.points().forEach(point -> known.put(point.code(), point.id()));
        }
    }

    static Outline of(OutlineDraft draft, @Nullable Outline before) {
        DraftOutline making = new DraftOutline(Objects.requireNonNull(draft.trade()), draft.level(), before);
        LineTree tree = new LineTree(draft.lines());
        List<RangeEntry> ranges =
                tree.entries(Weights.of(tree, OutlineCheck.inside(draft)).ofWhole());
        return new Outline(
                making.id,
                making.trade,
                making.level,
                before == null ? "" : before.code(),
                draft.name(),
                draft.edition(),
                ranges.stream().map(making::range).toList(),
                draft.inclusions().stream()
                        .map(inclusion -> new Outline.Inclusion(inclusion.foundation(), inclusion.weight()))
                        .toList());
    }

    private Range range(RangeEntry entry) {
        return new Range(
                RangeId.next(),
                entry.code(),
                entry.name(),
                entry.weight(),
                entry.ranges().stream().map(this::range).toList(),
                entry.points().stream().map(this::point).toList());
    }

    private Point point(PointEntry entry) {
        return new Point(
                known.getOrDefault(entry.code(), PointId.next()),
                id,
                trade,
                level,
                entry.code(),
                entry.name(),
                entry.importance(),
                List.of());
    }
}
