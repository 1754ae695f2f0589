package org.lianbing.bank.call.ui;

import java.util.ArrayList;
import java.util.List;

import com.vaadin.flow.component.AbstractField;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.HasSize;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.checkbox.Checkbox;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.radiobutton.RadioButtonGroup;
import com.vaadin.flow.component.textfield.TextArea;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.data.value.HasValueChangeMode;
import com.vaadin.flow.data.value.ValueChangeMode;
import org.jspecify.annotations.Nullable;

import org.lianbing.bank.ItemType;
import org.lianbing.bank.call.ProposalSheet;
import org.lianbing.base.Level;

/** The fields of a proposer's sheet, few enough for a phone; each change is told as it is typed. */
class SheetFields extends Div {

    private static final int MOST = 8;
    private static final int FIRST_OPTIONS = 4;

    private record OptionLine(TextField text, Checkbox key) {}

    private final ItemType type;
    private final transient Runnable changed;
    private final TextArea stem = new TextArea();
    private final TextArea why = new TextArea();
    private final RadioButtonGroup<Boolean> truth = new RadioButtonGroup<>();
    private final transient List<OptionLine> options = new ArrayList<>();
    private final transient List<TextField> steps = new ArrayList<>();
    private final TextField number = new TextField();
    private final TextField tolerance = new TextField();
    private final TextField unit = new TextField();
    private final Div parts = new Div();

    SheetFields(ProposalSheet sheet, Runnable changed) {
        this.type = sheet.type();
        this.changed = changed;
        addClassName("sheet-fields");
        parts.addClassName("option-lines");
        text(
                stem,
                getTranslation(type == ItemType.TRUE_FALSE ? "call.sheet.statement" : "call.sheet.stem"),
                sheet.stem());
        add(stem, key(sheet));
        text(why, getTranslation("call.sheet.why"), sheet.why());
        add(why);
    }

    /** What the fields say now, with what stands elsewhere on the page. */
    ProposalSheet sheet(@Nullable Level level, List<String> pictures) {
        return new ProposalSheet(
                type,
                level,
                stem.getValue(),
                options.stream()
                        .map(line -> new ProposalSheet.Choice(
                                line.text().getValue(), line.key().getValue()))
                        .toList(),
                truth.getValue(),
                steps.stream().map(TextField::getValue).toList(),
                number.getValue(),
                tolerance.getValue(),
                unit.getValue(),
                why.getValue(),
                pictures);
    }

    private Component key(ProposalSheet sheet) {
        return switch (type) {
            case SINGLE_CHOICE, MULTIPLE_CHOICE -> options(sheet);
            case ORDERING -> steps(sheet);
            case NUMERIC -> number(sheet);
            default -> truth(sheet);
        };
    }

    private Component truth(ProposalSheet sheet) {
        truth.setLabel(getTranslation("bankui.edit.statement"));
        truth.setItems(true, false);
        truth.setItemLabelGenerator(right -> getTranslation(right ? "exchange.true" : "exchange.false"));
        truth.setValue(sheet.truth());
        told(truth);
        return truth;
    }

    private Component options(ProposalSheet sheet) {
        Paragraph hint = new Paragraph(
                getTranslation(type == ItemType.SINGLE_CHOICE ? "call.sheet.tick-one" : "call.sheet.tick-several"));
        hint.addClassNames("muted", "small");
        for (int i = 0; i < Math.max(FIRST_OPTIONS, sheet.options().size()); i++) {
            addOption(i < sheet.options().size() ? sheet.options().get(i) : new ProposalSheet.Choice("", false));
        }
        return new Div(
                hint, parts, more("bankui.edit.add-option", () -> addOption(new ProposalSheet.Choice("", false))));
    }

    private void addOption(ProposalSheet.Choice choice) {
        if (options.size() == MOST) {
            return;
        }
        TextField text =
                new TextField(getTranslation("bankui.edit.option", String.valueOf((char) ('A' + options.size()))));
        text.setValue(choice.text());
        asTyped(text);
        Checkbox key = new Checkbox(getTranslation("bankui.edit.option-key"), choice.key());
        OptionLine line = new OptionLine(text, key);
        key.addValueChangeListener(change -> {
            if (change.isFromClient() && change.getValue() && type == ItemType.SINGLE_CHOICE) {
                options.stream()
                        .filter(other -> other != line)
                        .forEach(other -> other.key().setValue(false));
            }
        });
        told(key);
        options.add(line);
        Div row = new Div(text, key);
        row.addClassName("option-line");
        parts.add(row);
    }

    private Component steps(ProposalSheet sheet) {
        for (int i = 0; i < Math.max(FIRST_OPTIONS, sheet.steps().size()); i++) {
            addStep(i < sheet.steps().size() ? sheet.steps().get(i) : "");
        }
        return new Div(parts, more("bankui.edit.add-step", () -> addStep("")));
    }

    private void addStep(String words) {
        if (steps.size() < MOST) {
            TextField step = new TextField(getTranslation("bankui.edit.step", steps.size() + 1));
            step.setValue(words);
            asTyped(step);
            steps.add(step);
            parts.add(step);
        }
    }

    private Component number(ProposalSheet sheet) {
        numberField(number, "bankui.edit.key", sheet.number());
        numberField(tolerance, "bankui.edit.tolerance", sheet.tolerance());
        numberField(unit, "bankui.edit.unit", sheet.unit());
        Div row = new Div(number, tolerance, unit);
        row.addClassName("form-row");
        return row;
    }

    private void numberField(TextField field, String label, String value) {
        field.setLabel(getTranslation(label));
        field.setValue(value);
        asTyped(field);
    }

    private Button more(String key, Runnable act) {
        Button more = new Button(getTranslation(key), click -> act.run());
        more.addThemeVariants(ButtonVariant.LUMO_TERTIARY);
        return more;
    }

    private void text(TextArea field, String label, String value) {
        field.setLabel(label);
        field.setValue(value);
        field.setMinHeight("120px");
        asTyped(field);
    }

    private <F extends AbstractField<F, String> & HasValueChangeMode & HasSize> void asTyped(F field) {
        field.setValueChangeMode(ValueChangeMode.LAZY);
        field.setWidthFull();
        told(field);
    }

    private void told(AbstractField<?, ?> field) {
        field.addValueChangeListener(change -> {
            if (change.isFromClient()) {
                changed.run();
            }
        });
    }
}
