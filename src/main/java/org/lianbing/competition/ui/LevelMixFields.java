package org.lianbing.competition.ui;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

import com.vaadin.flow.component.checkbox.Checkbox;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.textfield.IntegerField;
import org.jspecify.annotations.Nullable;

import org.lianbing.base.Level;
import org.lianbing.paper.LevelMix;

/** How much of the paper comes from which level: not asked where the trade has one outline alone. */
class LevelMixFields extends Div {

    private static final int SUGGESTED_OWN = 70;
    private static final int WHOLE = 100;

    private final Checkbox mixed = new Checkbox(getTranslation("competition.paper.levels"));
    private final Div shares = new Div();
    private final transient Map<Level, IntegerField> fields = new EnumMap<>(Level.class);
    private final transient Runnable changed;
    private transient List<Level> offered = List.of();
    private transient @Nullable LevelMix wanted;

    LevelMixFields(Runnable changed) {
        this.changed = changed;
        addClassName("stack");
        shares.addClassName("paper-numbers");
        mixed.getElement().setAttribute("data-test", "levels-mixed");
        mixed.addValueChangeListener(change -> {
            shares.setVisible(change.getValue());
            if (change.isFromClient()) {
                changed.run();
            }
        });
        shares.setVisible(false);
        setVisible(false);
        add(mixed, shares);
    }

    void show(@Nullable LevelMix mix) {
        wanted = mix;
        mixed.setValue(mix != null);
        fill();
    }

    /** These levels can have a share, the paper's own first; what was filled in stays for those that remain. */
    void offer(List<Level> levels) {
        if (levels.equals(offered)) {
            return;
        }
        offered = List.copyOf(levels);
        fields.clear();
        shares.removeAll();
        for (Level level : levels) {
            IntegerField field = new IntegerField(getTranslation("base.level." + level.code()));
            field.setMin(0);
            field.setMax(WHOLE);
            field.setStepButtonsVisible(true);
            field.setSuffixComponent(new Span("%"));
            field.getElement().setAttribute("data-test", "level-" + level.code());
            field.addValueChangeListener(change -> {
                if (change.isFromClient()) {
                    changed.run();
                }
            });
            fields.put(level, field);
            shares.add(field);
        }
        setVisible(levels.size() > 1);
        fill();
    }

    /** As wanted, else as is usual: most from the paper's own level, the rest from the next one. */
    private void fill() {
        LevelMix mix = wanted;
        fields.forEach((level, field) ->
                field.setValue(mix == null ? usual(level) : mix.percents().getOrDefault(level, 0)));
    }

    private int usual(Level level) {
        return switch (offered.indexOf(level)) {
            case 0 -> SUGGESTED_OWN;
            case 1 -> WHOLE - SUGGESTED_OWN;
            default -> 0;
        };
    }

    /** Null for all from the paper's own level. */
    @Nullable
    LevelMix mix() {
        if (!mixed.getValue() || offered.size() < 2) {
            return null;
        }
        Map<Level, Integer> percents = new EnumMap<>(Level.class);
        fields.forEach((level, field) -> {
            int percent = Objects.requireNonNullElse(field.getValue(), 0);
            if (percent != 0) {
                percents.put(level, percent);
            }
        });
        return new LevelMix(percents);
    }
}
