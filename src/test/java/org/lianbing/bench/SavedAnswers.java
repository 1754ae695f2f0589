package org.lianbing.bench;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.LongAdder;
import java.util.function.Consumer;

import tools.jackson.databind.JsonNode;

import org.lianbing.walk.PackagedServer;

/**
 * The first case: answers saved a second over keep-alive connections, each with an attempt of its own. At the end
 * application and database are killed as by {@code kill -9}, and every acknowledged answer is looked for after the
 * restart.
 */
final class SavedAnswers {

    private static final int WORKERS = 9;
    private static final double WARM_UP_SECONDS = 5;
    private static final double PROBE_SECONDS = 3;

    private final PackagedServer server;
    private final BenchDatabase database;
    private final Path data;
    private final int connections;
    private final double seconds;
    private final Consumer<String> out;

    SavedAnswers(PackagedServer server, Path data, int connections, double seconds, Consumer<String> out) {
        this.server = server;
        this.database = new BenchDatabase(data);
        this.data = data;
        this.connections = connections;
        this.seconds = seconds;
        this.out = out;
    }

    /** Runs it; how many acknowledged answers were lost. */
    int run() throws IOException, SQLException, InterruptedException {
        server.start();
        limits();
        List<Contestant> contestants = enter();
        everybody(contestants, WARM_UP_SECONDS, contestant -> contestant.answer(false));
        CpuTime.Snapshot before = new CpuTime.Snapshot(database.postmaster());
        double took = everybody(contestants, seconds, contestant -> contestant.answer(true));
        report(contestants, took, before.until(new CpuTime.Snapshot(database.postmaster())));
        plainRequests(contestants);
        for (Contestant contestant : contestants) {
            contestant.close();
        }
        return lostAfterKill(contestants);
    }

    private void limits() throws IOException, SQLException {
        try (Connection connection = database.connect()) {
            out.accept("database        fsync %s, synchronous_commit %s, %s"
                    .formatted(
                            BenchDatabase.setting(connection, "fsync"),
                            BenchDatabase.setting(connection, "synchronous_commit"),
                            BenchDatabase.setting(connection, "server_version")));
            out.accept("machine         %,.0f fsync/s, %,.0f rows/s inserted 500 to a commit, %d cores"
                    .formatted(
                            MachineLimits.fsyncs(data, PROBE_SECONDS),
                            MachineLimits.insertedRows(connection, PROBE_SECONDS),
                            Runtime.getRuntime().availableProcessors()));
        }
    }

    private List<Contestant> enter() throws IOException {
        URI url = URI.create(server.baseUrl());
        List<Contestant> contestants = new ArrayList<>();
        try (Api api = new Api(url.getHost(), url.getPort())) {
            List<String> people = new ArrayList<>();
            for (int n = 1; n <= WORKERS; n++) {
                people.add(api.signIn("worker" + n));
            }
            for (int n = 0; n < connections; n++) {
                JsonNode started = api.startDrill(people.get(n % WORKERS));
                contestants.add(new Contestant(
                        url.getHost(),
                        url.getPort(),
                        started.get("attemptId").stringValue(),
                        started.get("token").stringValue()));
            }
        }
        return contestants;
    }

    /** Lets everybody do something over and over, each on a virtual thread; the seconds it took. */
    private static double everybody(List<Contestant> contestants, double seconds, Consumer<Contestant> act)
            throws InterruptedException {
        AtomicBoolean over = new AtomicBoolean();
        long start = System.nanoTime();
        List<Thread> threads = new ArrayList<>();
        for (Contestant contestant : contestants) {
            threads.add(Thread.ofVirtual().start(() -> {
                while (!over.get()) {
                    act.accept(contestant);
                }
            }));
        }
        Thread.sleep((long) (seconds * 1000));
        over.set(true);
        for (Thread thread : threads) {
            thread.join();
        }
        return (System.nanoTime() - start) / 1e9;
    }

    private void report(List<Contestant> contestants, double took, CpuTime cpu) {
        Latencies all = new Latencies();
        contestants.forEach(contestant -> all.addAll(contestant.latencies));
        int errors = contestants.stream().mapToInt(Contestant::errors).sum();
        out.accept("answers saved   %,.0f/s over %d connections in %.1f s, %d errors"
                .formatted(all.count() / took, connections, took, errors));
        out.accept("acknowledged    p50 %.1f ms, p99 %.1f ms, slowest %.1f ms"
                .formatted(all.percentile(50), all.percentile(99), all.percentile(100)));
        out.accept("cores used      driver %.2f, application %.2f, database %.2f"
                .formatted(cpu.driver(), cpu.server(), cpu.database()));
        // On a machine that others use, too, this says more than the rate.
        double each = took * 1e6 / all.count();
        out.accept("an answer costs driver %.0f µs, application %.0f µs, database %.0f µs of a core"
                .formatted(cpu.driver() * each, cpu.server() * each, cpu.database() * each));
    }

    private void plainRequests(List<Contestant> contestants) throws InterruptedException {
        LongAdder answered = new LongAdder();
        double took = everybody(contestants, PROBE_SECONDS, contestant -> {
            if (contestant.ask()) {
                answered.increment();
            }
        });
        out.accept("plain requests  %,.0f/s of the same server: the form again, from memory"
                .formatted(answered.sum() / took));
    }

    private int lostAfterKill(List<Contestant> contestants) throws IOException, SQLException {
        server.killWithDatabase();
        server.start();
        int acknowledged =
                contestants.stream().mapToInt(Contestant::acknowledged).sum();
        int lost = 0;
        try (Connection connection = database.connect()) {
            for (Contestant contestant : contestants) {
                lost += contestant.lost(connection);
            }
        }
        out.accept("ledger          %,d acknowledged, %d lost after kill -9 of application and database"
                .formatted(acknowledged, lost));
        return lost;
    }
}
