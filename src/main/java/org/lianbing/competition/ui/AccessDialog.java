package org.lianbing.competition.ui;

import java.util.function.Consumer;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;

import org.lianbing.exam.AccessRules;

/** Changes from where and with what an exam is sat that is open already. */
class AccessDialog extends Dialog {

    /**
     * @param now what is asked now
     * @param change hears what is to be asked from now on
     */
    AccessDialog(AccessRules now, Consumer<AccessRules> change) {
        setHeaderTitle(getTranslation("competition.access.change"));
        addClassName("form-dialog");
        setWidth("560px");
        setMaxWidth("calc(100vw - 32px)");
        AccessFields fields = new AccessFields();
        fields.show(now);
        Paragraph text = new Paragraph(getTranslation("competition.access.change.text"));
        Div form = new Div(text, fields);
        form.addClassName("stack");
        add(form);
        Button save = new Button(getTranslation("competition.access.save"), click -> {
            change.accept(fields.value());
            close();
        });
        save.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
        save.getElement().setAttribute("data-test", "access-save");
        getFooter().add(new Button(getTranslation("base.cancel"), click -> close()), save);
    }
}
