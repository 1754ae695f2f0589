package org.lianbing.exam.marking;

import java.math.BigDecimal;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.transaction.support.TransactionTemplate;

import org.lianbing.account.PersonName;
import org.lianbing.attempt.Attempts;
import org.lianbing.attempt.Mark;
import org.lianbing.attempt.Markings;
import org.lianbing.attempt.OpinionRule;
import org.lianbing.attempt.Started;
import org.lianbing.base.Actor;
import org.lianbing.base.PageOf;
import org.lianbing.base.PersonId;
import org.lianbing.base.Role;
import org.lianbing.base.UnitId;
import org.lianbing.competition.Competition;
import org.lianbing.competition.Competitions;
import org.lianbing.competition.Contest;
import org.lianbing.competition.Contestants;
import org.lianbing.competition.ResultRow;
import org.lianbing.competition.Results;
import org.lianbing.competition.SealedHall;
import org.lianbing.exam.Exam;
import org.lianbing.exam.ExamId;
import org.lianbing.exam.ReleaseRule;
import org.lianbing.notice.Inbox;
import org.lianbing.notice.Notice;
import org.lianbing.testing.IntegrationTest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;
import static org.lianbing.exam.marking.Written.draft;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

/** From the answer that was handed in to the result: queues, opinions, second thoughts, release. */
@IntegrationTest
class MarkingTest {

    private static final Duration PATIENCE = Duration.ofSeconds(40);

    @Autowired
    MockMvc mvc;

    @Autowired
    Written written;

    @Autowired
    SealedHall halls;

    @Autowired
    MarkingDesk desk;

    @Autowired
    MarkingPlans plans;

    @Autowired
    Markings markings;

    @Autowired
    Attempts attempts;

    @Autowired
    Competitions competitions;

    @Autowired
    Contestants contestants;

    @Autowired
    Results results;

    @Autowired
    Inbox inbox;

    @Autowired
    TransactionTemplate transaction;

    private UnitId unit = UnitId.next();
    private Actor organizer = nobody();
    private Actor first = nobody();
    private Actor second = nobody();
    private Actor third = nobody();
    private PersonId worker = PersonId.next();

    private static Actor nobody() {
        return new Actor(PersonId.next(), "", UnitId.next(), List.of());
    }

    @BeforeEach
    void aUnitWithJudges() {
        unit = written.city.enterprise();
        organizer = written.city.actor(unit, Role.ORGANIZER);
        first = written.city.actor(unit, Role.JUDGE);
        second = written.city.actor(unit, Role.JUDGE);
        third = written.city.actor(unit, Role.JUDGE);
        worker = written.city.person(unit);
    }

    @Test
    void oneOpinionIsTheScoreAndTheReleaseWaitsForIt() throws Exception {
        Competition competition = written.open(organizer, ReleaseRule.MANUAL, worker);
        ExamId exam = name(competition, OpinionRule.SINGLE);
        Started started = written.sit(competition, worker, "先告知老人，再检查管路。");
        written.laidOut(organizer, competition);
        assertThat(row(competition).state()).isEqualTo(ResultRow.State.MARKING);
        assertThat(row(competition).score()).isNull();
        assertThatThrownBy(() -> competitions.release(organizer, competition.id(), now()))
                .hasMessage("exam.marking.open");

        AnswerSheet sheet = next(first, exam).orElseThrow();
        assertThat(sheet.answer().text()).isEqualTo("先告知老人，再检查管路。");
        assertThat(sheet.guide().hints()).contains("告知");
        assertThat(desk.mark(first, exam, sheet.id(), draft(sheet, "管路说对了，还差床栏", "4", "2.5"), now())
                        .points())
                .isEqualByComparingTo("6.5");
        assertThat(attempts.get(started.attemptId()).score()).isEqualByComparingTo("6.5");
        await().atMost(PATIENCE)
                .untilAsserted(() -> assertThat(row(competition).place()).isEqualTo(1));
        competitions.release(organizer, competition.id(), now());
        String token = sheet.answer().lines().get(1).token();
        mvc.perform(get("/api/exams/%s/attempts/%s/result".formatted(exam, started.attemptId()))
                        .header("Authorization", written.contest.bearer(worker)))
                .andExpect(status().isOk())
                .andExpect(jsonPath("$.score").value(6.5))
                .andExpect(jsonPath("$.slots[0].reason").value("marked"))
                .andExpect(jsonPath("$.slots[0].marked.points['" + token + "']").value(2.5))
                .andExpect(jsonPath("$.slots[0].marked.comments[0]").value("管路说对了，还差床栏"));
        assertThatThrownBy(() -> desk.rethink(first, exam, sheet.id(), draft(sheet, "", "4"), "看错了", now()))
                .hasMessage("exam.marking.released");
    }

