package org.lianbing.competition;

import java.math.BigDecimal;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Collectors;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.MediaType;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.MockMvc;

import org.lianbing.attempt.AttemptId;
import org.lianbing.attempt.Attempts;
import org.lianbing.attempt.PastScore;
import org.lianbing.attempt.Regrading;
import org.lianbing.attempt.Started;
import org.lianbing.base.Actor;
import org.lianbing.base.PageOf;
import org.lianbing.base.PersonId;
import org.lianbing.base.Problem;
import org.lianbing.base.Role;
import org.lianbing.base.UnitId;
import org.lianbing.exam.Admission;
import org.lianbing.exam.CorrectionDesk;
import org.lianbing.exam.CorrectionDraft;
import org.lianbing.exam.CorrectionId;
import org.lianbing.exam.CorrectionPreview;
import org.lianbing.exam.CorrectionState;
import org.lianbing.exam.ExamId;
import org.lianbing.exam.Exams;
import org.lianbing.exam.ReleaseRule;
import org.lianbing.notice.Inbox;
import org.lianbing.notice.Notice;
import org.lianbing.paper.Form;
import org.lianbing.paper.Forms;
import org.lianbing.paper.Slot;
import org.lianbing.paper.SlotKey;
import org.lianbing.paper.SlotRuling;
import org.lianbing.practice.Mistake;
import org.lianbing.practice.MistakeBook;
import org.lianbing.ranking.Boards;
import org.lianbing.ranking.Standing;
import org.lianbing.testing.IntegrationTest;
import org.lianbing.testing.TestCity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.lianbing.testing.Refusals.refused;
import static org.lianbing.testing.Refusals.unknown;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.put;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

/** A wrong key: proposed, previewed, approved by a second person, everybody scored again, and all told. */
@IntegrationTest
class CorrectionsTest {

    private static final Duration PATIENCE = Duration.ofSeconds(40);

    @Autowired
    MockMvc mvc;

    @Autowired
    TestCity city;

    @Autowired
    Contest contest;

    @Autowired
    Competitions competitions;

    @Autowired
    CorrectionDesk desk;

    @Autowired
    Admission admission;

    @Autowired
    Attempts attempts;

    @Autowired
    Regrading regrading;

    @Autowired
    Exams exams;

    @Autowired
    Forms forms;

    @Autowired
    Boards boards;

    @Autowired
    Inbox inbox;

    @Autowired
    MistakeBook book;

    @Autowired
    JdbcClient jdbc;

    private UnitId unit = UnitId.next();
    private Actor organizer = new Actor(PersonId.next(), "", unit, List.of());
    private Actor second = organizer;
    private Actor reviewer = organizer;
    private PersonId right = PersonId.next();
    private PersonId wrong = right;

    @BeforeEach
    void someUnit() {
        unit = city.enterprise();
        organizer = city.actor(unit, Role.ORGANIZER);
        second = city.actor(unit, Role.ORGANIZER);
        reviewer = city.actor(unit, Role.REVIEWER);
        right = city.person(unit);
        wrong = city.person(unit);
    }

