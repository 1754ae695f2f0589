package org.lianbing.bank.commission.ui;

import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.combobox.MultiSelectComboBox;
import com.vaadin.flow.component.datepicker.DatePicker;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.IntegerField;
import com.vaadin.flow.component.textfield.TextArea;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.RolesAllowed;
import org.jspecify.annotations.Nullable;

import org.lianbing.account.PersonName;
import org.lianbing.bank.ItemType;
import org.lianbing.bank.Secrecy;
import org.lianbing.bank.commission.CommissionDraft;
import org.lianbing.bank.commission.CommissionId;
import org.lianbing.bank.commission.Commissions;
import org.lianbing.bank.ui.ItemPreset;
import org.lianbing.base.Actor;
import org.lianbing.base.CurrentActor;
import org.lianbing.base.Level;
import org.lianbing.base.Problem;
import org.lianbing.base.ui.Calendars;
import org.lianbing.base.ui.EmptyState;
import org.lianbing.base.ui.Notices;
import org.lianbing.base.ui.PageHeader;
import org.lianbing.base.ui.Section;
import org.lianbing.trade.Outline;
import org.lianbing.trade.Outlines;
import org.lianbing.trade.OwnTrade;
import org.lianbing.trade.Point;
import org.lianbing.trade.Trade;
import org.lianbing.trade.Trades;
import org.lianbing.trade.ui.TradeBox;

/** Asks authors for items: for which trade and points, how many of each type, until when. */
@Route(CommissionNavigation.NEW)
@RolesAllowed({"TRAINER", "REVIEWER", "UNION_STAFF"})
class CommissionNewView extends Div implements BeforeEnterObserver, HasDynamicTitle {

    private static final int USUAL_DAYS = 14;
    private static final int USUAL_COUNT = 5;
    private static final int MOST_OF_A_TYPE = 500;

    private final transient Commissions commissions;
    private final transient Trades trades;
    private final transient OwnTrade ownTrade;
    private final transient Outlines outlines;
    private final transient LocalDate today;
    private final transient Actor actor;

    private final TradeBox trade = new TradeBox();
    private final Select<Level> level = new Select<>();
    private final MultiSelectComboBox<Point> points = new MultiSelectComboBox<>();
    private final MultiSelectComboBox<PersonName> authors = new MultiSelectComboBox<>();
    private final DatePicker due = new DatePicker();
    private final Select<Secrecy> secrecy = new Select<>();
    private final TextArea note = new TextArea();
    private final Map<ItemType, IntegerField> counts = new EnumMap<>(ItemType.class);

    CommissionNewView(
            Commissions commissions,
            Trades trades,
            OwnTrade ownTrade,
            Outlines outlines,
            Clock clock,
            ZoneId zone,
            CurrentActor current) {
        this.commissions = commissions;
        this.trades = trades;
        this.ownTrade = ownTrade;
        this.outlines = outlines;
        this.today = LocalDate.ofInstant(clock.instant(), zone);
        this.actor = current.require();
        addClassNames("page", "narrow", "commission-new");
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        removeAll();
        PageHeader header = new PageHeader(getTranslation("commission.title"), getTranslation("commission.new.title"));
        List<Trade> own = commissions.trades(actor);
        if (own.isEmpty()) {
            add(
                    header,
                    new EmptyState("commission", getTranslation("bankui.new.none"), getTranslation("base.forbidden")));
            return;
        }
        ItemPreset preset = ItemPreset.of(event.getLocation().getQueryParameters(), trades);
        add(header, new Section(fields(own), wanted(preset.type()), note, buttons()));
        trade.setValue(
                preset.trade() != null && own.contains(preset.trade())
                        ? preset.trade()
                        : ownTrade.among(actor, own).orElseThrow());
        Level wantedLevel = preset.level();
        if (wantedLevel != null && trade.getValue().levels().contains(wantedLevel)) {
            level.setValue(wantedLevel);
        }
        points.setValue(known().stream()
                .filter(point -> point.id().equals(preset.point()))
                .collect(Collectors.toSet()));
    }

    @Override
    public String getPageTitle() {
        return getTranslation("commission.new.title");
    }

