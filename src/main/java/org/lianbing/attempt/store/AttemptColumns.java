package org.lianbing.attempt.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import org.lianbing.attempt.Arrangement;
import org.lianbing.attempt.Attempt;
import org.lianbing.attempt.AttemptId;
import org.lianbing.attempt.AttemptState;
import org.lianbing.attempt.AttemptWindow;
import org.lianbing.attempt.Behaviour;
import org.lianbing.attempt.Purpose;
import org.lianbing.base.PersonId;
import org.lianbing.base.Sql;
import org.lianbing.paper.FormId;

/** Maps the columns of an attempt. */
@Component
class AttemptColumns {

    static final String LIST = """
            id, form_id, person_id, purpose_kind, purpose_id, behaviour, title, subtitle, return_url, state, epoch,
            device, arrangement, slots, max_score, started_at, deadline, accept_until, ended_at, void_reason, checked_slots,
            answered, digest, score, paused_at, resumed_at, paused_micros, clock_version
            """;

    private final JsonMapper json;

    AttemptColumns(JsonMapper json) {
        this.json = json;
    }

    Attempt attempt(ResultSet row) throws SQLException {
        return new Attempt(
                new AttemptId(Sql.uuid(row, "id")),
                new FormId(Sql.uuid(row, "form_id")),
                new PersonId(Sql.uuid(row, "person_id")),
                new Purpose(row.getString("purpose_kind"), Sql.uuid(row, "purpose_id")),
                Behaviour.valueOf(row.getString("behaviour")),
                row.getString("title"),
                row.getString("subtitle"),
                row.getString("return_url"),
                AttemptState.valueOf(row.getString("state")),
                row.getInt("epoch"),
                row.getString("device"),
                arrangement(row.getString("arrangement")),
                row.getInt("slots"),
                row.getBigDecimal("max_score"),
                window(row),
                Sql.instantOrNull(row, "ended_at"),
                row.getString("void_reason"),
                Set.of((Integer[]) row.getArray("checked_slots").getArray()),
                outcome(row));
    }

    private static AttemptWindow window(ResultSet row) throws SQLException {
        Instant pausedAt = Sql.instantOrNull(row, "paused_at");
        return new AttemptWindow(
                Sql.instantOrNull(row, "started_at"),
                Sql.instantOrNull(row, "deadline"),
                Sql.instantOrNull(row, "accept_until"),
                pausedAt == null ? null : new AttemptWindow.Pause(pausedAt, Sql.instantOrNull(row, "resumed_at")),
                Duration.of(row.getLong("paused_micros"), ChronoUnit.MICROS),
                row.getInt("clock_version") > 0);
    }

    private static Attempt.@Nullable Outcome outcome(ResultSet row) throws SQLException {
        String digest = row.getString("digest");
        return digest == null ? null : new Attempt.Outcome(row.getInt("answered"), digest, row.getBigDecimal("score"));
    }

    String text(Arrangement arrangement) {
        return json.writeValueAsString(Map.of(
                "slots", arrangement.slots(), "options", arrangement.options(), "variants", arrangement.variants()));
    }

    private Arrangement arrangement(String text) {
        JsonNode node = json.readTree(text);
        Map<Integer, List<Integer>> options = new TreeMap<>();
        node.get("options")
                .properties()
                .forEach(entry -> options.put(Integer.valueOf(entry.getKey()), numbers(entry.getValue())));
        Map<Integer, Integer> variants = new TreeMap<>();
        node.path("variants")
                .properties()
                .forEach(entry -> variants.put(
                        Integer.valueOf(entry.getKey()), entry.getValue().intValue()));
        return new Arrangement(numbers(node.get("slots")), options, variants);
    }

    private static List<Integer> numbers(JsonNode array) {
        List<Integer> numbers = new ArrayList<>(array.size());
        array.forEach(number -> numbers.add(number.intValue()));
        return numbers;
    }
}
