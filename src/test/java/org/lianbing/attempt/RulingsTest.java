package org.lianbing.attempt;

import java.time.Duration;
import java.time.Instant;
import java.util.List;

import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

import org.lianbing.base.PersonId;
import org.lianbing.base.Problem;
import org.lianbing.testing.IntegrationTest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.tuple;

/** Void and absent: what is decided about attempts from outside, and what was set aside of them. */
@IntegrationTest
class RulingsTest {

    private static final Instant SOON = Sat.NINE.plus(Duration.ofMinutes(10));

    @Autowired
    Sat sat;

    @Autowired
    Sitting sitting;

    @Autowired
    Attempts attempts;

    @Autowired
    Rulings rulings;

    @Autowired
    Endings endings;

    @Autowired
    Clocks clocks;

    @Test
    void whatIsVoidTakesNothingAndTellsTheCandidateWhy() {
        Candidate candidate = sat.exam();
        sat.save(candidate, 1, 1, sat.right(candidate, 1), SOON);

        rulings.declareVoid(candidate.attempt(), " 使用手机查题 ", SOON);

        assertThat(sat.save(candidate, 2, 2, sat.right(candidate, 2), SOON)).isEqualTo("handed-in");
        assertThat(sitting.open(candidate).attempt().voidReason()).isEqualTo("使用手机查题");
        assertThat(attempts.get(candidate.attempt()).state()).isEqualTo(AttemptState.VOID);
        assertThatExceptionOfType(Problem.class)
                .isThrownBy(() -> sitting.handIn(candidate, false, SOON))
                .satisfies(problem -> {
                    assertThat(problem.code()).isEqualTo("attempt.void");
                    assertThat(problem.arguments()).containsExactly("使用手机查题");
                });
        assertThatExceptionOfType(Problem.class)
                .isThrownBy(() -> rulings.declareVoid(candidate.attempt(), "再来", SOON))
                .satisfies(problem -> assertThat(problem.code()).isEqualTo("attempt.void-not-possible"));
        assertThatExceptionOfType(Problem.class)
                .isThrownBy(() -> rulings.declareVoid(sat.exam().attempt(), "  ", SOON))
                .satisfies(problem -> assertThat(problem.code()).isEqualTo("attempt.void-reason"));
    }

    @Test
    void takenBackItStandsWhereItStoodAndClosesAtItsDeadline() {
        Candidate running = sat.exam();
        Candidate done = sat.exam();
        sat.save(running, 1, 1, sat.right(running, 1), SOON);
        sitting.handIn(done, false, SOON);
        List.of(running, done).forEach(one -> rulings.declareVoid(one.attempt(), "误判", SOON));
        Instant afterwards = Sat.TEN.plus(Duration.ofMinutes(1));
        endings.closeOverdue(afterwards);
        assertThat(attempts.get(running.attempt()).state()).isEqualTo(AttemptState.VOID);

        List.of(running, done).forEach(one -> rulings.restore(one.attempt()));
        endings.closeOverdue(afterwards);
        endings.scoreUnscored(afterwards);

        AttemptSummary closed = attempts.get(running.attempt());
        assertThat(closed.state()).isEqualTo(AttemptState.CLOSED);
        assertThat(closed.endedAt()).isEqualTo(Sat.TEN);
        assertThat(closed.score()).isEqualByComparingTo("1");
        assertThat(closed.voidReason()).isNull();
        assertThat(attempts.get(done.attempt()).state()).isEqualTo(AttemptState.HANDED_IN);
        assertThatExceptionOfType(Problem.class)
                .isThrownBy(() -> rulings.restore(done.attempt()))
                .satisfies(problem -> assertThat(problem.code()).isEqualTo("attempt.not-void"));
    }

