package org.lianbing.competition.ui;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.HasValue;
import com.vaadin.flow.component.checkbox.CheckboxGroup;
import com.vaadin.flow.component.checkbox.CheckboxGroupVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.IntegerField;
import com.vaadin.flow.component.textfield.TextArea;
import com.vaadin.flow.component.textfield.TextField;

import org.lianbing.base.Problem;
import org.lianbing.paper.FrozenSlot;
import org.lianbing.paper.KeyRules;
import org.lianbing.paper.SlotKey;
import org.lianbing.paper.SlotView;

/** Makes the field for a key of each shape, filled with a key that stands. */
class KeyFields {

    private final Component reader;
    private final SlotWords words;
    private final FrozenSlot frozen;
    private final KeyRules rules;

    /** A component with what it says. */
    private record Field(Component component, Supplier<List<SlotKey>> said) implements KeyField {
        @Override
        public List<SlotKey> keys() {
            return said.get();
        }
    }

    KeyFields(Component reader, SlotWords words, FrozenSlot frozen, KeyRules rules) {
        this.reader = reader;
        this.words = words;
        this.frozen = frozen;
        this.rules = rules;
    }

    /** Whether further keys are added beside it; of single choices each is chosen in the one field. */
    boolean addsMore() {
        return !(frozen.slot().key() instanceof SlotKey.One);
    }

    /** The field for keys like these; for a single choice all of them, else the first. */
    KeyField of(List<SlotKey> keys) {
        return switch (keys.getFirst()) {
            case SlotKey.One one -> one(keys);
            case SlotKey.Several several -> several(several);
            case SlotKey.Order order -> order(order);
            case SlotKey.Value value -> value(value);
            case SlotKey.Blanks blanks -> blanks(blanks);
            case SlotKey.Pairs pairs -> pairs(pairs);
            case SlotKey.Regions regions -> regions(regions);
            case SlotKey.Variants variants -> variants(variants);
            case SlotKey.Written written -> throw Problem.invalid("paper.key-by-people");
            case SlotKey.Checklist checklist -> throw Problem.invalid("paper.key-by-people");
        };
    }

    private CheckboxGroup<String> choices(String label, Set<String> chosen) {
        CheckboxGroup<String> group = new CheckboxGroup<>();
        group.setLabel(say(label));
        group.setItems(words.options().stream().map(SlotView.Option::token).toList());
        group.setItemLabelGenerator(words::option);
        group.setValue(chosen);
        group.addThemeVariants(CheckboxGroupVariant.LUMO_VERTICAL);
        return group;
    }

    private KeyField one(List<SlotKey> keys) {
        Set<String> chosen = keys.stream()
                .map(key -> ((SlotKey.One) key).token())
                .collect(Collectors.toCollection(LinkedHashSet::new));
        CheckboxGroup<String> group = choices("one", chosen);
        return new Field(
                group,
                () -> words.options().stream()
                        .map(SlotView.Option::token)
                        .filter(group.getValue()::contains)
                        .<SlotKey>map(SlotKey.One::new)
                        .toList());
    }

    private KeyField several(SlotKey.Several key) {
        CheckboxGroup<String> group = choices("several", key.tokens());
        return new Field(group, () -> List.of(new SlotKey.Several(group.getValue())));
    }

    private KeyField order(SlotKey.Order key) {
        TextField letters =
                text("order", key.tokens().stream().map(words::letterOf).reduce("", String::concat));
        letters.setHelperText(say("order.help"));
        return new Field(
                letters,
                () -> List.of(new SlotKey.Order(letters.getValue()
                        .strip()
                        .chars()
                        .map(Character::toUpperCase)
                        .mapToObj(letter -> token(letter - 'A'))
                        .toList())));
    }

    private String token(int place) {
        if (place < 0 || place >= words.options().size()) {
            throw misfit();
        }
        return words.options().get(place).token();
    }

    private KeyField value(SlotKey.Value key) {
        TextField value = text("value", plain(key.value()));
        TextField tolerance = text("tolerance", plain(key.tolerance()));
        return new Field(
                row(value, tolerance),
                () -> List.of(new SlotKey.Value(number(value), number(tolerance), key.unit(), key.figures())));
    }

