package org.lianbing.bank.exchange.wide;

import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

import org.lianbing.base.Level;
import org.lianbing.trade.Outline;
import org.lianbing.trade.Point;

/** The points that rows may name, by code and by name, over the outlines of a trade and of its foundations. */
public final class PointNames {

    /** No trade, no points. */
    public static final PointNames NONE = new PointNames(List.of());

    private final Map<String, Map<String, Point>> byText = new HashMap<>();

    public PointNames(Collection<Outline> outlines) {
        for (Outline outline : outlines) {
            outline.points().forEach(point -> {
                put(outline.code() + ":" + point.code(), outline, point);
                put(point.code(), outline, point);
                put(point.name(), outline, point);
                put(point.code() + point.name(), outline, point);
            });
        }
    }

    private void put(String text, Outline outline, Point point) {
        byText.computeIfAbsent(Folded.of(text), key -> new LinkedHashMap<>()).putIfAbsent(outline.code(), point);
    }

    /** The point of that code or name; of an outline at one of the levels before that of a foundation. */
    Optional<Point> find(String text, Set<Level> levels) {
        Collection<Point> found = byText.getOrDefault(Folded.of(text), Map.of()).values();
        return found.stream()
                .filter(point -> point.level() != null && levels.contains(point.level()))
                .findFirst()
                .or(() -> found.stream().filter(point -> point.level() == null).findFirst());
    }
}
