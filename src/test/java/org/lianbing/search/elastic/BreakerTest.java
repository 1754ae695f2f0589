package org.lianbing.search.elastic;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class BreakerTest {

    private Instant now = Instant.parse("2026-11-20T01:00:00Z");

    private final Breaker breaker = new Breaker(new Clock() {
        @Override
        public Instant instant() {
            return now;
        }

        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return this;
        }
    });

    @Test
    void afterThreeFailuresInARowNobodyAsksForTwoSeconds() {
        breaker.failed();
        breaker.failed();
        assertThat(breaker.admits()).isTrue();
        breaker.failed();
        assertThat(breaker.open()).isTrue();
        assertThat(breaker.admits()).isFalse();
        later(Duration.ofSeconds(2));
        assertThat(breaker.admits()).isTrue();
    }

    @Test
    void thenOneAsksAndTheOthersWaitForWhatItGets() {
        for (int i = 0; i < 3; i++) {
            breaker.failed();
        }
        later(Duration.ofSeconds(3));
        assertThat(breaker.admits()).isTrue();
        assertThat(breaker.admits()).isFalse();
        breaker.answered();
        assertThat(breaker.admits()).isTrue();
        assertThat(breaker.open()).isFalse();
    }

    @Test
    void failuresWithAnAnswerBetweenThemDoNotAddUp() {
        for (int i = 0; i < 5; i++) {
            breaker.failed();
            breaker.answered();
        }
        assertThat(breaker.admits()).isTrue();
    }

    private void later(Duration passed) {
        now = now.plus(passed);
    }
}
