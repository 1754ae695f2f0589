package org.lianbing.search.elastic;

import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;

/**
 * Says how the search index stands. Never down because of it: PostgreSQL answers, and a node that searches more slowly
 * must not be taken out.
 */
final class ElasticHealth implements HealthIndicator {

    private final ElasticFollower follower;
    private final Breaker breaker;

    ElasticHealth(ElasticFollower follower, Breaker breaker) {
        this.follower = follower;
        this.breaker = breaker;
    }

    @Override
    public Health health() {
        boolean answers = follower.ready() && !breaker.open();
        return Health.up()
                .withDetail(
                        "index",
                        follower.standing()
                                .name()
                                .toLowerCase(java.util.Locale.ROOT)
                                .replace('_', '-'))
                .withDetail("searches", breaker.open() ? "not asked for the moment" : "asked")
                .withDetail("answering", answers ? "elasticsearch" : "postgresql")
                .build();
    }
}
