package org.lianbing.competition;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.MediaType;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.ResultActions;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;

import org.lianbing.attempt.AttemptState;
import org.lianbing.attempt.AttemptSummary;
import org.lianbing.attempt.Started;
import org.lianbing.base.Actor;
import org.lianbing.base.AuditLog;
import org.lianbing.base.PersonId;
import org.lianbing.base.Problem;
import org.lianbing.base.Role;
import org.lianbing.base.UnitId;
import org.lianbing.exam.Admission;
import org.lianbing.exam.ExamId;
import org.lianbing.exam.ExamPhase;
import org.lianbing.exam.ExamWindow;
import org.lianbing.exam.Exams;
import org.lianbing.exam.LateStart;
import org.lianbing.exam.ReleaseRule;
import org.lianbing.exam.TimeDecision;
import org.lianbing.testing.IntegrationTest;
import org.lianbing.testing.TestCity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.awaitility.Awaitility.await;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.delete;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.put;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.header;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

/** The time of a contest that runs: late starters, extra time, pauses, and what depends on the end of the exam. */
@IntegrationTest
class ContestTimeTest {

    private static final Duration PATIENCE = Duration.ofSeconds(40);
    private static final Duration TEN_MINUTES = Duration.ofMinutes(10);

    @Autowired
    MockMvc mvc;

    @Autowired
    TestCity city;

    @Autowired
    Contest contest;

    @Autowired
    Competitions competitions;

    @Autowired
    ContestTime time;

    @Autowired
    Admission admission;

    @Autowired
    Exams exams;

    @Autowired
    AuditLog audit;

    private UnitId unit = UnitId.next();
    private Actor organizer = new Actor(PersonId.next(), "", unit, List.of());
    private PersonId early = organizer.person();
    private PersonId late = organizer.person();

    @BeforeEach
    void someUnit() {
        unit = city.enterprise();
        organizer = city.actor(unit, Role.ORGANIZER);
        early = city.person(unit);
        late = city.person(unit);
    }

    @Test
    void whereTheFullTimeIsGivenTheExamIsNotOverBeforeTheLastOneIsDone() {
        ExamWindow window = contest.window(Duration.ofMinutes(-1), Duration.ofSeconds(3), Duration.ofSeconds(9))
                .with(LateStart.FULL, Duration.ZERO);
        Competition competition = contest.open(organizer, contest.draft(window, ReleaseRule.AUTOMATIC, early, late));
        Started started = admission.start(early, Contest.exam(competition), "", contest.now());

        assertThat(started.deadline()).isEqualTo(started.startedAt().plusSeconds(9));
        await().atMost(PATIENCE)
                .untilAsserted(() -> assertThat(exams.figures(organizer, Contest.exam(competition))
                                .absent())
                        .isEqualTo(1));
        // The window is over and one is noted as absent, but the other is at work and may come back from another
        // device.
        assertThat(attempt(competition, early).state()).isEqualTo(AttemptState.STARTED);
        assertThat(competitions.get(organizer, competition.id()).state()).isEqualTo(CompetitionState.OPEN);
        assertThat(admission.mine(early, contest.now()).getFirst().isAhead()).isTrue();
        assertThat(admission
                        .start(early, Contest.exam(competition), "tablet", contest.now())
                        .epoch())
                .isEqualTo(2);
        await().atMost(PATIENCE)
                .untilAsserted(() -> assertThat(
                                competitions.get(organizer, competition.id()).state())
                        .isEqualTo(CompetitionState.CLOSED));
        assertThat(attempt(competition, early).endedAt()).isEqualTo(started.deadline());
    }

