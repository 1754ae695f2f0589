package org.lianbing.bench;

import java.io.IOException;
import java.net.URI;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.StreamSupport;

import tools.jackson.databind.JsonNode;

import static org.awaitility.Awaitility.await;

/** A hall full of contestants, and contests for them, opened by the doors that an organizer has. */
final class WaitingHall {

    private static final Duration LONGEST_PREPARATION = Duration.ofMinutes(3);
    private static final Duration LOOK_AGAIN = Duration.ofMillis(500);

    /**
     * A contest whose attempts are prepared.
     *
     * @param exam which exam it is
     * @param tickets the token of each contestant's admission link, by seat
     */
    record Contest(UUID exam, List<String> tickets) {}

    private final Api api;
    private final BenchDatabase database;
    private final String organizer;

    WaitingHall(Api api, BenchDatabase database) throws IOException {
        this.api = api;
        this.database = database;
        this.organizer = api.signIn("organizer");
    }

    /** Puts people into the organizer's unit who can do nothing but sit exams: none of them has a password. */
    void fill(int people) throws IOException, SQLException {
        try (Connection connection = database.connect();
                PreparedStatement insert = connection.prepareStatement("""
                        with hall as (
                            insert into account.person (id, name, unit_id, trade_id, active, made_at)
                            select gen_random_uuid(), '考生' || n, g.unit_id, t.id, true, now()
                            from account.role_grant g
                            join account.sign_in s on s.person_id = g.person_id
                            cross join trade.trade t
                            cross join generate_series(1, ?) as n
                            where s.username = 'organizer' and g.role = 'ORGANIZER' and t.code = 'electrician'
                            returning id, unit_id)
                        insert into account.role_grant (person_id, role, unit_id, granted_at)
                        select id, 'WORKER', unit_id, now() from hall
                        """)) {
            insert.setInt(1, people);
            int made = insert.executeUpdate();
            if (made != people) {
                throw new IllegalStateException("made %d people instead of %d".formatted(made, people));
            }
        }
    }

    /** A contest that opens tomorrow, with everybody in the hall, once all their attempts are prepared. */
    Contest open(String name, int people) throws IOException {
        Instant tomorrow = Instant.now().plus(Duration.ofDays(1));
        JsonNode made = api.post(
                "/api/competitions",
                organizer,
                Map.of(
                        "name",
                        name,
                        "trade",
                        "electrician",
                        "level",
                        "senior",
                        "opensAt",
                        tomorrow.toString(),
                        "closesAt",
                        tomorrow.plus(Duration.ofHours(2)).toString(),
                        "durationMinutes",
                        90,
                        "blueprint",
                        Map.of(
                                "sections",
                                List.of(
                                        Map.of("type", "true-false", "count", 10),
                                        Map.of("type", "single-choice", "count", 10))),
                        "release",
                        "manual"));
        String path = "/api/competitions/" + made.get("id").stringValue();
        api.post(path + "/opening", organizer, Map.of());
        await().atMost(LONGEST_PREPARATION)
                .pollInSameThread()
                .pollInterval(LOOK_AGAIN)
                .until(() -> isPrepared(api.get(path + "/turnout", organizer)));
        List<String> links = StreamSupport.stream(
                        api.get(path + "/admission-links", organizer).spliterator(), false)
                .map(one -> one.get("link").stringValue())
                .limit(people)
                .toList();
        String query = URI.create(links.getFirst()).getQuery();
        return new Contest(
                UUID.fromString(query.substring("exam=".length())),
                links.stream()
                        .map(link -> link.substring(link.indexOf("#ticket=") + "#ticket=".length()))
                        .toList());
    }

    private static boolean isPrepared(JsonNode turnout) {
        return turnout.get("prepared").intValue() >= turnout.get("roster").intValue();
    }

    /** Nine o'clock. */
    void strike(Contest contest) throws IOException, SQLException {
        try (Connection connection = database.connect();
                PreparedStatement update =
                        connection.prepareStatement("update exam.exam set opens_at = now() where id = ?")) {
            update.setObject(1, contest.exam());
            update.executeUpdate();
        }
    }

    /** How many attempts of a contest stand as started in the database. */
    int started(Contest contest) throws IOException, SQLException {
        try (Connection connection = database.connect();
                PreparedStatement count = connection.prepareStatement("""
                        select count(*) from attempt.attempt
                        where purpose_kind = 'exam' and purpose_id = ? and state = 'STARTED' and started_at is not null
                        """)) {
            count.setObject(1, contest.exam());
            try (var row = count.executeQuery()) {
                row.next();
                return row.getInt(1);
            }
        }
    }
}
