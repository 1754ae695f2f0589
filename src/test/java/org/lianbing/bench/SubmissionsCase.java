package org.lianbing.bench;

import java.io.IOException;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;
import java.util.function.Consumer;

import org.lianbing.walk.PackagedServer;

import static org.awaitility.Awaitility.await;

/**
 * Whole sittings: everybody answers everything and hands in, half of them at one instant, half over two seconds. Who
 * hands in later has the connection of somebody who is done.
 */
final class SubmissionsCase implements BenchCase {

    private static final double TO_ANSWER_SECONDS = 60;
    private static final double SPREAD_SECONDS = 2;
    private static final double INSTANT_BOUND = 3_000;
    private static final double SPREAD_BOUND = 300;
    private static final double SCORED_BOUND = 10;
    private static final Duration LONGEST_SCORING = Duration.ofMinutes(2);
    private static final Duration A_MOMENT = Duration.ofMillis(200);

    @Override
    public String name() {
        return "submissions";
    }

    @Override
    public String what() {
        return "so many hand in at one instant, and as many over 2 s; --people=10000";
    }

    @Override
    public boolean run(BenchOptions options, Consumer<String> out) throws Exception {
        int people = (int) options.number("people", 10_000);
        try (BenchFolder data = BenchFolder.make();
                PackagedServer server = new PackagedServer(data.path(), "127.0.0.1").started();
                BenchHall hall = new BenchHall(server, data.path(), people * 2, people, out)) {
            hall.limits();
            CpuTime.Snapshot before = hall.cpu();
            long wal = hall.walBytes();
            hall.once(hall.contestants(), TO_ANSWER_SECONDS, Contestant::answerAllAt);
            List<Contestant> first = hall.contestants().subList(0, people);
            List<Contestant> second = hall.contestants().subList(people, people * 2);
            boolean kept = handIn(hall, out, first, 0, INSTANT_BOUND);
            kept &= handIn(hall, out, second, SPREAD_SECONDS, SPREAD_BOUND);
            out.accept("log             %,d bytes a sitting".formatted((hall.walBytes() - wal) / (people * 2)));
            out.accept("cores used      in all %s".formatted(before.until(hall.cpu())));
            hall.plainRequests();
            return kept && ledger(hall, out, people * 2);
        }
    }

    private static boolean handIn(
            BenchHall hall, Consumer<String> out, List<Contestant> people, double spread, double bound)
            throws InterruptedException, IOException, SQLException {
        int errors = hall.errors();
        long start = System.nanoTime();
        double took = hall.once(people, spread, Contestant::handIn);
        await().atMost(LONGEST_SCORING).pollInterval(A_MOMENT).until(() -> unscored(hall) == 0);
        double scored = (System.nanoTime() - start) / 1e9;
        Latencies all = hall.measured();
        boolean kept = all.count() == people.size() && all.percentile(99) <= bound && scored <= SCORED_BOUND + spread;
        out.accept(
                "%-16s%,d handed in within %.1f s, all scored after %.1f s, %d errors, p50 %.0f ms, p99 %.0f ms, slowest %.0f ms, bound p99 %.0f ms: %s"
                        .formatted(
                                spread == 0 ? "at one instant" : "over %.0f s".formatted(spread),
                                all.count(),
                                took,
                                scored,
                                hall.errors() - errors,
                                all.percentile(50),
                                all.percentile(99),
                                all.percentile(100),
                                bound,
                                kept ? "kept" : "MISSED"));
        return kept;
    }

    private static int unscored(BenchHall hall) throws IOException, SQLException {
        try (Connection connection = hall.database().connect();
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(
                        "select count(*) from attempt.attempt where state = 'HANDED_IN' and scored_at is null")) {
            row.next();
            return row.getInt(1);
        }
    }

    /** Whoever was told so is handed in, once, and scored. */
    private static boolean ledger(BenchHall hall, Consumer<String> out, int people) throws IOException, SQLException {
        int told =
                (int) hall.contestants().stream().filter(Contestant::handedIn).count();
        try (Connection connection = hall.database().connect();
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery("""
                        select count(*) from attempt.attempt
                        where state = 'HANDED_IN' and score is not null and answered = slots
                        """)) {
            row.next();
            out.accept("ledger          %,d told that they handed in, %,d handed in and scored in the database, of %,d"
                    .formatted(told, row.getInt(1), people));
            return row.getInt(1) >= told;
        }
    }
}
