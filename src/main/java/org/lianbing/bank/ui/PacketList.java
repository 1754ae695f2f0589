package org.lianbing.bank.ui;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.datepicker.DatePicker;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;

import org.lianbing.account.People;
import org.lianbing.account.PersonName;
import org.lianbing.bank.review.Packet;
import org.lianbing.bank.review.Packets;
import org.lianbing.base.Actor;
import org.lianbing.base.PersonId;
import org.lianbing.base.ui.Ask;
import org.lianbing.base.ui.Calendars;
import org.lianbing.base.ui.Meter;
import org.lianbing.base.ui.Moments;
import org.lianbing.base.ui.Notices;
import org.lianbing.base.ui.Tag;
import org.lianbing.base.ui.Tone;
import org.lianbing.trade.Trades;

/** Packets with how far they are; what is late stands out. */
class PacketList extends Div {

    private final transient Packets packets;
    private final transient People people;
    private final transient Trades trades;
    private final transient Actor actor;
    private final transient Runnable changed;

    PacketList(Packets packets, People people, Trades trades, Actor actor, Runnable changed) {
        this.packets = packets;
        this.people = people;
        this.trades = trades;
        this.actor = actor;
        this.changed = changed;
        addClassName("packet-list");
    }

    /** Shows them anew; returns how many are late. */
    long load() {
        List<Packet> all = packets.all(actor);
        Map<PersonId, PersonName> names =
                people.names(all.stream().map(Packet::reviewer).collect(Collectors.toSet()));
        removeAll();
        all.forEach(packet -> add(line(packet, names)));
        if (all.isEmpty()) {
            Paragraph none = new Paragraph(getTranslation("bankui.packets.none"));
            none.addClassName("muted");
            add(none);
        }
        return all.stream().filter(packet -> packet.overdue(packets.today())).count();
    }

    private Component line(Packet packet, Map<PersonId, PersonName> names) {
        boolean late = packet.overdue(packets.today());
        PersonName reviewer = names.get(packet.reviewer());
        Span who = new Span(reviewer == null ? "" : reviewer.name());
        who.addClassName("strong");
        Span what = new Span(getTranslation(
                "bankui.packets.what",
                packet.title(),
                trades.get(packet.trade()).name(getLocale())));
        what.addClassNames("small", "muted");
        Div words = new Div(who, what);
        words.addClassNames("stack-tight", "grow");
        String far = getTranslation("bankui.packets.far", packet.done(), packet.items());
        double fraction = packet.items() == 0 ? 1 : (double) packet.done() / packet.items();
        Span count = new Span(far);
        count.addClassNames("small", "number");
        Div progress = new Div(new Meter(fraction, packet.finished() ? Tone.GOOD : Tone.BLUE, far), count);
        progress.addClassName("progress");
        String day = Moments.day(this, packet.dueOn());
        Tag due = packet.finished()
                ? new Tag(getTranslation("bankui.packets.finished"), Tone.GOOD)
                : new Tag(
                        getTranslation(late ? "bankui.packets.late" : "bankui.packets.due", day),
                        late ? Tone.BAD : Tone.SPARK);
        Div line = new Div(words, progress, due);
        line.addClassNames("packet-line");
        if (!packet.finished()) {
            line.add(acts(packet));
        }
        return line;
    }

    private Component acts(Packet packet) {
        Button later = new Button(getTranslation("bankui.packets.later"), click -> openDue(packet));
        Button back = new Button(
                getTranslation("bankui.packets.take-back"),
                click -> Ask.once(
                        this,
                        getTranslation("bankui.packets.take-back-title"),
                        getTranslation("bankui.packets.take-back-text", packet.items() - packet.done()),
                        getTranslation("bankui.packets.take-back"),
                        () -> {
                            int taken = packets.takeBack(actor, packet.id()).size();
                            Notices.done(getTranslation("bankui.packets.taken-back", taken));
                            changed.run();
                        }));
        later.addThemeVariants(ButtonVariant.LUMO_TERTIARY, ButtonVariant.LUMO_SMALL);
        back.addThemeVariants(ButtonVariant.LUMO_TERTIARY, ButtonVariant.LUMO_SMALL);
        Div acts = new Div(later, back);
        acts.addClassName("row");
        return acts;
    }

    private void openDue(Packet packet) {
        DatePicker day = new DatePicker(getTranslation("bankui.deal.due"));
        day.setI18n(Calendars.in(getLocale(), this));
        day.setMin(packets.today());
        day.setValue(packet.dueOn().isBefore(packets.today()) ? packets.today() : packet.dueOn());
        Dialog dialog = new Dialog(day);
        dialog.setHeaderTitle(packet.title());
        Button save = new Button(getTranslation("bankui.save"), click -> {
            if (day.getValue() != null) {
                packets.due(actor, packet.id(), day.getValue());
                dialog.close();
                changed.run();
            }
        });
        save.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
        Button cancel = new Button(getTranslation("base.cancel"), click -> dialog.close());
        cancel.addThemeVariants(ButtonVariant.LUMO_TERTIARY);
        dialog.getFooter().add(cancel, save);
        dialog.open();
    }
}