    private KeyField blanks(SlotKey.Blanks key) {
        Div all = new Div();
        all.addClassName("stack");
        List<Supplier<SlotKey.BlankKey>> said = new ArrayList<>();
        for (int at = 0; at < key.blanks().size(); at++) {
            String label = reader.getTranslation("competition.correction.field.blank", at + 1);
            switch (key.blanks().get(at)) {
                case SlotKey.BlankKey.Words accepted -> {
                    TextArea lines = new TextArea(label, String.join("\n", accepted.accepted()), "");
                    lines.setHelperText(say("blank.help"));
                    lines.setWidthFull();
                    all.add(lines);
                    said.add(() -> new SlotKey.BlankKey.Words(
                            lines.getValue()
                                    .lines()
                                    .map(String::strip)
                                    .filter(line -> !line.isEmpty())
                                    .toList(),
                            accepted.exactCase()));
                }
                case SlotKey.BlankKey.Number number -> {
                    TextField value = new TextField(label, plain(number.value()), "");
                    TextField tolerance = text("tolerance", plain(number.tolerance()));
                    all.add(row(value, tolerance));
                    said.add(() -> new SlotKey.BlankKey.Number(number(value), number(tolerance)));
                }
                case SlotKey.BlankKey.Pick pick -> {
                    List<String> tokens = frozen.slot().lists().get(at);
                    Select<String> choice = new Select<>();
                    choice.setLabel(label);
                    choice.setItems(tokens);
                    int blank = at;
                    choice.setItemLabelGenerator(token -> words.choice(blank, token));
                    choice.setValue(pick.token());
                    all.add(choice);
                    said.add(() -> new SlotKey.BlankKey.Pick(chosen(choice)));
                }
            }
        }
        return new Field(
                all,
                () -> List.of(
                        new SlotKey.Blanks(said.stream().map(Supplier::get).toList())));
    }

    private KeyField pairs(SlotKey.Pairs key) {
        Div all = new Div();
        all.addClassName("stack");
        Map<String, Select<String>> rights = new HashMap<>();
        for (int at = 0; at < words.lefts().size(); at++) {
            SlotView.Option left = words.lefts().get(at);
            Select<String> right = new Select<>();
            right.setLabel((at + 1) + " " + SlotWords.plain(left.text()));
            right.setItems(words.options().stream().map(SlotView.Option::token).toList());
            right.setItemLabelGenerator(words::option);
            right.setValue(key.rightOfLeft().get(left.token()));
            right.setWidthFull();
            rights.put(left.token(), right);
            all.add(right);
        }
        return new Field(all, () -> {
            Map<String, String> chosen = new HashMap<>();
            rights.forEach((left, right) -> chosen.put(left, chosen(right)));
            return List.of(new SlotKey.Pairs(chosen));
        });
    }

    private KeyField regions(SlotKey.Regions key) {
        TextArea lines = new TextArea(
                say("regions"), key.shapes().stream().map(RegionText::of).collect(Collectors.joining("\n")), "");
        lines.setHelperText(reader.getTranslation(
                "competition.correction.field.regions.help",
                key.shapes().size(),
                String.valueOf(key.width()),
                String.valueOf(key.height())));
        lines.setWidthFull();
        return new Field(
                lines,
                () -> List.of(new SlotKey.Regions(key.width(), key.height(), RegionText.shapes(lines.getValue()))));
    }

    private KeyField variants(SlotKey.Variants key) {
        if (key.all().getFirst().key() instanceof SlotKey.One) {
            List<Integer> authored = frozen.authored().getFirst();
            Select<Integer> place = new Select<>();
            place.setLabel(say("option"));
            place.setHelperText(say("option.help"));
            place.setItems(IntStream.range(0, authored.size()).boxed().toList());
            place.setItemLabelGenerator(
                    at -> words.option(frozen.slot().lists().getFirst().get(authored.indexOf(at))));
            place.setValue(0);
            return new Field(place, () -> List.of(rules.another(frozen, chosen(place))));
        }
        TextField formula = text("formula", "");
        formula.setHelperText(reader.getTranslation(
                "competition.correction.field.formula.help",
                String.join(
                        "、",
                        key.all().getFirst().values().keySet().stream().sorted().toList())));
        formula.setWidthFull();
        IntegerField decimals = new IntegerField(say("decimals"));
        decimals.setMin(0);
        decimals.setMax(9);
        decimals.setValue(Math.max(0, key.all().getFirst().result().scale()));
        TextField tolerance = text(
                "tolerance",
                key.all().getFirst().key() instanceof SlotKey.Value value ? plain(value.tolerance()) : "0");
        Div all = new Div(formula, row(decimals, tolerance));
        all.addClassName("stack");
        return new Field(
                all,
                () -> List.of(rules.recalculated(
                        frozen.slot(), formula.getValue().strip(), chosen(decimals), number(tolerance))));
    }

    private TextField text(String label, String value) {
        return new TextField(say(label), value, "");
    }

    private static Div row(Component... fields) {
        Div row = new Div(fields);
        row.addClassName("key-row");
        return row;
    }

    private String say(String what) {
        return reader.getTranslation("competition.correction.field." + what);
    }

    private static String plain(BigDecimal number) {
        return number.signum() == 0 ? "0" : number.stripTrailingZeros().toPlainString();
    }

    private static BigDecimal number(TextField field) {
        try {
            return new BigDecimal(field.getValue().strip());
        } catch (NumberFormatException none) {
            throw misfit();
        }
    }

    private static <T> T chosen(HasValue<?, T> field) {
        T value = field.getValue();
        if (value == null) {
            throw misfit();
        }
        return value;
    }

    private static Problem misfit() {
        return Problem.invalid("paper.key-shape");
    }
}
