package org.lianbing.exam;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import javax.crypto.Cipher;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

import org.lianbing.attempt.AttemptState;
import org.lianbing.attempt.Preparations;
import org.lianbing.attempt.Started;
import org.lianbing.base.Actor;
import org.lianbing.base.PersonId;
import org.lianbing.base.Role;
import org.lianbing.base.UnitId;
import org.lianbing.competition.Competition;
import org.lianbing.competition.Competitions;
import org.lianbing.competition.Contest;
import org.lianbing.exam.store.CandidateTable;
import org.lianbing.exam.store.PaperTable;
import org.lianbing.paper.Forms;
import org.lianbing.testing.IntegrationTest;
import org.lianbing.testing.TestCity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/** From the prepared attempt to the key that opens the sealed form. */
@IntegrationTest
class StartTest {

    private static final int AT_ONCE = 200;

    @Autowired
    TestCity city;

    @Autowired
    Contest contest;

    @Autowired
    Competitions competitions;

    @Autowired
    Exams exams;

    @Autowired
    Admission admission;

    @Autowired
    Preparation preparation;

    @Autowired
    Preparations preparations;

    @Autowired
    Absences absences;

    @Autowired
    Readiness readiness;

    @Autowired
    Forms forms;

    @Autowired
    JdbcClient jdbc;

    private UnitId unit = UnitId.next();
    private PersonId worker = PersonId.next();
    private Actor organizer = new Actor(worker, "", unit, List.of());

    @BeforeEach
    void someUnit() {
        unit = city.enterprise();
        organizer = city.actor(unit, Role.ORGANIZER);
        worker = city.person(unit);
    }

    @Test
    void everybodyOnTheRosterIsPreparedOnceHoweverOftenItIsTried() {
        PersonId other = city.person(unit);
        Exam exam = exam(contest.running(), worker, other);
        preparation.prepare(exam);
        Object before = arrangement(exam, worker);
        preparation.prepare(exam);
        assertThat(preparations.tally(exam.purpose())).containsExactly(java.util.Map.entry(AttemptState.PREPARED, 2));
        assertThat(arrangement(exam, worker)).isEqualTo(before);
    }

    @Test
    void whatACrashLeftOverIsCaughtUp() {
        PersonId other = city.person(unit);
        Exam exam = exam(contest.running(), worker, other);
        preparations.prepare(
                new Terms(trades)
                        .request(
                                exam,
                                worker,
                                new PaperTable.Own(exam.form(), true),
                                CandidateTable.Own.NONE,
                                contest.now()),
                List.of(worker));
        jdbc.sql("update exam.exam set prepared_at = null where id = ?")
                .param(exam.id().value())
                .update();
        preparation.catchUp();
        assertThat(preparations.tally(exam.purpose())).containsEntry(AttemptState.PREPARED, 2);
        assertThat(jdbc.sql("select prepared_at is not null from exam.exam where id = ?")
                        .param(exam.id().value())
                        .query(Boolean.class)
                        .single())
                .isTrue();
    }

    @Autowired
    org.lianbing.trade.Trades trades;

    @Test
    void whatIsPreparedHasNotBegun() {
        Exam exam = exam(contest.running(), worker);
        preparation.prepare(exam);
        Sitting sitting = exams.sittings(exam.id()).getFirst();
        assertThat(sitting.hasCome()).isFalse();
        assertThat(sitting.isRunning()).isFalse();
        assertThat(exams.figures(organizer, exam.id()).notCome()).isEqualTo(1);
        assertThat(exams.turnout(organizer, exam.id())).isEqualTo(new Turnout(1, 1, 0, 0, 0));
        assertThat(admission.mine(worker, contest.now()))
                .filteredOn(mine -> mine.exam().id().equals(exam.id()))
                .allSatisfy(mine -> {
                    assertThat(mine.hasBegun()).isFalse();
                    assertThat(mine.isAhead()).isTrue();
                });
    }

    @Test
    void theFirstStartOfAPreparedAttemptFixesMomentAndDeadline() {
        ExamWindow window = contest.running();
        Exam exam = exam(window, worker);
        preparation.prepare(exam);
        Object arranged = arrangement(exam, worker);
        Instant nine = contest.now();
        Started first = admission.start(worker, exam.id(), "phone", nine);
        assertThat(first.first()).isTrue();
        assertThat(first.epoch()).isEqualTo(1);
        assertThat(first.startedAt()).isEqualTo(nine);
        assertThat(first.deadline()).isEqualTo(window.deadlineFrom(nine));
        Started again = admission.start(worker, exam.id(), "phone", nine.plusSeconds(30));
        assertThat(again.first()).isFalse();
        assertThat(again.attemptId()).isEqualTo(first.attemptId());
        assertThat(again.deadline()).isEqualTo(first.deadline());
        assertThat(admission
                        .start(worker, exam.id(), "tablet", nine.plusSeconds(60))
                        .epoch())
                .isEqualTo(2);
        assertThat(arrangement(exam, worker)).isEqualTo(arranged);
    }

