package org.lianbing.trade.ui;

import java.util.ArrayList;
import java.util.List;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.grid.Grid;
import com.vaadin.flow.component.html.Span;

import org.lianbing.trade.Outline;
import org.lianbing.trade.Range;

/**
 * A range or a point of an edition as a row of a table.
 *
 * @param depth 0 for the outermost ranges
 * @param range whether it is a range
 * @param weight in percent; empty for a point
 * @param importance X, Y or Z; empty for a range
 */
record OutlineRow(int depth, boolean range, String code, String name, String weight, String importance) {

    private static final int DEEPEST = 4;

    /** All rows of an edition. */
    static List<OutlineRow> of(Outline outline) {
        List<OutlineRow> rows = new ArrayList<>();
        outline.ranges().forEach(range -> add(range, 0, rows));
        return rows;
    }

    private static void add(Range range, int depth, List<OutlineRow> rows) {
        rows.add(new OutlineRow(
                depth, true, range.code(), range.name(), range.weight().toPlainString() + "%", ""));
        range.points()
                .forEach(point -> rows.add(new OutlineRow(
                        depth + 1,
                        false,
                        point.code(),
                        point.name(),
                        "",
                        point.importance().name())));
        range.ranges().forEach(inside -> add(inside, depth + 1, rows));
    }

    /** Gives a grid the columns of an outline. */
    static void columns(Grid<OutlineRow> grid, Component reader) {
        grid.addClassNames("rows", "outline-rows");
        grid.addColumn(OutlineRow::code)
                .setHeader(reader.getTranslation("outlines.column.CODE"))
                .setWidth("140px")
                .setFlexGrow(0);
        grid.addComponentColumn(row -> {
                    Span name = new Span(row.name());
                    name.addClassNames("depth-" + Math.min(row.depth(), DEEPEST), row.range() ? "strong" : "plain");
                    return name;
                })
                .setHeader(reader.getTranslation("outlines.column.NAME"))
                .setFlexGrow(1)
                .setWidth("200px");
        grid.addColumn(OutlineRow::weight)
                .setHeader(reader.getTranslation("outlines.column.WEIGHT"))
                .setWidth("84px")
                .setFlexGrow(0);
        grid.addColumn(OutlineRow::importance)
                .setHeader(reader.getTranslation("outlines.column.IMPORTANCE"))
                .setWidth("96px")
                .setFlexGrow(0);
    }
}
