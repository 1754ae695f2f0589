package org.lianbing.attempt;

import java.time.Instant;
import java.util.List;

import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.context.event.ApplicationEvents;
import org.springframework.test.context.event.RecordApplicationEvents;

import org.lianbing.paper.DraftSlot;
import org.lianbing.paper.FormId;
import org.lianbing.testing.IntegrationTest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.lianbing.testing.Refusals.refused;

@IntegrationTest
@RecordApplicationEvents
class CheckTest {

    private static final Instant SOON = Sat.NINE.plusSeconds(60);

    @Autowired
    Sat sat;

    @Autowired
    Sitting sitting;

    @Autowired
    ApplicationEvents events;

    @Test
    void aCheckCommitsTheResponseLocksTheSlotAndShowsTheKey() {
        Candidate candidate = sat.drill();

        Feedback feedback = sitting.check(candidate, sat.sent(2, 1, sat.right(candidate, 2)), SOON);

        assertThat(feedback.score().correct()).isTrue();
        assertThat(sat.json.writeValueAsString(feedback.reasons().key().tokens()))
                .isEqualTo("[" + sat.right(candidate, 2) + "]");
        assertThat(feedback.reasons().explanation()).contains("解析");
        assertThat(sat.save(candidate, 2, 2, sat.token(candidate, 2, 0), SOON)).isEqualTo("locked");
        assertThat(sat.save(candidate, 1, 3, sat.token(candidate, 1, 0), SOON)).isEqualTo("saved");
        assertThat(sitting.open(candidate).checked()).hasSize(1);
        assertThat(events.stream(SlotChecked.class))
                .filteredOn(checked -> checked.attempt().equals(candidate.attempt()))
                .singleElement()
                .satisfies(checked -> assertThat(checked.correct()).isTrue());
    }

    @Test
    void aCheckedSlotGivesTheSameFeedbackWhateverIsSentAgain() {
        Candidate candidate = sat.drill();
        Feedback first = sitting.check(candidate, sat.sent(5, 1, "\"1\""), SOON);

        assertThat(first.score().correct()).isFalse();
        assertThat(sitting.check(candidate, sat.sent(5, 1, "\"1\""), SOON)).isEqualTo(first);
        assertThat(sitting.check(candidate, sat.sent(5, 2, "\"2431.75\""), SOON))
                .isEqualTo(first);
        assertThat(events.stream(SlotChecked.class))
                .filteredOn(checked -> checked.attempt().equals(candidate.attempt()))
                .hasSize(1);
    }

    @Test
    void anExamGivesNoFeedback() {
        Candidate candidate = sat.exam();

        refused("attempt.deferred", () -> sitting.check(candidate, sat.sent(5, 1, "\"1\""), SOON));
        assertThat(sitting.open(candidate).responses()).isEmpty();
    }

    @Test
    void anItemThatCameUnderEmbargoMeanwhileIsNotChecked() {
        List<DraftSlot> slots = sat.papers.slots();
        FormId drill = sat.forms.freezeForPractice("练习", slots, Sat.NINE);
        Candidate candidate = sat.start(sat.drill(drill, sat.somebody()), "", Sat.NINE);
        sitting.check(candidate, sat.sent(1, 1, sat.right(candidate, 1)), SOON);
        FormId exam = sat.forms.freezeForExam("考试", slots, Sat.NINE);

        refused("attempt.embargo", () -> sitting.check(candidate, sat.sent(2, 2, sat.right(candidate, 2)), SOON));
        refused("attempt.embargo", () -> sitting.check(candidate, sat.sent(1, 1, sat.right(candidate, 1)), SOON));
        assertThat(sitting.open(candidate).checked()).isEmpty();
        sitting.handIn(candidate, false, SOON);
        assertThat(sat.attempts.results(candidate.attempt()))
                .allSatisfy(result -> assertThat(result.feedback()).isNull());

        sat.forms.release(exam, SOON);
        assertThat(sat.attempts.results(candidate.attempt()))
                .allSatisfy(result -> assertThat(result.feedback()).isNotNull());
    }

    @Test
    void aCheckNeedsAResponseThatFits() {
        Candidate candidate = sat.drill();

        refused("attempt.no-response", () -> sitting.check(candidate, sat.sent(2, 1, "null"), SOON));
        refused("attempt.no-response", () -> sitting.check(candidate, sat.sent(2, 1, "\"x\""), SOON));
        refused("attempt.no-response", () -> sitting.check(candidate, sat.sent(3, 1, "[]"), SOON));
        refused("base.not-found", () -> sitting.check(candidate, sat.sent(6, 1, "\"x\""), SOON));
    }

    @Test
    void aNumberThatWasUsedForSomethingElseChecksNothing() {
        Candidate candidate = sat.drill();
        sat.save(candidate, 5, 1, "\"1\"", SOON);

        refused("attempt.sequence-used", () -> sitting.check(candidate, sat.sent(2, 1, sat.right(candidate, 2)), SOON));
        assertThat(sat.save(candidate, 2, 2, sat.right(candidate, 2), SOON)).isEqualTo("saved");
    }
}