    @Test
    void whereNobodyMayWriteAnyMoreItEndsWhenItTookNothingAnyMore() {
        Candidate running = sat.exam();
        Candidate overdue = sat.exam();
        Candidate paused = sat.exam();
        Candidate done = sat.exam();
        sat.save(running, 1, 1, sat.right(running, 1), SOON);
        sitting.handIn(done, false, SOON);
        Instant stood = SOON.plusSeconds(60);
        AttemptSummary standing = attempts.get(paused.attempt());
        clocks.pause(standing.purpose(), standing.person(), "换机", () -> stood);
        Instant later = SOON.plusSeconds(120);
        List.of(running, paused, done).forEach(one -> rulings.declareVoid(one.attempt(), "误判", later));
        rulings.declareVoid(overdue.attempt(), "误判", Sat.TEN.plusSeconds(1));

        List.of(running, overdue, paused, done).forEach(one -> rulings.restoreEnded(one.attempt()));

        assertThat(List.of(running, overdue, paused, done))
                .extracting(one -> attempts.get(one.attempt()))
                .extracting(AttemptSummary::state, AttemptSummary::endedAt)
                .containsExactly(
                        tuple(AttemptState.CLOSED, later),
                        tuple(AttemptState.CLOSED, Sat.TEN),
                        tuple(AttemptState.CLOSED, stood),
                        tuple(AttemptState.HANDED_IN, SOON));
        assertThat(attempts.get(paused.attempt()).time().pausedAt()).isNull();
        assertThat(sat.save(running, 2, 2, sat.right(running, 2), later)).isEqualTo("late");
        endings.scoreUnscored(Sat.TEN.plusSeconds(60));
        assertThat(attempts.get(running.attempt()).score()).isEqualByComparingTo("1");
        assertThatExceptionOfType(Problem.class)
                .isThrownBy(() -> rulings.restoreEnded(done.attempt()))
                .satisfies(problem -> assertThat(problem.code()).isEqualTo("attempt.not-void"));
    }

    @Test
    void onlyWhoNeverBeganIsAbsentAndIsToldSo() {
        PersonId missing = sat.somebody();
        AttemptRequest request = sat.exam(sat.papers.exam(), missing);
        PersonId present = sat.somebody();
        AttemptRequest theirs = sat.request(request.form(), present, request.purpose(), Behaviour.DEFERRED, Sat.TEN);
        sat.start(theirs, "", Sat.NINE);

        assertThat(rulings.noteAbsent(request, List.of(missing, present))).isEqualTo(1);
        assertThat(rulings.noteAbsent(request, List.of(missing, present))).isZero();

        assertThat(attempts.all(request.purpose()))
                .extracting(AttemptSummary::person, AttemptSummary::state)
                .containsExactlyInAnyOrder(tuple(missing, AttemptState.ABSENT), tuple(present, AttemptState.STARTED));
        endings.closeOverdue(Sat.TEN.plusSeconds(60));
        endings.scoreUnscored(Sat.TEN.plusSeconds(60));
        AttemptSummary absent = attempts.find(request.purpose(), missing).orElseThrow();
        assertThat(absent.state()).isEqualTo(AttemptState.ABSENT);
        assertThat(absent.score()).isNull();
        assertThatExceptionOfType(Problem.class)
                .isThrownBy(() -> attempts.start(request, "", SOON))
                .satisfies(problem -> assertThat(problem.code()).isEqualTo("attempt.absent"));
    }

    @Test
    void whatWasSetAsideIsCountedAndListed() {
        AttemptRequest request = sat.exam(sat.papers.exam(), sat.somebody());
        Candidate phone = sat.start(request, "phone", Sat.NINE);
        Candidate tablet = sat.start(request, "tablet", SOON);
        sat.save(tablet, 1, 1, sat.right(tablet, 1), SOON);
        assertThatExceptionOfType(Problem.class).isThrownBy(() -> sat.save(phone, 2, 1, "null", SOON.plusSeconds(1)));
        sat.save(tablet, 5, 2, "\"7\"", Sat.TEN.plusSeconds(30));

        assertThat(attempts.get(tablet.attempt()).setAside()).isEqualTo(2);
        assertThat(attempts.setAside(tablet.attempt()))
                .containsExactly(
                        new SetAsideStep(2, 1, SOON.plusSeconds(1), SetAsideStep.Reason.SUPERSEDED),
                        new SetAsideStep(5, 2, Sat.TEN.plusSeconds(30), SetAsideStep.Reason.LATE));
    }
}
