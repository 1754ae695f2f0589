package org.lianbing.bench;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.function.Consumer;

import org.awaitility.core.ConditionTimeoutException;

import org.lianbing.walk.PackagedServer;

import static org.awaitility.Awaitility.await;

/**
 * A contest at which everybody has given the same answers and nobody's player is there any more, so that the time of all
 * can run out at one instant.
 *
 * @param server where it is held
 * @param hall the people; their connections are closed
 * @param connection to the database
 * @param people how many
 * @param answered how many answers there are in all
 */
record OverdueHall(PackagedServer server, BenchHall hall, Connection connection, int people, int answered) {

    /** How many answers each has given, but for the first, who may have given more. */
    static final int ANSWERS = 20;

    private static final Duration LOOK_AGAIN = Duration.ofMillis(100);

    /** What one person answered over the API, as the answers of all others. */
    private static final String ANSWER_ALL = """
            insert into attempt.response_step (attempt_id, epoch, sequence, slot, value, received_at)
            select a.id, a.epoch, s.sequence, s.slot, s.value, s.received_at
            from attempt.attempt a, attempt.response_step s
            where a.state = 'STARTED' and s.sequence <= %d
              and s.attempt_id = (select attempt_id from attempt.response_step limit 1)
            on conflict do nothing
            """.formatted(ANSWERS);

    private static final String TIME_IS_OVER = """
            update attempt.attempt
            set deadline = now() - interval '20 seconds', accept_until = now() - interval '15 seconds'
            where state = 'STARTED'
            """;

    /** What is measured once everybody has answered. */
    @FunctionalInterface
    interface Measurement {
        boolean run(OverdueHall overdue) throws Exception;
    }

    /** Lets as many people answer as the options say, and measures. */
    static boolean measure(BenchOptions options, Consumer<String> out, Measurement measurement) throws Exception {
        int people = (int) options.number("people", 10_000);
        try (BenchFolder data = BenchFolder.make();
                PackagedServer server = new PackagedServer(data.path(), "127.0.0.1").started();
                BenchHall hall = new BenchHall(server, data.path(), people, 1, out)) {
            hall.limits();
            hall.once(hall.contestants().subList(0, 1), 0, Contestant::answerAllAt);
            hall.leave();
            try (Connection connection = hall.database().connect()) {
                int answered = update(connection, ANSWER_ALL);
                update(connection, "analyze attempt.attempt, attempt.response_step");
                return measurement.run(new OverdueHall(server, hall, connection, people, answered));
            }
        }
    }

    void timeIsOver() throws SQLException {
        update(TIME_IS_OVER);
    }

    void update(String sql) throws SQLException {
        update(connection, sql);
    }

    private static int update(Connection connection, String sql) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            return statement.executeUpdate();
        }
    }

    /** The one value that a query gives. */
    String text(String sql) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(sql);
                ResultSet row = statement.executeQuery()) {
            row.next();
            return row.getString(1);
        }
    }

    /** How many attempts are so. */
    int count(String condition) throws SQLException {
        return Integer.parseInt(text("select count(*) from attempt.attempt where " + condition));
    }

    /** Waits until a query says true, or patience is over; the seconds since the start, in {@link System#nanoTime()}. */
    double until(String sql, Duration patience, long start) {
        try {
            await().pollInSameThread()
                    .pollDelay(Duration.ZERO)
                    .pollInterval(LOOK_AGAIN)
                    .atMost(patience)
                    .until(() -> text(sql).equals("t"));
        } catch (ConditionTimeoutException tooLong) {
            // The seconds say so.
        }
        return (System.nanoTime() - start) / 1e9;
    }

    /** Waits until all attempts are so. */
    double untilAll(String condition, Duration patience, long start) {
        return until(
                "select count(*) >= %d from attempt.attempt where %s".formatted(people, condition), patience, start);
    }
}
