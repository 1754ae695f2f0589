package org.lianbing.competition.ui;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.Collectors;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.DescriptionList;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H3;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.OrderedList;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import org.jspecify.annotations.Nullable;

import org.lianbing.attempt.AttemptSummary;
import org.lianbing.attempt.SetAsideStep;
import org.lianbing.base.PersonId;
import org.lianbing.base.ui.Ask;
import org.lianbing.base.ui.Moments;
import org.lianbing.base.ui.Notices;
import org.lianbing.base.ui.Tag;
import org.lianbing.competition.Contestant;
import org.lianbing.competition.ResultRow;

/** A contestant: the course of their attempt, the answers that do not count, and declaring the attempt void. */
class ContestantDialog extends Dialog {

    private final transient ContestantActs acts;
    private final transient PersonId person;
    private final transient Words words;
    private final transient Runnable changed;

    ContestantDialog(ContestantActs acts, PersonId person, Words words, Runnable changed) {
        this.acts = acts;
        this.person = person;
        this.words = words;
        this.changed = changed;
        addClassName("form-dialog");
        setWidth("560px");
        setMaxWidth("calc(100vw - 32px)");
        show();
    }

    private void show() {
        Contestant contestant = acts.get(person);
        ResultRow row = contestant.row();
        setHeaderTitle(row.name());
        removeAll();
        getHeader().removeAll();
        getHeader()
                .add(new Tag(getTranslation("competition.contestant." + row.state()), ContestTable.tone(row.state())));
        Div content = new Div();
        content.addClassName("stack");
        if (row.voidReason() != null) {
            content.add(voidNote(row.voidReason()));
        }
        content.add(
                facts(contestant),
                new ContestantTime(acts.time(), contestant, this::refresh),
                setAside(contestant),
                new CourseList(contestant.course(), words));
        if (!contestant.before().isEmpty()) {
            content.add(before(contestant));
        }
        add(content);
        getFooter().removeAll();
        if (contestant.hasBegun()) {
            getFooter().add(row.state() == ResultRow.State.VOID ? restore(row) : declareVoid(row));
        }
        getFooter().add(renewLink(row));
        Button close = new Button(getTranslation("base.close"), click -> close());
        getFooter().add(close);
    }

    private Component voidNote(String reason) {
        Paragraph note = new Paragraph(getTranslation("competition.void.because", reason));
        note.addClassName("contest-note");
        return note;
    }

    private Component facts(Contestant contestant) {
        ResultRow row = contestant.row();
        DescriptionList facts = new DescriptionList();
        facts.addClassName("facts");
        fact(facts, "competition.column.unit", row.unit());
        fact(facts, "competition.contestant.seat", String.valueOf(row.seat()));
        fact(facts, "competition.contestant.started", moment(contestant.startedAt()));
        fact(facts, "competition.contestant.deadline", moment(contestant.deadline()));
        fact(facts, "competition.contestant.extra", extra(contestant));
        fact(facts, "competition.contestant.ended", moment(row.endedAt()));
        if (contestant.hasBegun()) {
            fact(facts, "competition.column.progress", row.answered() + " / " + row.items());
        }
        fact(facts, "competition.column.time", row.timeUsed() == null ? "" : Moments.clock(row.timeUsed()));
        fact(facts, "competition.column.score", Words.points(row.score()));
        fact(facts, "competition.column.place", row.place() == null ? "" : String.valueOf(row.place()));
        return facts;
    }

    private void fact(DescriptionList facts, String key, String value) {
        if (!value.isEmpty()) {
            facts.add(new DescriptionList.Term(getTranslation(key)), new DescriptionList.Description(value));
        }
    }

    private String extra(Contestant contestant) {
        AttemptSummary.Time time = contestant.time();
        return time == null || time.extra().isZero() ? "" : words.duration(this, time.extra());
    }

    private String moment(@Nullable Instant instant) {
        return instant == null ? "" : words.exact(instant);
    }

