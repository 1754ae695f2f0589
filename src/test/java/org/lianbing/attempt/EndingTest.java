package org.lianbing.attempt;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.event.ApplicationEvents;
import org.springframework.test.context.event.RecordApplicationEvents;

import org.lianbing.base.Problem;
import org.lianbing.paper.FormId;
import org.lianbing.testing.IntegrationTest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.tuple;

@IntegrationTest
@RecordApplicationEvents
class EndingTest {

    private static final Instant SOON = Sat.NINE.plusSeconds(600);

    @Autowired
    private Receipts receipts;

    @Autowired
    Sat sat;

    @Autowired
    Sitting sitting;

    @Autowired
    Attempts attempts;

    @Autowired
    Endings endings;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    ApplicationEvents events;

    @Test
    void handingInScoresAtOnceAndGivesTheSameReceiptAgain() {
        Candidate candidate = sat.exam();
        sat.save(candidate, 1, 1, sat.right(candidate, 1), SOON);
        sat.save(candidate, 3, 2, sat.right(candidate, 3), SOON);
        sat.save(candidate, 4, 3, sat.right(candidate, 4), SOON);
        sat.save(candidate, 5, 4, "\"2432.25\"", SOON);
        sat.save(candidate, 5, 5, "\"2432.26\"", SOON);

        // On this thread, where the events can be seen.
        Receipt receipt = given(endings.handInEach(List.of(new HandIns.Asked(candidate, false, SOON)))
                .getFirst());

        assertThat(receipt.state()).isEqualTo(AttemptState.HANDED_IN);
        assertThat(receipt.answered()).isEqualTo(4);
        assertThat(receipt.items()).isEqualTo(5);
        assertThat(receipt.timeUsedSeconds()).isEqualTo(600);
        assertThat(receipt.digest()).matches("[0-9a-f]{64}");
        assertThat(sitting.handIn(candidate, false, SOON.plusSeconds(5))).isEqualTo(receipt);
        AttemptSummary summary = attempts.get(candidate.attempt());
        assertThat(summary.score()).isEqualByComparingTo("5");
        assertThat(summary.maxScore()).isEqualByComparingTo("8");
        assertThat(summary.timeUsed()).isEqualTo(Duration.ofMinutes(10));
        assertThat(events.stream(AttemptsScored.class))
                .filteredOn(scored -> scored.attempts().contains(candidate.attempt()))
                .hasSize(1);
    }

    @Test
    void ofABatchEachIsAnsweredForItself() {
        Candidate good = sat.exam();
        Candidate taken = sat.exam();
        Candidate over = sat.exam();
        Receipt before = sitting.handIn(over, false, SOON);
        sat.save(good, 1, 1, sat.right(good, 1), SOON);
        Candidate old = new Candidate(taken.attempt(), taken.person(), taken.epoch() - 1);
        Candidate nobody = new Candidate(AttemptId.next(), taken.person(), 1);

        List<Endings.Answer> answers = endings.handInEach(List.of(
                new HandIns.Asked(good, false, SOON),
                new HandIns.Asked(old, false, SOON),
                new HandIns.Asked(nobody, false, SOON),
                new HandIns.Asked(over, false, SOON.plusSeconds(9)),
                new HandIns.Asked(good, false, SOON.plusSeconds(1))));

        assertThat(given(answers.getFirst()).answered()).isEqualTo(1);
        assertThat(answers.get(1))
                .isInstanceOfSatisfying(
                        Endings.Answer.Refused.class,
                        refused -> assertThat(refused.problem().getMessage()).contains("attempt.superseded"));
        assertThat(answers.get(2)).isInstanceOf(Endings.Answer.Refused.class);
        assertThat(given(answers.get(3))).isEqualTo(before);
        assertThat(given(answers.get(4))).isEqualTo(given(answers.getFirst()));
        assertThat(attempts.get(taken.attempt()).state()).isEqualTo(AttemptState.STARTED);
    }

