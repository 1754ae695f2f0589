package org.lianbing.bench;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;

import org.jspecify.annotations.Nullable;

/**
 * Many keep-alive connections on few threads. Requests are due at moments that are laid down beforehand (an open loop):
 * where the server is slow, they wait for their connection and the wait is part of their latency, so that a stall is not
 * hidden by asking less meanwhile.
 */
final class Volley implements AutoCloseable {

    private static final int THREADS = 2;

    private final List<VolleyLoop> loops = new ArrayList<>();
    private int connections;

    /** Opens them all, one after the other. */
    Volley(String host, int port, int connections) throws IOException {
        for (int n = 0; n < THREADS; n++) {
            loops.add(new VolleyLoop());
        }
        InetSocketAddress address = new InetSocketAddress(host, port);
        try {
            for (int n = 0; n < connections; n++) {
                loops.get(n % THREADS).connect(address);
            }
        } catch (IOException e) {
            close();
            throw e;
        }
        this.connections = connections;
    }

    int connections() {
        return connections;
    }

    /**
     * Sends what each connection's script says until all of them say no more and the last answer is there.
     *
     * @param scripts one a connection; asked for the next request after each answer, null for no more
     */
    void run(List<? extends Supplier<@Nullable Shot>> scripts) throws InterruptedException {
        List<Thread> threads = new ArrayList<>();
        for (int n = 0; n < THREADS; n++) {
            List<Supplier<@Nullable Shot>> own = new ArrayList<>();
            for (int connection = n; connection < scripts.size(); connection += THREADS) {
                own.add(scripts.get(connection));
            }
            VolleyLoop loop = loops.get(n);
            threads.add(Thread.ofPlatform().name("volley-" + n).start(() -> loop.run(own)));
        }
        for (Thread thread : threads) {
            thread.join();
        }
    }

    @Override
    public void close() throws IOException {
        for (VolleyLoop loop : loops) {
            loop.close();
        }
        connections = 0;
    }
}