    @Test
    void extraTimeReachesWhoIsAtWorkAtOnceAndTheOthersAtTheirStart() throws Exception {
        Competition competition =
                contest.open(organizer, contest.draft(contest.running(), ReleaseRule.MANUAL, early, late));
        ExamId exam = Contest.exam(competition);
        Started started = admission.start(early, exam, "", contest.now());
        Instant deadline = Objects.requireNonNull(started.deadline());

        as(organizer, post(url(competition, "/extra-time")), "{\"minutes\": 10, \"reason\": \"停电\"}")
                .andExpect(status().isOk())
                .andExpect(jsonPath("$.affected").value(1))
                .andExpect(jsonPath("$.seconds").value(600.0));
        as(
                        organizer,
                        post(url(competition, "/contestants/" + late + "/extra-time")),
                        "{\"minutes\": 5, \"reason\": \"视力不便\"}")
                .andExpect(status().isOk())
                .andExpect(jsonPath("$.affected").value(0));

        assertThat(attempt(competition, early).deadline()).isEqualTo(deadline.plus(TEN_MINUTES));
        mvc.perform(get("/api/exams/" + exam).header("Authorization", contest.bearer(late)))
                .andExpect(jsonPath("$.extraSeconds").value(900))
                .andExpect(jsonPath("$.lateStart").value("WITHIN_WINDOW"))
                .andExpect(jsonPath("$.rules[?(@ =~ /.*15 分钟.*视力不便.*/)]").exists());
        Started later = admission.start(late, exam, "", contest.now());
        Instant closes = competition.draft().window().closesAt();
        assertThat(later.deadline()).isEqualTo(closes.plus(Duration.ofMinutes(15)));
        assertThat(attempt(competition, late).time().extra()).isEqualTo(Duration.ofMinutes(15));
        mvc.perform(get("/api/attempts/" + later.attemptId()).header("Authorization", "Bearer " + later.token()))
                .andExpect(jsonPath("$.clock.extraReason").value("视力不便"));
        mvc.perform(get(url(competition, "/time-decisions"))
                        .header("Authorization", contest.bearer(organizer.person())))
                .andExpect(jsonPath("$.length()").value(2))
                .andExpect(jsonPath("$[0].personId").value(late.toString()))
                .andExpect(jsonPath("$[1].reason").value("停电"))
                .andExpect(jsonPath("$[1].decider").value(organizer.name()));
        assertThat(audit.doers(Set.of("exam.extended"), List.of(exam.value()))).containsExactly(organizer.person());
    }

