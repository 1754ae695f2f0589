package org.lianbing.media;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;

import org.junit.jupiter.api.Test;

import org.lianbing.base.Problem;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

class EaselTest {

    private static final Duration LONG = Duration.ofSeconds(30);

    /** Whoever finds no place is told so, and not that the drawing cannot be painted. */
    @Test
    void whereAllPlacesAreTakenIsSaid() throws InterruptedException {
        CountDownLatch begun = new CountDownLatch(2);
        CountDownLatch ended = new CountDownLatch(1);
        List<Thread> others = new ArrayList<>();
        for (int i = 0; i < 2; i++) {
            others.add(Thread.startVirtualThread(() -> Easel.paint("other", LONG, LONG, () -> {
                begun.countDown();
                return awaited(ended);
            })));
        }
        begun.await();
        assertThatExceptionOfType(Problem.class)
                .isThrownBy(() -> Easel.paint("late", Duration.ZERO, LONG, () -> "painted"))
                .satisfies(problem -> assertThat(problem.code()).isEqualTo("media.painting-busy"));
        ended.countDown();
        assertThat(Easel.paint("late", LONG, LONG, () -> "painted")).contains("painted");
        for (Thread other : others) {
            other.join();
        }
    }

    private static boolean awaited(CountDownLatch latch) {
        try {
            latch.await();
            return true;
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
