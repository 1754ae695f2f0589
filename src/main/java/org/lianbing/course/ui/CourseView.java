package org.lianbing.course.ui;

import com.vaadin.flow.component.Component;
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

import org.lianbing.base.CurrentActor;
import org.lianbing.base.ui.Icons;
import org.lianbing.base.ui.Meter;
import org.lianbing.base.ui.PageHeader;
import org.lianbing.base.ui.Section;
import org.lianbing.base.ui.Tag;
import org.lianbing.base.ui.Tone;
import org.lianbing.course.CourseId;
import org.lianbing.course.CoursePage;
import org.lianbing.course.CourseState;
import org.lianbing.course.Courses;
import org.lianbing.course.Host;

/** One course: what it is about, who gives it, its lessons, and the way on. */
@Route("courses/:course")
@PermitAll
class CourseView extends Div implements BeforeEnterObserver, HasDynamicTitle {

    private final transient Courses courses;
    private final transient CurrentActor current;
    private String title = "";

    CourseView(Courses courses, CurrentActor current) {
        this.courses = courses;
        this.current = current;
        addClassNames("page", "narrow", "course");
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        CourseId id = CourseId.of(event.getRouteParameters().get("course").orElse(""));
        show(courses.get(current.require(), id));
    }

    @Override
    public String getPageTitle() {
        return title;
    }

    private void show(CoursePage page) {
        title = page.course().title();
        removeAll();
        PageHeader header = new PageHeader(getTranslation("course.menu"), title);
        if (page.mayEdit()) {
            header.setActions(new Button(
                    getTranslation("course.edit"),
                    click -> getUI().ifPresent(ui -> ui.navigate(
                            CourseEditView.class,
                            new RouteParameters("course", page.course().id().toString())))));
        }
        add(header);
        if (page.course().state() == CourseState.DRAFT) {
            add(new Paragraph(new Tag(getTranslation("course.state.DRAFT"), Tone.WARN)));
        }
        add(about(page));
        if (!page.lessons().isEmpty()) {
            add(lessons(page));
        }
    }

    private Component about(CoursePage page) {
        Section about = new Section();
        Host host = page.host();
        if (host != null) {
            Anchor studio = new Anchor(host.url(), host.studio());
            studio.setRouterIgnore(false);
            Span person = new Span(getTranslation("course.host", host.person()));
            person.addClassName("muted");
            Div giver = new Div(studio, person);
            giver.addClassNames("row", "wrap");
            about.add(giver);
        }
        if (!page.course().summary().isEmpty()) {
            about.add(new Paragraph(page.course().summary()));
        }
        page.lessons().stream()
                .filter(line -> !line.finished())
                .findFirst()
                .ifPresent(line -> about.add(goOn(page, line)));
        return about;
    }

    private Component goOn(CoursePage page, CoursePage.Line line) {
        Button button = new Button(
                page.finished() == 0 && line.progress() == 0
                        ? getTranslation("course.begin")
                        : getTranslation("course.go-on", line.title()),
                click -> getUI().ifPresent(ui -> ui.navigate(
                        LessonView.class,
                        new RouteParameters("lesson", line.id().toString()))));
        button.addThemeVariants(ButtonVariant.LUMO_PRIMARY, ButtonVariant.LUMO_LARGE);
        button.addClassName("main-act");
        return button;
    }

    private Component lessons(CoursePage page) {
        int all = page.lessons().size();
        String finished = getTranslation("course.finished", page.finished(), all);
        Section section = new Section(
                getTranslation("course.contents"),
                finished,
                new Meter((double) page.finished() / all, Tone.BLUE, finished));
        Div lines = new Div();
        lines.addClassName("row-lines");
        page.lessons().forEach(line -> lines.add(line(line)));
        section.add(lines);
        return section;
    }

    private Component line(CoursePage.Line line) {
        Span number = new Span(String.valueOf(line.number()));
        number.addClassName("lesson-number");
        Span words = new Span(line.title());
        words.addClassName("grow");
        Anchor link = new Anchor(CourseNavigation.lesson(line.id()));
        link.setRouterIgnore(false);
        link.addClassNames("row", "row-line");
        link.add(number, words);
        if (line.finished()) {
            link.add(new Tag(getTranslation("course.lesson.finished"), Tone.GOOD));
        } else if (line.progress() > 0) {
            link.add(new Tag(getTranslation("course.lesson.begun", line.progress()), Tone.BLUE));
        }
        link.add(Icons.of("next"));
        return link;
    }
}
