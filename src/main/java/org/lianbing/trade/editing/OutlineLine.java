package org.lianbing.trade.editing;

import java.util.Map;

import org.lianbing.base.sheet.SheetCells;

/**
 * A line of an outline that is being worked on, as the file says it or a person mended it. Lines stand in the order of
 * the outline; a point belongs to the range before it.
 *
 * @param number names the line within its draft
 * @param kind range or point
 * @param depth of a range: 1 for the outermost
 * @param code nested, such as {@code A-B-003}
 * @param coded whether the file gave the code; else it was made up
 * @param name its title
 * @param weight of a range, in percent, as text; empty where none was given
 * @param importance of a point: X, Y or Z, or what could not be understood
 * @param sheet where it stood; empty for a line added by hand
 * @param row from 1; 0 for a line added by hand
 * @param columns where its cells stood, counted from 0
 */
public record OutlineLine(
        int number,
        Kind kind,
        int depth,
        String code,
        boolean coded,
        String name,
        String weight,
        String importance,
        String sheet,
        int row,
        Map<OutlineField, Integer> columns) {

    /** A range holds points. */
    public enum Kind {
        RANGE,
        POINT
    }

    public OutlineLine {
        columns = Map.copyOf(columns);
    }

    public boolean isPoint() {
        return kind == Kind.POINT;
    }

    /** What the line says in a field. */
    public String get(OutlineField field) {
        return switch (field) {
            case CODE -> code;
            case NAME -> name;
            case WEIGHT -> weight;
            case IMPORTANCE -> importance;
        };
    }

    /** The line with another text in a field. */
    public OutlineLine with(OutlineField field, String text) {
        return new OutlineLine(
                number,
                kind,
                depth,
                field == OutlineField.CODE ? text : code,
                field == OutlineField.CODE || coded,
                field == OutlineField.NAME ? text : name,
                field == OutlineField.WEIGHT ? text : weight,
                field == OutlineField.IMPORTANCE ? text : importance,
                sheet,
                row,
                columns);
    }

    /** The line as another kind or at another depth. */
    public OutlineLine as(Kind other, int at) {
        return new OutlineLine(number, other, at, code, coded, name, weight, importance, sheet, row, columns);
    }

    /** The same line under another code that nobody gave. */
    OutlineLine recoded(String other) {
        return new OutlineLine(number, kind, depth, other, false, name, weight, importance, sheet, row, columns);
    }

    /** Where a field stood: {@code 高级工!C12}; empty for a line added by hand. */
    public String place(OutlineField field) {
        if (sheet.isEmpty()) {
            return "";
        }
        Integer column = columns.get(field);
        return sheet + "!" + (column == null ? "" : SheetCells.letters(column)) + row;
    }
}
