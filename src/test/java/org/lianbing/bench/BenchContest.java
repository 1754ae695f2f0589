package org.lianbing.bench;

import java.io.IOException;
import java.net.URI;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import tools.jackson.databind.JsonNode;

import org.lianbing.walk.PackagedServer;

/**
 * A contest with as many contestants as are wished, opened by the organizer of the demo city over the API. The people
 * are put into the database, since to sign them all in would measure nothing but bcrypt.
 *
 * @param exam its exam
 * @param contestants how many take part; people of the demonstration who stand on the roster, too, stay away
 * @param database where it stands
 */
record BenchContest(UUID exam, int contestants, BenchDatabase database) {

    private static final String UNIT = "维修车间";
    private static final int ITEMS_OF_A_TYPE = 20;
    private static final int MINUTES = 90;

    private static final String PEOPLE = """
            with person as (
                insert into account.person (id, name, staff_number, unit_id, trade_id, active, generation, made_at)
                select gen_random_uuid(), '选手' || n, 'B' || n, u.id, t.id, true, 1, now()
                from generate_series(1, ?) n,
                     (select id from organization.unit where name = ?) u,
                     (select id from trade.trade where code = 'electrician') t
                returning id, unit_id
            )
            insert into account.role_grant (person_id, role, unit_id, granted_at)
            select id, 'WORKER', unit_id, now() from person
            """;

    /** All that one real start wrote, for everybody else on the roster. */
    private static final String START_ALL = """
            insert into attempt.attempt (id, form_id, person_id, purpose_kind, purpose_id, behaviour, title, subtitle,
                                         return_url, state, epoch, device, arrangement, slots, max_score,
                                         started_at, deadline, accept_until)
            select gen_random_uuid(), a.form_id, c.person_id, a.purpose_kind, a.purpose_id, a.behaviour, a.title,
                   a.subtitle, a.return_url, a.state, a.epoch, a.device, a.arrangement, a.slots, a.max_score,
                   a.started_at, a.deadline, a.accept_until
            from attempt.attempt a, exam.candidate c
            where a.purpose_id = ? and a.state = 'STARTED' and c.exam_id = a.purpose_id and c.person_id <> a.person_id
            limit ?
            on conflict (purpose_kind, purpose_id, person_id) do update
            set state = excluded.state, started_at = excluded.started_at, deadline = excluded.deadline,
                accept_until = excluded.accept_until
            """;

    /** Enters so many people and opens the contest; nobody has begun. */
    static BenchContest open(PackagedServer server, BenchDatabase database, int contestants)
            throws IOException, SQLException {
        try (Connection connection = database.connect();
                PreparedStatement insert = connection.prepareStatement(PEOPLE)) {
            insert.setInt(1, contestants - 1);
            insert.setString(2, UNIT);
            insert.executeUpdate();
        }
        URI url = URI.create(server.baseUrl());
        try (Api api = new Api(url.getHost(), url.getPort())) {
            String organizer = api.signIn("organizer");
            String contest =
                    api.post("/api/competitions", organizer, plan()).get("id").stringValue();
            JsonNode opened = api.post("/api/competitions/" + contest + "/opening", organizer, Map.of());
            return new BenchContest(UUID.fromString(opened.get("examId").stringValue()), contestants, database);
        }
    }

    private static Map<String, Object> plan() {
        Instant now = Instant.now().truncatedTo(ChronoUnit.SECONDS);
        return Map.of(
                "name",
                "万人同场 " + now,
                "trade",
                "electrician",
                "level",
                "senior",
                "opensAt",
                now.minusSeconds(5).toString(),
                "closesAt",
                now.plus(MINUTES * 2, ChronoUnit.MINUTES).toString(),
                "durationMinutes",
                MINUTES,
                "units",
                List.of(UNIT),
                "release",
                "manual",
                "blueprint",
                Map.of(
                        "sections",
                        List.of(
                                Map.of("type", "true-false", "count", ITEMS_OF_A_TYPE),
                                Map.of("type", "single-choice", "count", ITEMS_OF_A_TYPE))));
    }

    /** Lets everybody begin at this moment: one over the API, the others by copies of what that wrote. */
    List<Seat> startAll(PackagedServer server) throws IOException, SQLException {
        URI url = URI.create(server.baseUrl());
        try (Api api = new Api(url.getHost(), url.getPort())) {
            api.post("/api/exams/" + exam + "/attempts", api.signIn("worker1"), Map.of("device", "bench"));
        }
        try (Connection connection = database.connect()) {
            try (PreparedStatement start = connection.prepareStatement(START_ALL)) {
                start.setObject(1, exam);
                start.setInt(2, contestants - 1);
                start.executeUpdate();
            }
            return seats(connection);
        }
    }

    private List<Seat> seats(Connection connection) throws SQLException {
        Tokens tokens = Tokens.of(connection);
        List<Seat> seats = new ArrayList<>();
        try (PreparedStatement query = connection.prepareStatement("""
                select a.id, a.person_id, a.deadline, p.generation
                from attempt.attempt a join account.person p on p.id = a.person_id
                where a.purpose_id = ? and a.state = 'STARTED' order by a.id
                """)) {
            query.setObject(1, exam);
            try (ResultSet row = query.executeQuery()) {
                while (row.next()) {
                    UUID attempt = row.getObject(1, UUID.class);
                    long expires = row.getTimestamp(3).toInstant().getEpochSecond() + 3600;
                    seats.add(new Seat(
                            attempt, tokens.mint(attempt, row.getObject(2, UUID.class), row.getInt(4), expires)));
                }
            }
        }
        return seats;
    }

    /**
     * Somebody at work.
     *
     * @param attempt which attempt
     * @param token what opens it
     */
    record Seat(UUID attempt, String token) {}
}
