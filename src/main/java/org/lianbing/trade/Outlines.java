package org.lianbing.trade;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;

import org.lianbing.base.Level;
import org.lianbing.base.TradeId;

/** The outlines in force. */
@Service
public class Outlines {

    private final Catalog catalog;

    Outlines(Catalog catalog) {
        this.catalog = catalog;
    }

    /** Changes whenever a trade or an outline does: for what others derive from them and keep. */
    public long version() {
        return catalog.now().version;
    }

    /** The current edition for a trade at a level; for a foundation or theme bank the level is null. */
    public Optional<Outline> current(TradeId trade, @Nullable Level level) {
        return Optional.ofNullable(catalog.now().outline(trade, level));
    }

    /** Those of the points that exist, or existed in a former edition, by id. */
    public Map<PointId, Point> points(Collection<PointId> ids) {
        Catalog.Snapshot now = catalog.now();
        Map<PointId, Point> found = new LinkedHashMap<>();
        for (PointId id : ids) {
            Point point = now.point(id);
            if (point != null) {
                found.put(id, point);
            }
        }
        return found;
    }

    /** The point that an item names as {@code outline:point}, such as {@code electrician-senior:A-A-B-003}. */
    public Optional<Point> named(String reference) {
        return Optional.ofNullable(catalog.now().point(reference));
    }

    /** How an item names the point in a file; empty for a point of a former edition. */
    public Optional<String> reference(PointId id) {
        return Optional.ofNullable(catalog.now().reference(id));
    }
}