    @Test
    void theSecondPersonsApprovalScoresEverybodyAgainAsPreviewed() throws Exception {
        Competition competition = released();
        ExamId exam = Contest.exam(competition);
        await().atMost(PATIENCE)
                .untilAsserted(() -> assertThat(book.open(learner(wrong), null)).hasSize(1));
        SlotRuling ruling = otherKey(competition);
        CorrectionId id = propose(competition, ruling);
        await().atMost(PATIENCE).untilAsserted(() -> {
            for (Actor decider : List.of(second, reviewer)) {
                assertThat(inbox.of(learner(decider.person()), false, PageOf.number(0, 10))
                                .rows())
                        .extracting(Notice::code)
                        .containsExactly("competition.notice.correction-waits");
            }
        });
        CorrectionPreview preview = desk.preview(reviewer, id, contest.now());
        assertThat(preview.changing()).isEqualTo(2);
        assertThat(preview.distribution()).hasSize(2);
        assertThat(preview.up()).isEmpty();
        assertThat(preview.down()).extracting(CorrectionPreview.Line::person).containsExactly(right);
        assertThat(score(competition, right)).isEqualByComparingTo("100");

        desk.approve(reviewer, id, preview.basis(), contest.now());
        await().atMost(PATIENCE)
                .untilAsserted(
                        () -> assertThat(desk.get(organizer, id, contest.now()).regradedAt())
                                .isNotNull());

        Map<PersonId, BigDecimal> promised = preview.lines().stream()
                .collect(Collectors.toMap(CorrectionPreview.Line::person, CorrectionPreview.Line::after));
        assertThat(score(competition, right))
                .isEqualByComparingTo(promised.get(right))
                .isEqualByComparingTo("50");
        assertThat(score(competition, wrong))
                .isEqualByComparingTo(promised.get(wrong))
                .isEqualByComparingTo("50");
        assertThat(regrading.past(attempt(competition, right)))
                .extracting(PastScore::generation, one -> one.score().intValue(), PastScore::replacedBy)
                .containsExactly(org.assertj.core.api.Assertions.tuple(0, 100, 1));
        await().atMost(PATIENCE)
                .untilAsserted(() -> assertThat(places(competition)).isEqualTo(placesAfter(preview)));
        await().atMost(PATIENCE).untilAsserted(() -> {
            assertThat(book.open(learner(wrong), null)).isEmpty();
            assertThat(book.open(learner(right), null))
                    .extracting(Mistake::item)
                    .containsExactly(form(competition).slot(1).item());
        });
        assertThat(inbox.of(learner(right), false, PageOf.number(0, 10)).rows())
                .extracting(Notice::code, Notice::arguments)
                .containsExactly(org.assertj.core.api.Assertions.tuple(
                        "exam.notice.regraded", List.of("养老护理技能竞赛", "100", "50", "100")));
        mvc.perform(get("/api/exams/%s/attempts/%s/result".formatted(exam, attempt(competition, right)))
                        .header("Authorization", contest.bearer(right)))
                .andExpect(jsonPath("$.errata[0].kind").value("key"))
                .andExpect(jsonPath("$.errata[0].reason").value("标准修订"))
                .andExpect(jsonPath("$.before[0].score").value(100))
                .andExpect(jsonPath("$.slots[0].corrected.kind").value("key"))
                .andExpect(jsonPath("$.slots[0].correct").value(false));
        mvc.perform(get("/api/boards/" + Competitions.opened(competition).board()))
                .andExpect(jsonPath("$.notes[0].text").value("第 1 题：答案已更正，成绩已重判。"))
                .andExpect(jsonPath("$.notes[0].words").value("标准修订"));
        assertThat(forms.frozen(exams.get(organizer, exam).form()).slot(1).key())
                .isNotEqualTo(((SlotRuling.Keys) ruling).any().getFirst());
    }

    @Test
    void nobodyApprovesTheirOwnAndStrangersSeeNothing() throws Exception {
        Competition competition = released();
        ExamId exam = Contest.exam(competition);
        CorrectionId id = propose(competition, new SlotRuling.FullMarks());
        refused("exam.correction.four-eyes", () -> desk.approve(organizer, id, 0, contest.now()));
        refused("exam.correction.four-eyes", () -> desk.refuse(organizer, id, "不", contest.now()));
        Actor stranger = city.actor(city.enterprise(), Role.ORGANIZER, Role.REVIEWER);
        unknown(() -> desk.approve(stranger, id, 0, contest.now()));
        unknown(() -> desk.slots(stranger, exam, contest.now()));
        assertThat(desk.waiting(stranger)).isEmpty();
        assertThat(desk.waiting(second)).extracting(one -> one.id()).containsExactly(id);
        assertThat(desk.waiting(reviewer)).hasSize(1);
        refused(Problem.Kind.FORBIDDEN, () -> desk.slots(learner(right), exam, contest.now()));
        refused(
                Problem.Kind.FORBIDDEN,
                () -> desk.propose(reviewer, exam, draft(2, new SlotRuling.FullMarks()), contest.now()));
        refused(
                "exam.correction.waits",
                () -> desk.propose(second, exam, draft(1, new SlotRuling.TakenOut()), contest.now()));

        desk.refuse(second, id, "原答案有国标依据", contest.now());
        assertThat(desk.get(organizer, id, contest.now()).state()).isEqualTo(CorrectionState.REFUSED);
        refused("exam.correction.decided", () -> desk.approve(reviewer, id, 0, contest.now()));
        assertThat(score(competition, wrong)).isEqualByComparingTo("0");
    }

