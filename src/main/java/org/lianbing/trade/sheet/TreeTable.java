package org.lianbing.trade.sheet;

import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;

import org.lianbing.base.sheet.Blanks;
import org.lianbing.base.sheet.SheetCells;
import org.lianbing.base.sheet.SheetCells.RowCells;
import org.lianbing.trade.editing.OutlineField;
import org.lianbing.trade.sheet.Role.Aspect;
import org.lianbing.trade.sheet.Role.Subject;

/** Reads a table with a row for each range and each point; codes, or how far they are set in, tell how they nest. */
final class TreeTable {

    private static final int STAGGERED = 100;

    private final SheetCells sheet;
    private final @Nullable Heading heading;
    private final List<Entry> entries;

    /** Without a heading the first cell is the line and the others are recognized by what they say. */
    TreeTable(SheetCells sheet, @Nullable Heading heading, List<Entry> entries) {
        this.sheet = sheet;
        this.heading = heading;
        this.entries = entries;
    }

    /** Reads a row; false where it says nothing that belongs to an outline. */
    boolean read(RowCells row) {
        Entry entry = new Entry(sheet.name(), row.number() + 1);
        if (heading == null) {
            guess(entry, row);
        } else {
            byHeading(entry, row, heading);
        }
        entry.unfold();
        if (heading == null ? entry.name.isEmpty() : entry.isEmpty()) {
            return false;
        }
        entries.add(entry);
        return true;
    }

    private static void byHeading(Entry entry, RowCells row, Heading heading) {
        entry.subject = heading.only();
        Integer name = heading.any(Aspect.NAME);
        put(entry, row, OutlineField.CODE, heading.any(Aspect.CODE));
        put(entry, row, OutlineField.NAME, name);
        put(entry, row, OutlineField.WEIGHT, heading.any(Aspect.WEIGHT));
        put(entry, row, OutlineField.IMPORTANCE, heading.any(Aspect.IMPORTANCE));
        if (name != null) {
            entry.indent = Blanks.before(row.cells().getOrDefault(name, ""));
            stagger(entry, row, heading, name);
        }
        heading.roles().forEach((column, role) -> {
            if (role.subject() == Subject.PARENT && entry.parent.isEmpty()) {
                entry.parent = row.get(column);
            }
        });
    }

    /** A name that stands in a column right of its heading, which has none of its own, lies so much deeper. */
    private static void stagger(Entry entry, RowCells row, Heading heading, int name) {
        if (!entry.name.isEmpty()) {
            return;
        }
        for (Map.Entry<Integer, String> cell : row.cells().entrySet()) {
            if (cell.getKey() > name && !heading.roles().containsKey(cell.getKey())) {
                entry.put(OutlineField.NAME, cell.getKey(), row.get(cell.getKey()));
                entry.indent = (cell.getKey() - name) * STAGGERED;
                return;
            }
        }
    }

    private static void put(Entry entry, RowCells row, OutlineField field, @Nullable Integer column) {
        if (column != null) {
            entry.put(field, column, row.get(column));
            entry.columns.putIfAbsent(field, column);
        }
    }

    private static void guess(Entry entry, RowCells row) {
        row.cells().forEach((column, raw) -> {
            String text = row.get(column);
            if (entry.name.isEmpty() && entry.code.isEmpty() && text.matches("[A-Z](-?[A-Z0-9]+)*|\\d{1,3}")) {
                entry.put(OutlineField.CODE, column, text);
                entry.indent = column * STAGGERED + Blanks.before(raw);
            } else if (entry.name.isEmpty()) {
                entry.put(OutlineField.NAME, column, text);
                entry.indent = Math.max(entry.indent, column * STAGGERED + Blanks.before(raw));
            } else if (Texts.importance(text).isPresent()) {
                entry.put(OutlineField.IMPORTANCE, column, text);
            } else if (Texts.number(text).isPresent()) {
                entry.put(OutlineField.WEIGHT, column, text);
            }
        });
    }
}
