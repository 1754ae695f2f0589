package org.lianbing.course;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.test.web.servlet.MockMvc;

import org.lianbing.account.PersonTokens;
import org.lianbing.base.Actor;
import org.lianbing.base.Level;
import org.lianbing.base.PageOf;
import org.lianbing.base.Problem;
import org.lianbing.base.Role;
import org.lianbing.base.TradeId;
import org.lianbing.testing.IntegrationTest;
import org.lianbing.testing.TestCity;
import org.lianbing.testing.TestStudio;
import org.lianbing.trade.Outlines;
import org.lianbing.trade.Point;
import org.lianbing.trade.PointId;
import org.lianbing.trade.Trades;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.put;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

@IntegrationTest
class CoursesTest {

    private static final Instant MORNING = Instant.parse("2026-11-20T00:00:00Z");

    @Autowired
    TestCity city;

    @Autowired
    TestStudio studio;

    @Autowired
    Courses courses;

    @Autowired
    Lessons lessons;

    @Autowired
    Learning learning;

    @Autowired
    Trades trades;

    @Autowired
    Outlines outlines;

    @Autowired
    PersonTokens tokens;

    @Autowired
    MockMvc mvc;

    @Test
    void aDraftIsSeenByItsHostAlone() {
        TestStudio.Led led = studio.led(fitter());
        CourseId course = draft(led);
        LessonId lesson = lessons.add(led.host(), course, lesson("一"));
        Actor worker = worker();

        assertThat(courses.get(led.host(), course).mayEdit()).isTrue();
        refused(Problem.Kind.NOT_FOUND, () -> courses.get(worker, course));
        refused(Problem.Kind.NOT_FOUND, () -> lessons.get(worker, lesson));
        refused(Problem.Kind.NOT_FOUND, () -> learning.open(worker, lesson, MORNING));

        courses.publish(led.host(), course);
        assertThat(lessons.get(worker, lesson).mayEdit()).isFalse();
        assertThat(courses.published(worker, fitter(), new PageOf(0, 500)).rows())
                .anyMatch(card -> card.course().id().equals(course));

        courses.withdraw(led.host(), course);
        refused(Problem.Kind.NOT_FOUND, () -> courses.get(worker, course));
    }

    @Test
    void nobodyElseWritesInACourse() {
        TestStudio.Led led = studio.led(fitter());
        CourseId course = draft(led);
        LessonId lesson = lessons.add(led.host(), course, lesson("一"));
        Actor otherHost = studio.led(fitter()).host();

        refused(Problem.Kind.NOT_FOUND, () -> lessons.add(otherHost, course, lesson("二")));
        refused(Problem.Kind.NOT_FOUND, () -> lessons.revise(otherHost, lesson, lesson("二")));
        refused(Problem.Kind.NOT_FOUND, () -> courses.publish(otherHost, course));
        refused(Problem.Kind.FORBIDDEN, () -> lessons.remove(worker(), lesson));
        refused(Problem.Kind.FORBIDDEN, () -> draftAs(worker(), led));
    }

    @Test
    void aCourseWithoutLessonsIsNotPublished() {
        TestStudio.Led led = studio.led(fitter());
        CourseId course = draft(led);
        refused(Problem.Kind.CONFLICT, () -> courses.publish(led.host(), course));
        LessonId only = lessons.add(led.host(), course, lesson("一"));
        courses.publish(led.host(), course);
        refused(Problem.Kind.CONFLICT, () -> lessons.remove(led.host(), only));
    }

    @Test
    void aLessonMovesAndThoseBetweenMakeRoom() {
        TestStudio.Led led = studio.led(fitter());
        CourseId course = draft(led);
        List<LessonId> added = java.util.stream.Stream.of("一", "二", "三", "四")
                .map(title -> lessons.add(led.host(), course, lesson(title)))
                .toList();

        lessons.move(led.host(), added.get(3), 2);
        assertThat(titles(led, course)).containsExactly("1一", "2四", "3二", "4三");
        lessons.move(led.host(), added.getFirst(), 4);
        assertThat(titles(led, course)).containsExactly("1四", "2二", "3三", "4一");
        lessons.move(led.host(), added.getFirst(), 4);
        refused(Problem.Kind.INVALID, () -> lessons.move(led.host(), added.getFirst(), 5));
        refused(Problem.Kind.INVALID, () -> lessons.move(led.host(), added.getFirst(), 0));
        Actor otherHost = studio.led(fitter()).host();
        refused(Problem.Kind.NOT_FOUND, () -> lessons.move(otherHost, added.getFirst(), 1));
        assertThat(titles(led, course)).containsExactly("1四", "2二", "3三", "4一");
    }

    private List<String> titles(TestStudio.Led led, CourseId course) {
        return courses.get(led.host(), course).lessons().stream()
                .map(line -> line.number() + line.title())
                .toList();
    }

    @Test
    void lessonsAreNumberedWithoutGaps() {
        TestStudio.Led led = studio.led(fitter());
        CourseId course = draft(led);
        lessons.add(led.host(), course, lesson("一"));
        LessonId second = lessons.add(led.host(), course, lesson("二"));
        lessons.add(led.host(), course, lesson("三"));
        lessons.remove(led.host(), second);
        assertThat(courses.get(led.host(), course).lessons())
                .extracting(CoursePage.Line::number, CoursePage.Line::title)
                .containsExactly(tuple(1, "一"), tuple(2, "三"));
    }

