package org.lianbing.course.ui;

import java.time.Clock;
import java.util.Set;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Route;
import com.vaadin.flow.router.RouteParameters;
import jakarta.annotation.security.PermitAll;

import org.lianbing.base.Actor;
import org.lianbing.base.CurrentActor;
import org.lianbing.base.Role;
import org.lianbing.base.ui.Icons;
import org.lianbing.base.ui.Notices;
import org.lianbing.base.ui.PageHeader;
import org.lianbing.base.ui.Prose;
import org.lianbing.base.ui.Section;
import org.lianbing.base.ui.Tag;
import org.lianbing.base.ui.Tone;
import org.lianbing.course.CoursePage;
import org.lianbing.course.DrillForPoints;
import org.lianbing.course.Host;
import org.lianbing.course.Learning;
import org.lianbing.course.LearningRecord;
import org.lianbing.course.LessonId;
import org.lianbing.course.LessonPage;
import org.lianbing.course.Lessons;
import org.lianbing.trade.PointId;

/** A lesson to read: large text, what it teaches, a drill on that, and the way on. */
@Route("lessons/:lesson")
@PermitAll
class LessonView extends Div implements BeforeEnterObserver, HasDynamicTitle {

    private final transient Lessons lessons;
    private final transient Learning learning;
    private final transient DrillForPoints drill;
    private final transient Actor actor;
    private final transient Clock clock;
    private String title = "";

    LessonView(Lessons lessons, Learning learning, DrillForPoints drill, CurrentActor current, Clock clock) {
        this.lessons = lessons;
        this.learning = learning;
        this.drill = drill;
        this.actor = current.require();
        this.clock = clock;
        addClassNames("page", "narrow", "lesson");
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        LessonId id = LessonId.of(event.getRouteParameters().get("lesson").orElse(""));
        LessonPage page = lessons.get(actor, id);
        learning.open(actor, id, clock.instant());
        show(page);
    }

    @Override
    public String getPageTitle() {
        return title;
    }

    private void show(LessonPage page) {
        title = page.lesson().title();
        removeAll();
        add(header(page), new Section(new Prose(page.html(), "prose")));
        if (!page.points().isEmpty()) {
            add(points(page));
        }
        add(way(page));
    }

    private Component header(LessonPage page) {
        PageHeader header = new PageHeader(title);
        if (page.mayEdit()) {
            header.setActions(new Button(
                    getTranslation("course.edit"),
                    click -> UI.getCurrent()
                            .navigate(
                                    LessonEditView.class,
                                    new RouteParameters(
                                            "lesson", page.lesson().id().toString()))));
        }
        Anchor course = new Anchor(
                CourseNavigation.course(page.course().id()),
                getTranslation(
                        "course.lesson.of",
                        page.course().title(),
                        page.lesson().number(),
                        page.course().lessons()));
        course.setRouterIgnore(false);
        Div head = new Div(course, header);
        Host host = page.host();
        if (host != null) {
            Anchor giver = new Anchor(host.url(), host.studio() + " · " + host.person());
            giver.setRouterIgnore(false);
            giver.addClassNames("small", "quiet");
            head.add(giver);
        }
        head.addClassName("lesson-head");
        return head;
    }

    private Component points(LessonPage page) {
        Div tags = new Div();
        tags.addClassName("tags");
        page.points().forEach(point -> tags.add(new Tag(point.name(), Tone.BLUE)));
        Section section = new Section(getTranslation("course.lesson.points"), tags);
        Set<PointId> points = page.lesson().points();
        int items = actor.has(Role.WORKER) ? drill.available(points) : 0;
        if (items > 0) {
            Button button = new Button(
                    getTranslation("course.lesson.drill"),
                    click -> UI.getCurrent().getPage().setLocation(drill.start(actor, points, getLocale())));
            button.addClassName("main-act");
            section.add(button);
        }
        return section;
    }

    private Component way(LessonPage page) {
        Div way = new Div();
        way.addClassNames("stack", "way");
        CoursePage.Line next = page.next();
        boolean finished = page.progress() == LearningRecord.ALL;
        if (finished) {
            Paragraph done = new Paragraph(Icons.of("check"), new Span(getTranslation("course.lesson.finished")));
            done.addClassName("done");
            way.add(done);
        } else {
            Button finish = new Button(getTranslation("course.lesson.finish"), click -> finish(page));
            finish.addThemeVariants(ButtonVariant.LUMO_PRIMARY, ButtonVariant.LUMO_LARGE);
            way.add(finish);
        }
        if (next != null) {
            Button onward = new Button(
                    getTranslation("course.lesson.next", next.title()),
                    click -> UI.getCurrent()
                            .navigate(
                                    LessonView.class,
                                    new RouteParameters("lesson", next.id().toString())));
            if (finished) {
                onward.addThemeVariants(ButtonVariant.LUMO_PRIMARY, ButtonVariant.LUMO_LARGE);
            }
            way.add(onward);
        }
        return way;
    }

    private void finish(LessonPage page) {
        learning.finish(actor, page.lesson().id(), clock.instant());
        Notices.done(
                getTranslation(page.next() == null ? "course.lesson.finished.last" : "course.lesson.finished.next"));
        show(lessons.get(actor, page.lesson().id()));
    }
}
