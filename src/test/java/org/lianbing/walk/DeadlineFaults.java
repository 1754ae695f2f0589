package org.lianbing.walk;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;

import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/**
 * The server is killed before the deadline of a contest and is back only after it: who had handed in keeps that, who had
 * not is closed at the true deadline with all that was saved, once, and the results come out as if it had been up.
 */
class DeadlineFaults {

    private static final int SECONDS = 20;
    private static final Duration GRACE_AND_MORE = Duration.ofSeconds(10);
    private static final Duration PATIENCE = Duration.ofMinutes(2);
    private static final String PASSWORD = "lianbing";

    @Test
    void aServerThatWasDownOverTheDeadlineClosesAtTheDeadline() throws Exception {
        try (PackagedServer server =
                new PackagedServer(Suite.fresh(Path.of("target/deadline-data")), SmallBank.environment())) {
            server.start();
            Api organizer = Api.signIn(server.baseUrl(), "organizer", PASSWORD);
            String competition =
                    organizer.post("/api/competitions", plan()).get("id").asString();
            String exam = organizer
                    .posted("/api/competitions/" + competition + "/opening", 200)
                    .get("examId")
                    .asString();
            Api quick = Api.signIn(server.baseUrl(), "worker1", PASSWORD);
            Api slow = Api.signIn(server.baseUrl(), "worker2", PASSWORD);
            JsonNode handsIn = answered(quick, exam);
            JsonNode runsOut = answered(slow, exam);
            JsonNode receipt = quick.with(handsIn.get("token").asString())
                    .posted("/api/attempts/" + handsIn.get("attemptId").asString() + "/submission", 200);
            Instant deadline = Instant.parse(runsOut.get("deadline").asString());

            server.kill();
            await().atMost(PATIENCE).until(() -> Instant.now().isAfter(deadline.plus(GRACE_AND_MORE)));
            server.start();

            await().atMost(PATIENCE)
                    .untilAsserted(() -> assertThat(organizer
                                    .get("/api/competitions/" + competition)
                                    .get("state")
                                    .asString())
                            .isEqualTo("CLOSED"));
            Map<String, JsonNode> rows = new TreeMap<>();
            organizer
                    .get("/api/competitions/" + competition + "/results")
                    .get("rows")
                    .forEach(row -> rows.put(row.get("state").asString(), row));
            assertThat(rows).containsOnlyKeys("HANDED_IN", "TIMED_OUT");
            assertThat(Objects.requireNonNull(rows.get("TIMED_OUT"))
                            .get("timeUsedSeconds")
                            .asInt())
                    .isEqualTo(SECONDS);
            JsonNode closed = slow.with(runsOut.get("token").asString())
                    .posted("/api/attempts/" + runsOut.get("attemptId").asString() + "/submission", 200);
            assertThat(closed.get("state").asString()).isEqualTo("CLOSED");
            assertThat(Instant.parse(closed.get("handedInAt").asString())).isEqualTo(deadline);
            assertThat(closed.get("answered").asInt()).isEqualTo(1);
            JsonNode again = quick.with(handsIn.get("token").asString())
                    .posted("/api/attempts/" + handsIn.get("attemptId").asString() + "/submission", 200);
            assertThat(again.get("digest")).isEqualTo(receipt.get("digest"));
            assertThat(again.get("handedInAt")).isEqualTo(receipt.get("handedInAt"));
        }
    }

    /** Starts and answers the first item that is answered by a token. */
    private static JsonNode answered(Api worker, String exam) {
        JsonNode started = worker.post("/api/exams/" + exam + "/attempts", Map.of());
        Api sitting = worker.with(started.get("token").asString());
        String path = "/api/attempts/" + started.get("attemptId").asString();
        JsonNode slot = sitting.get(path + "/form").get("slots").get(0);
        JsonNode answer = sitting.put(
                path + "/responses",
                Map.of(
                        "responses",
                        List.of(Map.of(
                                "slot", slot.get("slot").asInt(),
                                "sequence", 1,
                                "value", slot.get("options").get(0).get("token").asString()))));
        assertThat(answer.get("saved")).hasSize(1);
        return started;
    }

    private static Map<String, Object> plan() {
        Instant now = Instant.now();
        return Map.of(
                "name",
                "停电时的竞赛",
                "trade",
                "electrician",
                "level",
                "intermediate",
                "opensAt",
                now.minusSeconds(60).toString(),
                "closesAt",
                now.plusSeconds(3600).toString(),
                "durationSeconds",
                SECONDS,
                "blueprint",
                Map.of("sections", List.of(Map.of("type", "true-false", "count", 3, "points", 10))),
                "people",
                List.of("worker1", "worker2"));
    }
}
