package org.lianbing.course;

import java.time.Clock;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

import org.lianbing.base.Actor;
import org.lianbing.base.AuditLog;
import org.lianbing.base.MarkdownText;
import org.lianbing.base.Problem;
import org.lianbing.course.store.LearningTable;
import org.lianbing.course.store.LessonTable;
import org.lianbing.media.Media;
import org.lianbing.media.MediaId;
import org.lianbing.media.StoredMedia;
import org.lianbing.trade.Outlines;
import org.lianbing.trade.Point;
import org.lianbing.trade.PointId;

/** Lessons: reading them, writing them, and finding the one that teaches a point. */
@Service
public class Lessons {

    private static final Pattern STORED = Pattern.compile("^media:([0-9a-f]{64})$");

    private final LessonTable lessons;
    private final LearningTable learning;
    private final Courses courses;
    private final CourseHosts hosts;
    private final Outlines outlines;
    private final MarkdownText markdown;
    private final Media media;
    private final AuditLog audit;
    private final Clock clock;

    Lessons(
            LessonTable lessons,
            LearningTable learning,
            Courses courses,
            CourseHosts hosts,
            Outlines outlines,
            MarkdownText markdown,
            Media media,
            AuditLog audit,
            Clock clock) {
        this.lessons = lessons;
        this.learning = learning;
        this.courses = courses;
        this.hosts = hosts;
        this.outlines = outlines;
        this.markdown = markdown;
        this.media = media;
        this.audit = audit;
        this.clock = clock;
    }

    /** A lesson to read. */
    public LessonPage get(Actor actor, LessonId id) {
        Lesson lesson = find(id);
        CoursePage page = courses.get(actor, lesson.course());
        int progress =
                learning.find(actor.person(), id).map(LearningRecord::progress).orElse(0);
        return new LessonPage(
                lesson,
                html(lesson.body()),
                page.course(),
                page.host(),
                pointsOf(lesson),
                progress,
                next(page, lesson),
                page.mayEdit());
    }

    /** A text as it will be read. */
    public String html(String body) {
        return markdown.page(
                body,
                address -> STORED.matcher(address)
                        .results()
                        .findFirst()
                        .map(found -> new MediaId(found.group(1)))
                        .map(this::address)
                        .orElse(""));
    }

    /** One that is not there is seen to be missing. */
    private String address(MediaId id) {
        return media.about(id).map(StoredMedia::address).orElse("/media/" + id.hash());
    }

    /** Published lessons that teach any of these points, by point; each point names one, the most particular. */
    public Map<PointId, LessonRef> forPoints(Collection<PointId> points) {
        if (points.isEmpty()) {
            return Map.of();
        }
        List<LessonTable.Taught> taught = lessons.teaching(points);
        Map<HostId, Host> givers =
                hosts.hosts(taught.stream().map(LessonTable.Taught::host).collect(Collectors.toSet()));
        Map<PointId, LessonRef> found = new LinkedHashMap<>();
        for (LessonTable.Taught one : taught) {
            found.putIfAbsent(one.point(), ref(one, givers.get(one.host())));
        }
        return found;
    }

    /** A new lesson at the end of the course. */
    @Transactional
    public LessonId add(Actor actor, CourseId course, LessonDraft draft) {
        courses.requireOwn(actor, course);
        requireKnown(draft.points());
        LessonId id = LessonId.next();
        lessons.insert(id, course, draft);
        audit.record(actor, "course.lesson-added", "lesson", id.value(), draft.title());
        return id;
    }

    /** Changes a lesson; what was learnt from it is kept. */
    @Transactional
    public void revise(Actor actor, LessonId id, LessonDraft draft) {
        courses.requireOwn(actor, find(id).course());
        requireKnown(draft.points());
        lessons.update(id, draft);
        audit.record(actor, "course.lesson-revised", "lesson", id.value(), draft.title());
    }

    /**
     * Puts a lesson at another place of its course; those in between move by one.
     *
     * @param number its new number, from 1 to as many as there are
     */
    @Transactional
    public void move(Actor actor, LessonId id, int number) {
        Lesson lesson = find(id);
        Course course = courses.requireOwn(actor, lesson.course());
        if (number < 1 || number > course.lessons()) {
            throw Problem.invalid("course.lesson-number", course.lessons());
        }
        if (number != lesson.number()) {
            lessons.move(lesson, number);
            audit.record(actor, "course.lesson-moved", "lesson", id.value(), lesson.title());
        }
    }

    /** Takes a lesson away with its learning records; the others move up. A published course keeps at least one. */
    @Transactional
    public void remove(Actor actor, LessonId id) {
        Lesson lesson = find(id);
        Course course = courses.requireOwn(actor, lesson.course());
        if (course.state() == CourseState.PUBLISHED && course.lessons() == 1) {
            throw Problem.conflict("course.no-lesson-yet");
        }
        lessons.delete(lesson);
        audit.record(actor, "course.lesson-removed", "lesson", id.value(), lesson.title());
    }

    private Lesson find(LessonId id) {
        return lessons.find(id).orElseThrow(() -> Problem.notFound("base.not-found"));
    }

    private List<Point> pointsOf(Lesson lesson) {
        return outlines.points(lesson.points()).values().stream()
                .sorted(java.util.Comparator.comparing(Point::code))
                .toList();
    }

    private void requireKnown(Set<PointId> points) {
        if (!outlines.points(points).keySet().containsAll(points)) {
            throw Problem.invalid("course.unknown-point");
        }
    }

    private static CoursePage.@Nullable Line next(CoursePage page, Lesson lesson) {
        return page.lessons().stream()
                .filter(line -> line.number() == lesson.number() + 1)
                .findFirst()
                .orElse(null);
    }

    private static LessonRef ref(LessonTable.Taught one, @Nullable Host host) {
        return new LessonRef(
                one.lesson(),
                one.title(),
                one.course(),
                host == null ? "" : host.studio(),
                host == null ? "" : host.person(),
                "/lessons/" + one.lesson());
    }
}