    @Test
    void aWholeHallHasItsReceiptsFirstAndItsScoresAfterwards() {
        FormId form = sat.papers.exam();
        List<Candidate> hall = Stream.generate(() -> sat.start(sat.exam(form, sat.somebody()), "phone", Sat.NINE))
                .limit(60)
                .toList();
        Candidate first = hall.getFirst();
        sat.save(first, 1, 1, sat.right(first, 1), SOON);
        Candidate drill = sat.drill();
        List<HandIns.Asked> asked = Stream.concat(hall.stream(), Stream.of(drill))
                .map(one -> new HandIns.Asked(one, false, SOON))
                .toList();

        List<Endings.Answer> answers = endings.handInEach(asked);

        Receipt receipt = given(answers.getFirst());
        assertThat(receipt.answered()).isEqualTo(1);
        assertThat(receipts.check(receipt.digest(), first.attempt()).agrees()).isTrue();
        assertThat(attempts.get(first.attempt()).score()).isNull();
        assertThat(attempts.get(drill.attempt()).score()).isNotNull();
        assertThat(sitting.handIn(first, false, SOON.plusSeconds(1))).isEqualTo(receipt);

        endings.scoreUnscored(SOON.plusSeconds(1));
        assertThat(attempts.get(first.attempt()).score()).isNull();
        endings.scoreUnscored(SOON.plusSeconds(3));

        assertThat(attempts.get(first.attempt()).score()).isPositive();
        assertThat(hall)
                .allSatisfy(
                        one -> assertThat(attempts.get(one.attempt()).score()).isNotNull());
        assertThat(sitting.handIn(first, false, SOON.plusSeconds(4))).isEqualTo(receipt);
        assertThat(events.stream(AttemptsScored.class).flatMap(scored -> scored.attempts().stream()))
                .containsOnlyOnceElementsOf(
                        asked.stream().map(one -> one.candidate().attempt()).toList());
    }

    private static Receipt given(Endings.Answer answer) {
        assertThat(answer).isInstanceOf(Endings.Answer.Given.class);
        return ((Endings.Answer.Given) answer).receipt();
    }

    @Test
    void theDigestTellsOfAnyChangeInTheSteps() {
        FormId form = sat.papers.exam();
        Candidate one = sat.start(sat.exam(form, sat.somebody()), "", Sat.NINE);
        Candidate other = sat.start(sat.exam(form, sat.somebody()), "", Sat.NINE);
        sat.save(one, 5, 1, "\"1\"", SOON);
        sat.save(other, 5, 1, "\"1\"", SOON);

        assertThat(sitting.handIn(one, false, SOON).digest())
                .isNotEqualTo(sitting.handIn(other, false, SOON).digest());
    }

    @Test
    void theAutomaticHandInAtTheDeadlineIsTimeThatRanOutAndCountsInFull() {
        Candidate candidate = sat.exam();

        Receipt receipt = sitting.handIn(candidate, true, Sat.TEN.plusMillis(1900));

        assertThat(receipt.state()).isEqualTo(AttemptState.CLOSED);
        assertThat(receipt.handedInAt()).isEqualTo(Sat.TEN);
        assertThat(receipt.timeUsedSeconds()).isEqualTo(3600);
    }

    @Test
    void nobodyGainsBySayingThatTheClockDidItOrThatItDidNot() {
        Candidate early = sat.exam();
        Candidate late = sat.exam();
        Candidate liar = sat.exam();

        Receipt fastClock = sitting.handIn(early, true, Sat.TEN.minusSeconds(3));
        Receipt pressedTooLate = sitting.handIn(late, false, Sat.TEN.plusMillis(1));
        Receipt saidTooEarly = sitting.handIn(liar, true, SOON);

        assertThat(fastClock.state()).isEqualTo(AttemptState.CLOSED);
        assertThat(fastClock.timeUsedSeconds()).isEqualTo(3600);
        assertThat(pressedTooLate.state()).isEqualTo(AttemptState.CLOSED);
        assertThat(pressedTooLate.timeUsedSeconds()).isEqualTo(3600);
        assertThat(saidTooEarly.state()).isEqualTo(AttemptState.HANDED_IN);
        assertThat(saidTooEarly.timeUsedSeconds()).isEqualTo(600);
    }

    @Test
    void handingInAfterTheGraceFindsItClosedAtItsDeadline() {
        Candidate candidate = sat.exam();

        Receipt receipt = sitting.handIn(candidate, false, Sat.TEN.plusSeconds(11));

        assertThat(receipt.state()).isEqualTo(AttemptState.CLOSED);
        assertThat(receipt.handedInAt()).isEqualTo(Sat.TEN);
    }

