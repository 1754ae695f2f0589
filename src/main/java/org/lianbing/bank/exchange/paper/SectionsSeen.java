package org.lianbing.bank.exchange.paper;

import java.util.EnumSet;
import java.util.HashSet;
import java.util.Set;

import org.lianbing.bank.ItemType;

/**
 * The sections that a paper had questions of. The parts of a key repeat their numbers or types; a heading of neither, while
 * a key is read, begins other questions.
 */
final class SectionsSeen {

    private final Set<String> marks = new HashSet<>();
    private final Set<ItemType> types = EnumSet.noneOf(ItemType.class);

    /** A section of questions begins. */
    void seen(PaperHeading heading, String mark) {
        marks.add(mark);
        if (heading.type() != null) {
            types.add(heading.type());
        }
    }

    /** Whether there was none of this number and of this type; one of several 案例 is told by its number alone. */
    boolean isNew(PaperHeading heading, String mark) {
        boolean oneOfSeveral = mark.matches("案例.*[一二三四五六七八九十\\d]");
        boolean typed = heading.type() == null || !oneOfSeveral && types.contains(heading.type());
        return !marks.isEmpty() && !marks.contains(mark) && !typed;
    }
}
