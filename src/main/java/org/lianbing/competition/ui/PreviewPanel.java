package org.lianbing.competition.ui;

import java.math.BigDecimal;
import java.util.List;
import java.util.Locale;
import java.util.Map;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H3;
import com.vaadin.flow.component.html.NativeTable;
import com.vaadin.flow.component.html.NativeTableBody;
import com.vaadin.flow.component.html.NativeTableCell;
import com.vaadin.flow.component.html.NativeTableHeader;
import com.vaadin.flow.component.html.NativeTableHeaderCell;
import com.vaadin.flow.component.html.NativeTableRow;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import org.jspecify.annotations.Nullable;

import org.lianbing.account.PersonName;
import org.lianbing.base.PersonId;
import org.lianbing.base.ui.Meter;
import org.lianbing.base.ui.StatTile;
import org.lianbing.base.ui.Tag;
import org.lianbing.base.ui.Tone;
import org.lianbing.exam.CorrectionPreview;

/** What a correction will do: the sums, by how much, and everybody whom it concerns as a table that prints. */
class PreviewPanel extends Div {

    private static final List<String> COLUMNS = List.of("name", "before", "after", "difference", "pass", "moves");

    PreviewPanel(CorrectionPreview preview, Map<PersonId, PersonName> names, boolean whole) {
        addClassNames("stack", "correction-preview");
        add(tiles(preview));
        Paragraph marks = new Paragraph(getTranslation(
                "competition.correction.marks",
                Words.points(preview.maxBefore()),
                Words.points(preview.maxAfter()),
                Words.points(preview.passBefore()),
                Words.points(preview.passAfter())));
        marks.addClassNames("muted", "small");
        add(marks);
        if (preview.changing() > 0) {
            add(distribution(preview));
        }
        if (whole) {
            add(concerned(preview, names));
        }
    }

    private Component tiles(CorrectionPreview preview) {
        Div tiles = new Div(
                tile("changing", preview.changing(), Tone.SPARK),
                tile("up", preview.up().size(), Tone.GOOD),
                tile("down", preview.down().size(), Tone.BAD),
                tile("moving", preview.moving(), Tone.PLAIN));
        tiles.addClassName("tiles");
        return tiles;
    }

    private StatTile tile(String what, int figure, Tone tone) {
        StatTile tile = new StatTile(
                getTranslation("competition.correction.tile." + what),
                String.format(Locale.ROOT, "%,d", figure),
                getTranslation("competition.people"),
                figure == 0 ? Tone.PLAIN : tone);
        tile.getElement().setAttribute("data-test", "preview-" + what);
        return tile;
    }

    private Component distribution(CorrectionPreview preview) {
        Div bars = new Div(new H3(getTranslation("competition.correction.distribution")));
        bars.addClassName("distribution");
        long most = preview.distribution().values().stream()
                .mapToLong(Long::longValue)
                .max()
                .orElse(1);
        preview.distribution().forEach((difference, people) -> {
            String words = signed(difference);
            Span count = new Span(getTranslation("competition.correction.count", people));
            Div row = new Div(
                    new Span(words),
                    new Meter((double) people / most, difference.signum() > 0 ? Tone.GOOD : Tone.BAD, words),
                    count);
            row.addClassName("distribution-row");
            bars.add(row);
        });
        return bars;
    }

    private Component concerned(CorrectionPreview preview, Map<PersonId, PersonName> names) {
        List<CorrectionPreview.Line> lines = preview.lines().stream()
                .filter(CorrectionPreview.Line::concerns)
                .toList();
        if (lines.isEmpty()) {
            return new Paragraph(getTranslation("competition.correction.nobody"));
        }
        NativeTableRow head = new NativeTableRow();
        COLUMNS.forEach(column ->
                head.add(new NativeTableHeaderCell(getTranslation("competition.correction.column." + column))));
        NativeTableBody body = new NativeTableBody();
        lines.forEach(line -> body.add(row(line, names.get(line.person()))));
        NativeTable table = new NativeTable(new NativeTableHeader(head), body);
        table.addClassName("correction-table");
        Div frame = new Div(table);
        frame.addClassName("table-frame");
        return frame;
    }

    private NativeTableRow row(CorrectionPreview.Line line, @Nullable PersonName name) {
        return new NativeTableRow(
                new NativeTableCell(name == null ? "" : name.name()),
                new NativeTableCell(Words.points(line.before())),
                new NativeTableCell(Words.points(line.after())),
                new NativeTableCell(line.changes() ? signed(line.after().subtract(line.before())) : "—"),
                new NativeTableCell(pass(line)),
                new NativeTableCell(places(line)));
    }

    private Component pass(CorrectionPreview.Line line) {
        if (line.passedBefore() == line.passesAfter()) {
            return new Span(getTranslation(
                    line.passesAfter() ? "competition.correction.passed" : "competition.correction.failed"));
        }
        return new Tag(
                getTranslation(line.passesAfter() ? "competition.correction.up" : "competition.correction.down"),
                line.passesAfter() ? Tone.GOOD : Tone.BAD);
    }

    private static String places(CorrectionPreview.Line line) {
        if (line.placeBefore() == null) {
            return "—";
        }
        return line.placeBefore().equals(line.placeAfter())
                ? String.valueOf(line.placeAfter())
                : line.placeBefore() + " → " + line.placeAfter();
    }

    private static String signed(BigDecimal difference) {
        String plain = Words.points(difference.abs());
        return (difference.signum() < 0 ? "−" : "+") + plain;
    }
}
