package org.lianbing.competition.ui;

import java.util.function.Consumer;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.textfield.TextArea;
import com.vaadin.flow.data.value.ValueChangeMode;

import org.lianbing.paper.Corrections;

/** Asks why a correction is refused; the one who proposed it reads that. */
class RefusalDialog extends Dialog {

    RefusalDialog(Consumer<String> refuse) {
        setHeaderTitle(getTranslation("competition.correction.refuse.ask"));
        addClassName("form-dialog");
        setWidth("480px");
        setMaxWidth("calc(100vw - 32px)");
        TextArea why = new TextArea(getTranslation("competition.correction.refuse.why"));
        why.setHelperText(getTranslation("competition.correction.refuse.help"));
        why.setMaxLength(Corrections.LONGEST_REASON);
        why.setRequiredIndicatorVisible(true);
        why.setWidthFull();
        why.setValueChangeMode(ValueChangeMode.EAGER);
        Button act = new Button(getTranslation("competition.correction.refuse"), click -> {
            refuse.accept(why.getValue());
            close();
        });
        act.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
        act.setEnabled(false);
        why.addValueChangeListener(change -> act.setEnabled(!change.getValue().isBlank()));
        add(why);
        getFooter().add(new Button(getTranslation("base.cancel"), click -> close()), act);
    }
}
