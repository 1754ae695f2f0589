package org.lianbing.practice.ui;

import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import org.jspecify.annotations.Nullable;

import org.lianbing.base.Level;
import org.lianbing.base.TradeId;
import org.lianbing.base.ui.Chips;
import org.lianbing.practice.DrillRequest;
import org.lianbing.practice.DrillRequest.Tasks;
import org.lianbing.practice.PracticePage;
import org.lianbing.practice.PracticePage.Choice;
import org.lianbing.trade.ui.TradeBox;

/** Chooses trade, level and length of a drill. A few trades are chips; many are found by name or by what people say. */
class DrillForm extends Div {

    private static final int FEW = 8;
    private static final List<Integer> COUNTS = List.of(10, 20, 30);

    private final Div levelPlace = new Div();
    private final transient List<Choice> choices;
    private transient @Nullable Choice chosen;
    private @Nullable Level level;
    private int count = COUNTS.getFirst();
    private Tasks tasks = Tasks.FEW;

    DrillForm(PracticePage page, boolean primary, Consumer<DrillRequest> start) {
        this.choices = page.choices();
        addClassNames("card", "drill-form");
        Button go =
                new Button(getTranslation("practice.start"), click -> request().ifPresent(start));
        go.addThemeVariants(ButtonVariant.LUMO_LARGE);
        if (primary) {
            go.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
        }
        go.setDisableOnClick(false);
        go.addClassName("main-act");
        levelPlace.addClassName("stack");
        add(new H2(getTranslation("practice.new")), tradeField(page), levelPlace, countField(), tasksField(), go);
        choice(page.trade()).ifPresent(choice -> choose(choice, page.level()));
    }

    private Optional<DrillRequest> request() {
        Choice what = chosen;
        return what == null
                ? Optional.empty()
                : Optional.of(new DrillRequest.Fresh(what.trade().id(), level, count, tasks));
    }

    private Component tradeField(PracticePage page) {
        if (choices.size() > FEW) {
            return tradeBox(page);
        }
        Chips<Choice> chips = new Chips<>(getTranslation("practice.trade"), choice -> choose(choice, null));
        choices.forEach(choice -> chips.put(choice, choice.trade().name(getLocale())));
        choice(page.trade()).ifPresent(chips::mark);
        return labelled("practice.trade", chips);
    }

    private Component tradeBox(PracticePage page) {
        TradeBox box = new TradeBox(getTranslation("practice.trade"));
        box.setItems(choices.stream().map(Choice::trade).toList());
        box.setWidthFull();
        choice(page.trade()).map(Choice::trade).ifPresent(box::setValue);
        box.addValueChangeListener(change -> {
            if (change.getValue() != null) {
                choice(change.getValue().id()).ifPresent(choice -> choose(choice, null));
            }
        });
        return box;
    }

    private Optional<Choice> choice(@Nullable TradeId trade) {
        return choices.stream()
                .filter(choice -> choice.trade().id().equals(trade))
                .findFirst();
    }

    private void choose(Choice choice, @Nullable Level wanted) {
        chosen = choice;
        List<Level> levels = choice.trade().levels();
        level = wanted != null || levels.isEmpty() ? wanted : levels.contains(level) ? level : levels.getFirst();
        levelPlace.removeAll();
        if (!levels.isEmpty()) {
            Chips<Level> chips = new Chips<>(getTranslation("practice.level.label"), each -> level = each);
            levels.forEach(each -> chips.put(each, getTranslation("base.level." + each.code())));
            if (level != null) {
                chips.mark(level);
            }
            levelPlace.add(labelled("practice.level.label", chips));
        }
    }

    private Component countField() {
        Chips<Integer> chips = new Chips<>(getTranslation("practice.count.label"), number -> count = number);
        COUNTS.forEach(number -> chips.put(number, getTranslation("practice.count.items", number)));
        chips.mark(count);
        return labelled("practice.count.label", chips);
    }

    private Component tasksField() {
        Chips<Tasks> chips = new Chips<>(getTranslation("practice.tasks.label"), wanted -> tasks = wanted);
        for (Tasks each : Tasks.values()) {
            chips.put(each, getTranslation("practice.tasks." + each));
        }
        chips.mark(tasks);
        return labelled("practice.tasks.label", chips);
    }

    private Component labelled(String key, Component field) {
        Div label = new Div(getTranslation(key));
        label.addClassNames("muted", "small");
        Div group = new Div(label, field);
        group.addClassName("field");
        return group;
    }
}
