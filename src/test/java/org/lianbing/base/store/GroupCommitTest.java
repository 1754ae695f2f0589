package org.lianbing.base.store;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executor;
import java.util.stream.IntStream;

import org.junit.jupiter.api.Test;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.dao.DataIntegrityViolationException;

import org.lianbing.base.Problem;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.awaitility.Awaitility.await;

class GroupCommitTest {

    private static final Executor VIRTUAL = task -> Thread.ofVirtual().start(task);

    private final List<List<Integer>> batches = new CopyOnWriteArrayList<>();
    private final CountDownLatch first = new CountDownLatch(1);

    private GroupCommit<Integer, String> commits(int waiting, GroupCommit.Work<Integer, String> work) {
        GroupCommit<Integer, String> commits =
                new GroupCommit<>("test", new GroupCommit.Bounds(waiting, 50, Duration.ofSeconds(20)), asked -> {
                    batches.add(asked);
                    return work.answer(asked);
                });
        commits.start();
        return commits;
    }

    /** What comes while the first is under way. */
    private List<CompletableFuture<String>> asked(GroupCommit<Integer, String> commits, int howMany) {
        List<CompletableFuture<String>> answers = new ArrayList<>();
        answers.add(CompletableFuture.supplyAsync(() -> commits.ask(0), VIRTUAL));
        await().until(() -> batches.size() == 1);
        IntStream.rangeClosed(1, howMany)
                .forEach(n -> answers.add(CompletableFuture.supplyAsync(() -> commits.ask(n), VIRTUAL)));
        return answers;
    }

    private static String wait(CountDownLatch latch, int asked) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        return "done " + asked;
    }

    @Test
    void whatComesMeanwhileGoesTogetherAndEachGetsItsOwnAnswer() {
        GroupCommit<Integer, String> commits = commits(
                1_000, asked -> asked.stream().map(one -> wait(first, one)).toList());
        List<CompletableFuture<String>> answers = asked(commits, 120);
        await().until(() -> commits.waiting() == 120);
        first.countDown();

        assertThat(answers.stream().map(CompletableFuture::join))
                .containsExactlyElementsOf(
                        IntStream.rangeClosed(0, 120).mapToObj(n -> "done " + n).toList());
        assertThat(batches).extracting(List::size).containsExactly(1, 50, 50, 20);
        commits.finish();
    }

    @Test
    void oneThatCannotBeDoneFailsAlone() {
        GroupCommit<Integer, String> commits = commits(1_000, asked -> {
            if (asked.contains(7)) {
                throw asked.size() == 1
                        ? Problem.conflict("base.not-found")
                        : new DataIntegrityViolationException("seven");
            }
            return asked.stream().map(one -> wait(first, one)).toList();
        });
        List<CompletableFuture<String>> answers = asked(commits, 20);
        first.countDown();

        assertThat(answers).filteredOn(answer -> !failed(answer)).hasSize(20);
        assertThatExceptionOfType(Exception.class)
                .isThrownBy(answers.get(7)::join)
                .withRootCauseInstanceOf(Problem.class);
        commits.finish();
    }

    @Test
    void aDatabaseThatIsAwayIsNotAskedOnceForEach() {
        GroupCommit<Integer, String> commits = commits(1_000, asked -> {
            wait(first, 0);
            throw new DataAccessResourceFailureException("away");
        });
        List<CompletableFuture<String>> answers = asked(commits, 20);
        await().until(() -> commits.waiting() == 20);
        first.countDown();

        assertThat(answers).allSatisfy(answer -> assertThat(failed(answer)).isTrue());
        assertThat(batches).extracting(List::size).containsExactly(1, 20);
        commits.finish();
    }

    @Test
    void whereTooManyWaitTheAnswerIsAtOnceToTryAgain() {
        GroupCommit<Integer, String> commits =
                commits(5, asked -> asked.stream().map(one -> wait(first, one)).toList());
        List<CompletableFuture<String>> answers = asked(commits, 30);
        await().until(() -> answers.stream().filter(CompletableFuture::isDone).count() == 25);
        assertThat(answers.stream().filter(CompletableFuture::isCompletedExceptionally))
                .hasSize(25);
        first.countDown();

        assertThat(answers).filteredOn(answer -> !failed(answer)).hasSize(6);
        commits.finish();
        assertThatExceptionOfType(Problem.class).isThrownBy(() -> commits.ask(1));
    }

    private static boolean failed(CompletableFuture<String> answer) {
        try {
            answer.join();
            return false;
        } catch (RuntimeException e) {
            return true;
        }
    }
}
