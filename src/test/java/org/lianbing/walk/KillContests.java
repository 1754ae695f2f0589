package org.lianbing.walk;

import java.io.IOException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;

import tools.jackson.databind.JsonNode;

import org.lianbing.bench.BenchDatabase;

import static org.awaitility.Awaitility.await;

/**
 * Contests for a hall of sitters, whose attempts are prepared as before a start at nine o'clock, and then begin at once.
 * The time of every third is so short that its deadline comes while the server is down.
 */
final class KillContests {

    /** How many contests a sitter finds open before each kill. */
    static final int AT_ONCE = 3;

    private static final Duration SHORT = Duration.ofSeconds(15);
    private static final Duration LONG = Duration.ofMinutes(30);
    private static final Duration PATIENCE = Duration.ofMinutes(3);
    private static final Duration LOOK_AGAIN = Duration.ofMillis(100);

    private final PackagedServer server;
    private final BenchDatabase database;
    private final List<UUID> shortOnes = new ArrayList<>();

    KillContests(PackagedServer server, BenchDatabase database) {
        this.server = server;
        this.database = database;
    }

    /** Opens some more for the first so many workers of the demo city, and lets them begin. */
    List<String> open(int workers) throws IOException, SQLException {
        Api organizer = Api.signIn(server.baseUrl(), "organizer", WalkTest.PASSWORD);
        List<String> exams = new ArrayList<>();
        for (int n = 0; n < AT_ONCE; n++) {
            Duration time = n == 0 ? SHORT : LONG;
            String exam = open(organizer, workers, time);
            exams.add(exam);
            if (n == 0) {
                shortOnes.add(UUID.fromString(exam));
            }
        }
        for (String exam : exams) {
            strike(exam);
        }
        return exams;
    }

    private static String open(Api organizer, int workers, Duration time) {
        String path = "/api/competitions/"
                + organizer
                        .post("/api/competitions", plan(workers, time))
                        .get("id")
                        .asString();
        String exam = organizer.posted(path + "/opening", 200).get("examId").asString();
        await().atMost(PATIENCE).pollInterval(LOOK_AGAIN).until(() -> {
            JsonNode turnout = organizer.get(path + "/turnout");
            return turnout.get("prepared").intValue() >= workers;
        });
        return exam;
    }

    private static Map<String, Object> plan(int workers, Duration time) {
        Instant later = Instant.now().plus(Duration.ofHours(1));
        return Map.of(
                "name",
                "杀进程时的竞赛",
                "trade",
                "electrician",
                "level",
                "senior",
                "opensAt",
                later.toString(),
                "closesAt",
                later.plus(Duration.ofHours(2)).toString(),
                "durationSeconds",
                time.toSeconds(),
                "blueprint",
                Map.of(
                        "sections",
                        List.of(Map.of("type", "true-false", "count", 5), Map.of("type", "single-choice", "count", 5))),
                "people",
                IntStream.rangeClosed(1, workers).mapToObj(n -> "worker" + n).toList());
    }

    /** The start of the window comes now. */
    private void strike(String exam) throws IOException, SQLException {
        try (Connection connection = database.connect();
                PreparedStatement update =
                        connection.prepareStatement("update exam.exam set opens_at = now() where id = ?")) {
            update.setObject(1, UUID.fromString(exam));
            update.executeUpdate();
        }
    }

    /** How many attempts have ended by the clock; waits until none of those with little time is at work any more. */
    int awaitDeadlines() {
        await().atMost(PATIENCE).pollInterval(Duration.ofSeconds(1)).until(() -> count("""
                select count(*) from attempt.attempt
                where purpose_id = any (?) and (state = 'STARTED' or state in ('HANDED_IN', 'CLOSED') and digest is null)
                """) == 0);
        return count("select count(*) from attempt.attempt where purpose_id = any (?) and state = 'CLOSED'");
    }

    /** How many of them ended later than they might, or more than once. */
    int wronglyEnded() {
        return count("""
                select count(*) from (
                    select 1 from attempt.attempt
                    where purpose_id = any (?) and state in ('HANDED_IN', 'CLOSED')
                    group by purpose_id, person_id
                    having count(*) <> 1 or bool_or(ended_at > deadline) or bool_or(answered is null)) wrong
                """);
    }

    private int count(String query) {
        try (Connection connection = database.connect();
                PreparedStatement statement = connection.prepareStatement(query)) {
            statement.setArray(1, connection.createArrayOf("uuid", shortOnes.toArray()));
            try (ResultSet row = statement.executeQuery()) {
                row.next();
                return row.getInt(1);
            }
        } catch (IOException | SQLException e) {
            throw new IllegalStateException(e);
        }
    }
}
