package org.lianbing.trade.sheet;

import java.util.List;

import org.jspecify.annotations.Nullable;

import org.lianbing.base.sheet.SheetCells;
import org.lianbing.base.sheet.SheetCells.RowCells;
import org.lianbing.trade.editing.OutlineField;
import org.lianbing.trade.sheet.Role.Aspect;
import org.lianbing.trade.sheet.Role.Subject;

/** Reads a table with a row a point, its ranges in columns before it; an empty range cell means: as above. */
final class FlatTable {

    private final SheetCells sheet;
    private final Heading heading;
    private final OutlineTree tree;
    private final List<Integer> depths;
    private OutlineTree.Node above;

    FlatTable(SheetCells sheet, Heading heading, OutlineTree tree) {
        this.sheet = sheet;
        this.heading = heading;
        this.tree = tree;
        this.depths = heading.ranges();
        this.above = tree.root();
    }

    /** Reads a row; false where it says nothing that belongs to an outline. */
    boolean read(RowCells row) {
        boolean told = false;
        OutlineTree.Node at = tree.root();
        OutlineTree.Node before = above;
        for (int i = 0; i < depths.size(); i++) {
            Entry range = entry(row, Subject.RANGE, depths.get(i));
            OutlineTree.@Nullable Node same = before.at(i + 1);
            if (!range.name.isEmpty() || !range.code.isEmpty()) {
                at = same != null && same.parent() == at && same.isCalled(range)
                        ? same.with(range)
                        : tree.range(at, range);
                told = true;
            } else if (same != null && same.parent() == at) {
                at = same;
            } else {
                break;
            }
        }
        above = at;
        Entry point = entry(row, Subject.POINT, 0);
        if (!point.isEmpty()) {
            tree.point(at, point);
            told = true;
        }
        return told;
    }

    private Entry entry(RowCells row, Subject subject, int depth) {
        Entry entry = new Entry(sheet.name(), row.number() + 1);
        entry.subject = subject;
        put(entry, row, OutlineField.CODE, subject, depth, Aspect.CODE);
        put(entry, row, OutlineField.NAME, subject, depth, Aspect.NAME);
        put(entry, row, OutlineField.WEIGHT, subject, depth, Aspect.WEIGHT);
        put(entry, row, OutlineField.IMPORTANCE, subject, depth, Aspect.IMPORTANCE);
        entry.unfold();
        return entry;
    }

    private void put(Entry entry, RowCells row, OutlineField field, Subject subject, int depth, Aspect aspect) {
        Integer column = heading.column(subject, depth, aspect);
        if (column != null) {
            entry.put(field, column, row.get(column));
            // Where a cell is to be filled in, even if it is empty now.
            entry.columns.putIfAbsent(field, column);
        }
    }
}
