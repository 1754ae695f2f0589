package org.lianbing.bench;

import java.io.IOException;
import java.net.URI;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Map;
import java.util.function.Consumer;

import org.lianbing.walk.PackagedServer;

/**
 * A key was wrong, and everybody has handed in: how long the preview takes, and how long after the second person's
 * approval everybody is scored again. Two of three answered the slot wrongly or not at all, and get its points.
 */
final class RegradeCase implements BenchCase {

    private static final double BOUND_PREVIEW_SECONDS = 10;
    private static final double BOUND_SECONDS = 30;
    private static final long GIVE_UP_SECONDS = 600;
    private static final long LOOK_MILLIS = 100;

    private static final String TIME_IS_OVER = """
            update attempt.attempt
            set deadline = now() - interval '20 seconds', accept_until = now() - interval '15 seconds'
            where state = 'STARTED'
            """;

    private static final String EXAM_IS_OVER = """
            update exam.exam
            set opens_at = now() - interval '9 hours', closes_at = now() - interval '6 hours',
                over_at = now() - interval '1 hour'
            where id = (select purpose_id from attempt.attempt where state = 'CLOSED' limit 1)
            """;

    private static final String CONTEST = """
            select competition_id from competition.stage
            where exam_id = (select purpose_id from attempt.attempt where state = 'CLOSED' limit 1)
            """;

    @Override
    public String name() {
        return "regrade";
    }

    @Override
    public String what() {
        return "a key corrected after so many handed in: preview, and everybody scored again; --people=10000";
    }

    @Override
    public boolean run(BenchOptions options, Consumer<String> out) throws Exception {
        int people = (int) options.number("people", 10_000);
        try (BenchFolder data = BenchFolder.make();
                PackagedServer server = new PackagedServer(data.path(), "127.0.0.1");
                BenchHall hall = new BenchHall(server, data.path(), people, out)) {
            hall.limits();
            hall.once(hall.contestants().subList(0, 1), 0, Contestant::answerAllAt);
            hall.leave();
            try (Connection connection = hall.database().connect()) {
                update(connection, SweepCase.ANSWER_ALL, 20);
                update(connection, "analyze attempt.attempt, attempt.response_step");
                update(connection, TIME_IS_OVER);
                until(
                        connection,
                        "select count(*) >= %d from attempt.attempt where scored_at is not null".formatted(people));
                update(connection, EXAM_IS_OVER);
                return regrade(hall, server, connection, people, out);
            }
        }
    }

    private static boolean regrade(
            BenchHall hall, PackagedServer server, Connection connection, int people, Consumer<String> out)
            throws IOException, SQLException, InterruptedException {
        URI url = URI.create(server.baseUrl());
        String desk = "/api/competitions/" + text(connection, CONTEST) + "/corrections";
        Map<String, Object> full = Map.of("slot", 1, "ruling", Map.of("kind", "full-marks"), "reason", "题意不清");
        String id;
        double previewed;
        try (Api api = new Api(url.getHost(), url.getPort())) {
            String organizer = api.signIn("organizer");
            long start = System.nanoTime();
            api.post(desk + "/preview", organizer, full);
            previewed = (System.nanoTime() - start) / 1e9;
            id = api.post(desk, organizer, full).get("id").stringValue();
        }
        CpuTime.Snapshot before = hall.cpu();
        long wal = hall.walBytes();
        long start = System.nanoTime();
        try (Api api = new Api(url.getHost(), url.getPort())) {
            api.post(desk + "/" + id + "/approval", api.signIn("reviewer"), Map.of("basis", 0));
        }
        until(connection, "select regraded_at is not null from exam.correction");
        double took = (System.nanoTime() - start) / 1e9;
        boolean kept = took <= BOUND_SECONDS && previewed <= BOUND_PREVIEW_SECONDS;
        out.accept("previewed       %,d results in %.1f s, bound %.0f s"
                .formatted(people, previewed, BOUND_PREVIEW_SECONDS));
        out.accept("scored again    %,d attempts %.1f s after the approval (%,.0f/s), bound %.0f s: %s"
                .formatted(people, took, people / took, BOUND_SECONDS, kept ? "kept" : "MISSED"));
        out.accept("log             %,d bytes an attempt".formatted((hall.walBytes() - wal) / people));
        CpuTime cpu = before.until(hall.cpu());
        out.accept("cores used      driver %.2f, application %.2f, database %.2f"
                .formatted(cpu.driver(), cpu.server(), cpu.database()));
        int whole = Integer.parseInt(text(connection, """
                select count(*) from attempt.attempt a
                where a.generation = 1
                  and a.score = (select sum(s.score) from attempt.slot_score s where s.attempt_id = a.id)
                """));
        out.accept("ledger          %,d of %,d scored by the corrected key".formatted(whole, people));
        return whole >= people && kept;
    }

    private static void update(Connection connection, String sql, int... arguments) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            for (int place = 0; place < arguments.length; place++) {
                statement.setInt(place + 1, arguments[place]);
            }
            statement.executeUpdate();
        }
    }

    private static String text(Connection connection, String sql) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(sql);
                ResultSet row = statement.executeQuery()) {
            row.next();
            return row.getString(1);
        }
    }

    /** Waits until it is so. */
    private static void until(Connection connection, String sql) throws SQLException, InterruptedException {
        long end = System.nanoTime() + GIVE_UP_SECONDS * 1_000_000_000L;
        while (!text(connection, sql).equals("t") && System.nanoTime() < end) {
            Thread.sleep(LOOK_MILLIS);
        }
    }
}
