package org.lianbing.course.ui;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.html.Div;
import org.springframework.modulith.NamedInterface;

import org.lianbing.course.CourseCard;
import org.lianbing.course.CourseId;
import org.lianbing.course.LessonId;

/** The ways to courses and lessons, and the card that leads to a course. */
@NamedInterface("navigation")
public final class CourseNavigation {

    private CourseNavigation() {}

    /** To the list of courses. */
    public static void toCourses() {
        UI.getCurrent().navigate(CoursesView.class);
    }

    /** The address of a course. */
    public static String course(CourseId id) {
        return "/courses/" + id;
    }

    /** The address of a lesson. */
    public static String lesson(LessonId id) {
        return "/lessons/" + id;
    }

    /** A course as a card that opens it. */
    public static Div card(CourseCard course) {
        return new CourseCardLink(course);
    }
}
