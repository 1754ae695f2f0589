package org.lianbing.attempt;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.IntFunction;
import java.util.stream.IntStream;

/** Many acts at the same instant. */
final class Together {

    private Together() {}

    /** As many acts as said, each told its number from 0, let loose by one signal; what they returned, by number. */
    static <T> List<T> times(int count, IntFunction<T> act) throws Exception {
        return all(IntStream.range(0, count)
                .<Callable<T>>mapToObj(number -> () -> act.apply(number))
                .toList());
    }

    /** All of them, let loose by one signal; what they returned, in their order. */
    static <T> List<T> all(List<Callable<T>> acts) throws Exception {
        CountDownLatch signal = new CountDownLatch(1);
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<T>> futures = new ArrayList<>();
            for (Callable<T> act : acts) {
                futures.add(threads.submit(() -> {
                    signal.await();
                    return act.call();
                }));
            }
            signal.countDown();
            List<T> returned = new ArrayList<>();
            for (Future<T> future : futures) {
                returned.add(future.get());
            }
            return returned;
        }
    }
}
