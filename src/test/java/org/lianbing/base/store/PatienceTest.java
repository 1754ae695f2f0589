package org.lianbing.base.store;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeoutException;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.awaitility.Awaitility.await;

class PatienceTest {

    private static final Duration LONG = Duration.ofMinutes(1);

    @Test
    void givesTheAnswerThatComes() throws Exception {
        Patience patience = new Patience(LONG);
        patience.start();
        CompletableFuture<String> answer = new CompletableFuture<>();
        Thread waiter = Thread.ofVirtual().start(() -> answer.complete("late"));

        assertThat(patience.await(answer)).isEqualTo("late");
        assertThat(patience.await(CompletableFuture.completedFuture("at once"))).isEqualTo("at once");
        waiter.join();
        patience.finish();
    }

    @Test
    void endsTheWaitForWhatTakesTooLongAndLetsTheGiverKnow() {
        Patience patience = new Patience(Duration.ofMillis(1));
        patience.start();
        CompletableFuture<String> never = new CompletableFuture<>();

        assertThatExceptionOfType(ExecutionException.class)
                .isThrownBy(() -> patience.await(never))
                .withCauseInstanceOf(TimeoutException.class);
        assertThat(never).isDone();
        assertThat(never.complete("too late")).isFalse();
        patience.finish();
    }

    @Test
    void whoWaitsWhenItFinishesAndWhoComesAfterIsNotKept() {
        Patience patience = new Patience(LONG);
        patience.start();
        CompletableFuture<String> answer = new CompletableFuture<>();
        CompletableFuture<String> outcome = CompletableFuture.supplyAsync(() -> waited(patience, answer));
        await().until(() -> answer.getNumberOfDependents() == 1);

        patience.finish();

        assertThat(outcome.join()).isEqualTo("given up");
        assertThat(waited(patience, new CompletableFuture<>())).isEqualTo("given up");
    }

    private static String waited(Patience patience, CompletableFuture<String> answer) {
        try {
            return patience.await(answer);
        } catch (ExecutionException e) {
            return "given up";
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return "interrupted";
        }
    }
}
