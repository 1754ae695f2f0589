package org.lianbing.bank.check;

import java.util.Collection;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

import org.lianbing.bank.ItemType;
import org.lianbing.base.Level;

/**
 * How many items there are. The variants of 计算 are counted apart: they are no items.
 *
 * @param items all of them
 * @param types by type, those that there are
 * @param levels by level, an item of two levels in both
 * @param templates how many 计算
 * @param variants how many variants these are dealt in
 */
record Counts(int items, Map<ItemType, Integer> types, Map<Level, Integer> levels, int templates, int variants) {

    static Counts of(Collection<SetOnDisk> sets) {
        List<ItemOnDisk> items =
                sets.stream().flatMap(set -> set.items().stream()).toList();
        Map<ItemType, Integer> types = new EnumMap<>(ItemType.class);
        Map<Level, Integer> levels = new EnumMap<>(Level.class);
        for (ItemOnDisk item : items) {
            types.merge(item.type(), 1, Integer::sum);
            item.levels().forEach(level -> levels.merge(level, 1, Integer::sum));
        }
        List<SetOnDisk.Template> all =
                sets.stream().flatMap(set -> set.templates().stream()).toList();
        int variants = all.stream()
                .mapToInt(template -> template.calculated().variants())
                .sum();
        return new Counts(items.size(), types, levels, all.size(), variants);
    }

    int of(ItemType type) {
        return types.getOrDefault(type, 0);
    }

    int of(Level level) {
        return levels.getOrDefault(level, 0);
    }
}
