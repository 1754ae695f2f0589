package org.lianbing.walk;

import java.io.IOException;
import java.net.URLEncoder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
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
import static org.awaitility.Awaitility.await;

/** The main pages have no serious or critical violation that axe-core can see, on a phone by day and at a desk by night. */
class AccessibilityWalk extends WalkTest {

    private static final Path AXE = Path.of("node_modules/axe-core/axe.min.js");

    /** Answers are laid out for the markers some seconds after they were handed in. */
    private static final Duration UNTIL_LAID_OUT = Duration.ofSeconds(40);

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

    /** From the waiting room over the paper to receipt and board. */
    @ParameterizedTest
    @CsvSource({"phone, worker1", "desk, worker2"})
    void aContestIsAccessibleFromTheWaitingRoomToTheBoard(String device, String username) throws IOException {
        Api organizer = Api.signIn(baseUrl(), "organizer", PASSWORD);
        List<String> found = new ArrayList<>();
        Page page = device.equals("phone") ? phone() : darkDesk();
        JsonNode later =
                contest(organizer, username, Instant.now().plus(Duration.ofHours(1)), "electrician", "true-false");
        page.navigate("/sitting/?exam=" + later.get("examId").asString());
        page.locator("[data-test=username]").fill(username);
        found.addAll(look(page, "sign-in"));
        page.locator("[data-test=password]").fill(PASSWORD);
        page.locator("[data-test=sign-in]").click();
        assertThat(page.locator("[data-test=waiting]")).isVisible();
        found.addAll(look(page, "waiting room"));

        JsonNode running = contest(organizer, username, Instant.now().minusSeconds(60), "electrician", "true-false");
        page.navigate("/sitting/?exam=" + running.get("examId").asString());
        assertThat(page.locator("[data-test=start]")).isVisible();
        found.addAll(look(page, "open door"));
        page.locator("[data-test=start]").click();
        Player player = new Player(page);
        player.answer();
        player.assertSaved();
        found.addAll(look(page, "paper"));
        player.endNow();
        assertThat(player.hook("receipt")).isVisible();
        found.addAll(look(page, "receipt"));
        page.navigate("/sitting/?board=" + running.get("boardId").asString());
        assertThat(page.locator("[data-test=board-row]")).hasCount(1);
        found.addAll(look(page, "board"));
        assertThat(found).isEmpty();
    }

    /** What organizer and marker have before them while a contest runs and when its answers lie there. */
    @ParameterizedTest
    @CsvSource({"phone, assembler", "desk, boiler"})
    void theDesksOfAContestAreAccessible(String device, String trade) throws IOException {
        Api organizer = Api.signIn(baseUrl(), "organizer", PASSWORD);
        List<String> found = new ArrayList<>();
        JsonNode running = contest(organizer, "worker3", Instant.now().minusSeconds(60), trade, "short-answer");
        String exam = running.get("examId").asString();
        letMark(organizer, exam);
        answerAndHandIn(exam);

        Page desk = device.equals("phone") ? phone() : darkDesk();
        signIn(desk, "organizer");
        for (String address : List.of(
                "/competitions/" + running.get("id").asString(),
                "/competitions/" + running.get("id").asString() + "/papers",
                "/exams/" + exam + "/marking")) {
            desk.navigate(address);
            found.addAll(look(desk, address));
        }
        Page marker = device.equals("phone") ? phone() : darkDesk();
        signIn(marker, "judge1");
        await().pollInSameThread().atMost(UNTIL_LAID_OUT).until(() -> {
            marker.navigate("/marking/" + exam + "/1");
            marker.locator("h1").first().waitFor();
            return marker.locator("[data-test=answer]").isVisible();
        });
        found.addAll(look(marker, "marking desk"));
        picture(marker, "marking-desk-" + device);
        marker.navigate("/marking");
        found.addAll(look(marker, "/marking"));
        assertThat(found).isEmpty();
    }

    private static JsonNode contest(Api organizer, String username, Instant opens, String trade, String type) {
        String path = "/api/competitions/"
                + organizer
                        .post(
                                "/api/competitions",
                                Map.ofEntries(
                                        Map.entry("name", "人人能用的竞赛"),
                                        Map.entry("trade", trade),
                                        Map.entry("level", "senior"),
                                        Map.entry("opensAt", opens.toString()),
                                        Map.entry(
                                                "closesAt",
                                                opens.plus(Duration.ofHours(1)).toString()),
                                        Map.entry("durationMinutes", 30),
                                        Map.entry("liveBoard", true),
                                        Map.entry("release", "manual"),
                                        Map.entry("people", List.of(username)),
                                        Map.entry(
                                                "blueprint",
                                                Map.of("sections", List.of(Map.of("type", type, "count", 1))))))
                        .get("id")
                        .asString();
        return organizer.posted(path + "/opening", 200);
    }

    /** One opinion is enough, and judge1 gives it. */
    private static void letMark(Api organizer, String exam) {
        String marking = "/api/exams/" + exam + "/marking";
        organizer.put(marking + "/rule", Map.of("opinions", 1));
        List<String> markers = organizer
                .get(marking + "/plan")
                .get("candidates")
                .valueStream()
                .filter(judge -> judge.get("name").asString().equals("林涛"))
                .map(judge -> judge.get("person").asString())
                .toList();
        organizer.put(marking + "/markers", Map.of("people", markers));
    }

    private void answerAndHandIn(String exam) {
        Api worker = Api.signIn(baseUrl(), "worker3", PASSWORD);
        JsonNode started = worker.post("/api/exams/" + exam + "/attempts", Map.of());
        Api sitting = worker.with(started.get("token").asString());
        String path = "/api/attempts/" + started.get("attemptId").asString();
        sitting.put(
                path + "/responses",
                Map.of("responses", List.of(Map.of("slot", 1, "sequence", 1, "value", "先停机，再挂牌。"))));
        sitting.posted(path + "/submission", 200);
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
