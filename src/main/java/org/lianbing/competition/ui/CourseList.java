package org.lianbing.competition.ui;

import java.time.Duration;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H3;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.OrderedList;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;

import org.lianbing.attempt.SittingCourse;
import org.lianbing.attempt.SittingEvent;
import org.lianbing.base.ui.Moments;

/** When a contestant was away from the page, and what they say about it: a plain list, without a verdict. */
class CourseList extends Div {

    private final transient Words words;

    CourseList(SittingCourse course, Words words) {
        this.words = words;
        addClassNames("stack", "contest-aside");
        add(new H3(getTranslation("competition.course", course.absences())));
        if (course.events().isEmpty()) {
            add(muted(getTranslation("competition.course.none")));
        } else {
            add(muted(getTranslation("competition.course.why")), list(course));
        }
        if (course.absences() > 1) {
            add(muted(getTranslation(
                    "competition.course.total",
                    course.absences(),
                    Moments.clock(Duration.ofSeconds(course.secondsAway())))));
        }
        if (course.timesForWork() > 0) {
            add(muted(getTranslation(
                    "competition.course.work",
                    course.timesForWork(),
                    Moments.clock(Duration.ofSeconds(course.secondsForWork())))));
        }
        SittingCourse.Remark remark = course.remark();
        if (remark != null) {
            add(muted(getTranslation("competition.course.remark", words.exact(remark.writtenAt()))));
            Paragraph said = new Paragraph(remark.words());
            said.addClassName("contest-remark");
            add(said);
        }
    }

    private Component list(SittingCourse course) {
        OrderedList list = new OrderedList();
        course.events()
                .forEach(event -> list.add(new ListItem(
                        new Span(length(event)), new Span(words.exact(event.happenedAt())), new Span(what(event)))));
        return list;
    }

    private static String length(SittingEvent event) {
        return event.seconds() == null ? "—" : Moments.clock(Duration.ofSeconds(event.seconds()));
    }

    /** 页面不在眼前 · 刷新页面. */
    private String what(SittingEvent event) {
        if (event.kind() == SittingEvent.Kind.TAKEN_OVER) {
            return getTranslation("competition.course.TAKEN_OVER", event.epoch());
        }
        String why = event.cause() == null
                ? getTranslation("competition.course.open")
                : getTranslation("competition.course.cause." + event.cause());
        return getTranslation("competition.course." + event.kind()) + " · " + why;
    }

    private static Paragraph muted(String text) {
        Paragraph line = new Paragraph(text);
        line.addClassNames("muted", "small");
        return line;
    }
}
