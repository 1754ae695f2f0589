package org.lianbing.attempt;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.stream.Collectors;
import java.util.stream.LongStream;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Autowired;

import org.lianbing.attempt.journal.ResponseJournal;
import org.lianbing.attempt.journal.Step;
import org.lianbing.attempt.journal.StepOutcome;
import org.lianbing.attempt.journal.StoredStep;
import org.lianbing.attempt.store.JournalReads;
import org.lianbing.paper.Slot;
import org.lianbing.testing.IntegrationTest;
import org.lianbing.testing.Knowing;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Ten thousand steps over a bad network, against a model that is one line: of a slot stands what has the highest epoch
 * and number among what was acknowledged. The network sends twice and three times, in any order, holds steps back until
 * another device has taken over or the grace has ended, and now and then a number comes with other content.
 */
@IntegrationTest
class JournalModelTest {

    private static final Logger log = LoggerFactory.getLogger(JournalModelTest.class);
    private static final int ATTEMPTS = 5;
    private static final int DEVICES = 3;

    /** With what is sent again, ten thousand and more arrive. */
    private static final int CHANGES = 400;

    private static final int MOST_AT_ONCE = 40;
    private static final int MOST_SET_ASIDE = 200;
    private static final Instant SOON = Sat.NINE.plusSeconds(60);
    private static final Instant LATE = Sat.TEN.plus(Sat.GRACE).plusMillis(1);
    private static final StepOutcome SAVED = new StepOutcome.Saved();

    @Autowired
    Sat sat;

    @Autowired
    Sitting sitting;

    @Autowired
    Attempts attempts;

    @Autowired
    ResponseJournal journal;

    @Autowired
    JournalReads reads;

    /** A step on its way, and what must become of it. */
    private record Sent(Step step, StepOutcome expected) {}

    /** What became of one. */
    private record Came(Sent sent, StepOutcome outcome) {}

    static LongStream seeds() {
        return LongStream.of(4, new Random().nextLong());
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void theFinalStateIsTheModels(long seed) throws Exception {
        log.info("Ten thousand steps with seed {}", seed);
        Random random = new Random(seed);
        int arrived = 0;
        for (int n = 0; n < ATTEMPTS; n++) {
            arrived += one(random);
        }
        assertThat(arrived).isGreaterThan(10_000);
    }

    /** One attempt from its first device to its hand-in; how many steps arrived. */
    private int one(Random random) throws Exception {
        AttemptRequest request = sat.exam(sat.papers.exam(), sat.somebody());
        Candidate candidate = sat.start(request, "device 1", Sat.NINE);
        List<Slot> slots = sat.form(candidate).slots();
        Map<Integer, String> model = new HashMap<>();
        List<Sent> heldBack = new ArrayList<>();
        int arrived = 0;
        for (int epoch = 1; epoch <= DEVICES; epoch++) {
            List<Sent> now = new ArrayList<>(heldBack);
            heldBack.clear();
            if (epoch > 1) {
                candidate = sat.start(request, "device " + epoch, SOON);
            }
            for (int sequence = 1; sequence <= CHANGES; sequence++) {
                Slot slot = slots.get(random.nextInt(slots.size()));
                Step step = new Step(candidate.attempt(), epoch, sequence, slot.number(), value(slot, random), SOON);
                if (random.nextInt(20) == 0) {
                    heldBack.add(new Sent(step, refusal(StepOutcome.Reason.SUPERSEDED)));
                    continue;
                }
                model.put(step.slot(), step.value());
                for (int copy = random.nextInt(3); copy >= 0; copy--) {
                    now.add(new Sent(step, SAVED));
                }
                if (random.nextInt(10) == 0) {
                    heldBack.add(new Sent(step, SAVED));
                }
                if (random.nextInt(50) == 0) {
                    Step other = new Step(
                            step.attempt(), epoch, sequence, step.slot(), value(slot, random, step.value()), SOON);
                    heldBack.add(new Sent(other, refusal(StepOutcome.Reason.CONFLICT)));
                }
            }
            arrived += send(now, random);
        }
        List<Sent> late = heldBack.stream().map(JournalModelTest::late).toList();
        arrived += send(new ArrayList<>(late), random);
        compare(candidate, model, slots);
        return arrived;
    }

    /** What is held back of the last device arrives after the grace. */
    private static Sent late(Sent sent) {
        Step step = sent.step();
        return new Sent(
                new Step(step.attempt(), step.epoch(), step.sequence(), step.slot(), step.value(), LATE),
                sent.expected().equals(refusal(StepOutcome.Reason.SUPERSEDED))
                        ? refusal(StepOutcome.Reason.LATE)
                        : sent.expected());
    }

    /** Sends all in any order, in requests of any size, at once; each must come out as expected. */
    private int send(List<Sent> all, Random random) throws Exception {
        Collections.shuffle(all, random);
        ConcurrentLinkedQueue<Came> came = new ConcurrentLinkedQueue<>();
        List<Callable<Integer>> requests = new ArrayList<>();
        for (int from = 0; from < all.size(); ) {
            int to = Math.min(all.size(), from + 1 + random.nextInt(MOST_AT_ONCE));
            List<Sent> request = all.subList(from, to);
            requests.add(() -> {
                List<StepOutcome> outcomes = journal.append(
                        request.getFirst().step().attempt(),
                        request.stream().map(Sent::step).toList());
                for (int i = 0; i < outcomes.size(); i++) {
                    came.add(new Came(request.get(i), outcomes.get(i)));
                }
                return outcomes.size();
            });
            from = to;
        }
        int arrived =
                Together.all(requests).stream().mapToInt(Integer::intValue).sum();
        assertThat(came)
                .allSatisfy(one -> assertThat(one.outcome())
                        .as("%s", one.sent().step())
                        .isEqualTo(one.sent().expected()));
        return arrived;
    }

    private void compare(Candidate candidate, Map<Integer, String> model, List<Slot> slots) {
        Map<Integer, String> state = reads.current(candidate.attempt()).stream()
                .collect(Collectors.toMap(
                        StoredStep::slot,
                        step -> sat.json.readTree(step.value()).toString()));
        assertThat(state).isEqualTo(model);
        assertThat(attempts.setAside(candidate.attempt())).hasSizeBetween(1, MOST_SET_ASIDE);
        sitting.handIn(candidate, false, LATE);
        BigDecimal expected = slots.stream()
                .filter(slot -> sat.json.writeValueAsString(Knowing.right(slot)).equals(model.get(slot.number())))
                .map(Slot::maxScore)
                .reduce(BigDecimal.ZERO, BigDecimal::add);
        assertThat(attempts.get(candidate.attempt()).score()).isEqualByComparingTo(expected);
    }

    private static StepOutcome refusal(StepOutcome.Reason reason) {
        return new StepOutcome.Refused(reason);
    }

    /** All right, all wrong, or cleared: what the score will be is then plain. */
    private String value(Slot slot, Random random) {
        return switch (random.nextInt(3)) {
            case 0 -> sat.json.writeValueAsString(Knowing.right(slot));
            case 1 -> sat.json.writeValueAsString(Knowing.wrong(slot));
            default -> "null";
        };
    }

    private String value(Slot slot, Random random, String than) {
        String other = value(slot, random);
        return other.equals(than) ? value(slot, random, than) : other;
    }
}
