package org.lianbing.bank.ui;

import java.util.List;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;

import org.lianbing.bank.bulk.Bulk;
import org.lianbing.bank.bulk.BulkOperation;
import org.lianbing.base.Actor;

/** The last acts on many items of a person; what came of them; undone from here for a day. */
class BulkLog extends Dialog {

    private final transient Bulk bulk;
    private final transient Actor actor;
    private final transient Runnable changed;
    private final Div lines = new Div();

    BulkLog(Bulk bulk, Actor actor, Runnable changed) {
        this.bulk = bulk;
        this.actor = actor;
        this.changed = changed;
        setHeaderTitle(getTranslation("bankui.bulk.last"));
        lines.addClassNames("packet-list", "dialog-fields", "wide");
        add(lines);
        Button close = new Button(getTranslation("bankui.bulk.close"), click -> close());
        close.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
        getFooter().add(close);
        load();
    }

    private void load() {
        lines.removeAll();
        List<BulkOperation> mine = bulk.mine(actor);
        mine.forEach(operation -> lines.add(line(bulk.get(actor, operation.id()))));
        if (mine.isEmpty()) {
            lines.add(new Paragraph(getTranslation("bankui.bulk.log-none")));
        }
    }

    private Component line(BulkOperation operation) {
        Span what = new Span(getTranslation("bankui.bulk.act." + operation.act().kind()));
        what.addClassName("strong");
        Div words = new Div(what, new BulkOutcome(operation));
        words.addClassNames("stack-tight", "grow");
        Div line = new Div(words);
        line.addClassName("packet-line");
        if (bulk.undoable(operation) && operation.done() > 0) {
            Button undo = new Button(UI.getCurrent().getTranslation("bankui.bulk.undo"), click -> {
                bulk.undo(actor, operation.id());
                changed.run();
                load();
            });
            undo.addThemeVariants(ButtonVariant.LUMO_TERTIARY);
            line.add(undo);
        }
        return line;
    }
}
