package org.lianbing.base;

import java.time.ZoneId;

import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The clock and the zone in which days end. */
@Configuration
class Times {

    @Bean
    SteadyClock clock() {
        return SteadyClock.ofThisMachine();
    }

    @Bean
    ZoneId zone(@Value("${lianbing.zone:Asia/Shanghai}") String zone) {
        return ZoneId.of(zone);
    }
}
