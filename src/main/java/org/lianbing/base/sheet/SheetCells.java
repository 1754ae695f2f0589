package org.lianbing.base.sheet;

import java.util.List;
import java.util.Map;

/**
 * What a sheet says, cell by cell.
 *
 * @param name its title on the tab
 * @param rows those with something in them, from above
 * @param merged ranges whose first cell stands for all
 */
public record SheetCells(String name, List<RowCells> rows, List<Area> merged) {

    public SheetCells {
        rows = List.copyOf(rows);
        merged = List.copyOf(merged);
    }

    /**
     * A row.
     *
     * @param number from 0
     * @param cells those with text by column, from 0; the text as it stands, with the space before it
     */
    public record RowCells(int number, Map<Integer, String> cells) {

        /** The text of a cell without the space around it; empty where there is none. */
        public String get(int column) {
            return Blanks.strip(cells.getOrDefault(column, ""));
        }
    }

    /** A rectangle of cells; all four borders belong to it and count from 0. */
    public record Area(int top, int left, int bottom, int right) {

        /** Whether the cell lies in it. */
        public boolean holds(int row, int column) {
            return row >= top && row <= bottom && column >= left && column <= right;
        }
    }

    /** The name that Excel gives to a column: A, B … AA. */
    public static String letters(int column) {
        StringBuilder name = new StringBuilder();
        for (int rest = column + 1; rest > 0; rest = (rest - 1) / 26) {
            name.insert(0, (char) ('A' + (rest - 1) % 26));
        }
        return name.toString();
    }
}