    @Test
    void twoApprovalsAtOnceAreOneRegrade() throws Exception {
        Competition competition = released();
        CorrectionId id = propose(competition, new SlotRuling.FullMarks());
        List<Callable<Boolean>> approvals = new ArrayList<>();
        for (Actor actor : List.of(second, reviewer, second, reviewer)) {
            approvals.add(() -> {
                try {
                    desk.approve(actor, id, 0, contest.now());
                    return true;
                } catch (Problem decided) {
                    return false;
                }
            });
        }
        try (ExecutorService pool = Executors.newFixedThreadPool(4)) {
            int approved = 0;
            for (Future<Boolean> one : pool.invokeAll(approvals)) {
                approved += one.get() ? 1 : 0;
            }
            assertThat(approved).isEqualTo(1);
        }
        await().atMost(PATIENCE)
                .untilAsserted(() -> assertThat(score(competition, wrong)).isEqualByComparingTo("50"));
        assertThat(regrading.past(attempt(competition, wrong))).hasSize(1);
        assertThat(forms.get(exams.get(organizer, Contest.exam(competition)).form())
                        .generation())
                .isEqualTo(1);
    }

    @Test
    void anApprovalNeedsAPreviewOfWhatIsInForceNow() throws Exception {
        Competition competition = released();
        CorrectionId first = propose(competition, new SlotRuling.FullMarks());
        CorrectionId other =
                desk.propose(organizer, Contest.exam(competition), draft(2, new SlotRuling.TakenOut()), contest.now());
        int basis = desk.preview(second, other, contest.now()).basis();
        desk.approve(reviewer, first, basis, contest.now());
        refused("paper.correction-basis", () -> desk.approve(second, other, basis, contest.now()));
        assertThat(desk.get(organizer, other, contest.now()).waits()).isTrue();
        await().atMost(PATIENCE)
                .untilAsserted(() -> assertThat(score(competition, wrong)).isEqualByComparingTo("50"));

        CorrectionPreview anew = desk.preview(second, other, contest.now());
        assertThat(anew.basis()).isEqualTo(1);
        assertThat(anew.maxAfter()).isEqualByComparingTo("50");
        assertThat(anew.passAfter()).isEqualByComparingTo("30");
        assertThat(anew.up()).extracting(CorrectionPreview.Line::person).containsExactly(wrong);
        desk.approve(second, other, anew.basis(), contest.now());
        await().atMost(PATIENCE)
                .untilAsserted(() -> assertThat(
                                attempts.get(attempt(competition, right)).maxScore())
                        .isEqualByComparingTo("50"));
        assertThat(score(competition, right)).isEqualByComparingTo("50");
        assertThat(regrading.past(attempt(competition, right)))
                .extracting(PastScore::replacedBy)
                .contains(2);
    }

