package org.lianbing.organization.ui;

import java.util.List;
import java.util.function.BiConsumer;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.combobox.ComboBox;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.select.Select;

import org.lianbing.base.Problem;
import org.lianbing.base.UnitId;
import org.lianbing.organization.Line;
import org.lianbing.organization.Unit;

/** Asks under which unit another one shall stand in a further line. */
class AddLineDialog extends Dialog {

    AddLineDialog(List<Unit> units, Unit unit, BiConsumer<UnitId, Line> attach) {
        setHeaderTitle(getTranslation("organization.lines-add-for", unit.name()));
        addClassName("form-dialog");
        setWidth("480px");
        setMaxWidth("calc(100vw - 32px)");
        Select<Line> line = new Select<>();
        line.setLabel(getTranslation("organization.line"));
        line.setItems(Line.INDUSTRIAL, Line.GROUP);
        line.setItemLabelGenerator(chosen -> getTranslation("organization.line." + chosen));
        line.setValue(Line.INDUSTRIAL);
        ComboBox<Unit> above = new ComboBox<>(getTranslation("organization.above-in-line"));
        above.setItemLabelGenerator(Unit::name);
        above.setItems(
                units.stream().filter(other -> !other.id().equals(unit.id())).toList());
        Paragraph refusal = new Paragraph();
        refusal.addClassName("gate-refusal");
        refusal.getElement().setAttribute("role", "alert");
        refusal.setVisible(false);
        Div form = new Div(refusal, line, above);
        form.addClassName("stack");
        add(form);
        Button save = new Button(getTranslation("organization.lines-add"), click -> {
            try {
                attach.accept(above.getValue().id(), line.getValue());
                close();
            } catch (Problem problem) {
                refusal.setText(getTranslation(problem.code(), problem.arguments()));
                refusal.setVisible(true);
            }
        });
        save.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
        save.setEnabled(false);
        above.addValueChangeListener(change -> save.setEnabled(change.getValue() != null));
        getFooter().add(new Button(getTranslation("base.cancel"), click -> close()), save);
    }
}
