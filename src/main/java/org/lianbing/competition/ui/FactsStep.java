package org.lianbing.competition.ui;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

import com.vaadin.flow.component.combobox.ComboBox;
import com.vaadin.flow.component.datetimepicker.DateTimePicker;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.textfield.IntegerField;
import com.vaadin.flow.component.textfield.TextField;
import org.jspecify.annotations.Nullable;

import org.lianbing.base.Level;
import org.lianbing.base.Problem;
import org.lianbing.base.TradeId;
import org.lianbing.base.ui.Calendars;
import org.lianbing.competition.CompetitionDraft;
import org.lianbing.exam.ExamWindow;
import org.lianbing.trade.Trade;
import org.lianbing.trade.ui.TradeBox;

/** The first step: what, when and how long. */
class FactsStep extends Step {

    private static final int LONGEST_NAME = 80;
    private static final int USUAL_MINUTES = 60;
    private static final Duration DROPDOWN_STEP = Duration.ofMinutes(30);

    private final TextField name = new TextField();
    private final TradeBox trade = new TradeBox();
    private final ComboBox<Level> level = new ComboBox<>();
    private final DateTimePicker opens = new DateTimePicker();
    private final DateTimePicker closes = new DateTimePicker();
    private final IntegerField minutes = new IntegerField();
    private final transient EditSources sources;

    FactsStep(EditSources sources, Instant now, Runnable changed) {
        super(1, "facts");
        this.sources = sources;
        name.setLabel(getTranslation("competition.field.name"));
        name.setMaxLength(LONGEST_NAME);
        name.setRequiredIndicatorVisible(true);
        name.addClassName("wide");
        trade.setLabel(getTranslation("competition.field.trade"));
        trade.setItems(sources.contested());
        trade.setRequiredIndicatorVisible(true);
        level.setLabel(getTranslation("competition.field.level"));
        level.setItemLabelGenerator(one -> getTranslation("base.level." + one.code()));
        trade.addValueChangeListener(chosen -> {
            showLevels(chosen.getValue());
            changed.run();
        });
        level.addValueChangeListener(chosen -> changed.run());
        picker(opens, "competition.field.opens");
        picker(closes, "competition.field.closes");
        LocalDateTime nextHour = LocalDateTime.ofInstant(now, sources.zone())
                .truncatedTo(ChronoUnit.HOURS)
                .plusHours(1);
        opens.setValue(nextHour);
        closes.setValue(nextHour.plusHours(2));
        minutes.setLabel(getTranslation("competition.field.minutes"));
        minutes.setMin(1);
        minutes.setStepButtonsVisible(true);
        minutes.setValue(USUAL_MINUTES);
        Div fields = new Div(name, trade, level, opens, closes, minutes);
        fields.addClassName("contest-fields");
        add(fields);
    }

    private void picker(DateTimePicker picker, String label) {
        picker.setLabel(getTranslation(label));
        picker.setStep(DROPDOWN_STEP);
        // English with a clock of 24 hours, as everywhere else here.
        picker.setLocale(getLocale().getLanguage().equals("en") ? Locale.UK : getLocale());
        picker.setDatePickerI18n(Calendars.in(getLocale(), this));
        // No required indicator: Vaadin writes it as an attribute that the role of this element does not allow.
        picker.addClassName("wide");
    }

    private void showLevels(@Nullable Trade chosen) {
        level.setItems(chosen == null ? List.of() : chosen.levels());
        level.setEnabled(chosen != null && !chosen.levels().isEmpty());
        if (chosen != null && chosen.levels().size() == 1) {
            level.setValue(chosen.levels().getFirst());
        }
    }

    void show(CompetitionDraft draft) {
        name.setValue(draft.name());
        trade.setValue(sources.trade(draft.trade()));
        level.setValue(draft.level());
        opens.setValue(LocalDateTime.ofInstant(draft.window().opensAt(), sources.zone()));
        closes.setValue(LocalDateTime.ofInstant(draft.window().closesAt(), sources.zone()));
        minutes.setValue((int) draft.window().duration().toMinutes());
    }

    String name() {
        return name.getValue();
    }

    Optional<Trade> trade() {
        return Optional.ofNullable(trade.getValue());
    }

    TradeId requireTrade() {
        return trade().map(Trade::id)
                .orElseThrow(
                        () -> Problem.invalid("competition.field-missing", getTranslation("competition.field.trade")));
    }

    @Nullable
    Level level() {
        return level.getValue();
    }

    ExamWindow window() {
        Integer length = minutes.getValue();
        return new ExamWindow(
                instant(opens, "competition.field.opens"),
                instant(closes, "competition.field.closes"),
                Duration.ofMinutes(length == null ? 0 : length));
    }

    private Instant instant(DateTimePicker picker, String label) {
        LocalDateTime value = picker.getValue();
        if (value == null) {
            throw Problem.invalid("competition.field-missing", getTranslation(label));
        }
        return value.atZone(sources.zone()).toInstant();
    }
}
