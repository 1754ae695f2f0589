package org.lianbing.competition.ui;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;

import com.vaadin.flow.component.datetimepicker.DateTimePicker;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.radiobutton.RadioButtonGroup;

import org.lianbing.base.Problem;
import org.lianbing.base.ui.Calendars;
import org.lianbing.exam.Disclosure;
import org.lianbing.exam.DisclosureRule;

/** When something comes out after the scores: one of four ways, and the instant where that is one. */
class DisclosureField extends Div {

    private final RadioButtonGroup<DisclosureRule> rule = new RadioButtonGroup<>();
    private final DateTimePicker at = new DateTimePicker();
    private final transient ZoneId zone;

    /** @param what {@code answers} or {@code explanations} */
    DisclosureField(String what, ZoneId zone) {
        this.zone = zone;
        addClassName("disclosure-field");
        rule.setItems(DisclosureRule.values());
        rule.setItemLabelGenerator(one -> getTranslation("competition.disclosure." + what + "." + one));
        rule.setLabel(getTranslation("competition.field." + what));
        rule.getElement().setAttribute("data-test", what);
        at.setLabel(getTranslation("competition.field." + what + ".at"));
        at.setVisible(false);
        at.setDatePickerI18n(Calendars.in(getLocale(), this));
        rule.addValueChangeListener(change -> at.setVisible(change.getValue() == DisclosureRule.AT));
        rule.setValue(DisclosureRule.WITH_SCORES);
        add(rule, at);
    }

    void show(Disclosure disclosure) {
        rule.setValue(disclosure.rule());
        Instant instant = disclosure.at();
        at.setValue(instant == null ? null : LocalDateTime.ofInstant(instant, zone));
    }

    Disclosure value() {
        if (rule.getValue() != DisclosureRule.AT) {
            return new Disclosure(rule.getValue(), null);
        }
        LocalDateTime chosen = at.getValue();
        if (chosen == null) {
            throw Problem.invalid("exam.disclosure-instant");
        }
        return Disclosure.at(chosen.atZone(zone).toInstant());
    }
}
