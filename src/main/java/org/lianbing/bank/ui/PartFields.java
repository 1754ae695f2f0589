package org.lianbing.bank.ui;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H3;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.TextArea;

import org.lianbing.bank.CasePart;
import org.lianbing.bank.Interaction;
import org.lianbing.bank.ItemType;
import org.lianbing.base.Digits;
import org.lianbing.base.Problem;
import org.lianbing.base.ui.DecimalField;
import org.lianbing.base.ui.DeskKeys;

/** The questions of a case, each with fields of its own. */
final class PartFields extends Div {

    private static final List<ItemType> TYPES = Arrays.stream(ItemType.values())
            .filter(type -> type != ItemType.CASE)
            .toList();

    private final transient List<Part> parts = new ArrayList<>();
    private final Div list = new Div();
    private final transient TypedFields typed;

    PartFields(Interaction.Case all, TypedFields typed) {
        this.typed = typed;
        addClassName("part-fields");
        all.parts().forEach(this::add);
        Button more = new Button(getTranslation("bankui.edit.add-part"), click -> more());
        more.addThemeVariants(ButtonVariant.LUMO_TERTIARY);
        typed.list("parts", this::addEmpty);
        DeskKeys.within(this, Map.of("Ctrl+Enter", this::more));
        add(list, more);
    }

    private void more() {
        addEmpty();
        parts.getLast().stem.focus();
    }

    private void addEmpty() {
        add(new CasePart("", Starters.of(ItemType.SINGLE_CHOICE), BigDecimal.ONE, "", null));
    }

    /** What the fields say now; parts without a question are left out. */
    Interaction.Case parts() {
        return new Interaction.Case(parts.stream()
                .filter(part -> !part.stem.isEmpty())
                .map(Part::read)
                .toList());
    }

    private void add(CasePart part) {
        Part fields = new Part(part, parts.size() + 1, typed.within("parts/" + parts.size()));
        parts.add(fields);
        list.add(fields);
    }

    /** One question. */
    private final class Part extends Div {
        private final TextArea stem = new TextArea();
        private final TextArea explanation = new TextArea();
        private final DecimalField weight = new DecimalField(Digits.MOST_OF_WEIGHT);

        private final Div answer = new Div();
        private final CreditSelect credit;
        private final transient TypedFields typed;
        private transient Supplier<Interaction> read;

        Part(CasePart part, int number, TypedFields typed) {
            this.typed = typed;
            addClassName("case-part");
            credit = new CreditSelect(part.interaction().type(), part.credit(), typed);
            stem.setLabel(getTranslation("bankui.edit.stem"));
            stem.setValue(part.stem());
            typed.markdown("stem", stem);
            stem.setWidthFull();
            explanation.setLabel(getTranslation("bankui.edit.explanation"));
            explanation.setValue(part.explanation());
            typed.markdown("explanation", explanation);
            explanation.setWidthFull();
            weight.setLabel(getTranslation("bankui.edit.weight"));
            weight.show(part.weight());
            typed.text("weight", weight);
            Select<ItemType> type = new Select<>();
            type.setLabel(getTranslation("bankui.items.type"));
            type.setItems(TYPES);
            type.setItemLabelGenerator(one -> Words.of(this, one));
            type.setValue(part.interaction().type());
            type.addValueChangeListener(change -> {
                credit.setType(change.getValue());
                read = fields(Starters.of(change.getValue()));
            });
            DeskKeys.within(stem, Map.of("Ctrl+Enter", () -> {
                if (type.getValue() == ItemType.FILL_IN) {
                    ItemForm.blank(stem);
                } else {
                    more();
                }
            }));
            typed.keep("type", type, ItemType::code, ItemType::find);
            read = fields(part.interaction());
            Div row = new Div(type, weight, credit);
            row.addClassName("form-row");
            add(new H3(getTranslation("bankui.edit.part", number)), stem, row, answer, explanation);
        }

        private Supplier<Interaction> fields(Interaction interaction) {
            AnswerFields fields = AnswerFields.of(interaction, typed.within("answer"));
            answer.removeAll();
            answer.add(fields);
            return fields::interaction;
        }

        /** One where none is said. */
        private BigDecimal weight() {
            if (weight.getValue().isBlank()) {
                return BigDecimal.ONE;
            }
            return weight.number().orElseThrow(() -> {
                weight.setInvalid(true);
                return Problem.invalid("bankui.edit.number");
            });
        }

        CasePart read() {
            return new CasePart(
                    stem.getValue().strip(),
                    read.get(),
                    weight(),
                    explanation.getValue().strip(),
                    credit.rule());
        }
    }
}
