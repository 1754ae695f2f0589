package org.lianbing.bank.exchange.wide;

import java.util.ArrayDeque;
import java.util.Comparator;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

import org.lianbing.base.sheet.CellText;
import org.lianbing.base.sheet.SheetCells.Area;

/** What stands in the first of merged cells holds for all rows beside it. Walks down with the rows of one sheet. */
final class MergedTexts {

    private final Deque<Area> ahead;
    /** By their column: merged cells never overlap. */
    private final Map<Integer, Open> here = new TreeMap<>();

    private record Open(int bottom, String text) {}

    /** @param areas in any order */
    MergedTexts(List<Area> areas) {
        this.ahead = new ArrayDeque<>(
                areas.stream().sorted(Comparator.comparingInt(Area::top)).toList());
    }

    /**
     * Fills up a row; those that were left out before it say nothing.
     *
     * @param row from 0
     * @param cells by column from 0; takes what is merged into them
     */
    void fill(int row, Map<Integer, CellText> cells) {
        while (!ahead.isEmpty() && ahead.getFirst().top() <= row) {
            Area area = ahead.removeFirst();
            CellText first = area.top() == row ? cells.get(area.left()) : null;
            if (first != null) {
                here.put(area.left(), new Open(area.bottom(), first.text()));
            }
        }
        here.values().removeIf(open -> open.bottom() < row);
        here.forEach((column, open) -> cells.putIfAbsent(column, new CellText(open.text(), null)));
    }
}