    @Test
    void aRegradeThatStoppedInTheMiddleIsFinishedFromTheDatabase() throws Exception {
        Competition competition = released();
        CorrectionId id = propose(competition, new SlotRuling.FullMarks());
        desk.approve(second, id, 0, contest.now());
        await().atMost(PATIENCE)
                .untilAsserted(
                        () -> assertThat(desk.get(organizer, id, contest.now()).regradedAt())
                                .isNotNull());
        // As a server that was killed after the approval left it for one of the two: the old score, not noted as done.
        AttemptId left = attempt(competition, wrong);
        jdbc.sql("update attempt.attempt set generation = 0, score = 0 where id = ?")
                .param(left.value())
                .update();
        jdbc.sql("""
                        update attempt.slot_score set score = 0, fraction = 0, reason = 'WRONG'
                        where attempt_id = ? and slot = 1
                        """).param(left.value()).update();
        jdbc.sql("delete from attempt.past_slot_score where attempt_id = ?")
                .param(left.value())
                .update();
        jdbc.sql("delete from attempt.past_score where attempt_id = ?")
                .param(left.value())
                .update();
        jdbc.sql("update exam.correction set regraded_at = null where id = ?")
                .param(id.value())
                .update();

        await().atMost(PATIENCE)
                .untilAsserted(() -> assertThat(score(competition, wrong)).isEqualByComparingTo("50"));
        assertThat(regrading.past(left)).hasSize(1);
        await().atMost(PATIENCE)
                .untilAsserted(
                        () -> assertThat(desk.get(organizer, id, contest.now()).regradedAt())
                                .isNotNull());
    }

    @Test
    void theWholeWayByTheApi() throws Exception {
        Competition competition = released();
        String url = "/api/competitions/" + competition.id() + "/corrections";
        String first = contest.bearer(organizer.person());
        String other = contest.bearer(reviewer.person());
        Slot slot = form(competition).slot(2);
        List<String> accepted = slot.tokens().subList(0, 2);
        String ruling = """
                {"slot": 2, "reason": "两项都有依据", "ruling": {"kind": "key",
                 "keys": [{"tokens": ["%s"]}, {"tokens": ["%s"]}]}}
                """.formatted(accepted.get(0), accepted.get(1));
        mvc.perform(get(url).header("Authorization", first))
                .andExpect(status().isOk())
                .andExpect(jsonPath("$.slots.length()").value(2))
                .andExpect(jsonPath("$.slots[0].attempts").value(2))
                .andExpect(jsonPath("$.slots[0].facility").value(0.5))
                .andExpect(jsonPath("$.slots[0].given.length()").value(2));
        mvc.perform(get(url).header("Authorization", contest.bearer(right))).andExpect(status().isForbidden());
        mvc.perform(post(url + "/preview")
                        .header("Authorization", first)
                        .contentType(MediaType.APPLICATION_JSON)
                        .content(ruling))
                .andExpect(status().isOk())
                .andExpect(jsonPath("$.attempts").value(2))
                .andExpect(jsonPath("$.basis").value(0));
        mvc.perform(post(url)
                        .header("Authorization", first)
                        .contentType(MediaType.APPLICATION_JSON)
                        .content(ruling.replace(accepted.get(1), "zzz")))
                .andExpect(status().isBadRequest())
                .andExpect(jsonPath("$.code").value("paper.key-shape"));
        String body = mvc.perform(post(url)
                        .header("Authorization", first)
                        .contentType(MediaType.APPLICATION_JSON)
                        .content(ruling))
                .andExpect(status().isCreated())
                .andReturn()
                .getResponse()
                .getContentAsString();
        String id = com.jayway.jsonpath.JsonPath.read(body, "$.id");
        mvc.perform(get("/api/corrections/waiting").header("Authorization", other))
                .andExpect(jsonPath("$[0].competitionId").value(competition.id().toString()))
                .andExpect(jsonPath("$[0].correction.id").value(id));
        mvc.perform(post(url + "/" + id + "/approval")
                        .header("Authorization", first)
                        .contentType(MediaType.APPLICATION_JSON)
                        .content("{\"basis\": 0}"))
                .andExpect(status().isForbidden());
        mvc.perform(post(url + "/" + id + "/approval")
                        .header("Authorization", other)
                        .contentType(MediaType.APPLICATION_JSON)
                        .content("{\"basis\": 0}"))
                .andExpect(status().isOk())
                .andExpect(jsonPath("$.state").value("APPROVED"));
        await().atMost(PATIENCE)
                .untilAsserted(() -> mvc.perform(get(url + "/" + id).header("Authorization", other))
                        .andExpect(jsonPath("$.regradedAt").isNotEmpty()));
        mvc.perform(get("/api/competitions/" + competition.id() + "/results").header("Authorization", first))
                .andExpect(jsonPath("$.errata[0].slot").value(2));
        mvc.perform(get("/api/competitions/%s/contestants/%s/history".formatted(competition.id(), right))
                        .header("Authorization", first))
                .andExpect(status().isOk());
    }

