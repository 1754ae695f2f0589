package org.lianbing.competition.ui;

import java.math.BigDecimal;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;

import com.vaadin.flow.component.HasValue;
import com.vaadin.flow.component.checkbox.Checkbox;
import com.vaadin.flow.component.combobox.MultiSelectComboBox;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.radiobutton.RadioButtonGroup;
import com.vaadin.flow.component.radiobutton.RadioGroupVariant;
import com.vaadin.flow.component.textfield.IntegerField;
import org.jspecify.annotations.Nullable;

import org.lianbing.base.Level;
import org.lianbing.base.Problem;
import org.lianbing.base.ui.DecimalField;
import org.lianbing.paper.DifficultyMix;
import org.lianbing.paper.PaperRules;
import org.lianbing.trade.Point;
import org.lianbing.trade.PointId;

/** What is asked of the paper beyond its sections: one form or several, how hard, which points, what rests. */
class PaperRulesFields extends Div {

    /** How candidates' papers differ. */
    private enum Kind {
        SHUFFLED,
        SAME,
        PARALLEL,
        EACH;

        static Kind of(PaperRules rules) {
            if (rules.forms() == PaperRules.EACH) {
                return EACH;
            }
            return rules.forms() > 1 ? PARALLEL : rules.shuffled() ? SHUFFLED : SAME;
        }

        /** Whether there are forms to be compared. */
        boolean several() {
            return this == PARALLEL || this == EACH;
        }
    }

    private static final int SUGGESTED_FORMS = 4;
    private static final DifficultyMix SUGGESTED_MIX = new DifficultyMix(30, 50, 20);

    private final RadioButtonGroup<Kind> kind = new RadioButtonGroup<>();
    private final IntegerField forms = number("forms", 2, PaperRules.MOST_FORMS);
    private final DecimalField tolerance = new DecimalField();
    private final Checkbox shuffled = new Checkbox(getTranslation("competition.paper.shuffled"));
    private final Div parallel = new Div(forms, tolerance, shuffled);
    private final Checkbox mixed = new Checkbox(getTranslation("competition.paper.mix"));
    private final IntegerField easy = number("easy", 0, 100);
    private final IntegerField medium = number("medium", 0, 100);
    private final IntegerField hard = number("hard", 0, 100);
    private final Div mix = new Div(easy, medium, hard);
    private final LevelMixFields levels;
    private final MultiSelectComboBox<Point> must = new MultiSelectComboBox<>();
    private final IntegerField rest = number("rest", 0, PaperRules.MOST_MONTHS);
    /** The points that are asked for, also those that the levels chosen at the moment do not offer. */
    private transient Set<PointId> wanted = Set.of();

    PaperRulesFields(Runnable changed) {
        levels = new LevelMixFields(changed);
        addClassNames("paper-rules", "stack");
        kind.setLabel(getTranslation("competition.paper.kind"));
        kind.addThemeVariants(RadioGroupVariant.LUMO_VERTICAL);
        kind.setItems(Kind.values());
        kind.setItemLabelGenerator(one -> getTranslation("competition.paper.kind." + one));
        kind.getElement().setAttribute("data-test", "paper-kind");
        kind.addValueChangeListener(change -> showKind(change.getValue()));
        forms.setHelperText(getTranslation("competition.paper.forms.help", PaperRules.MOST_FORMS));
        tolerance.setLabel(getTranslation("competition.paper.tolerance"));
        tolerance.setSuffixComponent(new Span(getTranslation("competition.paper.steps")));
        parallel.addClassName("paper-numbers");
        mixed.getElement().setAttribute("data-test", "mixed");
        mixed.addValueChangeListener(change -> mix.setVisible(change.getValue()));
        List.of(easy, medium, hard).forEach(field -> field.setSuffixComponent(new Span("%")));
        mix.addClassName("paper-numbers");
        must.setLabel(getTranslation("competition.paper.must"));
        must.setHelperText(getTranslation("competition.paper.must.help"));
        must.setItemLabelGenerator(point -> point.code() + " " + point.name());
        must.setWidthFull();
        must.getElement().setAttribute("data-test", "must");
        rest.setSuffixComponent(new Span(getTranslation("competition.paper.months")));
        rest.setHelperText(getTranslation("competition.paper.rest.help"));
        Div resting = new Div(rest);
        resting.addClassName("paper-numbers");
        add(kind, parallel, mixed, mix, levels, must, resting);
        show(PaperRules.USUAL);
        must.addValueChangeListener(change -> {
            if (change.isFromClient()) {
                want(change.getOldValue(), change.getValue());
            }
        });
        listen(changed);
    }

