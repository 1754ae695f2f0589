package org.lianbing.account.guard;

import java.time.Duration;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.github.bucket4j.Bucket;
import io.github.bucket4j.ConsumptionProbe;
import org.springframework.stereotype.Component;

import org.lianbing.base.Problem;

/**
 * Slows guessing down. A device from which the person has signed in before has an allowance of its own; everybody else
 * who tries the same account shares others, so strangers can use up only each other's. A node counts for itself.
 */
@Component
public class SignInThrottle {

    private static final Duration KEPT = Duration.ofHours(2);
    private static final long MOST_COUNTED = 200_000;

    /** How many tries at once, and how long until they are all back. */
    private enum Allowance {
        KNOWN_DEVICE(10, Duration.ofMinutes(10)),
        ACCOUNT_FROM_ADDRESS(10, Duration.ofMinutes(10)),
        ACCOUNT_FROM_ANYWHERE(60, Duration.ofHours(1)),
        ADDRESS(300, Duration.ofMinutes(10)),
        CARDS_FROM_ADDRESS(60, Duration.ofMinutes(10));

        private final long tries;
        private final Duration refill;

        Allowance(long tries, Duration refill) {
            this.tries = tries;
            this.refill = refill;
        }

        private Bucket bucket() {
            return Bucket.builder()
                    .addLimit(limit -> limit.capacity(tries).refillGreedy(tries, refill))
                    .build();
        }
    }

    private record Key(Allowance allowance, String subject) {}

    private final Cache<Key, Bucket> buckets = Caffeine.newBuilder()
            .maximumSize(MOST_COUNTED)
            .expireAfterAccess(KEPT)
            .build();

    /** What a try has cost; given back when it turns out right. */
    public final class Try {

        private final Key[] keys;

        private Try(Key... keys) {
            this.keys = keys;
        }

        /** The password was right: nobody was guessing. */
        public void succeeded() {
            for (Key key : keys) {
                bucket(key).addTokens(1);
            }
        }
    }

    /**
     * Counts a try from a device that the person has used before.
     *
     * @throws Problem throttled, with {@code retryAfter} seconds
     */
    public Try fromKnownDevice(String username, String device) {
        return take(new Key(Allowance.KNOWN_DEVICE, username + ' ' + device));
    }

    /**
     * Counts a try of anybody else.
     *
     * @throws Problem throttled, with {@code retryAfter} seconds
     */
    public Try fromAnywhere(String username, String address) {
        return take(
                new Key(Allowance.ADDRESS, address),
                new Key(Allowance.ACCOUNT_FROM_ADDRESS, username + ' ' + address),
                new Key(Allowance.ACCOUNT_FROM_ANYWHERE, username));
    }

    /**
     * Counts a look at an activation card.
     *
     * @throws Problem throttled, with {@code retryAfter} seconds
     */
    public Try card(String address) {
        return take(new Key(Allowance.CARDS_FROM_ADDRESS, address));
    }

    private Try take(Key... keys) {
        for (int index = 0; index < keys.length; index++) {
            ConsumptionProbe probe = bucket(keys[index]).tryConsumeAndReturnRemaining(1);
            if (!probe.isConsumed()) {
                for (int taken = 0; taken < index; taken++) {
                    bucket(keys[taken]).addTokens(1);
                }
                long seconds = Duration.ofNanos(probe.getNanosToWaitForRefill()).toSeconds() + 1;
                throw Problem.throttled("sign-in.throttled", seconds).with("retryAfter", seconds);
            }
        }
        return new Try(keys);
    }

    private Bucket bucket(Key key) {
        return buckets.get(key, wanted -> wanted.allowance().bucket());
    }
}
