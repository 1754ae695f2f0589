package org.lianbing.base.ui;

import java.text.DateFormatSymbols;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.datepicker.DatePicker;

/** The words of a calendar in a language of ours. */
public final class Calendars {

    private Calendars() {}

    /** Months, weekdays and buttons; weeks begin on Monday. */
    public static DatePicker.DatePickerI18n in(Locale language, Component reader) {
        DateFormatSymbols names = DateFormatSymbols.getInstance(language);
        List<String> weekdays = Arrays.asList(names.getWeekdays()).subList(1, 8);
        List<String> shortWeekdays = Arrays.asList(names.getShortWeekdays()).subList(1, 8);
        return new DatePicker.DatePickerI18n()
                .setMonthNames(Arrays.asList(names.getMonths()).subList(0, 12))
                .setWeekdays(weekdays)
                .setWeekdaysShort(
                        language.getLanguage().equals("zh")
                                ? weekdays.stream()
                                        .map(day -> day.substring(day.length() - 1))
                                        .toList()
                                : shortWeekdays)
                .setFirstDayOfWeek(1)
                .setDateFormat("yyyy-MM-dd")
                .setToday(reader.getTranslation("base.today"))
                .setCancel(reader.getTranslation("base.cancel"));
    }
}
