package org.lianbing.exam.marking.ui;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.combobox.MultiSelectComboBox;
import com.vaadin.flow.component.datetimepicker.DateTimePicker;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.radiobutton.RadioButtonGroup;
import com.vaadin.flow.component.textfield.NumberField;
import org.jspecify.annotations.Nullable;

import org.lianbing.account.PersonName;
import org.lianbing.attempt.OpinionRule;
import org.lianbing.base.PersonId;
import org.lianbing.base.ui.Calendars;
import org.lianbing.exam.marking.MarkingPlan;

/** Who marks, by one opinion or two, from which difference on a third, and until when. */
class PlanForm extends Div {

    private static final double USUAL_DIFFERENCE = 2;

    private final MultiSelectComboBox<PersonName> markers = new MultiSelectComboBox<>();
    private final RadioButtonGroup<Integer> opinions = new RadioButtonGroup<>();
    private final NumberField difference = new NumberField();
    private final DateTimePicker due = new DateTimePicker();
    private final Paragraph rule = new Paragraph();
    private final transient ZoneId zone;

    /** What was chosen. */
    record Chosen(OpinionRule rule, @Nullable Instant dueAt, List<PersonId> markers) {}

    PlanForm(MarkingPlan plan, List<PersonName> candidates, ZoneId zone, Consumer<Chosen> saved) {
        this.zone = zone;
        addClassNames("stack", "plan-form");
        List<PersonName> all = new ArrayList<>(candidates);
        plan.markers().stream().filter(one -> !all.contains(one)).forEach(all::add);
        markers.setLabel(getTranslation("marking.form.markers"));
        markers.setHelperText(getTranslation("marking.form.markers-hint"));
        markers.setItems(all);
        markers.setItemLabelGenerator(PersonName::name);
        markers.setValue(plan.markers());
        markers.setWidthFull();
        opinions.setLabel(getTranslation("marking.form.opinions"));
        opinions.setItems(1, 2);
        opinions.setItemLabelGenerator(count -> getTranslation("marking.form.opinions." + count));
        difference.setLabel(getTranslation("marking.form.difference"));
        difference.setMin(0);
        difference.setStep(0.5);
        difference.setStepButtonsVisible(true);
        difference.setValue(plan.rule().isDouble() ? plan.rule().difference().doubleValue() : USUAL_DIFFERENCE);
        rule.addClassNames("small", "muted");
        opinions.addValueChangeListener(change -> tell());
        difference.addValueChangeListener(change -> tell());
        opinions.setValue(plan.rule().opinions());
        due.setLabel(getTranslation("marking.form.due"));
        // English with a clock of 24 hours, as everywhere else here.
        due.setLocale(getLocale().getLanguage().equals("en") ? Locale.UK : getLocale());
        due.setDatePickerI18n(Calendars.in(getLocale(), this));
        Instant until = plan.dueAt();
        due.setValue(until == null ? null : LocalDateTime.ofInstant(until, zone));
        Button save = new Button(getTranslation("marking.form.save"), click -> saved.accept(chosen()));
        save.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
        save.getElement().setAttribute("data-test", "save-plan");
        Div bar = new Div(save);
        add(markers, opinions, difference, rule, due, bar);
        tell();
    }

    /** Says in a sentence what the rule does, before anybody is bound by it. */
    private void tell() {
        boolean two = Integer.valueOf(2).equals(opinions.getValue());
        difference.setVisible(two);
        rule.setText(
                two
                        ? getTranslation("marking.form.rule.2", Words.points(apart()))
                        : getTranslation("marking.form.rule.1"));
    }

    private BigDecimal apart() {
        Double value = difference.getValue();
        return value == null ? BigDecimal.ZERO : BigDecimal.valueOf(value).setScale(2, RoundingMode.HALF_UP);
    }

    private Chosen chosen() {
        boolean two = Integer.valueOf(2).equals(opinions.getValue());
        LocalDateTime until = due.getValue();
        return new Chosen(
                two ? new OpinionRule(2, apart()) : OpinionRule.SINGLE,
                until == null ? null : until.atZone(zone).toInstant(),
                markers.getValue().stream().map(PersonName::id).toList());
    }
}
