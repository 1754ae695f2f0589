package org.lianbing.competition;

import java.io.ByteArrayInputStream;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;

import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.dhatim.fastexcel.reader.Row;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.MediaType;
import org.springframework.test.web.servlet.MockMvc;

import org.lianbing.attempt.AttemptId;
import org.lianbing.attempt.Started;
import org.lianbing.base.Actor;
import org.lianbing.base.AuditLog;
import org.lianbing.base.PersonId;
import org.lianbing.base.Problem;
import org.lianbing.base.Role;
import org.lianbing.base.UnitId;
import org.lianbing.competition.sheet.ResultWorkbook;
import org.lianbing.exam.Admission;
import org.lianbing.exam.Exams;
import org.lianbing.exam.ReleaseRule;
import org.lianbing.paper.Form;
import org.lianbing.paper.Forms;
import org.lianbing.paper.Slot;
import org.lianbing.practice.Mistake;
import org.lianbing.practice.MistakeBook;
import org.lianbing.ranking.Boards;
import org.lianbing.testing.IntegrationTest;
import org.lianbing.testing.TestCity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.awaitility.Awaitility.await;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.delete;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.put;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

/** What an organizer sees of one contestant and decides: absent, void, restored; and what becomes of mistakes. */
@IntegrationTest
class ContestantsTest {

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
    Contestants contestants;

    @Autowired
    Results results;

    @Autowired
    ResultWorkbook workbook;

    @Autowired
    Admission admission;

    @Autowired
    Exams exams;

    @Autowired
    Forms forms;

    @Autowired
    Boards boards;

    @Autowired
    MistakeBook book;

    @Autowired
    AuditLog audit;

    private UnitId unit = UnitId.next();
    private Actor organizer = new Actor(PersonId.next(), "", unit, List.of());

    @BeforeEach
    void someUnit() {
        unit = city.enterprise();
        organizer = city.actor(unit, Role.ORGANIZER);
    }

    @Test
    void whoeverDidNotComeIsAbsentWhenTheWindowIsOver() throws Exception {
        PersonId came = city.person(unit);
        PersonId missing = city.person(unit);
        Competition competition = contest.open(
                organizer,
                contest.draft(
                        contest.window(Duration.ofMinutes(-1), Duration.ofSeconds(3), Duration.ofSeconds(2)),
                        ReleaseRule.AUTOMATIC,
                        came,
                        missing));
        admission.start(came, Contest.exam(competition), "", contest.now());

        await().atMost(PATIENCE)
                .untilAsserted(
                        () -> assertThat(row(competition, missing).state()).isEqualTo(ResultRow.State.ABSENT));
        await().atMost(PATIENCE)
                .untilAsserted(() -> assertThat(
                                competitions.get(organizer, competition.id()).state())
                        .isEqualTo(CompetitionState.CLOSED));

        assertThat(row(competition, came).state()).isEqualTo(ResultRow.State.TIMED_OUT);
        ResultSheet sheet = results.sheet(organizer, competition.id());
        assertThat(sheet.figures().absent()).isEqualTo(1);
        assertThat(sheet.figures().notCome()).isZero();
        assertThat(lastCells(sheet, 7)).containsExactly("到时收卷", "缺考");
        assertThat(admission.mine(missing, contest.now()).getFirst().hasBegun()).isFalse();
    }

