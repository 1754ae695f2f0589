package org.lianbing.search.elastic;

import java.util.concurrent.Callable;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;

/** Counts who answers searches, and how long Elasticsearch takes. */
final class ElasticMeters {

    private final Timer answers;
    private final Counter fallbacks;

    ElasticMeters(MeterRegistry registry) {
        this.answers = Timer.builder("lianbing.search.elasticsearch")
                .description("Searches that Elasticsearch answered")
                .register(registry);
        this.fallbacks = Counter.builder("lianbing.search.fallbacks")
                .description("Searches that PostgreSQL answered in its place")
                .register(registry);
    }

    <T> T time(Callable<T> search) throws Exception {
        return answers.recordCallable(search);
    }

    void fellBack() {
        fallbacks.increment();
    }

    double fallbacks() {
        return fallbacks.count();
    }
}
