package org.lianbing.course.ui;

import java.util.Optional;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.textfield.TextArea;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.data.value.ValueChangeMode;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Route;
import com.vaadin.flow.router.RouteAlias;
import com.vaadin.flow.router.RouteParameters;
import jakarta.annotation.security.RolesAllowed;
import org.jspecify.annotations.Nullable;

import org.lianbing.base.Actor;
import org.lianbing.base.CurrentActor;
import org.lianbing.base.Problem;
import org.lianbing.base.ui.Notices;
import org.lianbing.base.ui.PageHeader;
import org.lianbing.base.ui.Prose;
import org.lianbing.base.ui.Section;
import org.lianbing.course.Course;
import org.lianbing.course.CourseId;
import org.lianbing.course.CoursePage;
import org.lianbing.course.Courses;
import org.lianbing.course.LessonDraft;
import org.lianbing.course.LessonId;
import org.lianbing.course.LessonPage;
import org.lianbing.course.Lessons;
import org.lianbing.media.Media;
import org.lianbing.media.ui.MediaUpload;
import org.lianbing.trade.Outlines;
import org.lianbing.trade.Trades;

/** Writes a lesson: text at the left, how it will be read at the right, and the points that it teaches. */
@Route("teaching/lessons/:lesson")
@RouteAlias("teaching/courses/:course/new-lesson")
@RolesAllowed("STUDIO_HOST")
class LessonEditView extends Div implements BeforeEnterObserver, HasDynamicTitle {

    private final transient Courses courses;
    private final transient Lessons lessons;
    private final transient Media media;
    private final transient Trades trades;
    private final transient Outlines outlines;
    private final transient Actor actor;
    private final TextField title = new TextField();
    private final TextArea body = new TextArea();
    private final Div reading = new Div();

    LessonEditView(
            Courses courses, Lessons lessons, Media media, Trades trades, Outlines outlines, CurrentActor current) {
        this.courses = courses;
        this.lessons = lessons;
        this.media = media;
        this.trades = trades;
        this.outlines = outlines;
        this.actor = current.require();
        addClassNames("page", "lesson-edit");
        title.setLabel(getTranslation("course.field.lesson-title"));
        title.setMaxLength(80);
        title.setRequired(true);
        title.setWidthFull();
        body.setLabel(getTranslation("course.field.body"));
        body.setHelperText(getTranslation("course.field.body.help"));
        body.setWidthFull();
        body.setMinRows(16);
        body.setValueChangeMode(ValueChangeMode.LAZY);
        body.addValueChangeListener(change -> preview());
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        Optional<String> lesson = event.getRouteParameters().get("lesson");
        if (lesson.isPresent()) {
            LessonPage page = lessons.get(actor, LessonId.of(lesson.get()));
            require(page.mayEdit());
            title.setValue(page.lesson().title());
            body.setValue(page.lesson().body());
            show(page.course(), page.lesson().id());
        } else {
            CoursePage page = courses.get(
                    actor, CourseId.of(event.getRouteParameters().get("course").orElse("")));
            require(page.mayEdit());
            show(page.course(), null);
        }
    }

    @Override
    public String getPageTitle() {
        return getTranslation("course.teaching.menu");
    }

    private static void require(boolean mayEdit) {
        if (!mayEdit) {
            throw Problem.notFound("base.not-found");
        }
    }

    private void show(Course course, @Nullable LessonId id) {
        PointsField points = new PointsField(trades.get(course.trade()), outlines);
        if (id != null) {
            points.select(lessons.get(actor, id).lesson().points());
        }
        Button save = new Button(getTranslation("course.save"), click -> save(course, id, points));
        save.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
        Button back = new Button(getTranslation("course.back"), click -> back(course));
        removeAll();
        Section writing = new Section(title, points, body, picture());
        Section shown = new Section(getTranslation("course.preview"), reading);
        Div columns = new Div(writing, shown);
        columns.addClassName("columns");
        add(
                new PageHeader(
                        course.title(),
                        getTranslation(id == null ? "course.lesson.add" : "course.lesson.edit"),
                        back,
                        save),
                columns);
        preview();
    }

    private Component picture() {
        return new MediaUpload(media, taken -> {
            body.setValue(body.getValue().stripTrailing() + "\n\n" + taken.markdown() + "\n");
            Notices.done(getTranslation("course.picture.added"));
        });
    }

    private void preview() {
        reading.removeAll();
        reading.add(new Prose(lessons.html(body.getValue()), "prose"));
    }

    private void save(Course course, @Nullable LessonId id, PointsField points) {
        LessonDraft draft = new LessonDraft(title.getValue(), body.getValue(), points.chosen());
        if (id == null) {
            lessons.add(actor, course.id(), draft);
        } else {
            lessons.revise(actor, id, draft);
        }
        Notices.done(getTranslation("course.lesson.saved"));
        back(course);
    }

    private void back(Course course) {
        UI.getCurrent()
                .navigate(
                        CourseEditView.class,
                        new RouteParameters("course", course.id().toString()));
    }
}