    @Test
    void aVoidAttemptLeavesTheRankingAndComesBack() throws Exception {
        PersonId first = city.person(unit);
        PersonId second = city.person(unit);
        Competition competition =
                contest.open(organizer, contest.draft(contest.running(), ReleaseRule.MANUAL, first, second));
        handIn(competition, first, true);
        handIn(competition, second, false);
        await().atMost(PATIENCE)
                .untilAsserted(
                        () -> assertThat(row(competition, second).place()).isEqualTo(2));

        String url = "/api/competitions/%s/contestants/%s".formatted(competition.id(), first);
        mvc.perform(post(url + "/voiding")
                        .header("Authorization", contest.bearer(organizer.person()))
                        .contentType(MediaType.APPLICATION_JSON)
                        .content("{\"reason\": \"找人代考\"}"))
                .andExpect(status().isOk())
                .andExpect(jsonPath("$.contestant.state").value("VOID"))
                .andExpect(jsonPath("$.contestant.voidReason").value("找人代考"))
                .andExpect(jsonPath("$.contestant.score").isEmpty());
        mvc.perform(get(url).header("Authorization", contest.bearer(second))).andExpect(status().isForbidden());
        await().atMost(PATIENCE)
                .untilAsserted(
                        () -> assertThat(row(competition, second).place()).isEqualTo(1));
        assertThat(row(competition, first).place()).isNull();
        assertThat(lastCells(results.sheet(organizer, competition.id()), 8)).containsExactly("", "找人代考");
        assertThat(results.sheet(organizer, competition.id()).figures().voided())
                .isEqualTo(1);

        competitions.release(organizer, competition.id(), contest.now());
        var mine = admission.mine(first, contest.now()).getFirst();
        assertThat(mine.hasResult()).isFalse();
        assertThat(mine.isVoid()).isTrue();
        assertThatExceptionOfType(Problem.class)
                .isThrownBy(() ->
                        admission.result(first, Contest.exam(competition), attempt(competition, first), contest.now()))
                .satisfies(problem -> assertThat(problem.code()).isEqualTo("attempt.void"));

        mvc.perform(delete(url + "/voiding").header("Authorization", contest.bearer(organizer.person())))
                .andExpect(status().isOk())
                .andExpect(jsonPath("$.contestant.state").value("HANDED_IN"));
        await().atMost(PATIENCE)
                .untilAsserted(() -> assertThat(row(competition, first).place()).isEqualTo(1));
        assertThat(boards.standings(Competitions.opened(competition).board())).hasSize(2);
        assertThat(audit.doers(
                        Set.of("attempt.voided"),
                        List.of(attempt(competition, first).value())))
                .containsExactly(organizer.person());
    }

    @Test
    void aStrangersContestantIsNotFound() {
        PersonId worker = city.person(unit);
        Competition competition = contest.open(organizer, contest.draft(contest.running(), ReleaseRule.MANUAL, worker));
        admission.start(worker, Contest.exam(competition), "", contest.now());
        Actor stranger = city.actor(city.enterprise(), Role.ORGANIZER);
        assertThatExceptionOfType(Problem.class)
                .isThrownBy(() -> contestants.declareVoid(stranger, competition.id(), worker, "无", contest.now()))
                .satisfies(problem -> assertThat(problem.kind()).isEqualTo(Problem.Kind.NOT_FOUND));
    }

    @Test
    void mistakesEnterTheBookAfterReleaseAndNotBefore() throws Exception {
        PersonId right = city.person(unit);
        PersonId wrong = city.person(unit);
        Competition competition =
                contest.open(organizer, contest.draft(contest.running(), ReleaseRule.MANUAL, right, wrong));
        handIn(competition, right, true);
        handIn(competition, wrong, false);
        Actor learner = new Actor(wrong, "", unit, List.of());
        assertThat(book.open(learner, null)).isEmpty();

        competitions.release(organizer, competition.id(), contest.now());

        Slot missed = form(competition).slot(1);
        await().atMost(PATIENCE)
                .untilAsserted(() -> assertThat(book.open(learner, null))
                        .extracting(Mistake::item)
                        .containsExactly(missed.item()));
        assertThat(book.open(new Actor(right, "", unit, List.of()), null)).isEmpty();
    }

    private void handIn(Competition competition, PersonId person, boolean right) throws Exception {
        Started started = admission.start(person, Contest.exam(competition), "", contest.now());
        String url = "/api/attempts/" + started.attemptId();
        String responses = right ? contest.allRight(form(competition)) : contest.firstWrong(form(competition));
        mvc.perform(put(url + "/responses")
                        .header("Authorization", "Bearer " + started.token())
                        .contentType(MediaType.APPLICATION_JSON)
                        .content(responses))
                .andExpect(jsonPath("$.refused").isEmpty());
        mvc.perform(post(url + "/submission").header("Authorization", "Bearer " + started.token()))
                .andExpect(status().isOk());
    }

    private Form form(Competition competition) {
        return forms.get(exams.get(organizer, Contest.exam(competition)).form());
    }

    private AttemptId attempt(Competition competition, PersonId person) {
        return Objects.requireNonNull(exams.sittings(Contest.exam(competition)).stream()
                        .filter(one -> one.person().equals(person))
                        .findFirst()
                        .orElseThrow()
                        .attempt())
                .id();
    }

    private ResultRow row(Competition competition, PersonId person) {
        return contestants.get(organizer, competition.id(), person).row();
    }

    /** The texts of a column below the head of the table. */
    private List<String> lastCells(ResultSheet sheet, int column) throws Exception {
        byte[] file = workbook.write(sheet, Locale.SIMPLIFIED_CHINESE);
        try (ReadableWorkbook read = new ReadableWorkbook(new ByteArrayInputStream(file))) {
            List<Row> rows = read.getFirstSheet().read();
            return rows.subList(rows.size() - sheet.rows().size(), rows.size()).stream()
                    .map(row -> row.getCellText(column))
                    .toList();
        }
    }
}
