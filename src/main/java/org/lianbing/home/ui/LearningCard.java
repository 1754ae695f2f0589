package org.lianbing.home.ui;

import java.util.List;

import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;

import org.lianbing.base.ui.Meter;
import org.lianbing.base.ui.Section;
import org.lianbing.base.ui.Tone;
import org.lianbing.course.CourseCard;
import org.lianbing.course.ui.CourseNavigation;

/** Courses to go on with, each with how far one is. */
class LearningCard extends Section {

    LearningCard(List<CourseCard> courses) {
        addClassName("learning");
        com.vaadin.flow.component.html.H2 title =
                new com.vaadin.flow.component.html.H2(getTranslation("home.learning"));
        Div head = new Div(title);
        head.addClassName("card-head");
        add(head);
        courses.forEach(course -> add(line(course)));
    }

    private Anchor line(CourseCard card) {
        String far =
                getTranslation("home.lessons", card.finished(), card.course().lessons());
        Span title = new Span(card.course().title());
        title.addClassName("grow");
        Span state = new Span(far);
        state.addClassNames("muted", "small");
        Div words = new Div(title, state);
        words.addClassName("row");
        Anchor link = new Anchor(CourseNavigation.course(card.course().id()));
        link.add(words, new Meter(card.progress(), Tone.BLUE, far));
        if (card.host() != null) {
            Paragraph host = new Paragraph(card.host().studio());
            host.addClassNames("muted", "small");
            link.add(host);
        }
        return link;
    }
}
