package org.lianbing.bank.check;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

import org.lianbing.base.Level;
import org.lianbing.base.disk.Flaws;
import org.lianbing.trade.disk.FolderContent.OutlineEntry;

/** Codes begin with that of their trade; points exist, and an item has the levels of the outlines they stand in. */
final class References implements BankRule {

    @Override
    public void check(BankOnDisk bank, Flaws flaws) {
        for (SetOnDisk set : bank.sets()) {
            Map<String, Set<Level>> levels = levels(set);
            for (ItemOnDisk item : set.items()) {
                if (!item.code()
                        .matches(java.util.regex.Pattern.quote(set.entry().code()) + "-[0-9]{4}")) {
                    flaws.add(
                            item.file(),
                            item.line(),
                            "bank.rule.code",
                            set.entry().code());
                }
                Set<Level> ofPoints = new HashSet<>();
                for (String point : item.points()) {
                    if (levels.containsKey(point)) {
                        ofPoints.addAll(levels.get(point));
                    } else {
                        flaws.add(item.file(), item.line(), "bank.flaw.point", point);
                    }
                }
                if (!ofPoints.equals(item.levels()) && levels.keySet().containsAll(item.points())) {
                    flaws.add(item.file(), item.line(), "bank.check.levels", item.code());
                }
            }
        }
    }

    /** The points of the set's own outlines, and the level of each. */
    private static Map<String, Set<Level>> levels(SetOnDisk set) {
        Map<String, Set<Level>> levels = new HashMap<>();
        for (OutlineEntry outline : set.outlines()) {
            Set<Level> level = outline.level() == null ? Set.of() : Set.of(outline.level());
            SetOnDisk.points(outline).keySet().forEach(point -> levels.put(point, level));
        }
        return levels;
    }
}