    @Test
    void twoHundredStartsOfOneCandidateAreOneAttempt() throws Exception {
        for (boolean prepared : new boolean[] {true, false}) {
            Exam exam = exam(contest.running(), worker);
            if (prepared) {
                preparation.prepare(exam);
            }
            List<Started> started = startAll(exam, Collections.nCopies(AT_ONCE, worker));
            assertThat(started).hasSize(AT_ONCE);
            assertThat(started)
                    .extracting(Started::attemptId)
                    .containsOnly(started.getFirst().attemptId());
            assertThat(started).extracting(Started::epoch).containsOnly(1);
            assertThat(started)
                    .extracting(Started::deadline)
                    .containsOnly(started.getFirst().deadline());
            assertThat(started).filteredOn(Started::first).hasSize(1);
            assertThat(preparations.tally(exam.purpose()))
                    .containsExactly(java.util.Map.entry(AttemptState.STARTED, 1));
        }
    }

    @Test
    void aWholeHallStartsAtOnce() throws Exception {
        List<PersonId> hall = new ArrayList<>();
        for (int i = 0; i < 40; i++) {
            hall.add(city.person(unit));
        }
        Exam exam = exam(contest.running(), hall.toArray(PersonId[]::new));
        preparation.prepare(exam);
        List<Started> started = startAll(exam, hall);
        assertThat(started).allMatch(Started::first);
        assertThat(started)
                .extracting(Started::attemptId)
                .doesNotHaveDuplicates()
                .hasSize(40);
        assertThat(exams.turnout(organizer, exam.id())).isEqualTo(new Turnout(40, 40, 0, 40, 0));
    }

    @Test
    void nobodyStartsBeforeTheTime() {
        ExamWindow window = contest.tomorrow();
        Exam exam = exam(window, worker);
        preparation.prepare(exam);
        assertThatThrownBy(() ->
                        admission.start(worker, exam.id(), "", window.opensAt().minusMillis(1)))
                .hasMessage("exam.not-open-yet");
        assertThat(preparations.tally(exam.purpose())).containsExactly(java.util.Map.entry(AttemptState.PREPARED, 1));
    }

    @Test
    void whoStaysPreparedIsAbsentAtTheEnd() {
        PersonId other = city.person(unit);
        Exam exam = exam(contest.running(), worker, other);
        preparation.prepare(exam);
        admission.start(worker, exam.id(), "", contest.now());
        jdbc.sql(
                        "update exam.exam set closes_at = t, over_at = t from (select ?::timestamptz as t) moment where id = ?")
                .params(
                        java.sql.Timestamp.from(contest.now().minusSeconds(1)),
                        exam.id().value())
                .update();
        absences.catchUp();
        assertThat(preparations.tally(exam.purpose()))
                .containsEntry(AttemptState.ABSENT, 1)
                .doesNotContainKey(AttemptState.PREPARED);
        assertThat(exams.sittings(exam.id()))
                .filteredOn(one -> one.person().equals(other))
                .allMatch(Sitting::isAbsent);
    }

    @Test
    void calledOffNothingStaysPrepared() {
        Competition competition =
                contest.open(organizer, contest.draft(contest.tomorrow(), ReleaseRule.MANUAL, worker));
        Exam exam = exams.get(organizer, Contest.exam(competition));
        preparation.prepare(exam);
        competitions.withdraw(organizer, competition.id(), contest.now());
        preparation.prepare(exam);
        assertThat(preparations.tally(exam.purpose())).isEmpty();
    }

    @Test
    void theKeyOfTheStartOpensTheSealedForm() throws Exception {
        Exam exam = exam(contest.running(), worker);
        preparation.prepare(exam);
        byte[] sealed = admission.sealed(worker, exam.id()).bytes();
        byte[] key = admission.key(admission.start(worker, exam.id(), "", contest.now()));
        Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding");
        cipher.init(
                Cipher.DECRYPT_MODE,
                new SecretKeySpec(key, "AES"),
                new GCMParameterSpec(128, Arrays.copyOf(sealed, 12)));
        assertThat(cipher.doFinal(sealed, 12, sealed.length - 12))
                .isEqualTo(forms.rendered(exam.form()).gzip());
    }

    @Test
    void whoFetchedTheSealedFormIsCountedAsThere() {
        Exam exam = exam(contest.tomorrow(), worker, city.person(unit));
        admission.sealed(worker, exam.id());
        readiness.write();
        assertThat(exams.turnout(organizer, exam.id()).ready()).isEqualTo(1);
        assertThatThrownBy(() -> admission.sealed(city.person(unit), exam.id())).hasMessage("exam.not-on-roster");
    }

    private Exam exam(ExamWindow window, PersonId... people) {
        Exam exam = exams.get(
                organizer, Contest.exam(contest.open(organizer, contest.draft(window, ReleaseRule.MANUAL, people))));
        return exam;
    }

    private Object arrangement(Exam exam, PersonId person) {
        return preparations.find(exam.purpose(), person).orElseThrow().arrangement();
    }

    private List<Started> startAll(Exam exam, List<PersonId> people) throws Exception {
        List<Callable<Started>> starts = people.stream()
                .map(person -> (Callable<Started>) () -> admission.start(person, exam.id(), "phone", contest.now()))
                .toList();
        List<Started> started = new ArrayList<>();
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (Future<Started> one : threads.invokeAll(starts)) {
                started.add(one.get());
            }
        }
        return started;
    }
}
