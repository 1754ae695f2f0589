package org.lianbing.bank.call.ui;

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
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.textfield.TextArea;

import org.lianbing.account.People;
import org.lianbing.account.PersonName;
import org.lianbing.bank.ItemId;
import org.lianbing.bank.ItemText;
import org.lianbing.bank.call.Proposal;
import org.lianbing.bank.call.ProposalDesk;
import org.lianbing.bank.call.ReportDraft;
import org.lianbing.bank.ui.ItemPaper;
import org.lianbing.base.Actor;
import org.lianbing.base.Level;
import org.lianbing.base.PersonId;
import org.lianbing.base.Role;
import org.lianbing.base.ui.Moments;
import org.lianbing.base.ui.Notices;
import org.lianbing.organization.Units;
import org.lianbing.trade.Outline;
import org.lianbing.trade.Outlines;
import org.lianbing.trade.Point;
import org.lianbing.trade.Trade;
import org.lianbing.trade.Trades;

/** A proposal as the item it would be, with level and points to choose, and the ways to answer. */
@org.springframework.stereotype.Component
class ProposalPanel {

    private final ProposalDesk desk;
    private final ItemText text;
    private final People people;
    private final Units units;
    private final Trades trades;
    private final Outlines outlines;
    private final Moments moments;

    ProposalPanel(
            ProposalDesk desk,
            ItemText text,
            People people,
            Units units,
            Trades trades,
            Outlines outlines,
            Moments moments) {
        this.desk = desk;
        this.text = text;
        this.people = people;
        this.units = units;
        this.trades = trades;
        this.outlines = outlines;
        this.moments = moments;
    }

    /** What is chosen on the panel. */
    private record Choice(MultiSelectComboBox<Level> levels, MultiSelectComboBox<Point> points, TextArea words) {

        Set<Level> chosenLevels() {
            return levels.getValue();
        }
    }

    Component of(Actor actor, Proposal proposal, Runnable answered) {
        Trade trade = trades.get(proposal.trade());
        Div panel = new Div();
        panel.addClassNames("card", "item-panel", "large");
        Div head = new Div(
                new H2(panel.getTranslation(
                        "call.queue.proposed-for", trade.name(UI.getCurrent().getLocale()))),
                by(panel, proposal));
        head.addClassNames("row", "between", "wrap");
        Choice choice = choice(panel, trade, proposal);
        Div row = new Div(choice.levels(), choice.points());
        row.addClassName("form-row");
        panel.add(
                head,
                new ItemPaper(text, desk.content(proposal)),
                row,
                choice.words(),
                acts(actor, panel, proposal, choice, answered));
        return panel;
    }

    private Component by(Component reader, Proposal proposal) {
        Map<PersonId, PersonName> names = people.names(List.of(proposal.person()));
        PersonName name = names.get(proposal.person());
        String unit = units.find(List.of(proposal.unit())).values().stream()
                .map(one -> " · " + one.name())
                .findFirst()
                .orElse("");
        Span by = new Span(
                (name == null ? "" : name.name()) + unit + " · " + moments.dayAndTime(reader, proposal.savedAt()));
        by.addClassNames("small", "muted");
        return by;
    }

    private Choice choice(Component reader, Trade trade, Proposal proposal) {
        MultiSelectComboBox<Level> levels = new MultiSelectComboBox<>(reader.getTranslation("bankui.edit.levels"));
        levels.setItems(trade.levels());
        levels.setItemLabelGenerator(level -> reader.getTranslation("base.level." + level.code()));
        levels.setVisible(!trade.levels().isEmpty());
        Level wished = proposal.sheet().level();
        levels.setValue(wished != null && trade.levels().contains(wished) ? Set.of(wished) : Set.of());
        MultiSelectComboBox<Point> points = new MultiSelectComboBox<>(reader.getTranslation("bankui.edit.points"));
        points.setItems(known(trade));
        points.setItemLabelGenerator(point -> point.code() + " " + point.name());
        TextArea words = new TextArea(reader.getTranslation("call.answer.words"));
        words.setPlaceholder(reader.getTranslation("call.answer.proposal-hint"));
        words.setMaxLength(ReportDraft.LONGEST);
        words.setWidthFull();
        return new Choice(levels, points, words);
    }

    private List<Point> known(Trade trade) {
        return Stream.concat(
                        trade.levels().stream().flatMap(level -> outlines.current(trade.id(), level).stream()),
                        outlines.current(trade.id(), null).stream())
                .flatMap(Outline::points)
                .toList();
    }

    private Component acts(Actor actor, Component reader, Proposal proposal, Choice choice, Runnable answered) {
        Button decline = new Button(reader.getTranslation("call.answer.decline"), click -> {
            desk.decline(actor, proposal.id(), choice.words().getValue());
            Notices.done(reader.getTranslation("call.answer.done"));
            answered.run();
        });
        Div buttons = new Div(decline);
        if (actor.hasFor(Role.TRAINER, proposal.trade())) {
            Button edit = new Button(reader.getTranslation("call.answer.take-edit"), click -> {
                ItemId item = take(actor, proposal, choice);
                UI.getCurrent().navigate("items/" + item + "/edit");
            });
            Button take = new Button(reader.getTranslation("call.answer.take"), click -> {
                take(actor, proposal, choice);
                Notices.done(reader.getTranslation("call.answer.taken"));
                answered.run();
            });
            take.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
            buttons.add(edit, take);
        }
        buttons.addClassName("panel-buttons");
        return buttons;
    }

    private ItemId take(Actor actor, Proposal proposal, Choice choice) {
        return desk.take(
                actor,
                proposal.id(),
                choice.chosenLevels(),
                choice.points().getValue().stream().map(Point::id).collect(Collectors.toSet()),
                choice.words().getValue());
    }
}
