package org.lianbing.studio;

import java.util.List;

import org.lianbing.course.CourseCard;

/**
 * A studio's page for one reader.
 *
 * @param card the studio
 * @param introduction its introduction as HTML, safe to show
 * @param members who belongs to it
 * @param courses its courses
 * @param mayEdit whether the reader may change what it says of itself, as its host or as one who looks after it
 * @param mayManage whether the reader may change its particulars
 */
public record StudioPage(
        StudioCard card,
        String introduction,
        List<StudioMember> members,
        List<CourseCard> courses,
        boolean mayEdit,
        boolean mayManage) {

    public StudioPage {
        members = List.copyOf(members);
        courses = List.copyOf(courses);
    }
}
