package org.lianbing.bank.call.ui;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.textfield.TextArea;

import org.lianbing.account.People;
import org.lianbing.account.PersonName;
import org.lianbing.bank.ItemText;
import org.lianbing.bank.call.Report;
import org.lianbing.bank.call.ReportDesk;
import org.lianbing.bank.call.ReportDraft;
import org.lianbing.bank.call.ReportedItem;
import org.lianbing.bank.ui.ItemNavigation;
import org.lianbing.bank.ui.ItemPaper;
import org.lianbing.base.Actor;
import org.lianbing.base.PersonId;
import org.lianbing.base.Role;
import org.lianbing.base.UnitId;
import org.lianbing.base.ui.Moments;
import org.lianbing.base.ui.Notices;
import org.lianbing.base.ui.Tag;
import org.lianbing.base.ui.Tone;
import org.lianbing.organization.Unit;
import org.lianbing.organization.Units;

/** An item with what was reported of it, and the three ways to answer: mend it, say it is mended, say why it stays. */
@org.springframework.stereotype.Component
class ReportPanel {

    private final ReportDesk desk;
    private final ItemText text;
    private final People people;
    private final Units units;
    private final Moments moments;

    ReportPanel(ReportDesk desk, ItemText text, People people, Units units, Moments moments) {
        this.desk = desk;
        this.text = text;
        this.people = people;
        this.units = units;
        this.moments = moments;
    }

    Component of(Actor actor, ReportedItem reported, Runnable answered) {
        Div panel = new Div();
        panel.addClassNames("card", "item-panel", "large");
        H2 code = new H2(reported.item().code());
        Span version = new Span(
                panel.getTranslation("call.queue.version", reported.newest().number()));
        version.addClassNames("small", "muted");
        Div head = new Div(code, version);
        head.addClassNames("row", "between");
        panel.add(head, said(panel, reported));
        if (reported.mended()) {
            Paragraph mended = new Paragraph(
                    panel.getTranslation("call.queue.mended", reported.newest().number()));
            mended.addClassName("remark");
            panel.add(mended);
        }
        panel.add(new ItemPaper(text, reported.newest().content()), acts(actor, panel, reported, answered));
        return panel;
    }

    private Component said(Component reader, ReportedItem reported) {
        List<PersonId> who = reported.reports().stream().map(Report::person).toList();
        Map<PersonId, PersonName> names = people.names(who);
        Map<UnitId, Unit> found =
                units.find(reported.reports().stream().map(Report::unit).toList());
        Div list = new Div();
        list.addClassName("said");
        for (Report report : reported.reports()) {
            PersonName name = names.get(report.person());
            Unit unit = found.get(report.unit());
            Span by = new Span((name == null ? "" : name.name())
                    + (unit == null ? "" : " · " + unit.name())
                    + " · "
                    + moments.dayAndTime(reader, report.madeAt())
                    + " · "
                    + reader.getTranslation("call.queue.version", report.versionNumber()));
            by.addClassNames("small", "muted");
            Div head = new Div(
                    new Tag(
                            reader.getTranslation(
                                    "call.reason." + report.said().reason().code()),
                            Tone.SPARK),
                    by);
            head.addClassNames("row", "wrap");
            Div one = new Div(head);
            if (!report.said().words().isEmpty()) {
                Paragraph words = new Paragraph(report.said().words());
                words.addClassName("quote");
                one.add(words);
            }
            list.add(one);
        }
        return list;
    }

    private Component acts(Actor actor, Component reader, ReportedItem reported, Runnable answered) {
        TextArea words = new TextArea(reader.getTranslation("call.answer.words"));
        words.setPlaceholder(reader.getTranslation("call.answer.hint"));
        words.setMaxLength(ReportDraft.LONGEST);
        words.setWidthFull();
        Button kept = new Button(reader.getTranslation("call.answer.kept"), click -> {
            desk.kept(actor, reported.item().id(), words.getValue());
            done(reader, answered);
        });
        Button fixed = new Button(
                reader.getTranslation("call.answer.fixed", reported.newest().number()), click -> {
                    desk.fixed(actor, reported.item().id(), words.getValue());
                    done(reader, answered);
                });
        fixed.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
        fixed.setVisible(reported.mended());
        Div buttons = new Div(kept);
        if (actor.hasFor(Role.TRAINER, reported.item().trade())) {
            Anchor edit = new Anchor(edit(reader, reported), reader.getTranslation("call.answer.edit"));
            edit.setRouterIgnore(false);
            edit.addClassName("button-link");
            edit.setClassName("primary", !reported.mended());
            buttons.add(edit);
        }
        buttons.add(fixed);
        buttons.addClassName("panel-buttons");
        Div acts = new Div(words, buttons);
        acts.addClassName("stack");
        return acts;
    }

    /** The editor, with the reports named in the reason of the version that is to come. */
    private String edit(Component reader, ReportedItem reported) {
        Map<PersonId, PersonName> names =
                people.names(reported.reports().stream().map(Report::person).toList());
        String said = reported.reports().stream()
                .limit(3)
                .map(report -> {
                    PersonName name = names.get(report.person());
                    return reader.getTranslation(
                            "call.edit.by",
                            reader.getTranslation(
                                    "call.reason." + report.said().reason().code()),
                            name == null ? "" : name.name());
                })
                .collect(Collectors.joining(reader.getTranslation("bankui.comma")));
        return ItemNavigation.edit(
                reported.item().id(),
                reader.getTranslation("call.edit.reason", said),
                CallNavigation.queue(reported.item().id()));
    }

    private static void done(Component reader, Runnable answered) {
        Notices.done(reader.getTranslation("call.answer.done"));
        answered.run();
    }
}
