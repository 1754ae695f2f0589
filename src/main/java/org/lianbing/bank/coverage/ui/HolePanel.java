package org.lianbing.bank.coverage.ui;

import java.util.Locale;

import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Paragraph;
import org.jspecify.annotations.Nullable;

import org.lianbing.bank.coverage.Cell;
import org.lianbing.bank.coverage.CoverageMap;
import org.lianbing.bank.coverage.Kind;
import org.lianbing.bank.coverage.PointCoverage;
import org.lianbing.bank.coverage.PointCoverage.Hole;
import org.lianbing.bank.coverage.RangeCoverage;
import org.lianbing.base.ui.EmptyState;
import org.lianbing.base.ui.Section;
import org.lianbing.trade.Point;

/** At the side of the map: the line that was chosen, and one click to fill its gap. */
class HolePanel extends Div {

    private final transient Ways ways;

    HolePanel(Ways ways) {
        this.ways = ways;
        addClassName("bank-side");
    }

    void show(@Nullable MapNode node, CoverageMap map) {
        removeAll();
        if (node == null) {
            add(new EmptyState("coverage", getTranslation("coverage.choose"), getTranslation("coverage.choose-hint")));
            return;
        }
        switch (node) {
            case MapNode.OfRange of -> add(range(of.range(), map));
            case MapNode.OfPoint of -> add(point(of.point(), of.open()));
        }
    }

    private Section range(RangeCoverage range, CoverageMap map) {
        Section section = new Section(new H2(range.code() + " " + range.name()));
        section.addClassName("stack");
        long items = range.total().items();
        long expected = Math.round(map.expected(range));
        section.add(
                new Paragraph(getTranslation(
                        "coverage.range.weight", plain(range.weight().doubleValue()), plain(map.sharePercent(range)))),
                new Paragraph(getTranslation("coverage.range.items", items, expected)));
        if (expected > items) {
            Paragraph few = new Paragraph(getTranslation("coverage.range.few", expected - items));
            few.addClassName("remark");
            section.add(few);
        }
        section.add(new Paragraph(getTranslation("coverage.holes", range.holes())));
        if (!range.open()) {
            section.add(muted(getTranslation("coverage.not-yours")));
        }
        return section;
    }

    private Section point(PointCoverage coverage, boolean open) {
        Point point = coverage.point();
        Section section = new Section(new H2(point.code() + " " + point.name()));
        section.addClassName("stack");
        section.add(
                muted(String.join(" › ", point.path())),
                new Paragraph(point.importance() + " " + getTranslation("coverage.importance." + point.importance())));
        if (coverage.hole() != Hole.NONE) {
            Paragraph lack = new Paragraph(getTranslation("coverage.point.lacking", Words.lacking(this, coverage)));
            lack.addClassName(coverage.hole() == Hole.EMPTY_CORE ? "error" : "remark");
            section.add(lack);
        }
        for (Kind kind : Kind.values()) {
            Cell cell = coverage.cell(kind);
            section.add(new Paragraph(getTranslation(
                    "coverage.point.kind",
                    getTranslation("bank.coverage.column." + kind.code()),
                    cell.published(),
                    cell.draft(),
                    cell.review())));
        }
        if (open) {
            section.add(acts(coverage));
        } else {
            section.add(muted(getTranslation("coverage.not-yours")));
        }
        return section;
    }

    private Div acts(PointCoverage coverage) {
        Div acts = new Div();
        acts.addClassName("panel-buttons");
        Kind first = coverage.lacking().isEmpty() ? null : coverage.lacking().getFirst();
        if (ways.mayWrite()) {
            acts.add(button(ways.write(coverage.point(), first, getTranslation("coverage.write")), true));
        }
        acts.add(button(ways.commission(coverage.point(), first, getTranslation("coverage.commission")), false));
        acts.add(button(ways.find(coverage.point(), getTranslation("coverage.find")), false));
        return acts;
    }

    private static Anchor button(Anchor way, boolean primary) {
        way.addClassName("button-link");
        if (primary) {
            way.addClassName("primary");
        }
        return way;
    }

    private static Paragraph muted(String text) {
        Paragraph line = new Paragraph(text);
        line.addClassNames("small", "muted");
        return line;
    }

    private static String plain(double value) {
        return String.format(Locale.ROOT, value == Math.rint(value) ? "%.0f" : "%.1f", value);
    }
}
