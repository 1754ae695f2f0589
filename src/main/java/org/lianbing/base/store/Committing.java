package org.lianbing.base.store;

import org.springframework.context.SmartLifecycle;

/**
 * Commits on threads of its own what the callers of a web server wait for. It runs before the web server starts and ends
 * after it, when nobody sends any more; all of this kind end beside each other, so that a database that does not answer
 * holds up the end of the application once and not once for each.
 */
public interface Committing extends SmartLifecycle {

    @Override
    default void stop(Runnable ended) {
        Thread.ofVirtual().start(() -> {
            try {
                stop();
            } finally {
                ended.run();
            }
        });
    }

    @Override
    default int getPhase() {
        return 0;
    }
}
