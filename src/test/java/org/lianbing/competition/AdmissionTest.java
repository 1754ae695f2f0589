package org.lianbing.competition;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

import org.lianbing.attempt.Started;
import org.lianbing.base.Actor;
import org.lianbing.base.PersonId;
import org.lianbing.base.Problem;
import org.lianbing.base.Role;
import org.lianbing.base.UnitId;
import org.lianbing.exam.Admission;
import org.lianbing.exam.ExamId;
import org.lianbing.exam.ExamPhase;
import org.lianbing.exam.ExamWindow;
import org.lianbing.exam.Exams;
import org.lianbing.exam.ReleaseRule;
import org.lianbing.testing.IntegrationTest;
import org.lianbing.testing.TestCity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/** Who is let in and when, and when results come out. */
@IntegrationTest
class AdmissionTest {

    @Autowired
    TestCity city;

    @Autowired
    Contest contest;

    @Autowired
    Competitions competitions;

    @Autowired
    Admission admission;

    @Autowired
    Exams exams;

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
    void onlyTheRosterIsLetIn() {
        ExamId exam = exam(contest.running(), ReleaseRule.MANUAL);
        PersonId stranger = city.person(unit);
        assertThatThrownBy(() -> admission.start(stranger, exam, "", contest.now()))
                .hasMessage("exam.not-on-roster");
        assertThat(admission.facts(stranger, exam, contest.now()).onRoster()).isFalse();
        assertThat(admission.facts(worker, exam, contest.now()).onRoster()).isTrue();
    }

    @Test
    void onlyWithinTheWindow() {
        ExamWindow window = contest.tomorrow();
        ExamId exam = exam(window, ReleaseRule.MANUAL);
        assertThatThrownBy(
                        () -> admission.start(worker, exam, "", window.opensAt().minusMillis(1)))
                .hasMessage("exam.not-open-yet")
                .satisfies(thrown ->
                        assertThat(((Problem) thrown).properties()).containsEntry("opensAt", window.opensAt()));
        assertThatThrownBy(() -> admission.start(worker, exam, "", window.closesAt()))
                .hasMessage("exam.over");
        assertThat(admission.facts(worker, exam, window.closesAt()).phase()).isEqualTo(ExamPhase.OVER);
    }

    @Test
    void whoStartsLateIsCutOffAtTheEndOfTheWindow() {
        ExamWindow window = contest.running();
        ExamId exam = exam(window, ReleaseRule.MANUAL);
        Instant late = window.closesAt().minus(Duration.ofMinutes(10));
        assertThat(admission.start(worker, exam, "", late).deadline()).isEqualTo(window.closesAt());
    }

    @Test
    void twoStartsAtOnceAreOneAttempt() throws Exception {
        ExamId exam = exam(contest.running(), ReleaseRule.MANUAL);
        List<Callable<Started>> starts = new ArrayList<>();
        for (int i = 0; i < 8; i++) {
            starts.add(() -> admission.start(worker, exam, "phone", contest.now()));
        }
        List<Started> started = new ArrayList<>();
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (Future<Started> one : threads.invokeAll(starts)) {
                started.add(one.get());
            }
        }
        assertThat(started)
                .extracting(Started::attemptId)
                .containsOnly(started.getFirst().attemptId());
        assertThat(started).extracting(Started::epoch).containsOnly(1);
        assertThat(started)
                .extracting(Started::deadline)
                .containsOnly(started.getFirst().deadline());
        assertThat(admission.start(worker, exam, "tablet", contest.now()).epoch())
                .isEqualTo(2);
    }

    @Test
    void manualReleaseWaitsForThoseAtWorkAndHappensOnce() {
        ExamWindow window = contest.running();
        ExamId exam = exam(window, ReleaseRule.MANUAL);
        assertThatThrownBy(() -> exams.release(organizer, exam, contest.now())).hasMessage("exam.still-running");
        Started started = admission.start(worker, exam, "", contest.now());
        assertThatThrownBy(() -> exams.release(organizer, exam, window.closesAt()))
                .hasMessage("exam.still-running");
        assertThatThrownBy(() -> admission.result(worker, exam, started.attemptId(), contest.now()))
                .hasMessage("exam.not-released");
    }

    @Test
    void nobodyCameAndTheWindowIsOver() {
        ExamWindow window = contest.running();
        ExamId exam = exam(window, ReleaseRule.MANUAL);
        exams.release(organizer, exam, window.closesAt());
        assertThat(exams.get(organizer, exam).isReleased()).isTrue();
        assertThatThrownBy(() -> exams.release(organizer, exam, window.closesAt()))
                .hasMessage("exam.release-once");
    }

    private ExamId exam(ExamWindow window, ReleaseRule rule) {
        return Contest.exam(contest.open(organizer, contest.draft(window, rule, worker)));
    }
}
