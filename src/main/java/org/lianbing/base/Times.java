package org.lianbing.base;

import java.time.Clock;
import java.time.Duration;
import java.time.ZoneId;

import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The clock and the zone in which days end. */
@Configuration
class Times {

    /** Whole milliseconds: what the database keeps and what clients see are then equal. */
    @Bean
    Clock clock() {
        return Clock.tick(Clock.systemUTC(), Duration.ofMillis(1));
    }

    @Bean
    ZoneId zone(@Value("${lianbing.zone:Asia/Shanghai}") String zone) {
        return ZoneId.of(zone);
    }
}
