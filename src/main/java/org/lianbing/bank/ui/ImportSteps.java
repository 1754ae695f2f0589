package org.lianbing.bank.ui;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;

import com.vaadin.flow.component.html.NativeButton;
import com.vaadin.flow.component.html.Nav;
import com.vaadin.flow.component.html.Span;

import org.lianbing.bank.ItemState;
import org.lianbing.bank.exchange.ImportFile;
import org.lianbing.bank.exchange.ImportOutcome;
import org.lianbing.bank.exchange.RowState;
import org.lianbing.base.ui.Icons;

/** The line of steps of an import: what is done, where one stands, what is next. A step leads to what it needs. */
class ImportSteps extends Nav {

    /** The steps from a file to published items. */
    enum Step {
        READ,
        CONFIRM,
        MAP,
        COMMIT,
        REVIEW
    }

    /** What a step leads to. */
    interface Acts {
        void go(Step step);
    }

    private final Map<Step, NativeButton> buttons = new EnumMap<>(Step.class);

    ImportSteps(Acts acts) {
        addClassName("steps-line");
        setAriaLabel(getTranslation("bankui.steps"));
        for (Step step : Step.values()) {
            NativeButton button = new NativeButton();
            button.addClassName("step");
            button.addClickListener(click -> acts.go(step));
            buttons.put(step, button);
            add(button);
        }
    }

    /** Shows where the import stands. */
    void show(ImportFile file, ImportOutcome outcome) {
        Map<Step, Integer> open = new EnumMap<>(Step.class);
        open.put(Step.READ, 0);
        open.put(
                Step.CONFIRM,
                file.count(RowState.FAULTY) + file.count(RowState.GUESSED) + file.count(RowState.DUPLICATE));
        open.put(Step.MAP, outcome.unmapped().size() + (file.settings().trade() == null ? 1 : 0));
        open.put(Step.COMMIT, file.count(RowState.READY));
        open.put(Step.REVIEW, outcome.count(ItemState.IN_REVIEW) + outcome.count(ItemState.DRAFT));
        boolean committed = outcome.all() > 0;
        Step current = current(open);
        buttons.forEach((step, button) -> {
            int left = open.getOrDefault(step, 0);
            boolean done = left == 0
                    && (step.compareTo(Step.COMMIT) < 0 || committed)
                    && (step != Step.MAP || outcome.uncovered() == 0);
            button.removeAll();
            Span number = new Span(done ? "" : String.valueOf(step.ordinal() + 1));
            number.addClassName("number");
            number.getElement().setAttribute("aria-hidden", "true");
            if (done) {
                number.add(Icons.of("check"));
            }
            Span title = new Span(getTranslation("bankui.steps." + step));
            title.addClassName("title");
            Span words = new Span(told(step, left, file, outcome));
            words.addClassNames("small", "words");
            Span both = new Span(title, words);
            both.addClassName("both");
            button.add(number, both);
            button.getElement().setAttribute("data-done", String.valueOf(done));
            button.getElement().setAttribute("aria-current", step == current ? "step" : "false");
        });
    }

    /** The first step with something to do; the last where nothing is left. */
    private static Step current(Map<Step, Integer> open) {
        return List.of(Step.CONFIRM, Step.MAP, Step.COMMIT).stream()
                .filter(step -> open.getOrDefault(step, 0) > 0)
                .findFirst()
                .orElse(Step.REVIEW);
    }

    private String told(Step step, int open, ImportFile file, ImportOutcome outcome) {
        return switch (step) {
            case READ -> getTranslation("bankui.steps.read", file.rows());
            case CONFIRM -> getTranslation(open == 0 ? "bankui.steps.nothing" : "bankui.steps.look", open);
            case MAP -> {
                if (file.settings().trade() == null) {
                    yield getTranslation("bankui.import.trade-needed");
                }
                if (open == 0 && outcome.uncovered() > 0) {
                    yield getTranslation("bankui.outcome.uncovered", outcome.uncovered());
                }
                yield getTranslation(open == 0 ? "bankui.steps.mapped" : "bankui.steps.unmapped", open);
            }
            case COMMIT ->
                open == 0 && outcome.all() > 0
                        ? getTranslation("bankui.steps.committed", outcome.all())
                        : getTranslation("bankui.steps.ready", open);
            case REVIEW ->
                outcome.all() == 0
                        ? getTranslation("bankui.steps.later")
                        : getTranslation("bankui.steps.published", outcome.count(ItemState.PUBLISHED), outcome.all());
        };
    }
}
