package org.lianbing.bank.ui;

import java.math.BigDecimal;
import java.util.Optional;
import java.util.function.IntSupplier;
import java.util.function.Supplier;

import com.vaadin.flow.component.HasValue;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.IntegerField;
import com.vaadin.flow.component.textfield.TextField;

import org.lianbing.bank.Interaction;
import org.lianbing.bank.Rubric;
import org.lianbing.base.Digits;
import org.lianbing.base.Problem;

/** The fields for the way an item is answered, one kind a type. */
class AnswerFields extends Div {

    private final transient TypedFields typed;
    private transient Supplier<Interaction> read;

    private AnswerFields(Interaction interaction, TypedFields typed) {
        this.typed = typed;
        LineFields lines = new LineFields(this, typed);
        addClassName("answer-fields");
        read = switch (interaction) {
            case Interaction.TrueFalse truth -> truth(truth);
            case Interaction.SingleChoice choice -> {
                OptionFields options = new OptionFields(choice.options(), typed);
                add(options);
                yield () -> new Interaction.SingleChoice(options.options());
            }
            case Interaction.MultipleChoice choice -> {
                OptionFields options = new OptionFields(choice.options(), typed);
                add(options);
                yield () -> new Interaction.MultipleChoice(options.options());
            }
            case Interaction.Ordering ordering -> {
                StepFields steps = new StepFields(ordering.steps(), typed);
                add(steps);
                yield () -> new Interaction.Ordering(steps.steps());
            }
            case Interaction.Numeric number -> number(number);
            case Interaction.FillIn fill -> lines.fillIn(fill);
            case Interaction.Calculated calculated -> lines.calculated(calculated);
            case Interaction.Matching matching -> lines.matching(matching);
            case Interaction.Hotspot hotspot -> lines.hotspot(hotspot);
            case Interaction.ShortAnswer written -> {
                Supplier<Rubric> rubric = lines.rubric(written.rubric());
                IntSupplier uploads = lines.uploads(written.uploads());
                yield () -> new Interaction.ShortAnswer(rubric.get(), uploads.getAsInt());
            }
            case Interaction.Essay written -> {
                Supplier<Rubric> rubric = lines.rubric(written.rubric());
                IntSupplier uploads = lines.uploads(written.uploads());
                yield () -> new Interaction.Essay(rubric.get(), uploads.getAsInt());
            }
            case Interaction.Case all -> {
                PartFields parts = new PartFields(all, typed);
                add(parts);
                yield parts::parts;
            }
            case Interaction.Practical practical -> lines.practical(practical);
        };
    }

    /**
     * The fields for an interaction, filled in.
     *
     * @param typed where they are to be known by name
     */
    static AnswerFields of(Interaction interaction, TypedFields typed) {
        return new AnswerFields(interaction, typed);
    }

    /** The field of the picture that one points at in a 热点. */
    Optional<HasValue<?, String>> picture() {
        return getChildren()
                .filter(HotspotFields.class::isInstance)
                .<HasValue<?, String>>map(fields -> ((HotspotFields) fields).picture())
                .findFirst();
    }

    /** What the fields say now. */
    Interaction interaction() {
        return read.get();
    }

    private Supplier<Interaction> truth(Interaction.TrueFalse truth) {
        Select<Boolean> key = new Select<>();
        key.setLabel(getTranslation("bankui.edit.statement"));
        key.setItems(true, false);
        key.setItemLabelGenerator(right -> getTranslation(right ? "exchange.true" : "exchange.false"));
        key.setValue(truth.key());
        add(typed.flag("key", key));
        return () -> new Interaction.TrueFalse(key.getValue());
    }

    private Supplier<Interaction> number(Interaction.Numeric number) {
        TextField key = new TextField(getTranslation("bankui.edit.key"));
        key.setValue(number.key().toPlainString());
        TextField tolerance = new TextField(getTranslation("bankui.edit.tolerance"));
        tolerance.setValue(number.tolerance().toPlainString());
        TextField unit = new TextField(getTranslation("bankui.edit.unit"));
        unit.setValue(number.unit());
        typed.text("number", key);
        typed.text("tolerance", tolerance);
        typed.text("unit", unit);
        IntegerField figures = new IntegerField(getTranslation("bankui.edit.figures"));
        figures.setHelperText(getTranslation("bankui.edit.figures.help"));
        figures.setMin(1);
        figures.setStepButtonsVisible(true);
        figures.setValue(number.figures());
        typed.whole("figures", figures);
        Div row = new Div(key, tolerance, unit, figures);
        row.addClassName("form-row");
        add(row);
        return () -> new Interaction.Numeric(
                decimal(key), decimal(tolerance), unit.getValue().strip(), figures.getValue());
    }

    private static BigDecimal decimal(TextField field) {
        return Digits.read(field.getValue()).orElseThrow(() -> {
            field.setInvalid(true);
            return Problem.invalid("bankui.edit.number");
        });
    }
}
