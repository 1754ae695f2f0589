package org.lianbing.bench;

import java.io.IOException;
import java.net.URI;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Map;
import java.util.function.Consumer;

import org.lianbing.walk.PackagedServer;

/** What it costs that every player asks every few seconds whether its clock has changed, and a pause for all of them. */
final class ClockCase implements BenchCase {

    private static final double EVERY_SECONDS = 8.5;
    private static final double WARM_UP_SECONDS = 5;

    @Override
    public String name() {
        return "clock";
    }

    @Override
    public String what() {
        return "so many players ask for the clock every 8.5 s; --people=10000 --seconds=30";
    }

    @Override
    public boolean run(BenchOptions options, Consumer<String> out) throws Exception {
        int people = (int) options.number("people", 10_000);
        double seconds = options.number("seconds", 30);
        double rate = people / EVERY_SECONDS;
        try (BenchFolder data = BenchFolder.make();
                PackagedServer server = new PackagedServer(data.path(), "127.0.0.1").started();
                BenchHall hall = new BenchHall(server, data.path(), people, out)) {
            hall.atRate(rate, EVERY_SECONDS + WARM_UP_SECONDS, Contestant::clock);
            hall.measured();
            CpuTime.Snapshot before = hall.cpu();
            double took = hall.atRate(rate, seconds, Contestant::clock);
            CpuTime cpu = before.until(hall.cpu());
            Latencies all = hall.measured();
            out.accept("clock asked     %,.0f/s by %,d players, %d errors, p50 %.1f ms, p99 %.1f ms"
                    .formatted(all.count() / took, people, hall.errors(), all.percentile(50), all.percentile(99)));
            out.accept("cores used      %s".formatted(cpu));
            double flatOut = hall.flatOut(WARM_UP_SECONDS, one -> one.clock(System.nanoTime()));
            out.accept("at most         %,.0f/s as fast as it goes"
                    .formatted(hall.measured().count() / flatOut));
            hall.plainRequests();
            int errors = hall.errors();
            decide(server, hall, people, out);
            return errors == 0;
        }
    }

    /** A pause for everybody and its end, asked for as the organizer does. */
    private static void decide(PackagedServer server, BenchHall hall, int people, Consumer<String> out)
            throws IOException, SQLException {
        URI url = URI.create(server.baseUrl());
        try (Connection connection = hall.database().connect();
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery("select competition_id from competition.stage limit 1");
                Api api = new Api(url.getHost(), url.getPort())) {
            row.next();
            String contest = "/api/competitions/" + row.getString(1);
            String organizer = api.signIn("organizer");
            long start = System.nanoTime();
            api.post(contest + "/pause", organizer, Map.of("reason", "测量"));
            long paused = System.nanoTime();
            api.post(contest + "/extra-time", organizer, Map.of("minutes", 10, "reason", "测量"));
            long extended = System.nanoTime();
            out.accept("decisions       %,d paused in %.2f s, extended in %.2f s"
                    .formatted(people, (paused - start) / 1e9, (extended - paused) / 1e9));
        }
    }
}
