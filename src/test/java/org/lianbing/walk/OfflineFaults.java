package org.lianbing.walk;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.LocatorAssertions.IsVisibleOptions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/** A phone without network in the middle of a contest: for a minute, and over the deadline. */
class OfflineFaults extends WalkTest {

    private static final double A_MINUTE_MS = 60_000;
    private static final Duration PATIENCE = Duration.ofMinutes(2);

    /** The grace, and what the sweep takes. */
    private static final Duration LATER_THAN_ANY_GRACE = Duration.ofSeconds(12);

    private Api organizer;
    private Api worker;
    private String competition = "";

    @BeforeEach
    void signIn() {
        organizer = Api.signIn(baseUrl(), "organizer", PASSWORD);
        worker = Api.signIn(baseUrl(), "worker5", PASSWORD);
    }

    @Test
    void whatWasAnsweredInAMinuteWithoutNetworkIsSavedAfterIt() {
        JsonNode started = started(300);
        Player player = sit(started);
        player.answer();
        player.assertSaved();

        player.page().context().setOffline(true);
        player.next();
        player.answer();
        player.next();
        player.answer();
        player.assertNotYetSaved(2);
        player.page().waitForTimeout(A_MINUTE_MS);
        player.assertNotYetSaved(2);
        assertThat(facts(started).get("lastSequence").asInt()).isEqualTo(1);
        player.page().context().setOffline(false);

        player.assertSaved();
        assertThat(facts(started).get("responses")).hasSize(3);
    }

    @Test
    void offlineOverTheDeadlineWhatWasTypedInItIsSetAsideAndToldExactly() {
        JsonNode started = started(30);
        Instant deadline = Instant.parse(started.get("deadline").asString());
        Player player = sit(started);
        player.answer();
        player.assertSaved();
        player.page().context().setOffline(true);
        player.next();
        player.answer();
        player.assertNotYetSaved(1);
        double untilClosed = Duration.between(Instant.now(), deadline.plus(LATER_THAN_ANY_GRACE))
                .toMillis();
        player.page().waitForTimeout(Math.max(0, untilClosed));
        player.page().context().setOffline(false);

        assertThat(player.hook("receipt")).isVisible(new IsVisibleOptions().setTimeout(A_MINUTE_MS));
        assertThat(player.hook("not-counted")).containsText("第 2 题");
        picture(player.page(), "offline-over-the-deadline");
        assertThat(facts(started).get("responses")).hasSize(1);
        await().atMost(PATIENCE).untilAsserted(() -> assertThat(setAside()).hasSize(1));
        assertThat(setAside().get(0).get("reason").asString()).isEqualToIgnoringCase("late");
    }

    private JsonNode setAside() {
        JsonNode row = organizer
                .get("/api/competitions/" + competition + "/results")
                .get("rows")
                .get(0);
        return organizer
                .get("/api/competitions/" + competition + "/contestants/"
                        + row.get("personId").asString())
                .get("setAside");
    }

    private JsonNode facts(JsonNode started) {
        return worker.with(started.get("token").asString())
                .get("/api/attempts/" + started.get("attemptId").asString());
    }

    private Player sit(JsonNode started) {
        Page page = phone();
        page.navigate(sitting(started));
        return new Player(page);
    }

    private JsonNode started(int seconds) {
        Instant now = Instant.now();
        competition = organizer
                .post(
                        "/api/competitions",
                        Map.of(
                                "name",
                                "断网时的竞赛",
                                "trade",
                                "fitter",
                                "level",
                                "intermediate",
                                "opensAt",
                                now.minusSeconds(60).toString(),
                                "closesAt",
                                now.plusSeconds(3600).toString(),
                                "durationSeconds",
                                seconds,
                                "blueprint",
                                Map.of("sections", List.of(Map.of("type", "true-false", "count", 4, "points", 10))),
                                "people",
                                List.of("worker5")))
                .get("id")
                .asString();
        String exam = organizer
                .posted("/api/competitions/" + competition + "/opening", 200)
                .get("examId")
                .asString();
        return worker.post("/api/exams/" + exam + "/attempts", Map.of());
    }
}