    @Test
    void whoLeavesItBlankGetsNothingAndKeepsNobodyWaiting() {
        Competition competition = written.open(organizer, ReleaseRule.AUTOMATIC, worker);
        ExamId exam = name(competition, OpinionRule.SINGLE);
        Started started = written.sit(competition, worker, "");
        await().atMost(PATIENCE)
                .untilAsserted(
                        () -> assertThat(written.exams.get(organizer, exam).isReleased())
                                .isTrue());
        assertThat(attempts.results(started.attemptId()).getFirst().reason()).isEqualTo("blank");
        assertThat(plans.progress(organizer, exam).questions().getFirst().blank())
                .isEqualTo(1);
        assertThat(plans.progress(organizer, exam).answers()).isZero();
    }

    @Test
    void theAutomaticReleaseComesWithTheLastMark() {
        Competition competition = written.open(organizer, ReleaseRule.AUTOMATIC, worker);
        ExamId exam = name(competition, OpinionRule.SINGLE);
        written.sit(competition, worker, "检查管路");
        written.laidOut(organizer, competition);
        AnswerSheet sheet = next(first, exam).orElseThrow();
        assertThat(written.exams.get(organizer, exam).isReleased()).isFalse();
        desk.mark(first, exam, sheet.id(), draft(sheet, "", "4"), now());
        await().atMost(PATIENCE)
                .untilAsserted(
                        () -> assertThat(written.exams.get(organizer, exam).isReleased())
                                .isTrue());
    }

