package org.lianbing.studio.ui;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

import com.vaadin.flow.component.combobox.ComboBox;
import com.vaadin.flow.component.datepicker.DatePicker;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.TextField;
import org.springframework.stereotype.Component;

import org.lianbing.account.People;
import org.lianbing.account.PersonName;
import org.lianbing.base.Problem;
import org.lianbing.base.UnitId;
import org.lianbing.base.ui.Calendars;
import org.lianbing.base.ui.Section;
import org.lianbing.organization.Unit;
import org.lianbing.studio.NamingLevel;
import org.lianbing.studio.Studio;
import org.lianbing.studio.StudioDraft;
import org.lianbing.studio.StudioWords;
import org.lianbing.trade.TradeKind;
import org.lianbing.trade.Trades;
import org.lianbing.trade.ui.TradeBox;

/** What union staff register of a studio: name, host, unit, trade, who named it and when. */
class Particulars extends Section {

    /** What the fields choose from. */
    @Component
    record Sources(Trades trades, People people) {}

    private static final int SHOWN = 50;

    private final TextField name = new TextField();
    private final ComboBox<PersonName> host = new ComboBox<>();
    private final ComboBox<Unit> unit = new ComboBox<>();
    private final TradeBox trade = new TradeBox();
    private final Select<NamingLevel> level = new Select<>();
    private final DatePicker namedOn = new DatePicker();
    private final transient Sources sources;
    private final transient List<Unit> units;

    Particulars(Sources sources, List<Unit> units) {
        this.sources = sources;
        this.units = units;
        Set<UnitId> reach = units.stream().map(Unit::id).collect(Collectors.toSet());
        name.setLabel(getTranslation("studio.name.label"));
        name.setMaxLength(60);
        name.setRequiredIndicatorVisible(true);
        host.setLabel(getTranslation("studio.host.label"));
        host.setHelperText(getTranslation("studio.host.help"));
        host.setRequiredIndicatorVisible(true);
        host.setItemLabelGenerator(PersonName::name);
        host.setItems(query -> sources.people().search(reach, query.getFilter().orElse(""), SHOWN).stream()
                .skip(query.getOffset())
                .limit(query.getLimit()));
        unit.setLabel(getTranslation("studio.unit.label"));
        unit.setRequiredIndicatorVisible(true);
        unit.setItemLabelGenerator(Unit::name);
        unit.setItems(units);
        host.addValueChangeListener(chosen -> proposeUnit(chosen.getValue()));
        trade.setLabel(getTranslation("studio.trade.label"));
        trade.setRequiredIndicatorVisible(true);
        trade.setItems(sources.trades().all().stream()
                .filter(one -> one.kind() == TradeKind.TRADE)
                .toList());
        level.setLabel(getTranslation("studio.level.label"));
        level.setItems(NamingLevel.values());
        level.setItemLabelGenerator(one -> getTranslation("studio.level." + one));
        namedOn.setLabel(getTranslation("studio.named-on.label"));
        namedOn.setRequiredIndicatorVisible(true);
        namedOn.setI18n(Calendars.in(getLocale(), this));
        level.setValue(NamingLevel.ENTERPRISE);
        Div fields = new Div(name, host, unit, trade, level, namedOn);
        fields.addClassName("two-columns");
        add(fields);
    }

    /** A host usually leads where they work. */
    private void proposeUnit(PersonName chosen) {
        if (chosen != null && unit.getValue() == null) {
            units.stream()
                    .filter(one -> one.id().equals(chosen.unit()))
                    .findFirst()
                    .ifPresent(unit::setValue);
        }
    }

    void show(Studio studio) {
        name.setValue(studio.name());
        units.stream().filter(one -> one.id().equals(studio.unit())).findFirst().ifPresent(unit::setValue);
        sources.people().names(Set.of(studio.host())).values().stream()
                .findFirst()
                .ifPresent(host::setValue);
        trade.setValue(sources.trades().get(studio.trade()));
        level.setValue(studio.level());
        namedOn.setValue(studio.namedOn());
    }

    /** What is filled in, together with what the studio says of itself; the first gap is named. */
    StudioDraft draft(StudioWords words) {
        LocalDate date = namedOn.getValue();
        if (host.getValue() == null) {
            throw Problem.invalid("studio.choose-host");
        }
        if (unit.getValue() == null || trade.getValue() == null) {
            throw Problem.invalid("studio.choose-place");
        }
        if (date == null) {
            throw Problem.invalid("studio.choose-date");
        }
        return new StudioDraft(
                name.getValue(),
                host.getValue().id(),
                unit.getValue().id(),
                trade.getValue().id(),
                level.getValue(),
                date,
                words);
    }
}
