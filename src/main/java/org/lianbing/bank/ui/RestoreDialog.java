package org.lianbing.bank.ui;

import java.util.function.Consumer;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.textfield.TextField;

/** Asks why an old version of an item is restored. */
class RestoreDialog extends Dialog {

    RestoreDialog(int number, Consumer<String> restore, Runnable restored) {
        setHeaderTitle(getTranslation("bankui.history.restore-title", number));
        TextField reason = new TextField(getTranslation("bankui.history.restore-reason"));
        Div content = new Div(new Paragraph(getTranslation("bankui.history.restore-text")), reason);
        content.addClassNames("stack", "dialog-fields");
        add(content);
        Button cancel = new Button(getTranslation("base.cancel"), click -> close());
        cancel.addThemeVariants(ButtonVariant.LUMO_TERTIARY);
        Button yes = new Button(getTranslation("bankui.history.restore"), click -> {
            if (reason.getValue().isBlank()) {
                reason.setErrorMessage(getTranslation("bank.history.reason"));
                reason.setInvalid(true);
                return;
            }
            restore.accept(reason.getValue());
            close();
            restored.run();
        });
        yes.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
        getFooter().add(cancel, yes);
    }
}
