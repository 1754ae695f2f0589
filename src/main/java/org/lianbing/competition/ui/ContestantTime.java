package org.lianbing.competition.ui;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H3;
import com.vaadin.flow.component.html.Paragraph;

import org.lianbing.attempt.AttemptSummary;
import org.lianbing.base.PersonId;
import org.lianbing.base.ui.Notices;
import org.lianbing.competition.Contestant;
import org.lianbing.competition.ResultRow;

/** In the dialog about a contestant: extra time and pause for this person, or going on after the clock had stopped them. */
class ContestantTime extends Div {

    private static final int USUAL_MINUTES = 10;

    private final transient TimeActs acts;
    private final transient PersonId person;
    private final transient Runnable changed;
    private final String name;

    ContestantTime(TimeActs acts, Contestant contestant, Runnable changed) {
        this.acts = acts;
        this.person = contestant.row().person();
        this.name = contestant.row().name();
        this.changed = changed;
        addClassNames("stack", "contestant-time");
        add(new H3(getTranslation("competition.time")));
        AttemptSummary.Time time = contestant.time();
        if (time != null && time.pausedAt() != null) {
            Paragraph note = new Paragraph(getTranslation(
                    time.pausedAlone() ? "competition.time.stands-alone" : "competition.time.stands-for-all"));
            note.addClassName("contest-standing");
            add(note);
        }
        Div bar = new Div();
        bar.addClassNames("row", "time-acts");
        ResultRow.State state = contestant.row().state();
        if (state == ResultRow.State.SITTING || state == ResultRow.State.NOT_COME) {
            bar.add(button("extend-one", this::askToExtend));
        }
        if (state == ResultRow.State.SITTING) {
            boolean alone = time != null && time.pausedAlone();
            bar.add(
                    alone
                            ? button("resume-one", () -> done(() -> acts.resume(person)))
                            : button("pause-one", this::askToPause));
        }
        boolean timedOut =
                state == ResultRow.State.TIMED_OUT || state == ResultRow.State.MARKING && contestant.timedOut();
        if (timedOut && !acts.isSettled()) {
            bar.add(button("reopen", this::askToReopen));
        }
        add(bar);
        setVisible(bar.getComponentCount() > 0);
    }

    private Button button(String act, Runnable pressed) {
        Button button = new Button(getTranslation("competition.time." + act), click -> pressed.run());
        button.getElement().setAttribute("data-test", "time-" + act);
        return button;
    }

    private void askToExtend() {
        new TimeDialog(
                        getTranslation("competition.time.extend-one.ask", name),
                        getTranslation("competition.time.extend-one.text", name),
                        getTranslation("competition.time.extend-one"),
                        USUAL_MINUTES,
                        (minutes, reason) -> done(() -> acts.extend(person, minutes, reason)))
                .open();
    }

    private void askToPause() {
        new TimeDialog(
                        getTranslation("competition.time.pause-one.ask", name),
                        getTranslation("competition.time.pause-one.text", name),
                        getTranslation("competition.time.pause-one"),
                        null,
                        (minutes, reason) -> done(() -> acts.pause(person, reason)))
                .open();
    }

    private void askToReopen() {
        new TimeDialog(
                        getTranslation("competition.time.reopen.ask", name),
                        getTranslation("competition.time.reopen.text", name),
                        getTranslation("competition.time.reopen"),
                        USUAL_MINUTES,
                        (minutes, reason) -> done(() -> acts.reopen(person, minutes, reason)))
                .open();
    }

    private void done(Runnable act) {
        act.run();
        Notices.done(getTranslation("competition.time.done-one", name));
        changed.run();
    }
}
