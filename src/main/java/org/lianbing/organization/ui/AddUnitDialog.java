package org.lianbing.organization.ui;

import java.util.List;
import java.util.function.Consumer;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.combobox.ComboBox;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.TextField;
import org.jspecify.annotations.Nullable;

import org.lianbing.base.Problem;
import org.lianbing.organization.Unit;
import org.lianbing.organization.UnitDraft;
import org.lianbing.organization.UnitKind;

/** Asks for a new unit. */
class AddUnitDialog extends Dialog {

    AddUnitDialog(List<Unit> units, @Nullable Unit parent, Consumer<UnitDraft> add) {
        setHeaderTitle(getTranslation("organization.add"));
        addClassName("form-dialog");
        setWidth("480px");
        setMaxWidth("calc(100vw - 32px)");
        TextField name = new TextField(getTranslation("organization.name"));
        name.setAutofocus(true);
        Select<UnitKind> kind = new Select<>();
        kind.setLabel(getTranslation("organization.kind"));
        kind.setItems(UnitKind.values());
        kind.setItemLabelGenerator(chosen -> getTranslation("organization.kind." + chosen));
        kind.setValue(UnitKind.ENTERPRISE);
        ComboBox<Unit> above = new ComboBox<>(getTranslation("organization.above"));
        above.setItemLabelGenerator(Unit::name);
        above.setItems(units);
        above.setValue(parent);
        Paragraph refusal = new Paragraph();
        refusal.addClassName("gate-refusal");
        refusal.getElement().setAttribute("role", "alert");
        refusal.setVisible(false);
        Div form = new Div(refusal, name, kind, above);
        form.addClassName("stack");
        add(form);
        Button save = new Button(getTranslation("organization.add"), click -> {
            try {
                Unit chosen = above.getValue();
                add.accept(new UnitDraft(name.getValue(), kind.getValue(), chosen == null ? null : chosen.id()));
                close();
            } catch (Problem problem) {
                refusal.setText(getTranslation(problem.code(), problem.arguments()));
                refusal.setVisible(true);
            }
        });
        save.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
        getFooter().add(new Button(getTranslation("base.cancel"), click -> close()), save);
    }
}
