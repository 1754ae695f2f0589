package org.lianbing.exam.marking.ui;

import java.util.List;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.NativeTable;
import com.vaadin.flow.component.html.NativeTableBody;
import com.vaadin.flow.component.html.NativeTableHeader;
import com.vaadin.flow.component.html.NativeTableHeaderCell;
import com.vaadin.flow.component.html.NativeTableRow;

/** A small table of words and figures that scrolls by itself on a phone. */
class PlainTable extends Div {

    private final NativeTableBody body = new NativeTableBody();

    PlainTable(String... heads) {
        NativeTableRow head = new NativeTableRow();
        List.of(heads).forEach(name -> head.add(new NativeTableHeaderCell(name)));
        NativeTable table = new NativeTable();
        table.add(new NativeTableHeader(head), body);
        table.addClassName("plain-table");
        addClassName("table-scroll");
        add(table);
    }

    void line(String... cells) {
        NativeTableRow row = new NativeTableRow();
        List.of(cells).forEach(text -> row.addDataCell().setText(text));
        body.add(row);
    }
}
