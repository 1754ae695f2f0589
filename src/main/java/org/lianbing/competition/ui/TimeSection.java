package org.lianbing.competition.ui;

import java.time.Duration;
import java.util.List;
import java.util.Objects;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.OrderedList;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;

import org.lianbing.base.PersonId;
import org.lianbing.base.ui.Ask;
import org.lianbing.base.ui.Moments;
import org.lianbing.base.ui.Notices;
import org.lianbing.base.ui.Section;
import org.lianbing.competition.ResultRow;
import org.lianbing.competition.ResultSheet;
import org.lianbing.exam.TimeDecision;
import org.lianbing.exam.TimeReach;

/** Beside the table: extra time and pause for all, and what was decided about time so far. */
class TimeSection extends Section {

    private static final int USUAL_MINUTES = 10;

    private final transient TimeActs acts;
    private final transient Words words;
    private final transient Runnable changed;
    private final Button extend = new Button();
    private final Button pause = new Button();
    private final Button resume = new Button();
    private final Paragraph none = new Paragraph();
    private final OrderedList list = new OrderedList();
    private transient List<TimeDecision> shown = List.of();
    private boolean beforeOpening;

    TimeSection(TimeActs acts, Words words, Runnable changed) {
        this.acts = acts;
        this.words = words;
        this.changed = changed;
        addClassName("contest-time");
        button(extend, "extend", this::askToExtend);
        button(pause, "pause", this::askToPause);
        button(resume, "resume", this::askToResume);
        resume.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
        Div bar = new Div(extend, pause, resume);
        bar.addClassNames("row", "time-acts");
        none.setText(getTranslation("competition.time.none"));
        none.addClassNames("muted", "small");
        list.addClassName("time-list");
        Div head = new Div(new H2(getTranslation("competition.time")));
        head.addClassName("card-head");
        add(head, bar, none, list);
    }

    private void button(Button button, String act, Runnable pressed) {
        button.setText(getTranslation("competition.time." + act));
        button.addClickListener(click -> pressed.run());
        button.getElement().setAttribute("data-test", "time-" + act);
    }

    void show(ResultSheet sheet, Stand stand) {
        extend.setVisible(stand == Stand.BEFORE || stand.isLive());
        beforeOpening = stand == Stand.BEFORE;
        pause.setVisible(beforeOpening || stand == Stand.RUNNING || stand == Stand.LAST);
        resume.setVisible(stand == Stand.PAUSED);
        List<TimeDecision> decisions = acts.decisions();
        setVisible(extend.isVisible() || !decisions.isEmpty());
        none.setVisible(decisions.isEmpty());
        if (!decisions.equals(shown)) {
            shown = decisions;
            list.removeAll();
            decisions.forEach(decision -> list.add(entry(decision, sheet)));
        }
    }

    /** 加时 10 分钟 · 张三; why; when and by whom. */
    private ListItem entry(TimeDecision decision, ResultSheet sheet) {
        Span what = new Span(what(decision) + " · " + whom(decision, sheet));
        what.addClassName("strong");
        Span why = new Span(decision.reason());
        Span by = new Span(getTranslation(
                "competition.time.by", words.exact(decision.at()), decision.decider(), decision.affected()));
        by.addClassNames("muted", "small");
        ListItem entry = new ListItem(what);
        if (!decision.reason().isEmpty()) {
            entry.add(why);
        }
        entry.add(by);
        return entry;
    }

    private String what(TimeDecision decision) {
        Duration by = decision.by();
        return switch (decision.kind()) {
            case EXTRA ->
                getTranslation(
                        by.isNegative() ? "competition.time.taken" : "competition.time.given",
                        words.duration(this, by.abs()));
            case PAUSE -> getTranslation("competition.time.paused");
            case RESUME -> getTranslation("competition.time.resumed", Moments.clock(by));
            case REOPEN -> getTranslation("competition.time.reopened", words.duration(this, by));
        };
    }

    private String whom(TimeDecision decision, ResultSheet sheet) {
        PersonId person = decision.person();
        if (person == null) {
            return getTranslation("competition.time.everybody");
        }
        return sheet.rows().stream()
                .filter(row -> Objects.equals(row.person(), person))
                .map(ResultRow::name)
                .findFirst()
                .orElse("");
    }

    private void askToExtend() {
        TimeReach reach = acts.reach();
        new TimeDialog(
                        getTranslation("competition.time.extend.ask"),
                        getTranslation("competition.time.extend.text", reach.atWork(), reach.toCome(), reach.ended()),
                        getTranslation("competition.time.extend"),
                        USUAL_MINUTES,
                        (minutes, reason) -> done(acts.extend(null, minutes, reason)))
                .open();
    }

    private void askToPause() {
        TimeReach reach = acts.reach();
        new TimeDialog(
                        getTranslation("competition.time.pause.ask"),
                        getTranslation(
                                beforeOpening ? "competition.time.pause.before" : "competition.time.pause.text",
                                reach.atWork(),
                                reach.toCome()),
                        getTranslation("competition.time.pause"),
                        null,
                        (minutes, reason) -> done(acts.pause(null, reason)))
                .open();
    }

    private void askToResume() {
        Ask.once(
                this,
                getTranslation("competition.time.resume.ask"),
                getTranslation("competition.time.resume.text", acts.reach().atWork()),
                getTranslation("competition.time.resume"),
                () -> done(acts.resume(null)));
    }

    private void done(TimeDecision decision) {
        Notices.done(getTranslation("competition.time.done", what(decision), decision.affected()));
        changed.run();
    }
}
