package org.lianbing.bank.ui;

import java.util.function.Consumer;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.textfield.TextField;

import org.lianbing.bank.Item;

/** Asks why a row becomes a new version of an item; nothing happens to the item before the import is handed in. */
final class UpdateDialog extends Dialog {

    private static final int LONGEST = 200;

    UpdateDialog(Item item, Consumer<String> said) {
        setHeaderTitle(getTranslation("bankui.import.update-title", item.code()));
        TextField reason = new TextField(getTranslation("bankui.import.update-reason"));
        reason.setMaxLength(LONGEST);
        reason.setManualValidation(true);
        reason.setErrorMessage(getTranslation("exchange.update-reason", LONGEST));
        Div fields = new Div(new Paragraph(getTranslation("bankui.import.update-text")), reason);
        fields.addClassNames("stack", "dialog-fields");
        add(fields);
        Button cancel = new Button(getTranslation("base.cancel"), click -> close());
        cancel.addThemeVariants(ButtonVariant.LUMO_TERTIARY);
        Button yes = new Button(getTranslation("bankui.import.update"), click -> {
            if (reason.getValue().isBlank()) {
                reason.setInvalid(true);
                reason.focus();
            } else {
                close();
                said.accept(reason.getValue());
            }
        });
        yes.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
        getFooter().add(cancel, yes);
    }
}
