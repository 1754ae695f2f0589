package org.lianbing.course.ui;

import java.util.List;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Menu;
import com.vaadin.flow.router.Route;
import com.vaadin.flow.router.RouteParameters;
import jakarta.annotation.security.RolesAllowed;

import org.lianbing.base.Actor;
import org.lianbing.base.CurrentActor;
import org.lianbing.base.ui.EmptyState;
import org.lianbing.base.ui.PageHeader;
import org.lianbing.course.CourseCard;
import org.lianbing.course.Courses;
import org.lianbing.course.Host;
import org.lianbing.trade.Trades;

/** The courses that a host gives, drafts among them, and beginning a new one. */
@Route("teaching")
@Menu(title = "course.teaching.menu", icon = "lesson", order = 30)
@RolesAllowed("STUDIO_HOST")
class TeachingView extends Div implements HasDynamicTitle {

    private final transient Courses courses;
    private final transient Trades trades;
    private final transient Actor actor;

    TeachingView(Courses courses, Trades trades, CurrentActor current) {
        this.courses = courses;
        this.trades = trades;
        this.actor = current.require();
        addClassNames("page", "courses");
        List<Host> hosts = courses.taughtBy(actor);
        PageHeader header = new PageHeader(getTranslation("course.teaching.heading"));
        add(header);
        if (hosts.isEmpty()) {
            add(new EmptyState(
                    "studio", getTranslation("course.teaching.none"), getTranslation("course.teaching.none.hint")));
            return;
        }
        Button create = new Button(getTranslation("course.new"), click -> openForm(hosts));
        create.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
        header.setActions(create);
        hosts.forEach(host -> add(of(host)));
    }

    @Override
    public String getPageTitle() {
        return getTranslation("course.teaching.menu");
    }

    private Component of(Host host) {
        Anchor studio = new Anchor(host.url(), host.studio());
        studio.setRouterIgnore(false);
        studio.addClassName("quiet");
        Div cards = new Div();
        cards.addClassName("card-grid");
        List<CourseCard> found = courses.of(actor, host.id());
        found.forEach(course -> cards.add(new CourseCardLink(course)));
        if (found.isEmpty()) {
            cards.add(new EmptyState(
                    "course", getTranslation("course.teaching.empty"), getTranslation("course.teaching.empty.hint")));
        }
        Div group = new Div(new H2(studio), cards);
        group.addClassName("stack");
        return group;
    }

    private void openForm(List<Host> hosts) {
        new CourseDialog(hosts, trades.all(), draft -> {
                    String id = courses.draft(actor, draft).toString();
                    UI.getCurrent().navigate(CourseEditView.class, new RouteParameters("course", id));
                })
                .open();
    }
}
