package org.lianbing.course;

import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

import org.lianbing.base.Actor;
import org.lianbing.base.AuditLog;
import org.lianbing.base.PageOf;
import org.lianbing.base.Paged;
import org.lianbing.base.Problem;
import org.lianbing.base.Role;
import org.lianbing.base.TradeId;
import org.lianbing.course.store.CourseTable;
import org.lianbing.course.store.LearningTable;
import org.lianbing.course.store.LessonTable;
import org.lianbing.trade.Trades;

/** Courses: everybody who is signed in may read what is published; a host writes their own. */
@Service
public class Courses {

    private final CourseTable courses;
    private final LessonTable lessons;
    private final LearningTable learning;
    private final CourseHosts hosts;
    private final Trades trades;
    private final AuditLog audit;
    private final Clock clock;

    Courses(
            CourseTable courses,
            LessonTable lessons,
            LearningTable learning,
            CourseHosts hosts,
            Trades trades,
            AuditLog audit,
            Clock clock) {
        this.courses = courses;
        this.lessons = lessons;
        this.learning = learning;
        this.hosts = hosts;
        this.trades = trades;
        this.audit = audit;
        this.clock = clock;
    }

    /** Published courses, of one trade or of all (null), the newest first. */
    public Paged<CourseCard> published(Actor actor, @Nullable TradeId trade, PageOf page) {
        Paged<Course> found = courses.published(trade, page);
        return new Paged<>(cards(actor, found.rows()), found.total());
    }

    /** The courses of a host; drafts too for those who may write them. */
    public List<CourseCard> of(Actor actor, HostId host) {
        boolean drafts = mayTeach(actor, host);
        List<Course> found = courses.of(host).stream()
                .filter(course -> drafts || course.state() == CourseState.PUBLISHED)
                .toList();
        return cards(actor, found);
    }

    /** The published courses that the actor has begun and not finished, the last read first. */
    public List<CourseCard> begun(Actor actor, int limit) {
        return cards(actor, courses.begun(actor.person(), limit));
    }

    /** A course with its lessons; a draft is there only for those who may write it. */
    public CoursePage get(Actor actor, CourseId id) {
        Course course = courses.find(id).orElseThrow(() -> Problem.notFound("base.not-found"));
        boolean mayEdit = mayTeach(actor, course.host());
        if (course.state() != CourseState.PUBLISHED && !mayEdit) {
            throw Problem.notFound("base.not-found");
        }
        return new CoursePage(
                course,
                hosts.hosts(Set.of(course.host())).get(course.host()),
                lessons.lines(id, actor.person()),
                mayEdit);
    }

    /** For whom the actor may write courses. */
    public List<Host> taughtBy(Actor actor) {
        return actor.has(Role.STUDIO_HOST) ? hosts.taughtBy(actor) : List.of();
    }

    /** A new course as a draft. */
    @Transactional
    public CourseId draft(Actor actor, CourseDraft draft) {
        requireTeaching(actor, draft.host());
        trades.get(draft.trade());
        CourseId id = CourseId.next();
        courses.insert(id, draft, clock.instant());
        audit.record(actor, "course.drafted", "course", id.value(), draft.title());
        return id;
    }

    /** Changes title, summary and trade; the host stays. */
    @Transactional
    public void revise(Actor actor, CourseId id, CourseDraft draft) {
        Course course = requireOwn(actor, id);
        if (!course.host().equals(draft.host())) {
            throw Problem.invalid("course.host-stays");
        }
        trades.get(draft.trade());
        courses.update(id, draft);
    }

    /** Shows the course to learners; it needs a lesson. */
    @Transactional
    public void publish(Actor actor, CourseId id) {
        Course course = requireOwn(actor, id);
        if (course.lessons() == 0) {
            throw Problem.conflict("course.no-lesson-yet");
        }
        courses.setState(id, CourseState.PUBLISHED, clock.instant());
        audit.record(actor, "course.published", "course", id.value(), course.title());
    }

    /** Takes the course out of sight of learners; what they have learnt is kept. */
    @Transactional
    public void withdraw(Actor actor, CourseId id) {
        Course course = requireOwn(actor, id);
        courses.setState(id, CourseState.DRAFT, null);
        audit.record(actor, "course.withdrawn", "course", id.value(), course.title());
    }

    /** The course, where the actor may write in it. */
    Course requireOwn(Actor actor, CourseId id) {
        Course course = courses.find(id).orElseThrow(() -> Problem.notFound("base.not-found"));
        requireTeaching(actor, course.host());
        return course;
    }

    boolean mayTeach(Actor actor, HostId host) {
        return actor.has(Role.STUDIO_HOST) && hosts.mayTeach(actor, host);
    }

    private void requireTeaching(Actor actor, HostId host) {
        actor.require(Role.STUDIO_HOST);
        if (!hosts.mayTeach(actor, host)) {
            throw Problem.notFound("base.not-found");
        }
    }

    private List<CourseCard> cards(Actor actor, List<Course> found) {
        Map<HostId, Host> givers = hosts.hosts(found.stream().map(Course::host).collect(Collectors.toSet()));
        Map<CourseId, Integer> finished =
                learning.finished(actor.person(), found.stream().map(Course::id).toList());
        return found.stream()
                .map(course -> new CourseCard(course, givers.get(course.host()), finished.getOrDefault(course.id(), 0)))
                .toList();
    }
}
