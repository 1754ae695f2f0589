package org.lianbing.bank.exchange;

import java.util.List;
import java.util.Map;
import java.util.Set;

import org.jspecify.annotations.Nullable;

import org.lianbing.bank.ItemId;
import org.lianbing.bank.ItemQuery;
import org.lianbing.trade.PointId;

/**
 * What is exported: within the actor's scope always, and never what a contest holds or what is sealed.
 *
 * @param query which items are looked for
 * @param points those that test one of these; empty for all
 * @param items only these; null for all that are found
 * @param choices for the file, such as {@code keys=false}
 */
public record ExportSelection(
        ItemQuery query, Set<PointId> points, @Nullable List<ItemId> items, Map<String, String> choices) {

    public ExportSelection {
        points = Set.copyOf(points);
        items = items == null ? null : List.copyOf(items);
        choices = Map.copyOf(choices);
    }

    /** All that is found. */
    public static ExportSelection of(ItemQuery query) {
        return new ExportSelection(query, Set.of(), null, Map.of());
    }
}