    /** A start sees the decision, or the decision sees the attempt; nobody falls between them. */
    @Test
    void noStartIsOverlookedByADecisionThatIsMadeAtTheSameMoment() throws Exception {
        PersonId[] hall = Stream.generate(() -> city.person(unit)).limit(16).toArray(PersonId[]::new);
        Competition competition = contest.open(organizer, contest.draft(contest.running(), ReleaseRule.MANUAL, hall));
        ExamId exam = Contest.exam(competition);
        List<Callable<Object>> acts = new ArrayList<>();
        Stream.of(hall).forEach(one -> acts.add(() -> admission.start(one, exam, "", contest.now())));
        acts.add(8, () -> time.extend(organizer, competition.id(), null, TEN_MINUTES, "停电", contest::now));
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (Future<Object> act : threads.invokeAll(acts)) {
                act.get();
            }
        }
        Instant end = competition.draft().window().closesAt().plus(TEN_MINUTES);
        assertThat(exams.sittings(exam)).hasSize(16).allSatisfy(one -> {
            AttemptSummary attempt = Objects.requireNonNull(one.attempt());
            assertThat(attempt.time().extra()).isEqualTo(TEN_MINUTES);
            assertThat(attempt.deadline()).isEqualTo(end.truncatedTo(ChronoUnit.MICROS));
        });
    }

    @Test
    void thePlayerHearsOfItWithinSecondsAndInFewBytes() throws Exception {
        Competition competition = contest.open(organizer, contest.draft(contest.running(), ReleaseRule.MANUAL, early));
        Started started = admission.start(early, Contest.exam(competition), "", contest.now());
        String url = "/api/attempts/" + started.attemptId();
        String bearer = "Bearer " + started.token();
        mvc.perform(get(url + "/clock").header("Authorization", bearer))
                .andExpect(status().isOk())
                .andExpect(header().string("ETag", "\"0\""))
                .andExpect(jsonPath("$.extraSeconds").value(0));
        mvc.perform(get(url + "/clock").header("Authorization", bearer).header("If-None-Match", "\"0\""))
                .andExpect(status().isNotModified());

        time.pause(organizer, competition.id(), null, "网络故障", contest::now);

        await().atMost(Duration.ofSeconds(5))
                .untilAsserted(() -> mvc.perform(get(url + "/clock")
                                .header("Authorization", bearer)
                                .header("If-None-Match", "\"0\""))
                        .andExpect(status().isOk())
                        .andExpect(jsonPath("$.pauseReason").value("网络故障"))
                        .andExpect(jsonPath("$.pausedAt").exists()));
        mvc.perform(put(url + "/responses")
                        .header("Authorization", bearer)
                        .contentType(MediaType.APPLICATION_JSON)
                        .content("{\"responses\": [{\"slot\": 1, \"sequence\": 1, \"value\": null}]}"))
                .andExpect(status().isOk())
                .andExpect(jsonPath("$.refused[0].reason").value("paused"))
                .andExpect(jsonPath("$.paused").value(true))
                .andExpect(jsonPath("$.deadline").exists());
        mvc.perform(post(url + "/submission").header("Authorization", bearer))
                .andExpect(status().isConflict())
                .andExpect(jsonPath("$.code").value("attempt.paused"));
    }

    @Test
    void whilePausedNobodyStartsAndNothingIsOverAndThenAllIsLaterByThePause() {
        ExamWindow window = contest.window(Duration.ofMinutes(-1), Duration.ofSeconds(4), Duration.ofSeconds(3));
        Competition competition = contest.open(organizer, contest.draft(window, ReleaseRule.AUTOMATIC, early, late));
        ExamId exam = Contest.exam(competition);
        Instant deadline = Objects.requireNonNull(
                admission.start(early, exam, "", contest.now()).deadline());

        TimeDecision paused = time.pause(organizer, competition.id(), null, "消防警报", contest::now);

        assertThat(paused.affected()).isEqualTo(1);
        assertThat(admission.facts(late, exam, contest.now()).exam().pauseReason())
                .isEqualTo("消防警报");
        refused("exam.paused", () -> admission.start(late, exam, "", contest.now()));
        refused("exam.paused-already", () -> time.pause(organizer, competition.id(), null, "又一次", contest::now));
        // Whoever is at work may come back meanwhile, from another device, too.
        assertThat(admission.start(early, exam, "tablet", contest.now()).epoch())
                .isEqualTo(2);
        await().pollDelay(Duration.ofSeconds(9)).atMost(PATIENCE).until(() -> true);
        assertThat(attempt(competition, early).state()).isEqualTo(AttemptState.STARTED);
        assertThat(exams.get(organizer, exam).clock().phaseAt(contest.now())).isEqualTo(ExamPhase.OPEN);
        assertThat(exams.figures(organizer, exam).absent()).isZero();

        TimeDecision resumed = time.resume(organizer, competition.id(), null, contest::now);

        assertThat(attempt(competition, early).deadline()).isEqualTo(deadline.plus(resumed.by()));
        assertThat(resumed.by()).isEqualTo(Duration.between(paused.at(), resumed.at()));
        assertThat(exams.get(organizer, exam).clock().lastEntry())
                .isEqualTo(window.closesAt().plus(resumed.by()));
        assertThat(admission.start(late, exam, "", contest.now()).deadline())
                .isBeforeOrEqualTo(window.closesAt().plus(resumed.by()));
        await().atMost(PATIENCE)
                .untilAsserted(() -> assertThat(
                                competitions.get(organizer, competition.id()).state())
                        .isEqualTo(CompetitionState.CLOSED));
        assertThat(attempt(competition, early).endedAt()).isEqualTo(deadline.plus(resumed.by()));
        refused(
                "exam.time-settled",
                () -> time.extend(organizer, competition.id(), null, TEN_MINUTES, "太晚了", contest::now));
    }

    @Test
    void aPauseBeforeTheOpeningMovesTheOpening() throws Exception {
        ExamWindow window = contest.window(Duration.ofSeconds(4), Duration.ofHours(1), Duration.ofMinutes(30));
        Competition competition = contest.open(organizer, contest.draft(window, ReleaseRule.MANUAL, early, late));
        ExamId exam = Contest.exam(competition);

        TimeDecision paused = time.pause(organizer, competition.id(), null, "考场断网", contest::now);

        await().pollDelay(Duration.ofSeconds(5)).atMost(PATIENCE).until(() -> true);
        refused("exam.paused", () -> admission.start(early, exam, "", contest.now()));
        assertThat(admission.facts(early, exam, contest.now()).phase()).isEqualTo(ExamPhase.BEFORE);
        TimeDecision resumed = time.resume(organizer, competition.id(), null, contest::now);
        assertThat(paused.affected()).isZero();
        mvc.perform(get("/api/exams/" + exam).header("Authorization", contest.bearer(early)))
                .andExpect(jsonPath("$.phase").value("BEFORE"))
                .andExpect(jsonPath("$.pause").doesNotExist())
                .andExpect(jsonPath("$.opensAt")
                        .value(window.opensAt().plus(resumed.by()).toString()));
        refused("exam.not-open-yet", () -> admission.start(early, exam, "", contest.now()));
        await().atMost(PATIENCE)
                .ignoreException(Problem.class)
                .untilAsserted(() -> assertThat(
                                admission.start(early, exam, "", contest.now()).epoch())
                        .isEqualTo(1));
    }

    @Test
    void whoWasNotedAbsentMayComeWhereExtraTimeMovesTheLastStartAhead() {
        ExamWindow window = contest.window(Duration.ofMinutes(-1), Duration.ofSeconds(3), Duration.ofMinutes(10));
        Competition competition = contest.open(organizer, contest.draft(window, ReleaseRule.MANUAL, early, late));
        ExamId exam = Contest.exam(competition);
        admission.start(early, exam, "", contest.now());
        time.extend(organizer, competition.id(), early, TEN_MINUTES, "读屏软件", contest::now);
        await().atMost(PATIENCE)
                .untilAsserted(() ->
                        assertThat(exams.figures(organizer, exam).absent()).isEqualTo(1));
        refused("exam.over", () -> admission.start(late, exam, "", contest.now()));

        time.extend(organizer, competition.id(), null, TEN_MINUTES, "大面积停电", contest::now);

        assertThat(exams.figures(organizer, exam).absent()).isZero();
        assertThat(admission.start(late, exam, "", contest.now()).epoch()).isEqualTo(1);
        assertThat(attempt(competition, early).state()).isEqualTo(AttemptState.STARTED);
    }

    @Test
    void onePersonIsPausedAndGoesOnAlone() throws Exception {
        Competition competition =
                contest.open(organizer, contest.draft(contest.running(), ReleaseRule.MANUAL, early, late));
        ExamId exam = Contest.exam(competition);
        admission.start(early, exam, "", contest.now());
        admission.start(late, exam, "", contest.now());
        String door = url(competition, "/contestants/" + early + "/pause");

        as(organizer, post(door), "{\"reason\": \"换一台电脑\"}").andExpect(status().isOk());
        assertThat(attempt(competition, early).time().pausedAlone()).isTrue();
        assertThat(attempt(competition, late).time().pausedAt()).isNull();
        as(organizer, post(door), "{\"reason\": \"再停\"}").andExpect(status().isConflict());
        as(organizer, delete(door), "{}").andExpect(status().isOk());
        as(organizer, delete(door), "{}").andExpect(jsonPath("$.code").value("exam.not-paused"));
        assertThat(attempt(competition, early).time().pausedAt()).isNull();
    }

    @Test
    void nobodyElseDecidesAboutTheTimeOfAnExam() throws Exception {
        Competition competition = contest.open(organizer, contest.draft(contest.running(), ReleaseRule.MANUAL, early));
        admission.start(early, Contest.exam(competition), "", contest.now());
        Actor stranger = city.actor(city.enterprise(), Role.ORGANIZER);
        Actor worker = new Actor(early, "", unit, List.of());
        String person = "/contestants/" + early;
        for (MockHttpServletRequestBuilder door : List.of(
                post(url(competition, "/extra-time")),
                post(url(competition, "/pause")),
                post(url(competition, person + "/extra-time")),
                post(url(competition, person + "/pause")),
                post(url(competition, person + "/reopening")))) {
            String body = "{\"minutes\": 10, \"reason\": \"无\"}";
            as(stranger, door, body).andExpect(status().isNotFound());
        }
        mvc.perform(delete(url(competition, "/pause")).header("Authorization", contest.bearer(stranger.person())))
                .andExpect(status().isNotFound());
        mvc.perform(get(url(competition, "/time-decisions")).header("Authorization", contest.bearer(stranger.person())))
                .andExpect(status().isNotFound());
        as(worker, post(url(competition, "/pause")), "{\"reason\": \"我要休息\"}").andExpect(status().isForbidden());
        mvc.perform(post(url(competition, "/pause"))
                        .contentType(MediaType.APPLICATION_JSON)
                        .content("{\"reason\": \"无\"}"))
                .andExpect(status().isUnauthorized());
        refused("base.forbidden", () -> time.pause(worker, competition.id(), null, "我要休息", contest::now));
        assertThat(time.decisions(organizer, competition.id())).isEmpty();
    }

    @Test
    void whatCannotBeIsRefusedAndChangesNothing() {
        Competition competition =
                contest.open(organizer, contest.draft(contest.running(), ReleaseRule.MANUAL, early, late));
        admission.start(early, Contest.exam(competition), "", contest.now());
        CompetitionId id = competition.id();

        refused("exam.time-reason", () -> time.pause(organizer, id, null, " ", contest::now));
        refused("exam.extra-bounds", () -> time.extend(organizer, id, null, Duration.ZERO, "无", contest::now));
        refused(
                "exam.extra-bounds",
                () -> time.extend(organizer, id, null, Duration.ofMinutes(241), "无", contest::now));
        refused(
                "exam.extra-below-zero",
                () -> time.extend(organizer, id, null, Duration.ofMinutes(-1), "无", contest::now));
        refused("exam.not-paused", () -> time.resume(organizer, id, null, contest::now));
        refused("exam.pause-not-at-work", () -> time.pause(organizer, id, late, "没来", contest::now));
        refused(
                "attempt.not-closed-by-the-clock",
                () -> time.reopen(organizer, id, early, TEN_MINUTES, "还在答", contest::now));
        refused(
                "base.not-found",
                () -> time.extend(organizer, id, city.person(unit), TEN_MINUTES, "不在名单", contest::now));
        assertThat(time.decisions(organizer, id)).isEmpty();
        assertThat(time.reach(organizer, id, contest::now).atWork()).isEqualTo(1);
        assertThat(time.reach(organizer, id, contest::now).toCome()).isEqualTo(1);
    }

    @Test
    void theRuleAndTheGraceAreLaidDownByProgramsToo() throws Exception {
        String body = """
                {"name": "迟到规则", "trade": "%s", "level": "intermediate", "opensAt": "2036-01-01T01:00:00Z",
                 "closesAt": "2036-01-01T03:00:00Z", "durationMinutes": 60, "lateStart": "%s", "graceSeconds": %d,
                 "blueprint": {"sections": [{"type": "true-false", "count": 1}]}}
                """;
        as(organizer, post("/api/competitions"), body.formatted(Contest.TRADE, "remaining", 0))
                .andExpect(status().isCreated())
                .andExpect(jsonPath("$.lateStart").value("REMAINING"))
                .andExpect(jsonPath("$.graceSeconds").value(0))
                .andExpect(jsonPath("$.lastEntryAt").value("2036-01-01T02:00:00Z"));
        as(organizer, post("/api/competitions"), body.formatted(Contest.TRADE, "remaining", 61))
                .andExpect(status().isBadRequest())
                .andExpect(jsonPath("$.code").value("exam.grace"));
        as(organizer, post("/api/competitions"), body.formatted(Contest.TRADE, "whatever", 5))
                .andExpect(status().isBadRequest());
    }

    private ResultActions as(Actor actor, MockHttpServletRequestBuilder request, String body) throws Exception {
        return mvc.perform(request.header("Authorization", contest.bearer(actor.person()))
                .contentType(MediaType.APPLICATION_JSON)
                .content(body));
    }

    private static String url(Competition competition, String path) {
        return "/api/competitions/" + competition.id() + path;
    }

    private AttemptSummary attempt(Competition competition, PersonId person) {
        return Objects.requireNonNull(exams.sittings(Contest.exam(competition)).stream()
                .filter(one -> one.person().equals(person))
                .findFirst()
                .orElseThrow()
                .attempt());
    }

    private static void refused(String code, Runnable act) {
        assertThatExceptionOfType(Problem.class)
                .isThrownBy(act::run)
                .satisfies(problem -> assertThat(problem.code()).isEqualTo(code));
    }
}
