package org.lianbing.trade;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

import org.lianbing.base.Level;
import org.lianbing.base.TradeId;
import org.lianbing.trade.store.CatalogReader;

/** All trades and outlines in memory; looks once a second whether another node changed them. */
@Component
class Catalog {

    private static final Duration TRUSTED = Duration.ofSeconds(1);

    private record Place(TradeId trade, @Nullable Level level) {}

    /** One state of the catalog, with its look-ups. */
    static final class Snapshot {
        final long version;
        final List<Trade> trades;
        private final Map<Place, Outline> outlines = new HashMap<>();
        private final Map<PointId, Point> points = new HashMap<>();
        private final Map<String, Point> references = new HashMap<>();
        private final Map<PointId, String> names = new HashMap<>();

        private Snapshot(CatalogReader.Content content) {
            version = content.version();
            trades = content.trades();
            content.pastPoints().forEach(point -> points.put(point.id(), point));
            content.outlines().forEach(outline -> {
                outlines.put(new Place(outline.trade(), outline.level()), outline);
                outline.points().forEach(point -> {
                    points.put(point.id(), point);
                    references.put(outline.code() + ":" + point.code(), point);
                    names.put(point.id(), outline.code() + ":" + point.code());
                });
            });
        }

        @Nullable
        Outline outline(TradeId trade, @Nullable Level level) {
            return outlines.get(new Place(trade, level));
        }

        @Nullable
        Point point(PointId id) {
            return points.get(id);
        }

        @Nullable
        String reference(PointId id) {
            return names.get(id);
        }

        @Nullable
        Point point(String reference) {
            return references.get(reference);
        }
    }

    private final CatalogReader reader;
    private final Clock clock;
    private volatile @Nullable Snapshot snapshot;
    private volatile Instant lookedAt = Instant.EPOCH;

    Catalog(CatalogReader reader, Clock clock) {
        this.reader = reader;
        this.clock = clock;
    }

    Snapshot now() {
        Snapshot known = snapshot;
        Instant now = clock.instant();
        if (known != null && Duration.between(lookedAt, now).compareTo(TRUSTED) < 0) {
            return known;
        }
        return look();
    }

    /** One at a time with {@link #forget()}, so that what was read before a change is not trusted after it. */
    private synchronized Snapshot look() {
        Snapshot known = snapshot;
        Instant now = clock.instant();
        if (known == null || reader.version() != known.version) {
            known = new Snapshot(reader.read());
            snapshot = known;
        }
        lookedAt = now;
        return known;
    }

    /** Looks anew at the next question: something was written by this node. */
    synchronized void forget() {
        lookedAt = Instant.EPOCH;
    }
}
