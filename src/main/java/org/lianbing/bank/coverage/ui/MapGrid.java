package org.lianbing.bank.coverage.ui;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.treegrid.TreeGrid;
import org.jspecify.annotations.Nullable;

import org.lianbing.bank.coverage.Cell;
import org.lianbing.bank.coverage.CoverageMap;
import org.lianbing.bank.coverage.Kind;
import org.lianbing.bank.coverage.PointCoverage;
import org.lianbing.bank.coverage.PointCoverage.Hole;
import org.lianbing.bank.coverage.RangeCoverage;
import org.lianbing.base.ui.Tag;
import org.lianbing.base.ui.Tone;
import org.lianbing.trade.Importance;

/**
 * The map as a tree of ranges and points. Each cell says its number; how deep its colour is only repeats that, and a
 * hole is marked by a word and a border.
 */
class MapGrid extends TreeGrid<MapNode> {

    /** From how many items on a cell gets the next deeper colour. */
    private static final int[] STEPS = {1, 2, 4, 8};

    private static final double TOO_FEW = -3;
    private static final String NAME = "280px";
    private static final String CELL = "62px";

    private transient @Nullable CoverageMap map;
    private final transient Ways ways;
    private final Column<MapNode> first;
    private final List<Column<MapNode>> kinds = new ArrayList<>();
    private final List<Column<MapNode>> wide = new ArrayList<>();

    MapGrid(Ways ways, Consumer<@Nullable MapNode> chosen) {
        this.ways = ways;
        addClassNames("rows", "coverage-map");
        first = addComponentHierarchyColumn(this::name)
                .setHeader(getTranslation("bank.coverage.column.name"))
                .setWidth(NAME)
                .setFlexGrow(1);
        wide.add(addComponentColumn(this::weight)
                .setHeader(getTranslation("coverage.column.weight"))
                .setWidth("136px")
                .setFlexGrow(0));
        for (Kind kind : Kind.values()) {
            kinds.add(addComponentColumn(node -> cell(node, kind))
                    .setHeader(getTranslation("bank.coverage.column." + kind.code()))
                    .setWidth(CELL)
                    .setFlexGrow(0));
        }
        wide.add(addComponentColumn(MapGrid::total)
                .setHeader(getTranslation("bank.coverage.column.items"))
                .setWidth("56px")
                .setFlexGrow(0));
        wide.add(addColumn(MapGrid::coming)
                .setHeader(getTranslation("coverage.column.coming"))
                .setWidth("76px")
                .setFlexGrow(0));
        wide.add(addComponentColumn(this::gap)
                .setHeader(getTranslation("coverage.column.hole"))
                .setWidth("72px")
                .setFlexGrow(0));
        setPartNameGenerator(node -> node instanceof MapNode.OfRange ? "range" : "point");
        setEmptyStateText(getTranslation("coverage.no-holes"));
        asSingleSelect().addValueChangeListener(change -> chosen.accept(change.getValue()));
    }

    /** Shows a map; with holes only, the ranges and points that have them. */
    void show(CoverageMap shown, boolean holesOnly) {
        map = shown;
        List<MapNode> roots = MapNode.of("", shown.ranges(), holesOnly);
        setItems(roots, node -> node.inside(holesOnly));
        expandRecursively(roots, holesOnly ? 5 : 2);
    }

    /** On a phone the tree and its numbers; the rest stands below when a line is chosen. */
    void narrow(boolean narrow) {
        wide.forEach(column -> column.setVisible(!narrow));
        first.setWidth(narrow ? "140px" : NAME);
        kinds.forEach(column -> column.setWidth(narrow ? "46px" : CELL));
        setClassName("phone", narrow);
    }