    @Test
    void overdueAttemptsCloseAtTheirTrueDeadlineOnceEvenIfTheServerWasDown() {
        AttemptRequest request = sat.exam(sat.papers.exam(), sat.somebody());
        Candidate overdue = sat.start(request, "", Sat.NINE);
        Candidate prompt = sat.start(
                sat.request(request.form(), sat.somebody(), request.purpose(), Behaviour.DEFERRED, Sat.TEN),
                "",
                Sat.NINE);
        sat.save(overdue, 1, 1, sat.right(overdue, 1), SOON);
        sitting.handIn(prompt, false, SOON);
        Instant threeHoursLater = Sat.TEN.plus(Duration.ofHours(3));

        endings.closeOverdue(Sat.TEN.plus(Sat.GRACE).plusSeconds(2));
        assertThat(attempts.get(overdue.attempt()).state()).isEqualTo(AttemptState.STARTED);
        assertThat(endings.closeOverdue(threeHoursLater)).isPositive();
        endings.scoreUnscored(threeHoursLater);
        endings.closeOverdue(threeHoursLater);
        endings.scoreUnscored(threeHoursLater);

        AttemptSummary closed = attempts.get(overdue.attempt());
        assertThat(closed.state()).isEqualTo(AttemptState.CLOSED);
        assertThat(closed.endedAt()).isEqualTo(Sat.TEN);
        assertThat(closed.timeUsed()).isEqualTo(Duration.ofHours(1));
        assertThat(closed.score()).isEqualByComparingTo(BigDecimal.ONE);
        assertThat(attempts.get(prompt.attempt()).state()).isEqualTo(AttemptState.HANDED_IN);
        assertThat(events.stream(AttemptsScored.class))
                .filteredOn(scored -> scored.attempts().contains(overdue.attempt()))
                .hasSize(1);
        assertThat(sitting.handIn(overdue, false, threeHoursLater).state()).isEqualTo(AttemptState.CLOSED);
        assertThat(attempts.all(request.purpose()))
                .extracting(AttemptSummary::id, AttemptSummary::answered)
                .containsExactlyInAnyOrder(tuple(overdue.attempt(), 1), tuple(prompt.attempt(), 0));
    }

    @Test
    void whatACrashLeftClosedButUnscoredIsScoredLater() {
        Candidate candidate = sat.exam();
        jdbc.sql("update attempt.attempt set state = 'CLOSED', ended_at = deadline where id = :id")
                .param("id", candidate.attempt().value())
                .update();

        endings.scoreUnscored(Sat.TEN.plusSeconds(60));

        assertThat(attempts.get(candidate.attempt()).score()).isEqualByComparingTo("0");
        assertThat(events.stream(AttemptsScored.class))
                .filteredOn(scored -> scored.attempts().contains(candidate.attempt()))
                .hasSize(1);
    }

    @Test
    void whatIsHandedInOrOverCannotBeStartedAgain() {
        AttemptRequest request = sat.exam(sat.papers.exam(), sat.somebody());
        Candidate candidate = sat.start(request, "phone", Sat.NINE);
        assertThatExceptionOfType(Problem.class)
                .isThrownBy(() -> attempts.start(request, "tablet", Sat.TEN.plusSeconds(11)))
                .satisfies(problem -> assertThat(problem.code()).isEqualTo("attempt.over"));

        sitting.handIn(candidate, false, SOON);

        assertThatExceptionOfType(Problem.class)
                .isThrownBy(() -> attempts.start(request, "phone", SOON))
                .satisfies(problem -> assertThat(problem.code()).isEqualTo("attempt.ended"));
    }

    @Test
    void resultsTellFractionValueAndFeedbackOfEverySlot() {
        Candidate candidate = sat.drill();
        sat.save(candidate, 2, 1, sat.right(candidate, 2), SOON);
        String twoOfThree = sat.right(candidate, 3).replaceFirst("\"[^\"]*\",", "");
        sat.save(candidate, 3, 2, twoOfThree, SOON);
        sitting.handIn(candidate, false, SOON);

        List<SlotResult> results = attempts.results(candidate.attempt());

        assertThat(results).extracting(SlotResult::slot).containsExactly(1, 2, 3, 4, 5);
        assertThat(results.get(1).fraction()).isEqualByComparingTo("1");
        assertThat(results.get(2).fraction()).isEqualByComparingTo("0.666667");
        assertThat(results.get(0).value()).isNull();
        assertThat(results).allSatisfy(result -> assertThat(result.feedback()).isNotNull());
        assertThat(attempts.get(candidate.attempt()).score()).isEqualByComparingTo("2.33");
        assertThat(attempts.latest(attempts.get(candidate.attempt()).person(), "test-drill", 5))
                .hasSize(1);
    }
}
