package org.lianbing.trade.ui;

import java.util.List;
import java.util.Map;

import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H3;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import org.jspecify.annotations.Nullable;

import org.lianbing.base.TradeId;
import org.lianbing.base.ui.Tag;
import org.lianbing.base.ui.Tone;
import org.lianbing.trade.OutlineDifference;
import org.lianbing.trade.OutlineDifference.Change;
import org.lianbing.trade.OutlineDifference.Kind;
import org.lianbing.trade.PointId;
import org.lianbing.trade.PointUses.Use;
import org.lianbing.trade.Trades;

/** What became different, kind by kind; below a point that goes away, the items that hang on it. */
class DifferenceList extends Div {

    private static final int MOST = 100;
    private static final int ITEMS = 8;

    private final transient Trades trades;
    private final transient Map<PointId, List<Use>> uses;

    DifferenceList(OutlineDifference difference, Map<PointId, List<Use>> uses, Trades trades) {
        this.trades = trades;
        this.uses = uses;
        addClassName("difference");
        if (difference.changes().isEmpty()) {
            add(muted(getTranslation("outlines.difference.none")));
        }
        for (Kind kind : List.of(Kind.REMOVED, Kind.RENAMED, Kind.ADDED, Kind.WEIGHT, Kind.IMPORTANCE)) {
            add(kind, difference);
        }
    }

    private void add(Kind kind, OutlineDifference difference) {
        List<Change> changes = difference.changes().stream()
                .filter(change -> change.kind() == kind)
                .toList();
        if (changes.isEmpty()) {
            return;
        }
        Tone tone = switch (kind) {
            case REMOVED -> Tone.BAD;
            case ADDED -> Tone.GOOD;
            case RENAMED, WEIGHT, IMPORTANCE -> Tone.WARN;
        };
        H3 title = new H3(
                new Span(getTranslation("outlines.difference." + kind)), new Tag(String.valueOf(changes.size()), tone));
        title.addClassNames("row", "small");
        add(title);
        changes.stream().limit(MOST).forEach(this::add);
        if (changes.size() > MOST) {
            add(muted(getTranslation("outlines.difference.more", changes.size() - MOST)));
        }
    }

    private void add(Change change) {
        Span code = new Span(
                change.foundation() ? trades.get(TradeId.of(change.code())).name(getLocale()) : change.code());
        code.addClassName("code");
        Paragraph line = new Paragraph(code, new Span(" " + words(change)));
        line.addClassName("small");
        add(line);
        List<Use> hanging = hanging(change.point());
        if (change.kind() == Kind.REMOVED && !hanging.isEmpty()) {
            Paragraph items = new Paragraph(new Span(getTranslation("outlines.difference.items", hanging.size())));
            hanging.stream().limit(ITEMS).forEach(use -> {
                Anchor link = new Anchor(use.path(), use.label());
                link.setRouterIgnore(false);
                items.add(new Span(" "), link);
            });
            items.addClassNames("small", "hanging");
            add(items);
        }
    }

    private List<Use> hanging(@Nullable PointId point) {
        return point == null ? List.of() : uses.getOrDefault(point, List.of());
    }

    private static String words(Change change) {
        return switch (change.kind()) {
            case ADDED -> change.after();
            case REMOVED -> change.before();
            case RENAMED, IMPORTANCE -> change.before() + " → " + change.after();
            case WEIGHT -> change.before() + "% → " + change.after() + "%";
        };
    }

    private static Paragraph muted(String text) {
        Paragraph line = new Paragraph(text);
        line.addClassNames("small", "muted");
        return line;
    }
}
