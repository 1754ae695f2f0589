package org.lianbing.bank.ui;

import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

import com.vaadin.flow.component.AbstractField;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.TextArea;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.data.value.ValueChangeMode;
import org.jspecify.annotations.Nullable;

import org.lianbing.bank.ItemType;
import org.lianbing.bank.exchange.ImportField;
import org.lianbing.bank.exchange.ImportRow;
import org.lianbing.bank.exchange.wide.RowParser;

/** The row at the side: where it stands in the file, what is wrong with it, and its cells to mend. */
class RowPanel extends RowCard {

    /** What can be done with a row of a table. */
    interface Acts extends RowCard.Acts {
        /** Saves what was changed; then goes to the next problem, if asked. */
        void save(Map<ImportField, String> changes, boolean next);
    }

    private static final Set<ImportField> LONG = Set.of(ImportField.STEM, ImportField.EXPLANATION);
    private static final List<ImportField> NUMBER_ONLY = List.of(ImportField.TOLERANCE, ImportField.UNIT);
    private static final int OPTIONS_SHOWN = 4;

    private final transient Acts acts;
    private final Map<ImportField, AbstractField<?, String>> fields = new EnumMap<>(ImportField.class);
    private final Map<ImportField, String> shown = new EnumMap<>(ImportField.class);

    RowPanel(ImportRow row, @Nullable ItemType type, Acts acts) {
        super(row, acts);
        this.acts = acts;
        add(source());
        Div form = new Div();
        form.addClassName("row-form");
        for (ImportField field : ImportField.values()) {
            if (isShown(field, type)) {
                form.add(field(field));
            }
        }
        fields.forEach((field, input) -> shown.put(field, value(input)));
        add(form, buttons());
    }

    private static String value(AbstractField<?, String> input) {
        String value = input.getValue();
        return value == null ? "" : value.strip();
    }

    /** The words that differ from what was shown. */
    Map<ImportField, String> changes() {
        Map<ImportField, String> changes = new EnumMap<>(ImportField.class);
        fields.forEach((field, input) -> {
            String now = value(input);
            if (!now.equals(shown.get(field))) {
                changes.put(field, now);
            }
        });
        return changes;
    }

    /** What the file says, to compare while mending. */
    private Component source() {
        StringBuilder text = new StringBuilder();
        row().original()
                .texts()
                .forEach((field, cell) -> text.append(
                                field.isOption() ? field.letter() : getTranslation("exchange.column." + field.code()))
                        .append("  ")
                        .append(cell)
                        .append('\n'));
        Paragraph label = new Paragraph(getTranslation("bankui.import.source"));
        label.addClassNames("small", "muted");
        Div box = new Div(text.toString().strip());
        box.addClassName("source");
        return new Div(label, box);
    }

    private boolean isShown(ImportField field, @Nullable ItemType type) {
        if (row().cells().has(field)) {
            return true;
        }
        if (field.isOption()) {
            int index = ImportField.OPTIONS.indexOf(field);
            boolean takesOptions = type != ItemType.TRUE_FALSE && type != ItemType.NUMERIC;
            boolean before = index > 0 && row().cells().has(ImportField.OPTIONS.get(index - 1));
            return takesOptions && (index < OPTIONS_SHOWN || before);
        }
        return !NUMBER_ONLY.contains(field) || type == ItemType.NUMERIC;
    }

    private Component field(ImportField field) {
        String label = getTranslation("exchange.column." + field.code());
        boolean locked = isClosed();
        String wrong = row().problems().stream()
                .filter(problem -> problem.field() == field && problem.blocks())
                .findFirst()
                .map(problem ->
                        getTranslation(problem.code(), problem.arguments().toArray()))
                .orElse("");
        if (field == ImportField.TYPE) {
            return type(label, locked, wrong);
        }
        if (LONG.contains(field)) {
            TextArea area = new TextArea(label);
            area.setValue(row().cells().get(field));
            area.setValueChangeMode(ValueChangeMode.ON_CHANGE);
            area.setReadOnly(locked);
            area.setInvalid(!wrong.isEmpty());
            area.setManualValidation(true);
            fields.put(field, area);
            area.addClassName("wide");
            return area;
        }
        TextField input = new TextField(label);
        input.setValue(row().cells().get(field));
        input.setReadOnly(locked);
        input.setManualValidation(true);
        input.setInvalid(!wrong.isEmpty());
        fields.put(field, input);
        if (field.isOption() || field == ImportField.POINTS || field == ImportField.SOURCE) {
            input.addClassName("wide");
        }
        return input;
    }

    private Component type(String label, boolean locked, String wrong) {
        Select<String> select = new Select<>();
        select.setLabel(label);
        String written = row().cells().get(ImportField.TYPE);
        String now = RowParser.namedType(written).map(ItemType::code).orElse(written);
        List<String> codes = Stream.concat(Arrays.stream(ItemType.values()).map(ItemType::code), Stream.of(now))
                .filter(code -> !code.isEmpty())
                .distinct()
                .toList();
        select.setItems(codes);
        select.setItemLabelGenerator(
                code -> ItemType.find(code).map(type -> Words.of(this, type)).orElse(code));
        select.setValue(now.isEmpty() ? null : now);
        select.setReadOnly(locked);
        select.setManualValidation(true);
        select.setInvalid(!wrong.isEmpty());
        fields.put(ImportField.TYPE, select);
        return select;
    }

    private Component buttons() {
        return decisions(
                getTranslation("bankui.import.save-next"),
                () -> acts.save(changes(), true),
                new Button(getTranslation("bankui.save"), click -> acts.save(changes(), false)));
    }
}
