package org.lianbing.attempt.rest;

import java.time.Duration;
import java.util.concurrent.TimeUnit;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.github.bucket4j.Bucket;
import io.github.bucket4j.ConsumptionProbe;
import org.springframework.stereotype.Component;

import org.lianbing.base.Problem;

/** Bounds how often an address has chains recomputed; a hall behind one address can still check its receipts. */
@Component
class ReceiptThrottle {

    private static final long MOST = 120;
    private static final Duration REFILL = Duration.ofMinutes(2);
    private static final long MOST_COUNTED = 100_000;

    private final Cache<String, Bucket> buckets = Caffeine.newBuilder()
            .maximumSize(MOST_COUNTED)
            .expireAfterAccess(Duration.ofMinutes(10))
            .build();

    /**
     * Counts one.
     *
     * @throws Problem throttled, with {@code retryAfter} seconds
     */
    void count(String address) {
        Bucket bucket = buckets.get(
                address,
                fresh -> Bucket.builder()
                        .addLimit(limit -> limit.capacity(MOST).refillGreedy(MOST, REFILL))
                        .build());
        ConsumptionProbe probe = bucket.tryConsumeAndReturnRemaining(1);
        if (!probe.isConsumed()) {
            long seconds = 1 + TimeUnit.NANOSECONDS.toSeconds(probe.getNanosToWaitForRefill());
            throw Problem.throttled("attempt.receipt-throttled", seconds).with("retryAfter", seconds);
        }
    }
}
