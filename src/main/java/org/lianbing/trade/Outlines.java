package org.lianbing.trade;

import java.util.Collection;
import java.util.Map;
import java.util.Optional;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;

import org.lianbing.base.Level;
import org.lianbing.base.TradeId;

/** The outlines in force. */
@Service
public class Outlines {

    /** The current edition for a trade at a level; for a foundation or theme bank the level is null. */
    public Optional<Outline> current(TradeId trade, @Nullable Level level) {
        throw new IllegalStateException();
    }

    /** Those of the points that exist, by id. */
    public Map<PointId, Point> points(Collection<PointId> ids) {
        throw new IllegalStateException();
    }

    /** The point that an item names as {@code outline:point}, such as {@code electrician-senior:A-A-B-003}. */
    public Optional<Point> named(String reference) {
        throw new IllegalStateException();
    }
}
