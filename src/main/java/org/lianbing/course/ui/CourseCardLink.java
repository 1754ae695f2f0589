package org.lianbing.course.ui;

import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;

import org.lianbing.base.ui.Meter;
import org.lianbing.base.ui.Tag;
import org.lianbing.base.ui.Tone;
import org.lianbing.course.CourseCard;
import org.lianbing.course.CourseState;
import org.lianbing.course.Host;

/** A course in a list: title, who gives it, and how far one is. The whole card opens it. */
class CourseCardLink extends Div {

    CourseCardLink(CourseCard card) {
        addClassNames("card", "course-card");
        Anchor title = new Anchor(
                CourseNavigation.course(card.course().id()), card.course().title());
        title.setRouterIgnore(false);
        title.addClassName("cover");
        H2 heading = new H2(title);
        Host host = card.host();
        Paragraph giver = new Paragraph(host == null ? "" : host.studio() + " · " + host.person());
        giver.addClassNames("muted", "small");
        add(heading, giver);
        if (!card.course().summary().isEmpty()) {
            Paragraph summary = new Paragraph(card.course().summary());
            summary.addClassName("summary");
            add(summary);
        }
        add(foot(card));
    }

    private Div foot(CourseCard card) {
        int lessons = card.course().lessons();
        Div foot = new Div();
        foot.addClassNames("row", "card-foot");
        if (card.course().state() == CourseState.DRAFT) {
            foot.add(new Tag(getTranslation("course.state.DRAFT"), Tone.WARN));
        }
        if (card.finished() > 0 && card.finished() < lessons) {
            Meter meter =
                    new Meter(card.progress(), Tone.BLUE, getTranslation("course.finished", card.finished(), lessons));
            meter.addClassName("grow");
            foot.add(meter);
        }
        foot.add(words(card, lessons));
        return foot;
    }

    private Span words(CourseCard card, int lessons) {
        if (lessons > 0 && card.finished() == lessons) {
            return new Tag(getTranslation("course.finished.all", lessons), Tone.GOOD);
        }
        Span words = new Span(
                card.finished() == 0
                        ? getTranslation("course.lessons", lessons)
                        : getTranslation("course.finished", card.finished(), lessons));
        words.addClassNames("muted", "small");
        return words;
    }
}
