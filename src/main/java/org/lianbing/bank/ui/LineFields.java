package org.lianbing.bank.ui;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import java.util.function.IntSupplier;
import java.util.function.Supplier;
import java.util.stream.IntStream;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.IntegerField;
import com.vaadin.flow.component.textfield.TextArea;
import com.vaadin.flow.component.textfield.TextField;

import org.lianbing.bank.Interaction;
import org.lianbing.bank.Rubric;
import org.lianbing.base.Digits;
import org.lianbing.base.Problem;

/** Fields of the types whose parts are typed a line each, put into a form; each gives what it says later. */
final class LineFields {

    private final Div form;
    private final TypedFields typed;

    LineFields(Div form, TypedFields typed) {
        this.form = form;
        this.typed = typed;
    }

    Supplier<Interaction> fillIn(Interaction.FillIn fill) {
        TextArea blanks = lines("blanks", AnswerLines.blanks(fill.blanks()));
        return () -> new Interaction.FillIn(AnswerLines.blanks(blanks.getValue()));
    }

    Supplier<Interaction> matching(Interaction.Matching matching) {
        TextArea pairs = lines("pairs", AnswerLines.pairs(matching));
        return () -> AnswerLines.pairs(pairs.getValue());
    }

    Supplier<Rubric> rubric(Rubric rubric) {
        TextArea sample = typed.markdown("sample", area("sample", rubric.sample()));
        TextArea points = lines("points-to-say", AnswerLines.points(rubric.points()));
        TextArea hints = lines("hints", rubric.hints());
        return () -> new Rubric(
                AnswerLines.points(points.getValue()),
                sample.getValue().strip(),
                hints.getValue().strip());
    }

    /** How many files may be handed in with the text, by their number; none first. */
    IntSupplier uploads(int allowed) {
        Select<Integer> uploads = new Select<>();
        uploads.setLabel(form.getTranslation("bankui.edit.uploads"));
        uploads.setHelperText(form.getTranslation("bankui.edit.uploads-hint"));
        uploads.setItems(
                IntStream.rangeClosed(0, Interaction.MOST_UPLOADS).boxed().toList());
        uploads.setItemLabelGenerator(count ->
                form.getTranslation(count == 0 ? "bankui.edit.uploads-none" : "bankui.edit.uploads-most", count));
        uploads.setValue(Math.clamp(allowed, 0, Interaction.MOST_UPLOADS));
        uploads.getElement().setAttribute("data-test", "uploads");
        typed.keep("uploads", uploads, String::valueOf, text -> Optional.of(Integer.valueOf(text)));
        form.add(uploads);
        return uploads::getValue;
    }

    Supplier<Interaction> calculated(Interaction.Calculated calculated) {
        TextArea variables = lines("variables", AnswerLines.variables(calculated.variables()));
        TextField formula = line("formula", calculated.formula());
        IntegerField decimals = whole("decimals", calculated.decimals());
        TextField tolerance = line("tolerance", calculated.tolerance().toPlainString());
        TextField unit = line("unit", calculated.unit());
        IntegerField variants = whole("variants", calculated.variants());
        TextArea distractors = lines("distractors", AnswerLines.distractors(calculated.distractors()));
        row(decimals, tolerance, unit, variants);
        form.add(distractors);
        return () -> new Interaction.Calculated(
                AnswerLines.variables(variables.getValue()),
                formula.getValue().strip(),
                value(decimals),
                decimal(tolerance),
                unit.getValue().strip(),
                AnswerLines.distractors(distractors.getValue()),
                value(variants));
    }

    /** The regions are drawn on the picture; their numbers can be read and typed below it. */
    Supplier<Interaction> hotspot(Interaction.Hotspot hotspot) {
        HotspotFields fields = new HotspotFields(hotspot, typed);
        form.add(fields);
        return fields::hotspot;
    }

    Supplier<Interaction> practical(Interaction.Practical practical) {
        TextArea preparation = lines("preparation", String.join("\n", practical.preparation()));
        IntegerField minutes = whole("minutes", practical.minutes());
        form.add(minutes);
        TextArea criteria = lines("criteria", AnswerLines.criteria(practical.criteria()));
        return () -> new Interaction.Practical(
                List.copyOf(AnswerLines.plain(preparation.getValue())),
                value(minutes),
                AnswerLines.criteria(criteria.getValue()));
    }

    private String text(String name) {
        return form.getTranslation("bankui.edit." + name);
    }

    private TextArea lines(String name, String value) {
        return typed.text(name, area(name, value));
    }

    private TextArea area(String name, String value) {
        TextArea lines = new TextArea(text(name));
        lines.setHelperText(text(name + "-help"));
        lines.setValue(value);
        lines.setWidthFull();
        form.add(lines);
        return lines;
    }

    private TextField line(String name, String value) {
        return typed.text(name, field(name, value));
    }

    private TextField field(String name, String value) {
        TextField line = new TextField(text(name));
        line.setValue(value);
        line.setWidthFull();
        form.add(line);
        return line;
    }

    private IntegerField whole(String name, int value) {
        IntegerField field = new IntegerField(text(name));
        field.setValue(value);
        return typed.whole(name, field);
    }

    private void row(com.vaadin.flow.component.Component... fields) {
        Div row = new Div(fields);
        row.addClassName("form-row");
        form.add(row);
    }

    private static int value(IntegerField field) {
        Integer value = field.getValue();
        if (value == null) {
            field.setInvalid(true);
            throw Problem.invalid("bankui.edit.number");
        }
        return value;
    }

    private static BigDecimal decimal(TextField field) {
        return Digits.read(field.getValue()).orElseThrow(() -> {
            field.setInvalid(true);
            return Problem.invalid("bankui.edit.number");
        });
    }
}
