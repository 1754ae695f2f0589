package org.lianbing.walk;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.Request;
import com.microsoft.playwright.assertions.LocatorAssertions.HasAttributeOptions;
import com.microsoft.playwright.assertions.LocatorAssertions.IsVisibleOptions;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

/**
 * From the printed link through the waiting room to the first item: the paper comes sealed ahead of time, survives a
 * reload, and at the start one request opens it, whose answer fits into a packet.
 */
class WaitingRoomWalk extends WalkTest {

    private static final Duration WAITING = Duration.ofSeconds(45);
    private static final double LONGER_MS = 60_000;

    @Test
    void aCardOpensTheDoorAndAKeyOpensThePaper() {
        Instant opens = Instant.now().plus(WAITING).truncatedTo(ChronoUnit.SECONDS);
        JsonNode links = contest(opens);
        Page phone = phone();
        phone.navigate(links.get(0).get("link").asString());
        assertThat(hook(phone, "candidate-name"))
                .hasText(links.get(0).get("name").asString());
        assertThat(hook(phone, "seat")).hasText("1");
        assertThat(phone.url()).doesNotContain("ticket");
        assertThat(hook(phone, "waiting"))
                .hasAttribute("data-paper", "ready", new HasAttributeOptions().setTimeout(LONGER_MS));
        assertThat(hook(phone, "paper-ready")).isVisible();
        picture(phone, "waiting-room-phone");
        phone.reload();
        assertThat(hook(phone, "paper-ready")).isVisible();
        assertThat(hook(phone, "start")).isVisible(new IsVisibleOptions().setTimeout(LONGER_MS));
        picture(phone, "waiting-room-open-phone");

        List<String> asked = new ArrayList<>();
        phone.onRequest(request -> asked.add(line(request)));
        hook(phone, "start").click();
        new Player(phone).answer();
        assertThat(asked.getFirst()).startsWith("POST").endsWith("/attempts");
        assertThat(asked).noneMatch(one -> one.startsWith("GET ") && one.contains("/api/"));
    }

    /** A contest for two, and the links that let them in. */
    private JsonNode contest(Instant opens) {
        Api organizer = Api.signIn(baseUrl(), "organizer", PASSWORD);
        String path = "/api/competitions/"
                + organizer
                        .post(
                                "/api/competitions",
                                Map.of(
                                        "name",
                                        "候考演练",
                                        "trade",
                                        "electrician",
                                        "level",
                                        "senior",
                                        "opensAt",
                                        opens.toString(),
                                        "closesAt",
                                        opens.plus(Duration.ofHours(1)).toString(),
                                        "durationMinutes",
                                        30,
                                        "people",
                                        List.of("worker1", "worker2"),
                                        "blueprint",
                                        Map.of("sections", List.of(Map.of("type", "true-false", "count", 2)))))
                        .get("id")
                        .asString();
        organizer.posted(path + "/opening", 200);
        return organizer.get(path + "/admission-links");
    }

    private static String line(Request request) {
        return request.method() + " " + request.url();
    }

    private static com.microsoft.playwright.Locator hook(Page page, String name) {
        return page.locator("[data-test=" + name + "]");
    }
}
