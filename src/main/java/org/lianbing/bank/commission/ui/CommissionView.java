package org.lianbing.bank.commission.ui;

import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.textfield.TextArea;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.RolesAllowed;

import org.lianbing.account.People;
import org.lianbing.account.PersonName;
import org.lianbing.bank.Item;
import org.lianbing.bank.ItemId;
import org.lianbing.bank.ItemText;
import org.lianbing.bank.ItemVersion;
import org.lianbing.bank.Items;
import org.lianbing.bank.commission.Commission;
import org.lianbing.bank.commission.CommissionId;
import org.lianbing.bank.commission.CommissionState;
import org.lianbing.bank.commission.CommissionedItem;
import org.lianbing.bank.commission.Commissions;
import org.lianbing.base.Actor;
import org.lianbing.base.CurrentActor;
import org.lianbing.base.PersonId;
import org.lianbing.base.Role;
import org.lianbing.base.ui.Ask;
import org.lianbing.base.ui.Moments;
import org.lianbing.base.ui.Notices;
import org.lianbing.base.ui.PageHeader;
import org.lianbing.base.ui.Section;
import org.lianbing.base.ui.Tag;
import org.lianbing.base.ui.Tone;
import org.lianbing.trade.Outlines;
import org.lianbing.trade.Trades;

/** One commission: what is asked for, what was written for it, and going on from there. */
@Route("commissions/:commission")
@RolesAllowed({"TRAINER", "REVIEWER", "UNION_STAFF"})
class CommissionView extends Div implements BeforeEnterObserver, HasDynamicTitle {

    private final transient Commissions commissions;
    private final transient Items items;
    private final transient ItemText text;
    private final transient People people;
    private final transient Trades trades;
    private final transient Outlines outlines;
    private final transient LocalDate today;
    private final transient Actor actor;

    CommissionView(
            Commissions commissions,
            Items items,
            ItemText text,
            People people,
            Trades trades,
            Outlines outlines,
            Clock clock,
            ZoneId zone,
            CurrentActor current) {
        this.commissions = commissions;
        this.items = items;
        this.text = text;
        this.people = people;
        this.trades = trades;
        this.outlines = outlines;
        this.today = LocalDate.ofInstant(clock.instant(), zone);
        this.actor = current.require();
        addClassNames("page", "commission");
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        show(CommissionId.of(event.getRouteParameters().get("commission").orElse("")));
    }

    @Override
    public String getPageTitle() {
        return getTranslation("commission.title");
    }

    private void show(CommissionId id) {
        Commission commission = commissions.get(actor, id);
        Set<PersonId> ids = new java.util.HashSet<>(commission.asked().authors());
        ids.add(commission.madeBy());
        Map<PersonId, PersonName> names = people.names(ids);
        PageHeader header = new PageHeader(
                getTranslation("commission.asks", name(names, commission.madeBy())),
                CommissionWords.title(this, commission.asked(), trades));
        header.setActions(acts(commission));
        Div split = new Div(written(commission), facts(commission, names));
        split.addClassName("split");
        removeAll();
        add(header, standing(commission), split);
    }

    private Component standing(Commission commission) {
        Span progress = new Span(CommissionWords.progress(this, commission));
        Span due = new Span(getTranslation(
                "commission.due", Moments.day(this, commission.asked().due())));
        due.addClassName("muted");
        Div line = new Div(progress, new Span(CommissionWords.standing(this, commission, today)), due);
        line.addClassNames("row", "wrap");
        Section card = new Section(line, CommissionWords.meter(this, commission));
        card.addClassNames("stack");
        if (!commission.thanks().isEmpty()) {
            Paragraph thanks = new Paragraph(getTranslation("commission.thanks", commission.thanks()));
            thanks.addClassName("quote");
            card.add(thanks);
        }
        return card;
    }

    private Component[] acts(Commission commission) {
        if (commission.state() != CommissionState.OPEN) {
            return new Component[0];
        }
        List<Component> acts = new java.util.ArrayList<>();
        if (commission.madeBy().equals(actor.person())) {
            acts.add(new Button(getTranslation("commission.withdraw"), click -> withdraw(commission)));
            Button close = new Button(getTranslation("commission.close"), click -> close(commission));
            if (commission.delivered()) {
                close.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
            }
            acts.add(close);
        }
        if (writes(commission)) {
            Anchor write = new Anchor(
                    "items/new?commission=" + commission.id() + preset(commission), getTranslation("commission.write"));
            write.setRouterIgnore(false);
            write.addClassNames("button-link", "primary");
            acts.add(write);
        }
        return acts.toArray(Component[]::new);
    }

    private boolean writes(Commission commission) {
        return commission.asked().authors().contains(actor.person())
                && actor.hasFor(Role.TRAINER, commission.asked().trade());
    }

