package org.lianbing.competition.ui;

import java.util.List;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.NativeTable;
import com.vaadin.flow.component.html.NativeTableBody;
import com.vaadin.flow.component.html.NativeTableHeader;
import com.vaadin.flow.component.html.NativeTableHeaderCell;
import com.vaadin.flow.component.html.NativeTableRow;

/** A table of the fairness report: it scrolls by itself where it is too wide, and prints with its head on every page. */
class FairnessTable extends Div {

    private final NativeTable table = new NativeTable();

    /** @param heads already in the reader's language */
    FairnessTable(List<String> heads, List<List<String>> rows) {
        NativeTableRow head = new NativeTableRow();
        heads.forEach(name -> head.add(new NativeTableHeaderCell(name)));
        NativeTableBody body = new NativeTableBody();
        rows.forEach(row -> {
            NativeTableRow line = new NativeTableRow();
            row.forEach(text -> line.addDataCell().setText(text));
            body.add(line);
        });
        table.add(new NativeTableHeader(head), body);
        table.addClassName("plain-table");
        addClassName("table-scroll");
        add(table);
    }

    /** Of which kind its columns are, for the style sheet. */
    FairnessTable as(String kind) {
        table.addClassName(kind);
        return this;
    }
}