    @Test
    void keysAreShownToNobodyWhileSomebodyMayStillBeAtWork() {
        Competition running = contest.open(organizer, contest.draft(contest.running(), ReleaseRule.MANUAL, right));
        refused("exam.correction.early", () -> desk.slots(organizer, Contest.exam(running), contest.now()));
        refused(
                "exam.correction.early",
                () -> desk.propose(
                        organizer, Contest.exam(running), draft(1, new SlotRuling.FullMarks()), contest.now()));
    }

    private Competition released() throws Exception {
        Competition competition =
                contest.open(organizer, contest.draft(contest.running(), ReleaseRule.MANUAL, right, wrong));
        handIn(competition, right, true);
        handIn(competition, wrong, false);
        competitions.release(organizer, competition.id(), contest.now());
        return competition;
    }

    /** Slot 1 is a judgement. */
    private SlotRuling otherKey(Competition competition) {
        Slot slot = form(competition).slot(1);
        return new SlotRuling.Keys(List.of(new SlotKey.One(slot.tokens().stream()
                .filter(token -> !slot.key().equals(new SlotKey.One(token)))
                .findFirst()
                .orElseThrow())));
    }

    private CorrectionId propose(Competition competition, SlotRuling ruling) {
        return desk.propose(organizer, Contest.exam(competition), draft(1, ruling), contest.now());
    }

    private static CorrectionDraft draft(int slot, SlotRuling ruling) {
        return new CorrectionDraft(slot, ruling, "标准修订", true);
    }

    private void handIn(Competition competition, PersonId person, boolean allRight) throws Exception {
        Started started = admission.start(person, Contest.exam(competition), "", contest.now());
        String url = "/api/attempts/" + started.attemptId();
        mvc.perform(put(url + "/responses")
                        .header("Authorization", "Bearer " + started.token())
                        .contentType(MediaType.APPLICATION_JSON)
                        .content(
                                allRight ? contest.allRight(form(competition)) : contest.firstWrong(form(competition))))
                .andExpect(jsonPath("$.refused").isEmpty());
        mvc.perform(post(url + "/submission").header("Authorization", "Bearer " + started.token()))
                .andExpect(status().isOk());
    }

    private Form form(Competition competition) {
        return forms.frozen(exams.get(organizer, Contest.exam(competition)).form());
    }

    private AttemptId attempt(Competition competition, PersonId person) {
        return Objects.requireNonNull(exams.sittings(Contest.exam(competition)).stream()
                        .filter(one -> one.person().equals(person))
                        .findFirst()
                        .orElseThrow()
                        .attempt())
                .id();
    }

    private BigDecimal score(Competition competition, PersonId person) {
        return Objects.requireNonNull(attempts.get(attempt(competition, person)).score());
    }

    private Map<PersonId, Integer> places(Competition competition) {
        return boards.standings(Competitions.opened(competition).board()).stream()
                .collect(Collectors.toMap(one -> new PersonId(one.subject().value()), Standing::place));
    }

    private static Map<PersonId, Integer> placesAfter(CorrectionPreview preview) {
        return preview.lines().stream()
                .collect(Collectors.toMap(
                        CorrectionPreview.Line::person, line -> Objects.requireNonNull(line.placeAfter())));
    }

    private Actor learner(PersonId person) {
        return new Actor(person, "", unit, List.of());
    }
}
