package org.lianbing.bank.ui;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.checkbox.Checkbox;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.textfield.TextField;

import org.lianbing.bank.Option;
import org.lianbing.base.ui.DeskKeys;

/** The options of a choice, each with whether it is the key; lines without words are none. */
class OptionFields extends Div {

    private static final int MOST = 8;

    private final transient TypedFields typed;
    private final transient List<Line> lines = new ArrayList<>();
    private final Div list = new Div();

    OptionFields(List<Option> options, TypedFields typed) {
        this.typed = typed;
        addClassName("answer-fields");
        list.addClassName("option-lines");
        options.forEach(this::line);
        Button more = new Button(getTranslation("bankui.edit.add-option"), click -> more());
        more.addThemeVariants(ButtonVariant.LUMO_TERTIARY);
        typed.list("options", () -> line(new Option("", false, null)));
        DeskKeys.within(this, Map.of("Ctrl+Enter", this::more));
        add(list, more);
    }

    /** What the fields say now. */
    List<Option> options() {
        return lines.stream()
                .filter(line -> !line.text.getValue().isBlank())
                .map(Line::option)
                .toList();
    }

    private void more() {
        line(new Option("", false, null));
        lines.getLast().text.focus();
    }

    private void line(Option option) {
        if (lines.size() < MOST) {
            Line line = new Line(option, lines.size());
            lines.add(line);
            list.add(line);
        }
    }

    /** Changes places with a neighbour; whoever moved it goes with it. */
    private void move(int from, int by) {
        int to = from + by;
        if (to >= 0 && to < lines.size()) {
            Line one = lines.get(from);
            Line other = lines.get(to);
            Option before = one.option();
            one.set(other.option());
            other.set(before);
            other.text.focus();
            typed.tell();
        }
    }

    /** Those below move up, and one goes on where it stood. */
    private void clear(int at) {
        for (int place = at; place < lines.size() - 1; place++) {
            lines.get(place).set(lines.get(place + 1).option());
        }
        lines.getLast().set(new Option("", false, null));
        lines.get(at).text.focus();
        typed.tell();
    }

    /** One option. Why it is right or wrong has no field to be seen here, and goes where the option goes. */
    private final class Line extends Div {
        private final TextField text = new TextField();
        private final Checkbox key = new Checkbox();
        private final TextField why = new TextField();

        Line(Option option, int place) {
            addClassName("option-line");
            text.setLabel(getTranslation("bankui.edit.option", String.valueOf((char) ('A' + place))));
            key.setLabel(getTranslation("bankui.edit.option-key"));
            TypedFields one = typed.within("options/" + place);
            one.markdown("text", text);
            one.flag("key", key);
            one.text("why", why);
            set(option);
            DeskKeys.within(
                    this,
                    Map.of(
                            "Alt+ArrowUp", () -> move(place, -1),
                            "Alt+ArrowDown", () -> move(place, 1),
                            "Alt+Enter", this::mark,
                            "Alt+Delete", () -> clear(place)));
            add(text, key);
        }

        private void mark() {
            key.setValue(!key.getValue());
            typed.tell();
        }

        private void set(Option option) {
            text.setValue(option.text());
            key.setValue(option.correct());
            why.setValue(option.why() == null ? "" : option.why());
        }

        private Option option() {
            return new Option(text.getValue().strip(), key.getValue(), why.isEmpty() ? null : why.getValue());
        }
    }
}
