package org.lianbing.attempt;

import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;

import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Hears, on whichever thread, of every attempt that was scored. */
@Component
class ScoredEvents {

    private final Queue<AttemptId> heard = new ConcurrentLinkedQueue<>();

    @EventListener
    void on(AttemptsScored scored) {
        heard.addAll(scored.attempts());
    }

    long of(AttemptId attempt) {
        return heard.stream().filter(attempt::equals).count();
    }
}
