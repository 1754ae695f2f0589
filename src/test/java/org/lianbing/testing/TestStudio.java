package org.lianbing.testing;

import java.time.LocalDate;
import java.util.Set;

import org.springframework.stereotype.Component;

import org.lianbing.base.Actor;
import org.lianbing.base.Role;
import org.lianbing.base.TradeId;
import org.lianbing.base.UnitId;
import org.lianbing.course.CourseDraft;
import org.lianbing.course.CourseId;
import org.lianbing.course.Courses;
import org.lianbing.course.HostId;
import org.lianbing.course.LessonDraft;
import org.lianbing.course.Lessons;
import org.lianbing.studio.NamingLevel;
import org.lianbing.studio.StudioDraft;
import org.lianbing.studio.StudioId;
import org.lianbing.studio.StudioWords;
import org.lianbing.studio.Studios;
import org.lianbing.trade.PointId;

/** Studios, courses and lessons for integration tests. */
@Component
public class TestStudio {

    /** A studio with the one who leads it. */
    public record Led(StudioId studio, Actor host) {

        /** The studio as the giver of courses. */
        public HostId asHost() {
            return new HostId(studio.value());
        }
    }

    private final TestCity city;
    private final Studios studios;
    private final Courses courses;
    private final Lessons lessons;

    TestStudio(TestCity city, Studios studios, Courses courses, Lessons lessons) {
        this.city = city;
        this.studios = studios;
        this.courses = courses;
        this.lessons = lessons;
    }

    /** A new studio. */
    public Led led(TradeId trade) {
        UnitId unit = city.enterprise();
        Actor host = city.actor(unit, Role.STUDIO_HOST);
        StudioId studio = studios.found(
                city.administrator(),
                new StudioDraft(
                        "工作室 " + city.number(),
                        host.person(),
                        unit,
                        trade,
                        NamingLevel.CITY,
                        LocalDate.of(2024, 4, 28),
                        new StudioWords("电机检修", "市劳动模范", "每周三开门。")));
        return new Led(studio, host);
    }

    /** A new published course with one lesson on these points; returns the host's name. */
    public String lesson(String title, TradeId trade, Set<PointId> points) {
        Led led = led(trade);
        CourseId course = courses.draft(led.host(), new CourseDraft("课 " + title, "", trade, led.asHost()));
        lessons.add(led.host(), course, new LessonDraft(title, "正文", points));
        courses.publish(led.host(), course);
        return led.host().name();
    }
}
