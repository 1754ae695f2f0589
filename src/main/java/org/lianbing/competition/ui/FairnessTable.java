package org.lianbing.competition.ui;

import java.util.List;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.NativeTable;
import org.jsoup.nodes.Element;

/**
 * A table of the fairness report: it scrolls by itself where it is too wide, and prints with its head on every page. Its
 * rows are one text for the browser and no components: of two thousand forms there are tens of thousands of cells.
 */
class FairnessTable extends Div {

    private final NativeTable table = new NativeTable();

    /** @param heads already in the reader's language */
    FairnessTable(List<String> heads, List<List<String>> rows) {
        Element written = new Element("table");
        cells(written.appendElement("thead").appendElement("tr"), "th", heads);
        Element body = written.appendElement("tbody");
        rows.forEach(row -> cells(body.appendElement("tr"), "td", row));
        table.getElement().setProperty("innerHTML", written.html());
        table.addClassName("plain-table");
        addClassName("table-scroll");
        add(table);
    }

    private static void cells(Element row, String tag, List<String> texts) {
        texts.forEach(text -> row.appendElement(tag).text(text));
    }

    /** Of which kind its columns are, for the style sheet. */
    FairnessTable as(String kind) {
        table.addClassName(kind);
        return this;
    }
}
