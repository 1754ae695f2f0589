package org.lianbing.bank.call.ui;

import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.combobox.MultiSelectComboBox;
import com.vaadin.flow.component.datepicker.DatePicker;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.textfield.TextArea;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.RolesAllowed;
import org.jspecify.annotations.Nullable;

import org.lianbing.bank.call.CallDraft;
import org.lianbing.bank.call.Calls;
import org.lianbing.base.Actor;
import org.lianbing.base.CurrentActor;
import org.lianbing.base.Problem;
import org.lianbing.base.Role;
import org.lianbing.base.ui.Calendars;
import org.lianbing.base.ui.Notices;
import org.lianbing.base.ui.PageHeader;
import org.lianbing.base.ui.Section;
import org.lianbing.organization.Unit;
import org.lianbing.trade.Outline;
import org.lianbing.trade.Outlines;
import org.lianbing.trade.OwnTrade;
import org.lianbing.trade.Point;
import org.lianbing.trade.Trade;
import org.lianbing.trade.Trades;
import org.lianbing.trade.ui.TradeBox;

/** Makes a call: on what, to whom, from when until when. */
@Route(CallNavigation.NEW_CALL)
@RolesAllowed({"TRAINER", "REVIEWER"})
class CallNewView extends Div implements HasDynamicTitle {

    private static final int USUAL_DAYS = 30;

    private final transient Calls calls;
    private final transient Outlines outlines;
    private final transient Actor actor;
    private final TradeBox trade = new TradeBox();
    private final TextField theme = new TextField();
    private final TextArea words = new TextArea();
    private final MultiSelectComboBox<Point> points = new MultiSelectComboBox<>();
    private final MultiSelectComboBox<Unit> units = new MultiSelectComboBox<>();
    private final DatePicker opens = new DatePicker();
    private final DatePicker closes = new DatePicker();

    CallNewView(
            Calls calls,
            Trades trades,
            OwnTrade ownTrade,
            Outlines outlines,
            Clock clock,
            ZoneId zone,
            CurrentActor current) {
        this.calls = calls;
        this.outlines = outlines;
        this.actor = current.require();
        addClassNames("page", "narrow", "commission-new");
        List<Trade> own = trades.all().stream()
                .filter(one -> actor.hasFor(Role.TRAINER, one.id()) || actor.hasFor(Role.REVIEWER, one.id()))
                .toList();
        LocalDate today = LocalDate.ofInstant(clock.instant(), zone);
        List<Unit> reach = calls.reach(actor);
        trade.setLabel(getTranslation("commission.field.trade"));
        trade.setItems(own);
        trade.addValueChangeListener(change -> points.setItems(known(change.getValue())));
        theme.setLabel(getTranslation("call.field.theme"));
        theme.setPlaceholder(getTranslation("call.field.theme-hint"));
        theme.setMaxLength(60);
        theme.addClassName("wide");
        words.setLabel(getTranslation("call.field.words"));
        words.setPlaceholder(getTranslation("call.field.words-hint"));
        words.setMaxLength(2000);
        words.setMinHeight("120px");
        words.addClassName("wide");
        points.setLabel(getTranslation("commission.field.points"));
        points.setItemLabelGenerator(point -> point.code() + " " + point.name());
        units.setLabel(getTranslation("call.field.units"));
        units.setItems(reach);
        units.setItemLabelGenerator(Unit::name);
        units.setHelperText(getTranslation("call.field.units-help"));
        units.addClassName("wide");
        reach.stream().findFirst().ifPresent(top -> units.setValue(Set.of(top)));
        opens.setLabel(getTranslation("call.field.opens"));
        opens.setI18n(Calendars.in(getLocale(), this));
        opens.setValue(today);
        closes.setLabel(getTranslation("call.field.closes"));
        closes.setI18n(Calendars.in(getLocale(), this));
        closes.setMin(today);
        closes.setValue(today.plusDays(USUAL_DAYS));
        ownTrade.among(actor, own).ifPresent(trade::setValue);
        Div fields = new Div(trade, points, theme, words, units, opens, closes);
        fields.addClassName("row-form");
        add(
                new PageHeader(getTranslation("call.calls"), getTranslation("call.new.title")),
                new Section(fields, buttons()));
    }

    @Override
    public String getPageTitle() {
        return getTranslation("call.new.title");
    }

    private Div buttons() {
        Anchor cancel = new Anchor(CallNavigation.CALLS, getTranslation("base.cancel"));
        cancel.setRouterIgnore(false);
        cancel.addClassName("button-link");
        Button make = new Button(getTranslation("call.new.act"), click -> make());
        make.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
        Div buttons = new Div(cancel, make);
        buttons.addClassName("panel-buttons");
        return buttons;
    }

    private void make() {
        if (trade.getValue() == null || opens.getValue() == null || closes.getValue() == null) {
            throw Problem.invalid("call.period");
        }
        calls.make(
                actor,
                new CallDraft(
                        trade.getValue().id(),
                        theme.getValue(),
                        words.getValue(),
                        points.getValue().stream().map(Point::id).collect(Collectors.toSet()),
                        units.getValue().stream().map(Unit::id).collect(Collectors.toSet()),
                        opens.getValue(),
                        closes.getValue()));
        Notices.done(getTranslation("call.new.made"));
        UI.getCurrent().navigate(CallsView.class);
    }

    private List<Point> known(@Nullable Trade chosen) {
        return chosen == null
                ? List.of()
                : Stream.concat(
                                chosen.levels().stream()
                                        .flatMap(level -> outlines.current(chosen.id(), level).stream()),
                                outlines.current(chosen.id(), null).stream())
                        .flatMap(Outline::points)
                        .toList();
    }
}
