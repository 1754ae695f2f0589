package org.lianbing.home.ui;

import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Nav;
import com.vaadin.flow.component.html.Span;

import org.lianbing.base.Actor;
import org.lianbing.base.Role;
import org.lianbing.base.ui.Icons;
import org.lianbing.home.Morning;

/** What waits at the desk of a trainer, reviewer, organizer, host or administrator: a door each. */
class DeskCard extends Nav {

    DeskCard(Actor actor, Morning.Desk desk) {
        addClassName("desk");
        getElement().setAttribute("aria-label", getTranslation("home.desk"));
        if (actor.has(Role.TRAINER)) {
            add(
                    door("import", "/import", "home.desk.import", getTranslation("home.desk.drafts", desk.drafts())),
                    door("items", "/items", "home.desk.items", getTranslation("home.desk.count", desk.items())));
        }
        if (actor.has(Role.REVIEWER)) {
            add(door("review", "/review", "home.desk.review", getTranslation("home.desk.waiting", desk.toReview())));
        }
        if (actor.has(Role.ORGANIZER)) {
            add(door(
                    "exam",
                    "/competitions",
                    "home.desk.competitions",
                    getTranslation("home.desk.running", desk.competitions())));
        }
        if (actor.has(Role.STUDIO_HOST)) {
            add(door("lesson", "/teaching", "home.desk.teaching", getTranslation("home.desk.teaching.remark")));
        }
        if (actor.has(Role.UNION_STAFF)) {
            add(door("studio", "/studios", "home.desk.studios", getTranslation("home.desk.studios.remark")));
        }
        if (actor.has(Role.ADMIN)) {
            add(
                    door("people", "/people", "home.desk.people", getTranslation("home.desk.people.remark")),
                    door("units", "/units", "home.desk.units", getTranslation("home.desk.units.remark")),
                    door("audit", "/audit", "home.desk.audit", getTranslation("home.desk.audit.remark")));
        }
    }

    private Anchor door(String icon, String path, String label, String remark) {
        Span title = new Span(getTranslation(label));
        title.addClassName("strong");
        Span words = new Span(remark);
        words.addClassNames("muted", "small");
        Anchor link = new Anchor(path);
        link.addClassNames("card", "door");
        link.add(Icons.of(icon), new Div(title, words));
        return link;
    }
}
