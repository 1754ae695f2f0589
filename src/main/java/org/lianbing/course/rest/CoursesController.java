package org.lianbing.course.rest;

import java.time.Clock;
import java.time.Instant;
import java.util.List;

import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.annotation.security.PermitAll;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

import org.lianbing.base.CurrentActor;
import org.lianbing.base.PageOf;
import org.lianbing.base.Paged;
import org.lianbing.base.Problem;
import org.lianbing.course.CourseCard;
import org.lianbing.course.CourseId;
import org.lianbing.course.CoursePage;
import org.lianbing.course.Courses;
import org.lianbing.course.Host;
import org.lianbing.course.Learning;
import org.lianbing.course.LearningRecord;
import org.lianbing.course.LessonId;
import org.lianbing.course.LessonPage;
import org.lianbing.course.Lessons;
import org.lianbing.trade.Trades;

/** Courses and lessons for learners. */
@RestController
@PermitAll
@Tag(name = "courses")
class CoursesController {

    private static final int PAGE = 50;

    private final Courses courses;
    private final Lessons lessons;
    private final Learning learning;
    private final Trades trades;
    private final CurrentActor current;
    private final Clock clock;

    CoursesController(
            Courses courses, Lessons lessons, Learning learning, Trades trades, CurrentActor current, Clock clock) {
        this.courses = courses;
        this.lessons = lessons;
        this.learning = learning;
        this.trades = trades;
        this.current = current;
        this.clock = clock;
    }

    record CourseJson(
            String id,
            String title,
            String summary,
            String trade,
            @Nullable HostJson host,
            int lessons,
            int finished) {}

    record HostJson(String studio, String host, String url) {}

    record LineJson(String id, int number, String title, int progress) {}

    record CoursePageJson(CourseJson course, List<LineJson> lessons) {}

    record PointJson(String id, String code, String name) {}

    record LessonJson(
            String id,
            int number,
            String title,
            String html,
            CourseJson course,
            List<PointJson> points,
            int progress,
            @Nullable String next) {}

    record Reached(int progress) {}

    record RecordJson(Instant openedAt, @Nullable Instant finishedAt, int progress) {}

    @GetMapping("/api/courses")
    Paged<CourseJson> courses(
            @RequestParam(required = false) @Nullable String trade, @RequestParam(defaultValue = "0") int page) {
        var wanted = trade == null || trade.isBlank()
                ? null
                : trades.find(trade)
                        .orElseThrow(() -> Problem.notFound("base.not-found"))
                        .id();
        return courses.published(current.require(), wanted, PageOf.number(page, PAGE))
                .map(this::json);
    }

    @GetMapping("/api/courses/{id}")
    CoursePageJson course(@PathVariable String id) {
        CoursePage page = courses.get(current.require(), CourseId.of(id));
        return new CoursePageJson(
                json(new CourseCard(page.course(), page.host(), page.finished())),
                page.lessons().stream()
                        .map(line -> new LineJson(line.id().toString(), line.number(), line.title(), line.progress()))
                        .toList());
    }

    @GetMapping("/api/lessons/{id}")
    LessonJson lesson(@PathVariable String id) {
        LessonPage page = lessons.get(current.require(), LessonId.of(id));
        CoursePage course = courses.get(current.require(), page.course().id());
        return new LessonJson(
                page.lesson().id().toString(),
                page.lesson().number(),
                page.lesson().title(),
                page.html(),
                json(new CourseCard(page.course(), page.host(), course.finished())),
                page.points().stream()
                        .map(point -> new PointJson(point.id().toString(), point.code(), point.name()))
                        .toList(),
                page.progress(),
                page.next() == null ? null : page.next().id().toString());
    }

    @PutMapping("/api/lessons/{id}/progress")
    RecordJson progress(@PathVariable String id, @RequestBody Reached reached) {
        LearningRecord now = learning.reach(current.require(), LessonId.of(id), reached.progress(), clock.instant());
        return new RecordJson(now.openedAt(), now.finishedAt(), now.progress());
    }

    private CourseJson json(CourseCard card) {
        Host host = card.host();
        return new CourseJson(
                card.course().id().toString(),
                card.course().title(),
                card.course().summary(),
                trades.get(card.course().trade()).code(),
                host == null ? null : new HostJson(host.studio(), host.person(), host.url()),
                card.course().lessons(),
                card.finished());
    }
}
