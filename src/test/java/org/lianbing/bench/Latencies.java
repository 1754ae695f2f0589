package org.lianbing.bench;

import java.util.Arrays;

/** Latencies of one worker, in nanoseconds; merged and sorted at the end. */
final class Latencies {

    private long[] nanos = new long[1024];
    private int count;

    void add(long latency) {
        if (count == nanos.length) {
            nanos = Arrays.copyOf(nanos, count * 2);
        }
        nanos[count++] = latency;
    }

    void addAll(Latencies others) {
        for (int i = 0; i < others.count; i++) {
            add(others.nanos[i]);
        }
    }

    void clear() {
        count = 0;
    }

    int count() {
        return count;
    }

    /** So many percent were at most this long, in milliseconds. */
    double percentile(double percent) {
        if (count == 0) {
            return Double.NaN;
        }
        long[] sorted = Arrays.copyOf(nanos, count);
        Arrays.sort(sorted);
        return sorted[(int) Math.min(count - 1L, (long) Math.ceil(count * percent / 100) - 1)] / 1e6;
    }
}
