package org.lianbing.bench;

import java.io.IOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.function.Consumer;

import org.lianbing.walk.PackagedServer;

/**
 * Answers saved a second, one a request, at a rate laid down beforehand; then as fast as they go. At the end application
 * and database are killed as by {@code kill -9}, and every acknowledged answer is looked for after the restart.
 *
 * @param name what it is called on the command line
 * @param connections how many, each with an attempt of its own
 * @param rate how many answers are due a second
 * @param bound how many milliseconds 99 of 100 may take from when they were due
 */
record AnswersCase(String name, int connections, double rate, double bound) implements BenchCase {

    /** Few connections that never rest. */
    static final AnswersCase FEW = new AnswersCase("answers", 256, 10_000, 50);

    /** As many as a large hall. */
    static final AnswersCase MANY = new AnswersCase("answers-5000", 5_000, 5_000, 1_000);

    /** As fast as it goes for so long: a server that was just started compiles what it does most. */
    private static final double WARM_UP_SECONDS = 45;

    /** How much of that is told: a hall may come right after a restart. */
    private static final double COLD_SECONDS = 10;

    private static final double FLAT_OUT_SECONDS = 10;

    @Override
    public String what() {
        return "answers saved a second, none lost; --seconds=60 --connections=%d --rate=%.0f"
                .formatted(connections, rate);
    }

    @Override
    public boolean run(BenchOptions options, Consumer<String> out) throws Exception {
        int people = (int) options.number("connections", connections);
        double wanted = options.number("rate", rate);
        double seconds = options.number("seconds", 60);
        try (BenchFolder data = BenchFolder.make();
                PackagedServer server = new PackagedServer(data.path(), "127.0.0.1").started();
                BenchHall hall = new BenchHall(server, data.path(), people, out)) {
            hall.limits();
            cold(hall, out);
            hall.flatOut(WARM_UP_SECONDS - COLD_SECONDS, one -> one.answer(System.nanoTime(), false));
            CpuTime.Snapshot before = hall.cpu();
            long wal = hall.walBytes();
            double took = hall.atRate(wanted, seconds, (one, due) -> one.answer(due, true));
            CpuTime cpu = before.until(hall.cpu());
            Latencies all = hall.measured();
            boolean kept = report(out, all, took, hall.errors(), wanted);
            costs(out, cpu, took, all.count(), hall.walBytes() - wal);
            double flat = hall.flatOut(FLAT_OUT_SECONDS, one -> one.answer(System.nanoTime(), true));
            Latencies most = hall.measured();
            out.accept("as they go      %,.0f/s, p50 %.1f ms, p99 %.1f ms"
                    .formatted(most.count() / flat, most.percentile(50), most.percentile(99)));
            hall.plainRequests();
            return lostAfterKill(hall, out) == 0 && kept;
        }
    }

    private static void cold(BenchHall hall, Consumer<String> out) throws InterruptedException {
        double took = hall.flatOut(COLD_SECONDS, one -> one.answer(System.nanoTime(), true));
        Latencies first = hall.measured();
        out.accept("just started    %,.0f/s in the first %.0f s, p50 %.1f ms, p99 %.1f ms"
                .formatted(first.count() / took, took, first.percentile(50), first.percentile(99)));
    }

    private boolean report(Consumer<String> out, Latencies all, double took, int errors, double wanted) {
        double saved = all.count() / took;
        // The last answers are on their way when the last second ends.
        boolean kept = saved >= wanted * 0.99 && all.percentile(99) <= bound && errors == 0;
        out.accept(
                "answers saved   %,.0f/s of %,.0f/s due in %.1f s, %d errors".formatted(saved, wanted, took, errors));
        out.accept("acknowledged    p50 %.1f ms, p95 %.1f ms, p99 %.1f ms, slowest %.1f ms, bound p99 %.0f ms: %s"
                .formatted(
                        all.percentile(50),
                        all.percentile(95),
                        all.percentile(99),
                        all.percentile(100),
                        bound,
                        kept ? "kept" : "MISSED"));
        return kept;
    }

    private static void costs(Consumer<String> out, CpuTime cpu, double took, int answers, long wal) {
        out.accept("cores used      driver %.2f, application %.2f, database %.2f"
                .formatted(cpu.driver(), cpu.server(), cpu.database()));
        // On a machine that others use, too, this says more than the rate.
        double each = took * 1e6 / answers;
        out.accept("an answer costs driver %.0f µs, application %.0f µs, database %.0f µs of a core, %d bytes of log"
                .formatted(cpu.driver() * each, cpu.server() * each, cpu.database() * each, wal / answers));
    }

    private static int lostAfterKill(BenchHall hall, Consumer<String> out) throws IOException, SQLException {
        hall.leave();
        hall.killAndRestart();
        int acknowledged =
                hall.contestants().stream().mapToInt(Contestant::acknowledged).sum();
        int lost = 0;
        try (Connection connection = hall.database().connect()) {
            for (Contestant contestant : hall.contestants()) {
                lost += contestant.lost(connection);
            }
        }
        out.accept("ledger          %,d acknowledged, %d lost after kill -9 of application and database"
                .formatted(acknowledged, lost));
        return lost;
    }
}
