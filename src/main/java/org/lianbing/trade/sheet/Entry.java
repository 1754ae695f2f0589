package org.lianbing.trade.sheet;

import java.util.HashMap;
import java.util.Map;

import org.jspecify.annotations.Nullable;

import org.lianbing.trade.editing.OutlineField;
import org.lianbing.trade.sheet.Role.Subject;

/** A range or a point as one row of a table tells it. */
final class Entry {

    final String sheet;
    final int row;
    final Map<OutlineField, Integer> columns = new HashMap<>();
    /** What it is, where the table says so. */
    @Nullable
    Subject subject;

    String code = "";
    String name = "";
    String weight = "";
    String importance = "";
    /** The code or name of the range above, where a column tells it. */
    String parent = "";
    /** How far it is set in, where no code tells its depth. */
    int indent;

    Entry(String sheet, int row) {
        this.sheet = sheet;
        this.row = row;
    }

    /** Takes a text from a cell; an empty one says nothing. */
    void put(OutlineField field, @Nullable Integer column, String text) {
        if (column == null || text.isEmpty()) {
            return;
        }
        columns.put(field, column);
        switch (field) {
            case CODE -> code = text;
            case NAME -> name = text;
            case WEIGHT -> weight = text;
            case IMPORTANCE -> importance = text;
        }
    }

    /** Takes code and weight out of a name that holds them too: {@code A 基本要求（20%）}. */
    void unfold() {
        Integer column = columns.get(OutlineField.NAME);
        if (column == null) {
            return;
        }
        if (code.isEmpty()) {
            Texts.CodeAndName both = Texts.CodeAndName.of(name);
            if (!both.code().isEmpty()) {
                code = both.code();
                name = both.name();
                columns.put(OutlineField.CODE, column);
            }
        }
        if (weight.isEmpty() && importance.isEmpty()) {
            Texts.NameAndWeight both = Texts.NameAndWeight.of(name);
            if (!both.weight().isEmpty()) {
                name = both.name();
                weight = both.weight();
                columns.put(OutlineField.WEIGHT, column);
            }
        }
    }

    boolean isEmpty() {
        return code.isEmpty() && name.isEmpty();
    }
}