    /** The trade, and the type of which most is wanted. */
    private static String preset(Commission commission) {
        return "&trade=" + commission.asked().trade()
                + commission.asked().wanted().entrySet().stream()
                        .max(Map.Entry.comparingByValue())
                        .map(most -> "&type=" + most.getKey().code())
                        .orElse("");
    }

    private Component facts(Commission commission, Map<PersonId, PersonName> names) {
        String points = outlines.points(commission.asked().points()).values().stream()
                .map(point -> point.code() + " " + point.name())
                .sorted()
                .collect(Collectors.joining("\n"));
        String authors = commission.asked().authors().stream()
                .map(author -> name(names, author))
                .sorted()
                .collect(Collectors.joining(getTranslation("bankui.comma")));
        Section facts = new Section(
                fact("commission.field.wanted", CommissionWords.wanted(this, commission.asked())),
                fact("commission.points", points.isEmpty() ? getTranslation("commission.points.any") : points),
                fact("commission.authors", authors),
                fact(
                        "commission.secrecy",
                        getTranslation("bankui.secrecy." + commission.asked().secrecy())));
        if (!commission.asked().note().isEmpty()) {
            facts.add(fact("commission.note", commission.asked().note()));
        }
        facts.addClassNames("stack", "commission-facts");
        return facts;
    }

    private Component fact(String key, String value) {
        Paragraph label = new Paragraph(getTranslation(key));
        label.addClassNames("muted", "small");
        Paragraph words = new Paragraph(value);
        words.addClassName("lines-kept");
        return new Div(label, words);
    }

    private Component written(Commission commission) {
        List<ItemId> ids = commissions.items(actor, commission.id()).stream()
                .map(CommissionedItem::item)
                .toList();
        boolean reads = actor.has(Role.TRAINER, Role.REVIEWER);
        Map<ItemId, Item> readable = reads ? items.among(actor, ids) : Map.of();
        Section section = new Section(getTranslation("commission.items"));
        if (ids.isEmpty()) {
            section.add(new Paragraph(getTranslation("commission.items.none")));
        }
        Div lines = new Div();
        lines.addClassName("row-lines");
        ids.stream().flatMap(id -> Stream.ofNullable(readable.get(id))).forEach(item -> lines.add(line(item)));
        section.add(lines);
        int unseen = ids.size() - readable.size();
        if (reads && unseen > 0) {
            section.add(new Paragraph(getTranslation("commission.items.unseen", unseen)));
        }
        return section;
    }

    private Component line(Item item) {
        ItemVersion version = Objects.requireNonNull(item.proposed() == null ? item.published() : item.proposed());
        Span stem = new Span(text.plain(version.content().stem()));
        stem.addClassNames("grow", "clamped");
        Anchor line = new Anchor("items/" + item.id());
        line.setRouterIgnore(false);
        line.add(
                stem,
                new Tag(CommissionWords.of(this, version.content().interaction().type()), Tone.PLAIN),
                new Tag(
                        getTranslation("bankui.state." + item.state()),
                        switch (item.state()) {
                            case PUBLISHED -> Tone.GOOD;
                            case IN_REVIEW -> Tone.BLUE;
                            case DRAFT -> Tone.WARN;
                            case RETIRED -> Tone.PLAIN;
                        }));
        line.addClassNames("row", "row-line");
        return line;
    }

    private void close(Commission commission) {
        TextArea thanks = new TextArea(getTranslation("commission.close.thanks"));
        thanks.setPlaceholder(getTranslation("commission.close.thanks-hint"));
        thanks.setWidthFull();
        Dialog dialog = new Dialog(getTranslation("commission.close.title"));
        dialog.setWidth("420px");
        dialog.add(thanks);
        Button act = new Button(getTranslation("commission.close.act"), click -> {
            commissions.close(actor, commission.id(), thanks.getValue());
            dialog.close();
            Notices.done(getTranslation("commission.closed"));
            show(commission.id());
        });
        act.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
        dialog.getFooter().add(new Button(getTranslation("base.cancel"), click -> dialog.close()), act);
        dialog.open();
    }

    private void withdraw(Commission commission) {
        Ask.once(
                this,
                getTranslation("commission.withdraw.title"),
                getTranslation("commission.withdraw.text"),
                getTranslation("commission.withdraw"),
                () -> {
                    commissions.withdraw(actor, commission.id());
                    Notices.done(getTranslation("commission.withdrawn-done"));
                    show(commission.id());
                });
    }

    private static String name(Map<PersonId, PersonName> names, PersonId person) {
        PersonName found = names.get(person);
        return found == null ? "" : found.name();
    }
}