    private Component fields(List<Trade> own) {
        trade.setLabel(getTranslation("commission.field.trade"));
        trade.setItems(own);
        trade.addValueChangeListener(change -> tradeChosen(change.getValue()));
        level.setLabel(getTranslation("commission.field.level"));
        level.setItemLabelGenerator(one -> CommissionWords.of(this, one));
        level.addValueChangeListener(change -> points.setItems(known()));
        points.setLabel(getTranslation("commission.field.points"));
        points.setItemLabelGenerator(point -> point.code() + " " + point.name());
        points.addClassName("wide");
        authors.setLabel(getTranslation("commission.field.authors"));
        authors.setHelperText(getTranslation("commission.field.authors-help"));
        authors.setItemLabelGenerator(PersonName::name);
        authors.addClassName("wide");
        due.setLabel(getTranslation("commission.field.due"));
        due.setI18n(Calendars.in(getLocale(), this));
        due.setMin(today);
        due.setValue(today.plusDays(USUAL_DAYS));
        secrecy.setLabel(getTranslation("bankui.secrecy"));
        secrecy.setItems(Secrecy.OPEN, Secrecy.RESERVED);
        secrecy.setItemLabelGenerator(one -> getTranslation("bankui.secrecy." + one));
        secrecy.setValue(Secrecy.OPEN);
        note.setLabel(getTranslation("commission.field.note"));
        note.setPlaceholder(getTranslation("commission.field.note-hint"));
        note.setMaxLength(1000);
        note.setWidthFull();
        Div fields = new Div(trade, level, points, authors, due, secrecy);
        fields.addClassName("row-form");
        return fields;
    }

    private Component wanted(@Nullable ItemType first) {
        Div row = new Div();
        row.addClassName("count-fields");
        for (ItemType type : ItemType.values()) {
            IntegerField count = new IntegerField(CommissionWords.of(this, type));
            count.setMin(0);
            count.setMax(MOST_OF_A_TYPE);
            count.setStepButtonsVisible(true);
            count.setValue(type == first ? USUAL_COUNT : 0);
            counts.put(type, count);
            row.add(count);
        }
        return new Div(new H2(getTranslation("commission.field.wanted")), row);
    }

    private Component buttons() {
        Anchor cancel = new Anchor(CommissionNavigation.COMMISSIONS, getTranslation("commission.cancel"));
        cancel.setRouterIgnore(false);
        cancel.addClassName("button-link");
        Button send = new Button(getTranslation("commission.send"), click -> send());
        send.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
        Div buttons = new Div(cancel, send);
        buttons.addClassName("panel-buttons");
        return buttons;
    }

    private void tradeChosen(@Nullable Trade chosen) {
        if (chosen == null) {
            return;
        }
        level.setItems(chosen.levels());
        level.setVisible(!chosen.levels().isEmpty());
        if (!chosen.levels().isEmpty()) {
            level.setValue(chosen.levels().getFirst());
        }
        points.setItems(known());
        authors.setItems(commissions.authors(actor, chosen.id()));
    }

    /** The points of the trade's level and of the foundations it includes. */
    private List<Point> known() {
        Trade chosen = trade.getValue();
        if (chosen == null) {
            return List.of();
        }
        return outlines.current(chosen.id(), chosen.levels().isEmpty() ? null : level.getValue()).stream()
                .flatMap(outline -> Stream.concat(Stream.of(outline), included(outline)))
                .flatMap(Outline::points)
                .toList();
    }

    private Stream<Outline> included(Outline outline) {
        return outline.inclusions().stream()
                .flatMap(inclusion -> outlines.current(inclusion.foundation(), null).stream());
    }

    private void send() {
        if (due.getValue() == null) {
            throw Problem.invalid("commission.due-missing");
        }
        Map<ItemType, Integer> wanted = new LinkedHashMap<>();
        counts.forEach((type, count) -> wanted.put(type, count.getValue() == null ? 0 : count.getValue()));
        Set<PersonName> asked = authors.getValue();
        CommissionId id = commissions.make(
                actor,
                new CommissionDraft(
                        trade.getValue().id(),
                        trade.getValue().levels().isEmpty() ? null : level.getValue(),
                        points.getValue().stream().map(Point::id).collect(Collectors.toSet()),
                        wanted,
                        asked.stream().map(PersonName::id).collect(Collectors.toSet()),
                        due.getValue(),
                        note.getValue(),
                        secrecy.getValue()));
        Notices.done(getTranslation("commission.sent", asked.size()));
        UI.getCurrent().navigate(CommissionNavigation.commission(id));
    }
}
