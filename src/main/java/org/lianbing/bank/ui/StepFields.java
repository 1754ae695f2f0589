package org.lianbing.bank.ui;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.textfield.TextField;

import org.lianbing.base.ui.DeskKeys;

/** The steps of a 步骤排序 in their right order; lines without words are none. */
class StepFields extends Div {

    private static final int MOST = 8;

    private final transient TypedFields typed;
    private final transient List<TextField> lines = new ArrayList<>();
    private final Div list = new Div();

    StepFields(List<String> steps, TypedFields typed) {
        this.typed = typed;
        addClassName("answer-fields");
        list.addClassName("option-lines");
        steps.forEach(this::line);
        Button more = new Button(getTranslation("bankui.edit.add-step"), click -> more());
        more.addThemeVariants(ButtonVariant.LUMO_TERTIARY);
        typed.list("steps", () -> line(""));
        DeskKeys.within(this, Map.of("Ctrl+Enter", this::more));
        add(list, more);
    }

    /** What the fields say now. */
    List<String> steps() {
        return lines.stream()
                .map(line -> line.getValue().strip())
                .filter(step -> !step.isEmpty())
                .toList();
    }

    private void more() {
        line("");
        lines.getLast().focus();
    }

    private void line(String step) {
        if (lines.size() < MOST) {
            int place = lines.size();
            TextField line = new TextField(getTranslation("bankui.edit.step", place + 1));
            line.setValue(step);
            typed.within("steps/" + place).markdown("text", line);
            DeskKeys.within(
                    line,
                    Map.of(
                            "Alt+ArrowUp", () -> move(place, -1),
                            "Alt+ArrowDown", () -> move(place, 1),
                            "Alt+Delete", () -> clear(place)));
            lines.add(line);
            list.add(line);
        }
    }

    /** Changes places with a neighbour; whoever moved it goes with it. */
    private void move(int from, int by) {
        int to = from + by;
        if (to >= 0 && to < lines.size()) {
            String before = lines.get(from).getValue();
            lines.get(from).setValue(lines.get(to).getValue());
            lines.get(to).setValue(before);
            lines.get(to).focus();
            typed.tell();
        }
    }

    /** Those below move up, and one goes on where it stood. */
    private void clear(int at) {
        for (int place = at; place < lines.size() - 1; place++) {
            lines.get(place).setValue(lines.get(place + 1).getValue());
        }
        lines.getLast().clear();
        lines.get(at).focus();
        typed.tell();
    }
}
