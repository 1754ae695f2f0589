package org.lianbing.home.ui;

import java.time.Instant;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H3;
import com.vaadin.flow.component.html.Paragraph;

import org.lianbing.base.ui.Moments;
import org.lianbing.base.ui.Section;
import org.lianbing.base.ui.Tag;
import org.lianbing.base.ui.Tone;
import org.lianbing.competition.ui.CompetitionNavigation;
import org.lianbing.exam.ExamDraft;
import org.lianbing.exam.ExamPhase;
import org.lianbing.exam.MyExam;

/** A contest that runs or comes: when, what, and the way in. */
class ContestCard extends Section {

    ContestCard(MyExam mine, Moments moments) {
        super();
        addClassNames("row", "next-contest");
        ExamDraft facts = mine.exam().draft();
        boolean open = mine.isRunning() || mine.phase() == ExamPhase.OPEN;
        Instant until = mine.exam().clock().lastDeadline();
        Tag when = new Tag(
                open
                        ? getTranslation("home.contest.until", moments.dayAndTime(this, until))
                        : moments.dayAndTime(this, facts.window().opensAt()),
                Tone.SPARK);
        Paragraph state = new Paragraph(getTranslation(
                open ? "home.contest.open" : "home.contest.listed",
                facts.window().duration().toMinutes()));
        state.addClassNames("muted", "small");
        Div words = new Div(when, new H3(facts.title()), state);
        words.addClassName("grow");
        Button act = new Button(
                getTranslation(open ? "home.contest.enter" : "home.contest.look"),
                click -> CompetitionNavigation.toContests());
        if (open) {
            act.addThemeName("primary");
        }
        add(words, act);
    }
}
