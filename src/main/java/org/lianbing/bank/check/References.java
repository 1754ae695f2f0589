package org.lianbing.bank.check;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

import org.lianbing.base.Level;
import org.lianbing.base.MarkdownPictures;
import org.lianbing.base.disk.Flaws;
import org.lianbing.trade.disk.FolderContent.OutlineEntry;

/**
 * Codes begin with that of their trade; points exist, and an item has the levels of the outlines they stand in; pictures
 * are there.
 */
final class References implements BankRule {

    private static final Pattern NUMBER = Pattern.compile("-[0-9]{4}");

    @Override
    public void check(BankOnDisk bank, Flaws flaws) {
        for (SetOnDisk set : bank.sets()) {
            Map<String, Set<Level>> levels = levels(set);
            for (ItemOnDisk item : set.items()) {
                String code = set.entry().code();
                if (!item.code().startsWith(code)
                        || !NUMBER.matcher(item.code().substring(code.length())).matches()) {
                    flaws.add(item.file(), item.line(), "bank.rule.code", code);
                }
                pictures(bank.folder(), item, flaws);
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

    private static void pictures(Path folder, ItemOnDisk item, Flaws flaws) {
        Path file = folder.resolve(item.file());
        item.content().passages().stream()
                .flatMap(passage ->
                        MarkdownPictures.ADDRESSED.matcher(passage.text()).results())
                .map(picture -> picture.group(2))
                .distinct()
                .filter(name -> !Files.isRegularFile(file.resolveSibling(name)))
                .forEach(name -> flaws.add(item.file(), item.line(), "bank.flaw.picture-missing", name));
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
