package org.lianbing.walk;

import java.io.IOException;
import java.net.URLEncoder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import com.microsoft.playwright.Browser.NewContextOptions;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

/** The main pages have no serious or critical violation that axe-core can see, on a phone by day and at a desk by night. */
class AccessibilityWalk extends WalkTest {

    private static final Path AXE = Path.of("node_modules/axe-core/axe.min.js");

    /** Each violation as "impact rule: the elements". */
    private static final String LOOK = """
            async () => {
              const { violations } = await axe.run(document, { resultTypes: ['violations'] });
              return violations
                .filter(({ impact }) => impact === 'serious' || impact === 'critical')
                .map(({ impact, id, nodes }) => `${impact} ${id}: ${nodes.slice(0, 4).map((n) => n.target.join(' ') + ' ' + (n.any[0]?.message ?? '')).join(' | ')}`);
            }
            """;

    @ParameterizedTest
    @CsvSource(textBlock = """
            worker1,   phone, /  /practice  /practice/mistakes  /contests  /courses  /studios
            trainer,   desk,  /  /imports  /items
            reviewer,  desk,  /review
            organizer, desk,  /competitions  /competitions/new
            host,      desk,  /teaching
            admin,     desk,  /people  /units  /audit
            """)
    void pagesAreAccessible(String username, String device, String addresses) throws IOException {
        Page page = device.equals("phone") ? phone() : darkDesk();
        List<String> found = new ArrayList<>();
        signIn(page, username);
        for (String address : addresses.strip().split("\\s+")) {
            page.navigate(address);
            found.addAll(look(page, address));
        }
        assertThat(found).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"phone", "desk"})
    void theDoorIsAccessible(String device) throws IOException {
        Page page = device.equals("phone") ? phone() : darkDesk();
        page.navigate("/login");
        assertThat(look(page, "/login")).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"phone", "desk"})
    void aSittingIsAccessible(String device) throws IOException {
        Page page = device.equals("phone") ? phone() : darkDesk();
        page.navigate(sitting(drillWithAPicture()));
        Player player = new Player(page);
        List<String> found = new ArrayList<>(look(page, "item"));
        player.answerAndCheck();
        found.addAll(look(page, "feedback"));
        player.practiseToTheEnd();
        // It begins with those that were wrong, and the one with the picture may have been right by chance.
        page.locator(".review-head .chip").last().click();
        page.evaluate("document.querySelectorAll('details.reviewed').forEach(item => item.open = true)");
        found.addAll(look(page, "result"));
        Locator picture =
                page.locator("[data-test=result-stem] [data-test=picture]").first();
        picture.focus();
        page.keyboard().press("Enter");
        assertThat(player.hook("zoom-scale")).hasText("100%");
        page.keyboard().press("+");
        assertThat(player.hook("zoom-scale")).hasText("150%");
        found.addAll(look(page, "picture"));
        page.keyboard().press("Escape");
        assertThat(player.hook("zoom")).isHidden();
        assertThat(picture).isFocused();
        assertThat(found).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"{\"elder\":true,\"size\":28}", "{\"whole\":true}"})
    void everyWayToSeeThePaperIsAccessible(String view) throws IOException {
        Page page = phone();
        page.addInitScript("localStorage.setItem('lianbing.view', '%s')".formatted(view));
        page.navigate(sitting(Api.signIn(baseUrl(), "worker5", PASSWORD)
                .post("/api/practice/attempts", Map.of("trade", "electrician", "count", 12))));
        Player player = new Player(page);
        List<String> found = new ArrayList<>(look(page, "item"));
        player.hook("open-map").click();
        found.addAll(look(page, "map"));
        page.keyboard().press("Escape");
        player.hook("display").click();
        found.addAll(look(page, "display"));
        page.keyboard().press("Escape");
        player.hook("hand-in").click();
        found.addAll(look(page, "hand-in"));
        page.navigate("/sitting/?receipt=000000000000000000000000");
        assertThat(page.locator("[data-test=receipt-verdict]")).isVisible();
        found.addAll(look(page, "receipt"));
        assertThat(found).isEmpty();
    }

    /** A drill with an item whose stem shows a picture, since what can be opened there is where a page goes wrong. */
    private JsonNode drillWithAPicture() {
        Api trainer = Api.signIn(baseUrl(), "trainer", PASSWORD);
        Api worker = Api.signIn(baseUrl(), "worker2", PASSWORD);
        JsonNode found = trainer.get(
                        "/api/items?state=published&type=single-choice&q=" + URLEncoder.encode("图示", UTF_8))
                .get("items");
        for (JsonNode hit : found) {
            JsonNode item = trainer.get("/api/items/" + hit.get("id").asString());
            String point = item.get("points").get(0).get("id").asString();
            JsonNode started = worker.post("/api/practice/attempts", Map.of("count", 50, "points", List.of(point)));
            // Trainers see what a contest holds back from practice, and which items these are differs from start to
            // start.
            JsonNode form = worker.with(started.get("token").asString())
                    .get("/api/attempts/" + started.get("attemptId").asString() + "/form");
            if (form.get("slots")
                    .valueStream()
                    .anyMatch(slot -> slot.path("stem").asString("").contains("<img "))) {
                return started;
            }
        }
        throw new AssertionError("no item with a picture in " + found);
    }

    private Page darkDesk() {
        return open(new NewContextOptions().setViewportSize(1440, 900).setColorScheme(ColorScheme.DARK));
    }

    private static List<String> look(Page page, String where) throws IOException {
        assertThat(page.locator("h1, h2").first()).isVisible();
        page.evaluate(Files.readString(AXE));
        List<String> found = new ArrayList<>();
        if (page.evaluate(LOOK) instanceof List<?> violations) {
            violations.forEach(violation -> found.add(where + " " + violation));
        }
        return found;
    }
}
