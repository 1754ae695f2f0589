package org.lianbing.home.ui;

import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Nav;
import com.vaadin.flow.component.html.Span;

import org.lianbing.base.ui.Icons;
import org.lianbing.home.Morning;

/** The four ways a worker goes from here, each with its figure. */
class WaysCard extends Nav {

    WaysCard(Morning morning) {
        addClassName("ways");
        getElement().setAttribute("aria-label", getTranslation("home.ways"));
        add(
                way(
                        "mistakes",
                        "bad",
                        "/practice/mistakes",
                        "home.mistakes",
                        morning.practice().mistakes()),
                way(
                        "contest",
                        "blue",
                        "/contests",
                        "home.contests",
                        morning.exams().size()),
                way(
                        "course",
                        "good",
                        "/courses",
                        "home.courses",
                        morning.courses().size()),
                way("studio", "spark", "/studios", "home.studios", -1));
    }

    private Anchor way(String icon, String tone, String path, String label, int count) {
        Anchor link = new Anchor(path);
        link.addClassName(tone);
        Span remark =
                new Span(count < 0 ? getTranslation(label + ".remark") : getTranslation(label + ".remark", count));
        remark.addClassNames("muted", "way-figure");
        link.add(Icons.of(icon), new Span(getTranslation(label)), remark);
        return link;
    }
}