    private Component setAside(Contestant contestant) {
        List<SetAsideStep> steps = contestant.setAside();
        Div part = new Div(new H3(getTranslation("competition.aside", steps.size())));
        part.addClassNames("stack", "contest-aside");
        if (steps.isEmpty()) {
            part.add(muted(getTranslation("competition.aside.none")));
            return part;
        }
        part.add(muted(getTranslation("competition.aside.why")));
        OrderedList list = new OrderedList();
        steps.forEach(step -> list.add(new ListItem(
                new Span(getTranslation("competition.aside.slot", step.slot())),
                new Span(words.exact(step.receivedAt())),
                new Span(reason(step, contestant.deadline())))));
        part.add(list);
        return part;
    }

    /** Results that corrections replaced: they stay on record, with when and why. */
    private Component before(Contestant contestant) {
        OrderedList list = new OrderedList();
        contestant
                .before()
                .forEach(one -> list.add(new ListItem(new Span(getTranslation(
                        "competition.correction.history.line",
                        Words.points(one.past().score()),
                        Words.points(one.past().maxScore()),
                        words.exact(one.past().replacedAt()),
                        one.causes().isEmpty()
                                ? getTranslation("competition.correction.history.sealed")
                                : one.causes().stream()
                                        .map(cause -> getTranslation(
                                                        "competition.erratum.short."
                                                                + cause.draft()
                                                                        .ruling()
                                                                        .code(),
                                                        cause.draft().label())
                                                + " · " + cause.draft().reason())
                                        .collect(Collectors.joining(" / ")))))));
        Div part = new Div(new H3(getTranslation("competition.correction.history")), list);
        part.addClassNames("stack", "contest-before");
        return part;
    }

    /** 晚了 12 秒, or 来自换下的设备. */
    private String reason(SetAsideStep step, @Nullable Instant deadline) {
        return switch (step.reason()) {
            case LATE ->
                deadline == null
                        ? getTranslation("competition.aside.late")
                        : getTranslation(
                                "competition.aside.late-by",
                                Duration.between(deadline, step.receivedAt()).toSeconds());
            case SUPERSEDED -> getTranslation("competition.aside.superseded", step.epoch());
        };
    }

    private static Paragraph muted(String text) {
        Paragraph line = new Paragraph(text);
        line.addClassNames("muted", "small");
        return line;
    }

    private Button declareVoid(ResultRow row) {
        Button act = new Button(
                getTranslation("competition.void"),
                click -> new VoidDialog(row.name(), reason -> {
                            acts.declareVoid(person, reason);
                            Notices.done(getTranslation("competition.voided", row.name()));
                            refresh();
                        })
                        .open());
        act.addThemeVariants(ButtonVariant.LUMO_ERROR, ButtonVariant.LUMO_TERTIARY);
        act.addClassName("contest-apart");
        return act;
    }

    private Button renewLink(ResultRow row) {
        Button act = new Button(
                getTranslation("competition.cards.renew-one"),
                click -> Ask.once(
                        this,
                        getTranslation("competition.cards.renew-one.ask", row.name()),
                        getTranslation("competition.cards.renew-one.text"),
                        getTranslation("competition.cards.renew-one"),
                        () -> {
                            acts.renewLink(person);
                            Notices.done(getTranslation("competition.cards.renewed-one", row.name()));
                        }));
        act.addThemeVariants(ButtonVariant.LUMO_TERTIARY);
        act.getElement().setAttribute("data-test", "renew-link");
        return act;
    }

    private Button restore(ResultRow row) {
        Button act = new Button(
                getTranslation("competition.restore"),
                click -> Ask.once(
                        this,
                        getTranslation("competition.restore.ask", row.name()),
                        getTranslation("competition.restore.text"),
                        getTranslation("competition.restore"),
                        () -> {
                            acts.restore(person);
                            Notices.done(getTranslation("competition.restored", row.name()));
                            refresh();
                        }));
        act.addClassName("contest-apart");
        return act;
    }

    private void refresh() {
        show();
        changed.run();
    }
}