    /** Reports of progress as they come in, and what is kept. */
    @ParameterizedTest(name = "{0} is kept as {1}, finished: {2}")
    @CsvSource({"0, 0, false", "40, 40, false", "40 20, 40, false", "100, 100, true", "100 30, 100, true"})
    void progressNeverFalls(String reports, int kept, boolean finished) {
        Actor worker = worker();
        LessonId lesson = published();
        List<LearningRecord> records = new ArrayList<>();
        int minute = 0;
        for (String report : reports.split(" ")) {
            records.add(learning.reach(worker, lesson, Integer.parseInt(report), MORNING.plusSeconds(60L * minute++)));
        }
        LearningRecord record = records.getLast();
        assertThat(record.progress()).isEqualTo(kept);
        assertThat(record.openedAt()).isEqualTo(MORNING);
        assertThat(record.finishedAt() != null).isEqualTo(finished);
        assertThat(lessons.get(worker, lesson).progress()).isEqualTo(kept);
    }

    @Test
    void aCourseCountsWhatEachLearnerFinished() {
        Actor worker = worker();
        LessonId lesson = published();
        CourseId course = lessons.get(worker, lesson).course().id();
        learning.finish(worker, lesson, MORNING);
        assertThat(courses.get(worker, course).finished()).isOne();
        assertThat(courses.get(worker(), course).finished()).isZero();
    }

    @Test
    void theMostParticularLessonIsNamedForAPoint() {
        List<Point> points =
                outlines.current(fitter(), Level.SENIOR).orElseThrow().points().toList();
        PointId one = points.getLast().id();
        Set<PointId> several = Set.of(
                one,
                points.get(points.size() - 2).id(),
                points.get(points.size() - 3).id());
        studio.lesson("概论 " + city.number(), fitter(), several);
        String particular = "专讲 " + city.number();
        String host = studio.lesson(particular, fitter(), Set.of(one));

        Map<PointId, LessonRef> all = lessons.forPoints(Set.of(one));

        assertThat(all).containsOnlyKeys(one);
        LessonRef found = all.values().iterator().next();
        assertThat(found.title()).startsWith("专讲");
        assertThat(found.url()).isEqualTo("/lessons/" + found.id());
        assertThat(lessons.forPoints(Set.of())).isEmpty();
        assertThat(host).isNotBlank();
    }

    @Test
    void theTextIsSafeAndPicturesComeFromTheStore() {
        String hash = "cd".repeat(32);
        assertThat(lessons.html(
                        "看图 ![阀](media:" + hash + ") <script>alert(1)</script> ![x](https://example.org/x.png)"))
                .contains("src=\"/media/" + hash + "\"")
                .doesNotContain("script", "example.org");
    }

    @Test
    void progressIsKeptOverTheApi() throws Exception {
        Actor worker = worker();
        LessonId lesson = published();
        String bearer =
                "Bearer " + tokens.issue(worker.person(), Duration.ofHours(1)).text();
        mvc.perform(put("/api/lessons/{id}/progress", lesson)
                        .header(HttpHeaders.AUTHORIZATION, bearer)
                        .contentType(MediaType.APPLICATION_JSON)
                        .content("{\"progress\":100}"))
                .andExpect(status().isOk())
                .andExpect(jsonPath("$.progress").value(100))
                .andExpect(jsonPath("$.finishedAt").isNotEmpty());
        mvc.perform(get("/api/lessons/{id}", lesson).header(HttpHeaders.AUTHORIZATION, bearer))
                .andExpect(status().isOk())
                .andExpect(jsonPath("$.progress").value(100))
                .andExpect(jsonPath("$.course.finished").value(1));
        mvc.perform(get("/api/courses?trade=fitter").header(HttpHeaders.AUTHORIZATION, bearer))
                .andExpect(status().isOk())
                .andExpect(jsonPath("$.rows[0].trade").value("fitter"));
        mvc.perform(get("/api/studios").header(HttpHeaders.AUTHORIZATION, bearer))
                .andExpect(status().isOk())
                .andExpect(jsonPath("$.rows[0].name").isNotEmpty());
        mvc.perform(put("/api/lessons/{id}/progress", lesson)
                        .header(HttpHeaders.AUTHORIZATION, bearer)
                        .contentType(MediaType.APPLICATION_JSON)
                        .content("{\"progress\":101}"))
                .andExpect(status().isBadRequest());
        mvc.perform(get("/api/courses")).andExpect(status().isUnauthorized());
    }

    private static void refused(Problem.Kind kind, Runnable act) {
        assertThatThrownBy(act::run)
                .isInstanceOfSatisfying(
                        Problem.class, problem -> assertThat(problem.kind()).isEqualTo(kind));
    }

    private LessonId published() {
        TestStudio.Led led = studio.led(fitter());
        CourseId course = draft(led);
        LessonId lesson = lessons.add(led.host(), course, lesson("一"));
        courses.publish(led.host(), course);
        return lesson;
    }

    private CourseId draft(TestStudio.Led led) {
        return draftAs(led.host(), led);
    }

    private CourseId draftAs(Actor actor, TestStudio.Led led) {
        return courses.draft(actor, new CourseDraft("课程 " + city.number(), "", fitter(), led.asHost()));
    }

    private static LessonDraft lesson(String title) {
        return new LessonDraft(title, "正文", Set.of());
    }

    private Actor worker() {
        return city.actor(city.enterprise(), Role.WORKER);
    }

    private TradeId fitter() {
        return trades.find("fitter").orElseThrow().id();
    }
}