    private Component name(MapNode node) {
        Span words = new Span();
        words.addClassName("map-name");
        switch (node) {
            case MapNode.OfRange of -> {
                Span title = new Span(of.range().name());
                title.addClassName("strong");
                words.add(title);
                if (of.range().foundation() && of.key().indexOf('/', 1) < 0) {
                    words.add(new Tag(getTranslation("coverage.foundation"), Tone.PLAIN));
                }
            }
            case MapNode.OfPoint of -> {
                Importance importance = of.point().point().importance();
                Span mark = new Span(importance.name());
                mark.addClassNames(
                        "importance", "importance-" + importance.name().toLowerCase(Locale.ROOT));
                mark.getElement().setAttribute("title", getTranslation("coverage.importance." + importance));
                words.add(mark, new Span(of.point().point().name()));
            }
        }
        return words;
    }

    /** The weight of a range against the part of the items that it has. */
    private Component weight(MapNode node) {
        if (!(node instanceof MapNode.OfRange of) || map == null) {
            return new Span();
        }
        RangeCoverage range = of.range();
        double surplus = map.surplus(range);
        Span words = new Span(getTranslation(
                "coverage.weight-and-share", plain(range.weight().doubleValue()), plain(map.sharePercent(range))));
        words.addClassNames("small", "number");
        if (surplus <= TOO_FEW && map.total().items() > 0) {
            words.addClassName("too-few");
            words.setText(words.getText() + " " + getTranslation("coverage.too-few"));
        }
        return words;
    }

    private Component cell(MapNode node, Kind kind) {
        Cell cell = node.cell(kind);
        boolean point = node instanceof MapNode.OfPoint;
        long number = point ? cell.published() : cell.items();
        boolean hole = point && number == 0 && Kind.WANTED.contains(kind);
        String words = number == 0 && !point ? "0" : hole && cell.coming() > 0 ? "0+" + cell.coming() : "" + number;
        if (point && number == 0 && !hole) {
            words = "·";
        }
        String place = getTranslation("bank.coverage.column." + kind.code());
        if (node instanceof MapNode.OfPoint of && hole && node.open() && ways.mayWrite()) {
            Anchor write = ways.write(of.point().point(), kind, words);
            write.addClassNames("heat", "hole");
            write.getElement()
                    .setAttribute(
                            "aria-label",
                            getTranslation(
                                    "coverage.write-here",
                                    place,
                                    of.point().point().name()));
            write.getElement().setAttribute("title", getTranslation("coverage.write-here-short", place));
            return write;
        }
        Span shown = new Span(words);
        shown.addClassNames("heat", point ? "heat-" + step(number) : "sum");
        if (hole) {
            shown.addClassName("hole");
        }
        return shown;
    }

    private static int step(long number) {
        int step = 0;
        for (int from : STEPS) {
            if (number >= from) {
                step++;
            }
        }
        return step;
    }

    private static Component total(MapNode node) {
        Span total = new Span(String.valueOf(
                node instanceof MapNode.OfPoint
                        ? node.total().published()
                        : node.total().items()));
        total.addClassNames("number", "strong");
        return total;
    }

    private static String coming(MapNode node) {
        Cell cell = node.total();
        return cell.coming() == 0 ? "" : cell.draft() + " / " + cell.review();
    }

    private Component gap(MapNode node) {
        return switch (node) {
            case MapNode.OfRange of -> {
                Span words = new Span(
                        of.range().holes() == 0
                                ? ""
                                : getTranslation("coverage.holes", of.range().holes()));
                words.addClassNames("small", "muted");
                yield words;
            }
            case MapNode.OfPoint of -> gap(of.point());
        };
    }

    private Component gap(PointCoverage point) {
        Hole hole = point.hole();
        return switch (hole) {
            case NONE, LACKING -> new Span();
            case EMPTY_CORE -> new Tag(getTranslation("coverage.hole.EMPTY_CORE"), Tone.BAD);
            case EMPTY -> new Tag(getTranslation("coverage.hole.EMPTY"), Tone.WARN);
        };
    }

    private static String plain(double value) {
        return String.format(Locale.ROOT, value == Math.rint(value) ? "%.0f" : "%.1f", value);
    }
}
