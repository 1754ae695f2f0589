package org.lianbing.home.ui;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.html.Span;

import org.lianbing.attempt.AttemptSummary;
import org.lianbing.base.ui.Meter;
import org.lianbing.base.ui.Tone;
import org.lianbing.practice.PracticePage;
import org.lianbing.practice.ui.PracticeNavigation;

/** Today in one blue card: how much was practised, how much of it was right, and the one thing to press. */
class TodayCard extends Section {

    TodayCard(PracticePage practice) {
        addClassNames("card", "today");
        Div figures = new Div(
                figure("home.today.answered", practice.today().answered(), "home.items"),
                figure("home.today.correct", practice.today().correct(), "home.items"));
        figures.addClassNames("row", "between");
        add(figures);
        AttemptSummary open = practice.open();
        if (open == null) {
            add(start());
        } else {
            goOn(open);
        }
    }

    private Div figure(String label, int value, String unit) {
        Paragraph name = new Paragraph(getTranslation(label));
        Span words = new Span(getTranslation(unit));
        Paragraph number = new Paragraph(new Span(String.valueOf(value)), words);
        number.addClassName("figure");
        return new Div(name, number);
    }

    private Button start() {
        return new Button(getTranslation("home.start"), click -> PracticeNavigation.toPractice());
    }

    private void goOn(AttemptSummary open) {
        String how = getTranslation("home.open", open.title(), open.answered(), open.slots());
        Paragraph line = new Paragraph(how);
        line.addClassName("small");
        int left = open.slots() - open.answered();
        add(
                line,
                new Meter((double) open.answered() / open.slots(), Tone.PLAIN, how),
                new Button(
                        left == 0 ? getTranslation("home.hand-in") : getTranslation("home.go-on", left),
                        click -> PracticeNavigation.toPractice()));
    }
}