    @Test
    void twoAtOnceNeverTakeTheSameAnswer() throws Exception {
        PersonId[] hall = new PersonId[12];
        for (int i = 0; i < hall.length; i++) {
            hall[i] = written.city.person(unit);
        }
        Competition competition = written.open(organizer, ReleaseRule.MANUAL, hall);
        ExamId exam = name(competition, OpinionRule.SINGLE);
        for (PersonId person : hall) {
            written.sit(competition, person, "答案 " + person);
        }
        written.laidOut(organizer, competition);
        List<Callable<List<String>>> markers = List.of(marker(first, exam), marker(second, exam), marker(third, exam));
        List<String> marked = new ArrayList<>();
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (Future<List<String>> one : threads.invokeAll(markers)) {
                marked.addAll(one.get());
            }
        }
        assertThat(marked).hasSize(hall.length).doesNotHaveDuplicates();
        MarkingProgress progress = plans.progress(organizer, exam);
        assertThat(progress.open()).isZero();
        assertThat(progress.markers())
                .extracting(MarkingProgress.OfMarker::marked)
                .satisfies(counts -> assertThat(
                                counts.stream().mapToInt(Integer::intValue).sum())
                        .isEqualTo(hall.length));
    }

    @Test
    void whatASealedQuestionAsksIsNotToldToAnOrganizerBeforeTheResults() {
        SealedHall.Hall hall = halls.done(Written.shortAnswer());
        ExamId exam = Contest.exam(hall.competition());
        assertThat(plans.progress(hall.organizer(), exam).questions())
                .singleElement()
                .satisfies(one -> assertThat(one.stem()).isNull());

        Competition open = written.open(organizer, ReleaseRule.MANUAL, written.city.person(unit));
        assertThat(plans.progress(organizer, Contest.exam(open)).questions())
                .singleElement()
                .satisfies(one -> assertThat(one.stem()).contains("为卧床老人翻身前"));
    }

    private Callable<List<String>> marker(Actor actor, ExamId exam) {
        return () -> {
            List<String> texts = new ArrayList<>();
            for (Optional<AnswerSheet> sheet = next(actor, exam); sheet.isPresent(); sheet = next(actor, exam)) {
                desk.mark(actor, exam, sheet.get().id(), draft(sheet.get(), "", "4"), now());
                texts.add(sheet.get().answer().text());
            }
            return texts;
        };
    }

    @Test
    void aThirdIsAskedWhereTwoDifferTooMuchAndNeverOneOfThem() {
        Competition competition = written.open(organizer, ReleaseRule.MANUAL, worker);
        ExamId exam = name(competition, new OpinionRule(2, new BigDecimal("2")));
        Started started = written.sit(competition, worker, "核对、告知");
        written.laidOut(organizer, competition);
        AnswerSheet one = next(first, exam).orElseThrow();
        desk.mark(first, exam, one.id(), draft(one, "", "4", "4", "2"), now());
        assertThat(next(first, exam)).as("not twice by the same").isEmpty();
        AnswerSheet two = next(second, exam).orElseThrow();
        assertThat(two.marks()).isEmpty();
        assertThat(desk.mark(second, exam, two.id(), draft(two, "", "4"), now()).verdict())
                .isEqualTo(new OpinionRule.Waits(3));
        assertThat(next(first, exam)).isEmpty();
        assertThat(next(second, exam)).isEmpty();
        assertThat(plans.differences(organizer, exam)).hasSize(1);
        AnswerSheet decides = next(third, exam).orElseThrow();
        desk.mark(third, exam, decides.id(), draft(decides, "", "4", "1"), now());
        // 5 lies within 2 of 4, so that the mean of these two is the result.
        assertThat(attempts.get(started.attemptId()).score()).isEqualByComparingTo("4.5");
        MarkingProgress.OfQuestion figures =
                plans.progress(organizer, exam).questions().getFirst();
        assertThat(figures.thirds()).isEqualTo(1);
        assertThat(figures.meanDifference()).isEqualTo(6);
    }

    @Test
    void aSecondThoughtIsKeptWithItsReasonAndMayOpenTheAnswerAgain() {
        Competition competition = written.open(organizer, ReleaseRule.MANUAL, worker);
        ExamId exam = name(competition, new OpinionRule(2, new BigDecimal("1")));
        Started started = written.sit(competition, worker, "核对、告知");
        written.laidOut(organizer, competition);
        AnswerSheet one = next(first, exam).orElseThrow();
        desk.mark(first, exam, one.id(), draft(one, "", "4"), now());
        AnswerSheet two = next(second, exam).orElseThrow();
        desk.mark(second, exam, two.id(), draft(two, "", "4", "1"), now());
        assertThat(attempts.get(started.attemptId()).score()).isEqualByComparingTo("4.5");

        assertThatThrownBy(() -> desk.rethink(second, exam, two.id(), draft(two, "", "4", "4"), " ", now()))
                .hasMessage("attempt.mark.reason");
        desk.rethink(second, exam, two.id(), draft(two, "", "4", "4"), "漏看了一句", now());
        assertThat(attempts.get(started.attemptId()).unmarked()).isEqualTo(1);
        assertThat(markings.marks(started.attemptId(), 1))
                .filteredOn(mark -> mark.opinion() == 2)
                .extracting(Mark::revision, Mark::reason)
                .containsExactly(
                        org.assertj.core.groups.Tuple.tuple(1, null), org.assertj.core.groups.Tuple.tuple(2, "漏看了一句"));
        assertThat(next(third, exam)).isPresent();
        assertThatThrownBy(() -> competitions.release(organizer, competition.id(), now()))
                .hasMessage("exam.marking.open");
        desk.rethink(first, exam, one.id(), draft(one, "", "4", "4"), "同意是全对", now());
        assertThat(attempts.get(started.attemptId()).score()).isEqualByComparingTo("8");
        competitions.release(organizer, competition.id(), now());
    }

    @Test
    void aClaimRunsOutAndWhoLostItIsToldSo() {
        Competition competition = written.open(organizer, ReleaseRule.MANUAL, worker);
        ExamId exam = name(competition, OpinionRule.SINGLE);
        written.sit(competition, worker, "核对");
        written.laidOut(organizer, competition);
        AnswerSheet taken = next(first, exam).orElseThrow();
        assertThat(next(second, exam)).isEmpty();
        assertThat(next(first, exam)).map(AnswerSheet::id).contains(taken.id());
        AnswerSheet late = desk.next(
                        second, exam, 1, 0, now().plus(MarkingDesk.CLAIM).plusSeconds(1))
                .orElseThrow();
        assertThat(late.id()).isEqualTo(taken.id());
        assertThatThrownBy(() -> desk.mark(first, exam, taken.id(), draft(taken, "", "4"), now()))
                .hasMessage("exam.marking.claim-lost");
        desk.giveBack(second, exam, late.id());
        assertThat(next(first, exam)).isPresent();
    }

    @Test
    void whoWroteItIsNowhereInWhatAMarkerGets() throws Exception {
        Competition competition = written.open(organizer, ReleaseRule.MANUAL, worker);
        ExamId exam = name(competition, OpinionRule.SINGLE);
        Started started = written.sit(competition, worker, "核对");
        written.laidOut(organizer, competition);
        String name = contestants.get(organizer, competition.id(), worker).row().name();
        String bearer = written.contest.bearer(first.person());
        StringBuilder all = new StringBuilder();
        all.append(got(get("/api/marking"), bearer));
        all.append(got(get("/api/exams/" + exam + "/marking"), bearer));
        String answer = got(post("/api/exams/" + exam + "/marking/questions/1/next"), bearer);
        all.append(answer);
        String id = answer.replaceAll(".*\"answer\":\"([0-9a-f-]{36})\".*", "$1");
        all.append(got(get("/api/exams/" + exam + "/marking/answers/" + id), bearer));
        all.append(got(get("/api/exams/" + exam + "/marking/questions/1/marks"), bearer));
        assertThat(all.toString())
                .contains("核对")
                .doesNotContain(name, worker.toString(), started.attemptId().toString(), unit.toString());
    }

    private String got(
            org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder request, String bearer)
            throws Exception {
        return mvc.perform(request.header("Authorization", bearer))
                .andExpect(status().isOk())
                .andReturn()
                .getResponse()
                .getContentAsString(java.nio.charset.StandardCharsets.UTF_8);
    }

    @Test
    void onlyNamedJudgesOfTheUnitMarkAndNobodyWhoSits() {
        Actor elsewhere = written.city.actor(written.city.enterprise(), Role.JUDGE);
        Competition competition = written.open(organizer, ReleaseRule.MANUAL, worker);
        ExamId exam = name(competition, OpinionRule.SINGLE);
        written.sit(competition, worker, "核对");
        written.laidOut(organizer, competition);
        Actor unnamed = written.city.actor(unit, Role.JUDGE);
        assertThatThrownBy(() -> next(unnamed, exam)).hasMessage("base.not-found");
        assertThatThrownBy(() -> next(elsewhere, exam)).hasMessage("base.not-found");
        assertThatThrownBy(() -> next(organizer, exam)).hasMessage("base.forbidden");
        assertThatThrownBy(() -> plans.name(organizer, exam, List.of(elsewhere.person()), now()))
                .hasMessage("exam.marking.no-judge");
        assertThatThrownBy(() -> plans.name(organizer, exam, List.of(worker), now()))
                .hasMessage("exam.marking.sits");
        assertThatThrownBy(() -> plans.progress(written.city.actor(written.city.enterprise(), Role.ORGANIZER), exam))
                .hasMessage("base.not-found");
        assertThat(plans.candidates(organizer, exam))
                .extracting(PersonName::id)
                .contains(first.person(), unnamed.person())
                .doesNotContain(elsewhere.person(), worker);
        assertThat(inbox.of(first, false, PageOf.number(0, 10)).rows())
                .extracting(Notice::code)
                .contains("exam.marking.notice.named", "exam.marking.notice.work");
    }

    @Test
    void inAWiderContestNobodyMarksPeopleOfTheirOwnUnit() {
        UnitId city = written.city.administrator().unit();
        Actor cityOrganizer = written.city.actor(city, Role.ORGANIZER);
        Actor fromHere = written.city.judgeOf(city, unit);
        Actor fromElsewhere = written.city.judgeOf(city, written.city.enterprise());
        Competition competition = written.open(cityOrganizer, ReleaseRule.MANUAL, worker);
        ExamId exam = Contest.exam(competition);
        plans.name(cityOrganizer, exam, List.of(fromHere.person()), now());
        written.sit(competition, worker, "核对");
        written.laidOut(cityOrganizer, competition);
        assertThat(next(fromHere, exam)).isEmpty();
        assertThat(desk.queues(fromHere, exam, now()).getFirst().waiting()).isZero();
        assertThat(plans.progress(cityOrganizer, exam).stuck()).isEqualTo(1);
        plans.name(cityOrganizer, exam, List.of(fromHere.person(), fromElsewhere.person()), now());
        assertThat(plans.progress(cityOrganizer, exam).stuck()).isZero();
        assertThat(next(fromElsewhere, exam)).isPresent();
    }

    @Test
    void inAWiderContestNobodyMarksTheWorkshopNextDoor() {
        UnitId city = written.city.administrator().unit();
        Actor cityOrganizer = written.city.actor(city, Role.ORGANIZER);
        Actor nextDoor = written.city.judgeOf(city, written.city.workshop(unit));
        PersonId candidate = written.city.person(written.city.workshop(unit));
        Competition competition = written.open(cityOrganizer, ReleaseRule.MANUAL, candidate);
        ExamId exam = Contest.exam(competition);
        plans.name(cityOrganizer, exam, List.of(nextDoor.person()), now());
        written.sit(competition, candidate, "核对");
        written.laidOut(cityOrganizer, competition);
        assertThat(next(nextDoor, exam)).isEmpty();
        assertThat(plans.progress(cityOrganizer, exam).stuck()).isEqualTo(1);
    }

    @Test
    void anEnterprisesOwnJudgesMarkItsWorkshopsButNoneTheirOwn() {
        UnitId workshop = written.city.workshop(unit);
        Actor same = written.city.judgeOf(unit, workshop);
        Actor nextDoor = written.city.judgeOf(unit, written.city.workshop(unit));
        PersonId candidate = written.city.person(workshop);
        Competition competition = written.open(organizer, ReleaseRule.MANUAL, candidate);
        ExamId exam = Contest.exam(competition);
        plans.name(organizer, exam, List.of(same.person(), nextDoor.person()), now());
        written.sit(competition, candidate, "核对");
        written.laidOut(organizer, competition);
        assertThat(next(same, exam)).isEmpty();
        assertThat(next(nextDoor, exam)).isPresent();
    }

    @Test
    void whoIsNamedNoMoreGivesBackWhatTheyTook() {
        Competition competition = written.open(organizer, ReleaseRule.MANUAL, worker);
        ExamId exam = name(competition, OpinionRule.SINGLE);
        written.sit(competition, worker, "核对");
        written.laidOut(organizer, competition);
        AnswerSheet taken = next(first, exam).orElseThrow();
        assertThat(next(second, exam)).isEmpty();
        plans.name(organizer, exam, List.of(second.person()), now());
        assertThat(next(second, exam)).map(AnswerSheet::id).contains(taken.id());
        assertThatThrownBy(() -> desk.mark(first, exam, taken.id(), draft(taken, "", "4"), now()))
                .hasMessage("base.not-found");
    }

    @Test
    void whoMayGiveAThirdOpinionIsToldOnceWhileSomeWait() {
        PersonId other = written.city.person(unit);
        Competition competition = written.open(organizer, ReleaseRule.MANUAL, worker, other);
        ExamId exam = name(competition, new OpinionRule(2, BigDecimal.ONE));
        written.sit(competition, worker, "核对");
        written.sit(competition, other, "告知");
        written.laidOut(organizer, competition);
        for (int i = 0; i < 2; i++) {
            AnswerSheet sheet = next(first, exam).orElseThrow();
            desk.mark(first, exam, sheet.id(), draft(sheet, "", "4", "4", "2"), now());
        }
        assertThat(told(third, "exam.marking.notice.third")).isZero();
        for (int i = 0; i < 2; i++) {
            AnswerSheet sheet = next(second, exam).orElseThrow();
            desk.mark(second, exam, sheet.id(), draft(sheet, "", "1"), now());
        }
        assertThat(told(third, "exam.marking.notice.third")).isEqualTo(1);
        assertThat(told(first, "exam.marking.notice.third")).isZero();
        assertThat(told(second, "exam.marking.notice.third")).isZero();
        assertThat(told(organizer, "exam.marking.notice.third-nobody")).isZero();
    }

    @Test
    void whereNobodyMayGiveAThirdOpinionTheOrganizerIsTold() {
        Competition competition = written.open(organizer, ReleaseRule.MANUAL, worker);
        ExamId exam = name(competition, new OpinionRule(2, BigDecimal.ONE));
        plans.name(organizer, exam, List.of(first.person(), second.person()), now());
        written.sit(competition, worker, "核对");
        written.laidOut(organizer, competition);
        AnswerSheet sheet = next(first, exam).orElseThrow();
        desk.mark(first, exam, sheet.id(), draft(sheet, "", "4", "4", "2"), now());
        AnswerSheet again = next(second, exam).orElseThrow();
        desk.mark(second, exam, again.id(), draft(again, "", "1"), now());
        assertThat(told(organizer, "exam.marking.notice.third-nobody")).isEqualTo(1);
        assertThat(told(first, "exam.marking.notice.third")).isZero();
    }

    private long told(Actor actor, String code) {
        return inbox.of(actor, true, PageOf.number(0, 50)).rows().stream()
                .filter(notice -> notice.code().equals(code))
                .count();
    }

    @Test
    void theRuleIsFixedWithTheFirstMark() {
        Competition competition = written.open(organizer, ReleaseRule.MANUAL, worker);
        ExamId exam = name(competition, OpinionRule.SINGLE);
        written.sit(competition, worker, "核对");
        written.laidOut(organizer, competition);
        OpinionRule twice = new OpinionRule(2, BigDecimal.ONE);
        plans.lay(organizer, exam, twice, null, now());
        AnswerSheet sheet = next(first, exam).orElseThrow();
        desk.mark(first, exam, sheet.id(), draft(sheet, "", "4"), now());
        assertThat(next(second, exam)).isPresent();
        assertThatThrownBy(() -> plans.lay(organizer, exam, OpinionRule.SINGLE, null, now()))
                .hasMessage("attempt.mark.rule-late");
        plans.lay(organizer, exam, twice, now().plusSeconds(3600), now());
        assertThat(plans.plan(organizer, exam).dueAt()).isNotNull();
    }

    @Test
    void noRuleIsLaidDownUnderAMarkOfTheSameMoment() {
        Competition competition = written.open(organizer, ReleaseRule.MANUAL, worker);
        ExamId exam = name(competition, OpinionRule.SINGLE);
        Started started = written.sit(competition, worker, "核对");
        written.laidOut(organizer, competition);
        AnswerSheet sheet = next(first, exam).orElseThrow();
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            Future<?> laying = Objects.requireNonNull(transaction.execute(status -> {
                desk.mark(first, exam, sheet.id(), draft(sheet, "", "4"), now());
                Future<?> waiting = threads.submit(
                        () -> plans.lay(organizer, exam, new OpinionRule(2, BigDecimal.ONE), null, now()));
                assertThatThrownBy(() -> waiting.get(1, TimeUnit.SECONDS)).isInstanceOf(TimeoutException.class);
                return waiting;
            }));
            assertThatThrownBy(laying::get).cause().hasMessage("attempt.mark.rule-late");
        }
        assertThat(plans.plan(organizer, exam).rule()).isEqualTo(OpinionRule.SINGLE);
        assertThat(attempts.get(started.attemptId()).score()).isEqualByComparingTo("4");
    }

    @Test
    void whatIsVoidWaitsForNobodyAndComesBackRestored() {
        PersonId other = written.city.person(unit);
        Competition competition = written.open(organizer, ReleaseRule.MANUAL, worker, other);
        ExamId exam = name(competition, OpinionRule.SINGLE);
        written.sit(competition, worker, "核对");
        written.sit(competition, other, "告知");
        Exam laid = written.laidOut(organizer, competition);
        contestants.declareVoid(organizer, competition.id(), worker, "替考", now());
        written.layOut.run(laid, now());
        assertThat(plans.progress(organizer, exam).open()).isEqualTo(1);
        assertThat(next(first, exam).orElseThrow().answer().text()).isEqualTo("告知");
        assertThat(next(second, exam)).isEmpty();
        contestants.restore(organizer, competition.id(), worker, now());
        written.layOut.run(laid, now());
        assertThat(next(second, exam)).isPresent();
    }

    @Test
    void whoIsRestoredAfterTheReleaseIsMarkedStillAndHasNoResultBefore() {
        PersonId other = written.city.person(unit);
        Competition competition = written.open(organizer, ReleaseRule.MANUAL, worker, other);
        ExamId exam = name(competition, OpinionRule.SINGLE);
        Started restored = written.sit(competition, worker, "核对");
        written.sit(competition, other, "告知");
        Exam laid = written.laidOut(organizer, competition);
        contestants.declareVoid(organizer, competition.id(), worker, "替考", now());
        written.layOut.run(laid, now());
        AnswerSheet marked = next(first, exam).orElseThrow();
        desk.mark(first, exam, marked.id(), draft(marked, "", "4"), now());
        competitions.release(organizer, competition.id(), now());
        assertThatThrownBy(() -> next(first, exam)).hasMessage("exam.marking.released");

        contestants.restore(organizer, competition.id(), worker, now());

        assertThatThrownBy(() -> written.admission.result(worker, exam, restored.attemptId(), now()))
                .hasMessage("exam.not-released");
        assertThat(written.admission.mine(worker, now()).getFirst().hasResult()).isFalse();
        await().atMost(PATIENCE)
                .untilAsserted(() -> assertThat(desk.queues(first, now()))
                        .extracting(MarkingQueue::exam, MarkingQueue::waiting)
                        .containsExactly(org.assertj.core.groups.Tuple.tuple(exam, 1)));
        assertThat(told(first, "exam.marking.notice.work")).isEqualTo(2);
        plans.name(organizer, exam, List.of(first.person(), second.person()), now());
        AnswerSheet sheet = next(first, exam).orElseThrow();
        assertThat(sheet.answer().text()).isEqualTo("核对");
        desk.mark(first, exam, sheet.id(), draft(sheet, "", "4", "2.5"), now());
        assertThat(written.admission
                        .result(worker, exam, restored.attemptId(), now())
                        .score())
                .isEqualByComparingTo("6.5");
        assertThatThrownBy(() -> desk.rethink(first, exam, sheet.id(), draft(sheet, "", "4"), "看错了", now()))
                .hasMessage("exam.marking.released");
        assertThatThrownBy(() -> next(first, exam)).hasMessage("exam.marking.released");
        assertThat(desk.queues(first, now())).isEmpty();
        await().atMost(PATIENCE)
                .untilAsserted(() -> assertThat(contestants
                                .get(organizer, competition.id(), worker)
                                .row()
                                .place())
                        .isEqualTo(1));
    }

    private ExamId name(Competition competition, OpinionRule rule) {
        ExamId exam = Contest.exam(competition);
        plans.lay(organizer, exam, rule, null, now());
        plans.name(organizer, exam, List.of(first.person(), second.person(), third.person()), now());
        return exam;
    }

    private Optional<AnswerSheet> next(Actor actor, ExamId exam) {
        return desk.next(actor, exam, 1, 0, now());
    }

    private ResultRow row(Competition competition) {
        return results.sheet(organizer, competition.id()).rows().getFirst();
    }

    private java.time.Instant now() {
        return written.contest.now();
    }
}
