package org.lianbing.bank.exchange.paper;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/** What stands on a paper and belongs to no question: numbers of pages, places for marks, the title that its key repeats. */
final class PaperFurniture {

    private static final Pattern ALWAYS = Pattern.compile(
            "^[-—–]?\\s*第\\s*\\d{1,4}\\s*页\\s*[，,/]?\\s*(?:[(（]?共\\s*\\d{1,4}\\s*页[)）]?)?\\s*[-—–]?$|^[…．.。·]{2,}$|^(?i:page)\\s*\\d{1,4}(?:\\s*(?:of|/)\\s*\\d{1,4})?$"
                    + "|^(?:得\\s*分|评\\s*分\\s*人?|阅\\s*卷\\s*人|评\\s*卷\\s*人|复\\s*核\\s*人|总\\s*分|题\\s*号|签\\s*名)(?:[\\s\\u3000]+(?:得\\s*分|评\\s*分\\s*人?|阅\\s*卷\\s*人|评\\s*卷\\s*人|复\\s*核\\s*人|签\\s*名))*+$");
    private static final Pattern EMPTY = Pattern.compile("^[\\s\\u3000_]*$|^[一二三四五六七八九十]{1,3}$|^(?:题\\s*分|满\\s*分)$");
    private static final Pattern BOX = Pattern.compile("^[○◯❍□☐]\\s*(?=[^\\s\\d])");
    private static final int SHORTEST_TITLE = 4;
    private static final int LONGEST_TITLE = 60;
    private static final int MOST_TITLES = 40;

    private final Set<String> titles = new HashSet<>();

    /**
     * Whether a line is such.
     *
     * @param before whether no question has come so far
     */
    boolean is(String plain, boolean before) {
        if (ALWAYS.matcher(plain).matches()) {
            return true;
        }
        boolean title = plain.length() >= SHORTEST_TITLE
                && plain.length() <= LONGEST_TITLE
                && PaperSigns.question(plain).isEmpty()
                && PaperHeading.of(plain).isEmpty()
                && PaperOptions.of(plain, 0).isEmpty()
                && !PaperOptions.hasGap(plain)
                && !plain.endsWith("？")
                && !plain.endsWith("?");
        if (before && title && titles.size() < MOST_TITLES) {
            titles.add(plain);
        }
        return !before && title && titles.contains(plain);
    }

    /** A table into which those who mark write. */
    static boolean isTable(List<List<String>> rows) {
        List<String> cells =
                rows.stream().flatMap(List::stream).map(String::strip).toList();
        return cells.stream().anyMatch(cell -> ALWAYS.matcher(cell).matches())
                && cells.stream()
                        .allMatch(cell -> ALWAYS.matcher(cell).matches()
                                || EMPTY.matcher(cell).matches());
    }

    /** An option without the box or circle to be ticked before it. */
    static String withoutBox(String line) {
        return BOX.matcher(line).replaceFirst("");
    }
}
