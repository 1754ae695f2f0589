package org.lianbing.bank.check;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

import org.lianbing.bank.CasePart;
import org.lianbing.bank.Interaction;
import org.lianbing.trade.TradeKind;
import org.lianbing.trade.disk.FolderContent.OutlineEntry;
import org.lianbing.trade.disk.FolderContent.PointEntry;
import org.lianbing.trade.disk.FolderContent.RangeEntry;
import org.lianbing.trade.disk.FolderContent.TradeEntry;

/**
 * A trade or a foundation with all that its folder holds.
 *
 * @param entry what {@code trades.yaml} says of it
 * @param outlines one a level; a foundation has one
 * @param items in the order of the files
 * @param drawings its SVG files
 */
record SetOnDisk(TradeEntry entry, List<OutlineEntry> outlines, List<ItemOnDisk> items, List<Path> drawings) {

    boolean isTrade() {
        return entry.kind() == TradeKind.TRADE;
    }

    /** Its points by the names that items give them. */
    Map<String, PointEntry> points() {
        Map<String, PointEntry> points = new LinkedHashMap<>();
        outlines.forEach(outline -> points.putAll(points(outline)));
        return points;
    }

    static Map<String, PointEntry> points(OutlineEntry outline) {
        Map<String, PointEntry> points = new LinkedHashMap<>();
        outline.ranges().stream()
                .flatMap(SetOnDisk::inside)
                .forEach(point -> points.put(outline.code() + ":" + point.code(), point));
        return points;
    }

    private static Stream<PointEntry> inside(RangeEntry range) {
        return Stream.concat(range.points().stream(), range.ranges().stream().flatMap(SetOnDisk::inside));
    }

    /** Those of its items that are answered in this way. */
    <T extends Interaction> Map<ItemOnDisk, T> answered(Class<T> way) {
        Map<ItemOnDisk, T> those = new LinkedHashMap<>();
        items.stream()
                .filter(item -> way.isInstance(item.content().interaction()))
                .forEach(item -> those.put(item, way.cast(item.content().interaction())));
        return those;
    }

    /** All 计算 among its items, by themselves or as parts of a 案例. */
    List<Template> templates() {
        return items.stream().flatMap(SetOnDisk::templates).toList();
    }

    private static Stream<Template> templates(ItemOnDisk item) {
        Stream<Interaction> asked = item.content().interaction() instanceof Interaction.Case(var parts)
                ? parts.stream().map(CasePart::interaction)
                : Stream.of(item.content().interaction());
        return asked.filter(Interaction.Calculated.class::isInstance)
                .map(each -> new Template(item, (Interaction.Calculated) each));
    }

    /**
     * A 计算.
     *
     * @param item in which item it stands
     * @param calculated what it says
     */
    record Template(ItemOnDisk item, Interaction.Calculated calculated) {}
}
