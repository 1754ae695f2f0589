package org.lianbing.bench;

import java.io.IOException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.function.Consumer;

import org.lianbing.walk.PackagedServer;

/**
 * Everybody's time runs out at one instant and nobody's player is there: how long until all are closed and scored. The
 * attempts are those of a contest, with twenty answers each.
 */
final class SweepCase implements BenchCase {

    private static final int ANSWERS = 20;
    private static final double BOUND_SECONDS = 10;
    private static final long GIVE_UP_SECONDS = 300;
    private static final long LOOK_MILLIS = 100;

    /** What one person answered over the API, as the answers of all others. */
    static final String ANSWER_ALL = """
            insert into attempt.response_step (attempt_id, epoch, sequence, slot, value, received_at)
            select a.id, a.epoch, s.sequence, s.slot, s.value, s.received_at
            from attempt.attempt a, attempt.response_step s
            where a.state = 'STARTED' and s.sequence <= ?
              and s.attempt_id = (select attempt_id from attempt.response_step limit 1)
            on conflict do nothing
            """;

    private static final String TIME_IS_OVER = """
            update attempt.attempt
            set deadline = now() - interval '20 seconds', accept_until = now() - interval '15 seconds'
            where state = 'STARTED'
            """;

    @Override
    public String name() {
        return "sweep";
    }

    @Override
    public String what() {
        return "so many overdue attempts closed and scored; --people=10000";
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
                return sweep(hall, connection, people, out);
            }
        }
    }

    private static boolean sweep(BenchHall hall, Connection connection, int people, Consumer<String> out)
            throws IOException, SQLException, InterruptedException {
        int answers = update(connection, ANSWER_ALL, ANSWERS);
        update(connection, "analyze attempt.attempt, attempt.response_step");
        CpuTime.Snapshot before = hall.cpu();
        long wal = hall.walBytes();
        long start = System.nanoTime();
        update(connection, TIME_IS_OVER);
        double closed = until(connection, people, "state = 'CLOSED'", start);
        double scored = until(connection, people, "scored_at is not null", start);
        boolean kept = scored <= BOUND_SECONDS;
        out.accept("closed          %,d attempts with %,d answers in %.1f s after their time was over"
                .formatted(people, answers, closed));
        out.accept("scored          in %.1f s, bound %.0f s: %s"
                .formatted(scored, BOUND_SECONDS, kept ? "kept" : "MISSED"));
        out.accept("log             %,d bytes an attempt".formatted((hall.walBytes() - wal) / people));
        CpuTime cpu = before.until(hall.cpu());
        // On a machine that others use, too, this says more than the seconds.
        out.accept("cores used      driver %.2f, application %.2f, database %.2f; in all %.1f s of a core"
                .formatted(cpu.driver(), cpu.server(), cpu.database(), (cpu.server() + cpu.database()) * scored));
        return isWhole(connection, people, out) && kept;
    }

    private static int update(Connection connection, String sql, int... arguments) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            for (int place = 0; place < arguments.length; place++) {
                statement.setInt(place + 1, arguments[place]);
            }
            return statement.executeUpdate();
        }
    }

    /** Seconds since the start when all are so. */
    private static double until(Connection connection, int people, String condition, long start)
            throws SQLException, InterruptedException {
        while (count(connection, condition) < people) {
            double passed = (System.nanoTime() - start) / 1e9;
            if (passed > GIVE_UP_SECONDS) {
                return passed;
            }
            Thread.sleep(LOOK_MILLIS);
        }
        return (System.nanoTime() - start) / 1e9;
    }

    /** Each closed at its own deadline, and scored once in every slot. */
    private static boolean isWhole(Connection connection, int people, Consumer<String> out) throws SQLException {
        int whole = count(connection, """
                state = 'CLOSED' and ended_at = deadline and answered = %d
                  and slots = (select count(*) from attempt.slot_score s where s.attempt_id = attempt.id)
                  and score = (select sum(s.score) from attempt.slot_score s where s.attempt_id = attempt.id)
                """.formatted(ANSWERS));
        out.accept("ledger          %,d of %,d closed at their deadline with a score for every slot"
                .formatted(whole, people));
        // The one whose answers were copied has given more of them.
        return whole >= people - 1;
    }

    private static int count(Connection connection, String condition) throws SQLException {
        try (PreparedStatement statement =
                        connection.prepareStatement("select count(*) from attempt.attempt where " + condition);
                ResultSet row = statement.executeQuery()) {
            row.next();
            return row.getInt(1);
        }
    }
}
