package org.lianbing.course.ui;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.dnd.DragSource;
import com.vaadin.flow.component.dnd.DropTarget;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Route;
import com.vaadin.flow.router.RouteParameters;
import jakarta.annotation.security.RolesAllowed;

import org.lianbing.base.Actor;
import org.lianbing.base.CurrentActor;
import org.lianbing.base.Problem;
import org.lianbing.base.ui.Ask;
import org.lianbing.base.ui.EmptyState;
import org.lianbing.base.ui.Icons;
import org.lianbing.base.ui.Notices;
import org.lianbing.base.ui.PageHeader;
import org.lianbing.base.ui.Section;
import org.lianbing.base.ui.Tag;
import org.lianbing.base.ui.Tone;
import org.lianbing.course.Course;
import org.lianbing.course.CourseId;
import org.lianbing.course.CoursePage;
import org.lianbing.course.CourseState;
import org.lianbing.course.Courses;
import org.lianbing.course.Host;
import org.lianbing.course.Lessons;
import org.lianbing.trade.Trades;

/** A host's own course: what it is about, its lessons, and whether learners see it. */
@Route("teaching/courses/:course")
@RolesAllowed("STUDIO_HOST")
class CourseEditView extends Div implements BeforeEnterObserver, HasDynamicTitle {

    private final transient Courses courses;
    private final transient Lessons lessons;
    private final transient Trades trades;
    private final transient Actor actor;

    CourseEditView(Courses courses, Lessons lessons, Trades trades, CurrentActor current) {
        this.courses = courses;
        this.lessons = lessons;
        this.trades = trades;
        this.actor = current.require();
        addClassNames("page", "course");
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        show(CourseId.of(event.getRouteParameters().get("course").orElse("")));
    }

    @Override
    public String getPageTitle() {
        return getTranslation("course.teaching.menu");
    }

    private void show(CourseId id) {
        CoursePage page = courses.get(actor, id);
        if (!page.mayEdit()) {
            throw Problem.notFound("base.not-found");
        }
        removeAll();
        add(header(page), about(page), contents(page));
    }

    private Component header(CoursePage page) {
        Course course = page.course();
        boolean published = course.state() == CourseState.PUBLISHED;
        Button state = new Button(getTranslation(published ? "course.withdraw" : "course.publish"), click -> {
            if (published) {
                withdraw(course);
            } else {
                publish(course);
            }
        });
        if (!published) {
            state.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
        }
        state.setEnabled(published || !page.lessons().isEmpty());
        return new PageHeader(
                getTranslation("course.teaching.menu"),
                course.title(),
                new Tag(getTranslation("course.state." + course.state()), published ? Tone.GOOD : Tone.WARN),
                new Button(getTranslation("course.edit.facts"), click -> openFacts(page)),
                state);
    }

    private Component about(CoursePage page) {
        Host host = page.host();
        Div facts = new Div(
                new Span(trades.get(page.course().trade()).name(getLocale())),
                new Span(host == null ? "" : host.studio()));
        facts.addClassNames("row", "wrap", "muted");
        Section section = new Section(facts);
        if (!page.course().summary().isEmpty()) {
            section.add(new Paragraph(page.course().summary()));
        }
        return section;
    }

    private Component contents(CoursePage page) {
        Button add = new Button(
                getTranslation("course.lesson.add"),
                click -> UI.getCurrent()
                        .navigate(
                                LessonEditView.class,
                                new RouteParameters("course", page.course().id().toString())));
        Section section = new Section(getTranslation("course.contents"));
        if (page.lessons().isEmpty()) {
            section.add(new EmptyState(
                    "lesson", getTranslation("course.lesson.none"), getTranslation("course.no-lesson-yet")));
        }
        Div lines = new Div();
        lines.addClassName("row-lines");
        page.lessons().forEach(line -> lines.add(line(page, line)));
        section.add(lines, add);
        return section;
    }