    /** Changes what somebody changed and nothing else: a point that is not offered at the moment stays wanted. */
    private void want(Set<Point> before, Set<Point> now) {
        Set<PointId> all = new HashSet<>(wanted);
        before.stream().map(Point::id).forEach(all::remove);
        now.stream().map(Point::id).forEach(all::add);
        wanted = all;
    }

    /** To what the bank may be short of. */
    private void listen(Runnable changed) {
        List.<HasValue<?, ?>>of(kind, forms, mixed, easy, medium, hard, must, rest)
                .forEach(field -> field.addValueChangeListener(change -> {
                    if (change.isFromClient()) {
                        changed.run();
                    }
                }));
    }

    private IntegerField number(String name, int least, int most) {
        IntegerField field = new IntegerField(getTranslation("competition.paper." + name));
        field.setMin(least);
        field.setMax(most);
        field.setStepButtonsVisible(true);
        field.getElement().setAttribute("data-test", "paper-" + name);
        return field;
    }

    void show(PaperRules rules) {
        kind.setValue(Kind.of(rules));
        showKind(Kind.of(rules));
        forms.setValue(rules.forms() > 1 ? rules.forms() : SUGGESTED_FORMS);
        tolerance.show(rules.tolerance());
        shuffled.setValue(rules.shuffled());
        DifficultyMix asked = rules.mix();
        mixed.setValue(asked != null);
        mix.setVisible(asked != null);
        DifficultyMix shown = asked == null ? SUGGESTED_MIX : asked;
        easy.setValue(shown.easy());
        medium.setValue(shown.medium());
        hard.setValue(shown.hard());
        levels.show(rules.levels());
        rest.setValue(rules.restMonths());
        wanted = rules.must();
        choose();
    }

    private void showKind(Kind chosen) {
        parallel.setVisible(chosen.several());
        forms.setVisible(chosen == Kind.PARALLEL);
        kind.setHelperText(chosen == Kind.EACH ? getTranslation("competition.paper.each.help") : null);
    }

    /** The levels that can have a share, the paper's own first. */
    void offerLevels(List<Level> all) {
        levels.offer(all);
    }

    /** The points of the trade's outlines; what is wanted is chosen where it is one of them. */
    void offer(List<Point> points) {
        must.setItems(points);
        choose();
    }

    private void choose() {
        must.setValue(must.getGenericDataView()
                .getItems()
                .filter(point -> wanted.contains(point.id()))
                .collect(Collectors.toSet()));
    }

    /** What is filled in as far as it can be kept, for the numbers beside it. */
    PaperRules readable() {
        try {
            return rules();
        } catch (Problem unfinished) {
            return PaperRules.USUAL;
        }
    }

    PaperRules rules() {
        Kind chosen = kind.getValue();
        return new PaperRules(
                switch (chosen) {
                    case SHUFFLED, SAME -> 1;
                    case PARALLEL -> Math.max(1, Objects.requireNonNullElse(forms.getValue(), 1));
                    case EACH -> PaperRules.EACH;
                },
                chosen.several() ? shuffled.getValue() : chosen == Kind.SHUFFLED,
                tolerance.number().orElse(BigDecimal.ZERO),
                mix(),
                levels.mix(),
                wanted,
                Objects.requireNonNullElse(rest.getValue(), 0));
    }

    private @Nullable DifficultyMix mix() {
        return mixed.getValue() ? new DifficultyMix(part(easy), part(medium), part(hard)) : null;
    }

    private static int part(IntegerField field) {
        return Objects.requireNonNullElse(field.getValue(), 0);
    }
}
