package org.lianbing.attempt.journal;

import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import org.lianbing.attempt.AttemptId;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/** What a committer does when its database is silent, full, gone, or cannot keep what it is given. */
class CommitterTest {

    private static final AttemptId ATTEMPT = new AttemptId(UUID.randomUUID());
    private static final Instant NINE = Instant.parse("2026-11-20T01:00:00Z");
    private static final StepOutcome SAVED = new StepOutcome.Saved();
    private static final StepOutcome UNKNOWN = new StepOutcome.Unknown();
    private static final StepOutcome INVALID = new StepOutcome.Refused(StepOutcome.Reason.INVALID);

    private final List<Step> kept = Collections.synchronizedList(new ArrayList<>());
    private final AtomicInteger commits = new AtomicInteger();
    private final CountDownLatch silence = new CountDownLatch(1);
    private Committer committer = new Committer("test", this::keep);

    @AfterEach
    void finish() {
        silence.countDown();
        committer.finish();
    }

    @Test
    void oneBadRowAmongAThousandFailsAlone() {
        List<CompletableFuture<List<StepOutcome>>> answers = new ArrayList<>();
        for (int n = 1; n <= 1000; n++) {
            answers.add(committer.offer(List.of(step(n, n == 613 ? "bad" : "1"))));
        }
        committer.start();

        List<StepOutcome> outcomes =
                answers.stream().map(answer -> answer.join().getFirst()).toList();

        assertThat(outcomes.get(612)).isEqualTo(INVALID);
        assertThat(outcomes).filteredOn(SAVED::equals).hasSize(999);
        assertThat(kept).hasSize(999);
        assertThat(commits).as("statements, by halves").hasValueLessThan(25);
    }

    @Test
    void whileTheDatabaseIsSilentNothingIsAcknowledgedAndNoMoreIsHeldThanFits() {
        committer = new Committer("test", this::keepAfterTheSilence);
        committer.start();
        CompletableFuture<List<StepOutcome>> first = committer.offer(List.of(step(1, "1")));
        await().until(() -> commits.get() == 1);
        String essay = "长".repeat(20_000);

        List<CompletableFuture<List<StepOutcome>>> answers = IntStream.rangeClosed(2, 2000)
                .mapToObj(n -> committer.offer(List.of(step(n, essay))))
                .toList();

        List<CompletableFuture<List<StepOutcome>>> refused =
                answers.stream().filter(CompletableFuture::isDone).toList();
        int held = answers.size() - refused.size();
        assertThat(first).isNotDone();
        assertThat(held * (long) essay.length()).as("characters held").isBetween(4_000_000L, 8_000_000L);
        assertThat(refused)
                .allSatisfy(answer -> assertThat(answer.join()).containsOnly(UNKNOWN))
                .isNotEmpty();

        silence.countDown();
        assertThat(first.join()).containsExactly(SAVED);
        answers.subList(0, held).forEach(answer -> assertThat(answer.join()).containsExactly(SAVED));
        await().untilAsserted(() -> assertThat(committer.oldest()).isEmpty());
        assertThat(committer.offer(List.of(step(3000, essay))).join()).containsExactly(SAVED);
    }

    @Test
    void manySmallRequestsAreBoundedByTheirNumber() {
        List<CompletableFuture<List<StepOutcome>>> answers = IntStream.rangeClosed(1, 20_001)
                .mapToObj(n -> committer.offer(List.of(step(n, "1"))))
                .toList();

        assertThat(answers.getLast()).isCompletedWithValue(List.of(UNKNOWN));
        assertThat(answers).filteredOn(CompletableFuture::isDone).hasSize(1);
        committer.start();
    }

    @Test
    void aFullDiskIsNoAcknowledgementAndWhenThereIsRoomAgainAllGoesOn() {
        AtomicInteger full = new AtomicInteger(1);
        committer = new Committer("test", steps -> {
            if (full.getAndDecrement() > 0) {
                throw new SQLException("could not extend file: No space left on device", "53100");
            }
            return keep(steps);
        });
        committer.start();

        assertThat(committer.offer(List.of(step(1, "1"))).join()).containsExactly(UNKNOWN);
        assertThat(kept).isEmpty();
        assertThat(committer.offer(List.of(step(1, "1"))).join()).containsExactly(SAVED);
    }

    @Test
    void aFaultOfOursLeavesNobodyWaitingAndTheCommitterAtWork() {
        AtomicInteger faults = new AtomicInteger(2);
        committer = new Committer("test", steps -> switch (faults.getAndDecrement()) {
            case 2 -> throw new IllegalStateException("a fault");
            case 1 -> List.of();
            default -> keep(steps);
        });
        committer.start();

        assertThat(committer.offer(List.of(step(1, "1"))).join()).containsExactly(UNKNOWN);
        assertThat(committer.offer(List.of(step(1, "1"))).join()).containsExactly(UNKNOWN);
        assertThat(committer.offer(List.of(step(1, "1"))).join()).containsExactly(SAVED);
    }

    @Test
    void aDatabaseThatNeverAnswersDoesNotKeepTheApplicationFromEnding() {
        committer = new Committer("test", this::keepAfterTheSilence);
        committer.start();
        CompletableFuture<List<StepOutcome>> answer = committer.offer(List.of(step(1, "1")));
        await().until(() -> commits.get() == 1);

        await().atMost(Duration.ofSeconds(15)).until(() -> {
            committer.finish();
            return true;
        });

        assertThat(kept).isEmpty();
        assertThat(answer.isDone() && answer.join().contains(SAVED)).isFalse();
    }

    @Test
    void theOldestThatWaitsIsTold() {
        committer = new Committer("test", this::keepAfterTheSilence);
        committer.start();
        committer.offer(List.of(step(1, "1")));
        await().until(() -> commits.get() == 1);
        committer.offer(List.of(step(2, "1")));

        assertThat(committer.oldest()).contains(NINE.plusSeconds(1));
        silence.countDown();
        await().untilAsserted(() -> assertThat(committer.oldest()).isEmpty());
    }

    private List<StepOutcome> keep(List<Step> steps) throws SQLException {
        commits.incrementAndGet();
        if (steps.stream().anyMatch(step -> step.value().equals("bad"))) {
            throw new SQLException("invalid input syntax for type json", "22P02");
        }
        kept.addAll(steps);
        return Collections.nCopies(steps.size(), SAVED);
    }

    private List<StepOutcome> keepAfterTheSilence(List<Step> steps) throws SQLException {
        commits.incrementAndGet();
        try {
            silence.await();
        } catch (InterruptedException e) {
            throw new SQLException("interrupted", "08006", e);
        }
        return keep(steps);
    }

    private static Step step(int sequence, String value) {
        return new Step(ATTEMPT, 1, sequence, 1, value, NINE.plusSeconds(sequence));
    }
}