    private Component line(CoursePage page, CoursePage.Line line) {
        Course course = page.course();
        Span number = new Span(String.valueOf(line.number()));
        number.addClassName("lesson-number");
        Anchor title = new Anchor("/teaching/lessons/" + line.id(), line.title());
        title.setRouterIgnore(false);
        title.addClassNames("grow", "quiet");
        Button remove = new Button(
                getTranslation("course.lesson.remove"),
                click -> Ask.once(
                        this,
                        getTranslation("course.lesson.remove.title", line.title()),
                        getTranslation("course.lesson.remove.text"),
                        getTranslation("course.lesson.remove"),
                        () -> {
                            lessons.remove(actor, line.id());
                            show(course.id());
                        }));
        remove.addThemeVariants(ButtonVariant.LUMO_TERTIARY, ButtonVariant.LUMO_ERROR);
        Anchor read = new Anchor(CourseNavigation.lesson(line.id()));
        read.setRouterIgnore(false);
        read.add(Icons.of("next"));
        read.setAriaLabel(getTranslation("course.lesson.read", line.title()));
        Div places = new Div(
                moving(course, line, line.number() - 1, "up", line.number() > 1),
                moving(
                        course,
                        line,
                        line.number() + 1,
                        "down",
                        line.number() < page.lessons().size()));
        places.addClassNames("row", "lesson-places");
        places.setVisible(page.lessons().size() > 1);
        Div row = new Div(number, title, places, remove, read);
        row.addClassNames("row", "row-line");
        return draggable(course, line, row);
    }

    /** A button, so that keyboards reach it; the focus stays with the lesson that moved. */
    private Button moving(Course course, CoursePage.Line line, int to, String way, boolean possible) {
        Button button = new Button(Icons.of(way), click -> move(course, line, to, way));
        button.addThemeVariants(ButtonVariant.LUMO_TERTIARY, ButtonVariant.LUMO_ICON);
        button.setAriaLabel(getTranslation("course.lesson." + way, line.title()));
        button.setId("%s-%s".formatted(way, line.id()));
        button.setEnabled(possible);
        return button;
    }

    private void move(Course course, CoursePage.Line line, int to, String way) {
        lessons.move(actor, line.id(), to);
        show(course.id());
        Notices.done(getTranslation("course.lesson.moved", line.title(), to));
        String other = way.equals("up") ? "down" : "up";
        List.of(way, other).stream()
                .flatMap(each -> button("%s-%s".formatted(each, line.id())).stream())
                .filter(Button::isEnabled)
                .findFirst()
                .ifPresent(Button::focus);
    }

    private Optional<Button> button(String id) {
        return descendants(this)
                .filter(Button.class::isInstance)
                .map(Button.class::cast)
                .filter(each -> each.getId().filter(id::equals).isPresent())
                .findFirst();
    }

    private static Stream<Component> descendants(Component root) {
        return root.getChildren().flatMap(child -> Stream.concat(Stream.of(child), descendants(child)));
    }

    /** With a mouse a lesson is dropped onto the place of another. */
    private Component draggable(Course course, CoursePage.Line line, Div row) {
        DragSource<Div> source = DragSource.create(row);
        source.setDragData(line);
        DropTarget<Div> target = DropTarget.create(row);
        target.addDropListener(dropped -> dropped.getDragData()
                .filter(CoursePage.Line.class::isInstance)
                .map(CoursePage.Line.class::cast)
                .filter(held -> held.number() != line.number())
                .ifPresent(held -> move(course, held, line.number(), held.number() > line.number() ? "up" : "down")));
        return row;
    }

    private void openFacts(CoursePage page) {
        List<Host> hosts = courses.taughtBy(actor).stream()
                .filter(host -> host.id().equals(page.course().host()))
                .toList();
        CourseDialog dialog = new CourseDialog(hosts, trades.all(), draft -> {
            courses.revise(actor, page.course().id(), draft);
            show(page.course().id());
        });
        dialog.fill(page.course(), trades.all());
        dialog.open();
    }

    private void publish(Course course) {
        courses.publish(actor, course.id());
        Notices.done(getTranslation("course.published.notice"));
        show(course.id());
    }

    private void withdraw(Course course) {
        Ask.once(
                this,
                getTranslation("course.withdraw.title", course.title()),
                getTranslation("course.withdraw.text"),
                getTranslation("course.withdraw"),
                () -> {
                    courses.withdraw(actor, course.id());
                    show(course.id());
                });
    }
}
