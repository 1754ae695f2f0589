package org.lianbing.base.server;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

class RequestThreadsTest {

    @Test
    void onlySoManyWorkAtATimeAndAllGetTheirTurn() throws InterruptedException {
        RequestThreads threads = new RequestThreads(3);
        AtomicInteger working = new AtomicInteger();
        AtomicInteger most = new AtomicInteger();
        CountDownLatch done = new CountDownLatch(200);
        CountDownLatch go = new CountDownLatch(1);
        for (int n = 0; n < 200; n++) {
            threads.execute(() -> {
                most.accumulateAndGet(working.incrementAndGet(), Math::max);
                wait(go);
                working.decrementAndGet();
                done.countDown();
            });
        }
        await().untilAsserted(() -> assertThat(working).hasValue(3));
        go.countDown();

        assertThat(done.await(10, TimeUnit.SECONDS)).isTrue();
        assertThat(most).hasValue(3);
    }

    @Test
    void oneThatFailsGivesItsTurnBack() {
        RequestThreads threads = new RequestThreads(1);
        List<Integer> came = new CopyOnWriteArrayList<>();
        threads.execute(() -> {
            throw new IllegalStateException("of this request alone");
        });
        IntStream.range(0, 5).forEach(n -> threads.execute(() -> came.add(n)));

        // What the request died of is the exception that is thrown above; Awaitility would take it for its own.
        await().dontCatchUncaughtExceptions()
                .untilAsserted(() -> assertThat(came).hasSize(5));
    }

    private static void wait(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
