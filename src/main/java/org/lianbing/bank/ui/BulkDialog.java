package org.lianbing.bank.ui;

import java.util.List;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import org.jspecify.annotations.Nullable;

import org.lianbing.bank.ItemId;
import org.lianbing.bank.bulk.BulkAct;
import org.lianbing.bank.bulk.BulkOperation;
import org.lianbing.base.Actor;

/** Asks once, does it, and tells item by item what could not be done; from there it can be undone. */
class BulkDialog extends Dialog {

    private final transient BulkBar.Services services;
    private final transient Actor actor;
    private final transient List<ItemId> items;
    private final transient Runnable changed;
    private final Div content = new Div();

    /** {@code given} is the act where it needs no values. */
    BulkDialog(
            BulkBar.Services services,
            Actor actor,
            String kind,
            @Nullable BulkAct given,
            List<ItemId> items,
            Runnable changed) {
        this.services = services;
        this.actor = actor;
        this.items = items;
        this.changed = changed;
        setHeaderTitle(getTranslation("bankui.bulk.title", getTranslation("bankui.bulk.act." + kind), items.size()));
        content.addClassNames("stack", "dialog-fields");
        add(content);
        BulkFields fields = new BulkFields(services, actor, kind);
        if (given == null) {
            content.add(fields);
        }
        content.add(new Paragraph(getTranslation("bankui.bulk.hint." + kind)));
        Button cancel = new Button(getTranslation("base.cancel"), click -> close());
        cancel.addThemeVariants(ButtonVariant.LUMO_TERTIARY);
        Button yes = new Button(getTranslation("bankui.bulk.act." + kind), click -> {
            BulkAct act = given == null ? fields.act().orElse(null) : given;
            if (act != null) {
                tell(services.bulk().run(actor, act, items));
            }
        });
        yes.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
        yes.setDisableOnClick(given != null);
        getFooter().add(cancel, yes);
    }

    private void tell(BulkOperation operation) {
        changed.run();
        setHeaderTitle(getTranslation(
                "bankui.bulk.done-title",
                getTranslation("bankui.bulk.act." + operation.act().kind())));
        content.removeAll();
        content.add(new BulkOutcome(operation));
        getFooter().removeAll();
        if (services.bulk().undoable(operation) && operation.done() > 0) {
            Button undo = new Button(getTranslation("bankui.bulk.undo"), click -> {
                tellUndone(services.bulk().undo(actor, operation.id()));
            });
            undo.addThemeVariants(ButtonVariant.LUMO_TERTIARY);
            getFooter().add(undo);
        }
        getFooter().add(closing());
    }

    private void tellUndone(BulkOperation operation) {
        changed.run();
        setHeaderTitle(getTranslation("bankui.bulk.undone-title"));
        content.removeAll();
        content.add(new BulkOutcome(operation));
        getFooter().removeAll();
        getFooter().add(closing());
    }

    private Component closing() {
        Button close = new Button(getTranslation("bankui.bulk.close"), click -> close());
        close.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
        return close;
    }

    /** How many items it is about. */
    int size() {
        return items.size();
    }
}
