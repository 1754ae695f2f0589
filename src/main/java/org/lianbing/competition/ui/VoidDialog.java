package org.lianbing.competition.ui;

import java.util.function.Consumer;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.textfield.TextArea;
import com.vaadin.flow.data.value.ValueChangeMode;

import org.lianbing.attempt.Rulings;

/** Asks once, and for the reason that the contestant will read. */
class VoidDialog extends Dialog {

    VoidDialog(String name, Consumer<String> declare) {
        setHeaderTitle(getTranslation("competition.void.ask", name));
        addClassName("form-dialog");
        setWidth("480px");
        setMaxWidth("calc(100vw - 32px)");
        TextArea reason = new TextArea(getTranslation("competition.void.reason"));
        reason.setHelperText(getTranslation("competition.void.reason.help"));
        reason.setMaxLength(Rulings.LONGEST_REASON);
        reason.setRequiredIndicatorVisible(true);
        reason.setWidthFull();
        reason.setValueChangeMode(ValueChangeMode.EAGER);
        Button act = new Button(getTranslation("competition.void"), click -> {
            declare.accept(reason.getValue());
            close();
        });
        act.addThemeVariants(ButtonVariant.LUMO_PRIMARY, ButtonVariant.LUMO_ERROR);
        act.setEnabled(false);
        reason.addValueChangeListener(
                change -> act.setEnabled(!change.getValue().isBlank()));
        Div form = new Div(new Paragraph(getTranslation("competition.void.text")), reason);
        form.addClassName("stack");
        add(form);
        getFooter().add(new Button(getTranslation("base.cancel"), click -> close()), act);
    }
}
