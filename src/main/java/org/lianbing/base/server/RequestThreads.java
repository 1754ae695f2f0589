package org.lianbing.base.server;

import java.util.concurrent.Executor;
import java.util.concurrent.Semaphore;

/**
 * A virtual thread for each request, of which only so many work at a time, in the order of their arrival. A request
 * under way holds some sixty kilobytes of Tomcat's buffers, one that waits its turn a few hundred bytes: ten thousand at
 * one instant without this bound fill a heap of a gigabyte, and from then on the collector has all of the processor.
 */
final class RequestThreads implements Executor {

    private final Semaphore turns;

    /**
     * @param most how many work at a time; far more than processors and database have use for, since most of them wait
     */
    RequestThreads(int most) {
        this.turns = new Semaphore(most, true);
    }

    @Override
    public void execute(Runnable request) {
        Thread.ofVirtual().start(() -> {
            turns.acquireUninterruptibly();
            try {
                request.run();
            } finally {
                turns.release();
            }
        });
    }
}
