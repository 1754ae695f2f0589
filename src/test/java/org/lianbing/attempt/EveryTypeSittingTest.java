package org.lianbing.attempt;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.context.event.ApplicationEvents;
import org.springframework.test.context.event.RecordApplicationEvents;

import org.lianbing.attempt.scoring.SlotScore;
import org.lianbing.bank.ItemType;
import org.lianbing.paper.Form;
import org.lianbing.paper.Slot;
import org.lianbing.paper.SlotFeedback;
import org.lianbing.testing.IntegrationTest;

import static org.assertj.core.api.Assertions.assertThat;

/** One attempt over every type, from the form to the results. */
@IntegrationTest
@RecordApplicationEvents
class EveryTypeSittingTest {

    private static final Instant SOON = Sat.NINE.plusSeconds(30);

    @Autowired
    Sat sat;

    @Autowired
    Sitting sitting;

    @Autowired
    Attempts attempts;

    @Autowired
    ApplicationEvents events;

    private Candidate drill() {
        return sat.start(sat.drill(sat.papers.everyType(), sat.somebody()), "phone", Sat.NINE);
    }

    @Test
    void everyTypeIsSavedCheckedAndScored() {
        Candidate candidate = drill();
        Form form = sat.form(candidate);
        int sequence = 0;
        for (Slot slot : form.slots()) {
            sequence++;
            assertThat(sat.save(candidate, slot.number(), sequence, sat.right(candidate, slot.number()), SOON))
                    .as(slot.type().code())
                    .isEqualTo("saved");
            sequence++;
            Feedback feedback = sitting.check(
                    candidate, sat.sent(slot.number(), sequence, sat.right(candidate, slot.number())), SOON);
            assertThat(feedback.score().correct())
                    .as(slot.type().code())
                    .isEqualTo(feedback.score().reason() != SlotScore.Reason.UNMARKED);
        }
        assessAll(candidate, form, sequence);
        assertThat(sitting.open(candidate).checked()).hasSameSizeAs(form.slots());

        sitting.handIn(candidate, false, SOON);

        List<SlotResult> results = attempts.results(candidate.attempt());
        assertThat(results).hasSameSizeAs(form.slots()).allMatch(SlotResult::correct);
        assertThat(results).filteredOn(SlotResult::isSelfAssessed).hasSize(3);
        assertThat(attempts.get(candidate.attempt()).score()).isEqualByComparingTo(form.maxScore());
        Set<Object> told = events.stream(SlotChecked.class)
                .filter(checked -> checked.attempt().equals(candidate.attempt()))
                .filter(SlotChecked::correct)
                .map(SlotChecked::item)
                .collect(Collectors.toSet());
        assertThat(told).hasSize(ItemType.values().length);
    }

    /** Finds all points in the texts, which counts in full and once. */
    private void assessAll(Candidate candidate, Form form, int last) {
        int sequence = last;
        for (Slot slot : form.slots()) {
            if (slot.type() == ItemType.SHORT_ANSWER || slot.type() == ItemType.ESSAY) {
                sequence++;
                Feedback all = sitting.assess(candidate, slot.number(), sequence, Set.copyOf(slot.tokens()), SOON);
                assertThat(all.score().fraction()).isEqualByComparingTo(BigDecimal.ONE);
                sequence++;
                assertThat(sitting.assess(candidate, slot.number(), sequence, Set.of(), SOON))
                        .isEqualTo(all);
                assertThat(all.reasons().key().points())
                        .extracting(SlotFeedback.RubricPoint::token)
                        .containsExactlyElementsOf(slot.tokens());
            }
        }
    }

    @Test
    void aCaseIsToldOnceAndRightOnlyWhenAllItsPartsAre() {
        Candidate candidate = drill();
        List<Slot> parts = sat.form(candidate).slots().stream()
                .filter(slot -> slot.part() != null)
                .toList();
        int first = parts.get(0).number();
        int second = parts.get(1).number();

        sitting.check(candidate, sat.sent(second, 1, "[\"不知道\"]"), SOON);
        assertThat(told(candidate)).isEmpty();
        sitting.check(candidate, sat.sent(first, 2, sat.right(candidate, first)), SOON);

        assertThat(told(candidate)).singleElement().satisfies(checked -> {
            assertThat(checked.correct()).isFalse();
            assertThat(checked.slot()).isEqualTo(first);
        });
    }

    private List<SlotChecked> told(Candidate candidate) {
        return events.stream(SlotChecked.class)
                .filter(checked -> checked.attempt().equals(candidate.attempt()))
                .toList();
    }

    @Test
    void theVariantStaysTheSameOnEveryDevice() {
        AttemptRequest request = sat.drill(sat.papers.everyType(), sat.somebody());
        Candidate phone = sat.start(request, "phone", Sat.NINE);
        var first = sitting.open(phone).attempt().arrangement();
        Candidate desk = sat.start(request, "desk", SOON);

        assertThat(sitting.open(desk).attempt().arrangement()).isEqualTo(first);
        assertThat(first.variants()).hasSize(1);
    }
}
