package org.lianbing.competition.ui;

import java.time.Duration;
import java.time.Instant;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.Header;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;

import org.lianbing.competition.Competition;
import org.lianbing.exam.ExamClock;
import org.lianbing.exam.Figures;
import org.lianbing.exam.LateStart;

/** Where the clock stands, large, and the acts at the right. */
class ContestHead extends Header {

    private final Span stand = new Span();
    private final Countdown countdown;
    private final transient ContestActs acts;

    ContestHead(Competition competition, Words words, ContestActs acts) {
        this.acts = acts;
        countdown = new Countdown(getTranslation("competition.days"));
        addClassName("page-header");
        Paragraph crumb = new Paragraph(competition.draft().name() + " / "
                + words.trade(
                        this, competition.draft().trade(), competition.draft().level()));
        crumb.addClassName("crumb");
        H1 title = new H1(stand, countdown);
        title.addClassName("contest-clock");
        Div left = new Div(crumb, title);
        left.addClassName("words");
        Div right = acts.bar();
        right.addClassName("actions");
        add(left, right);
    }

    void show(Competition competition, ExamClock clock, Figures figures, Instant now) {
        Stand where = Stand.of(competition, clock, figures, now);
        boolean entry = where == Stand.RUNNING && clock.window().lateStart() == LateStart.FULL;
        stand.setText(getTranslation("competition.clock." + (entry ? "ENTRY" : where)));
        countdown.setVisible(where == Stand.BEFORE || where == Stand.RUNNING || where == Stand.LAST);
        if (where == Stand.BEFORE) {
            countdown.setLeft(Duration.between(now, clock.opensAt()));
        } else if (where.isLive()) {
            countdown.setLeft(Duration.between(now, entry ? clock.lastEntry() : clock.lastDeadline()));
        }
        acts.show(competition.draft().releaseRule(), figures, where);
    }
}
