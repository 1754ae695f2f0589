package org.lianbing.walk;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Route;
import com.microsoft.playwright.options.FilePayload;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

import org.lianbing.attempt.TestWork;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/**
 * Somebody photographs two sheets of work for a 简答, the second without network and over a reload; a marker looks at both
 * at the desk, and nobody else gets them.
 */
class WorkWalk extends WalkTest {

    /** At this level no other 简答 of the bank can get into the paper. */
    private static final String TRADE = "foundry";

    private static final String LEVEL = "junior";

    /** Answers are laid out some seconds after the last one has handed in. */
    private static final Duration PATIENCE = Duration.ofSeconds(20);

    private static final String ITEM = """
            - type: short-answer
              levels: [junior]
              points: ["foundry-junior:C-A-A-002"]
              difficulty: 2
              stem: 画出浇注时浇包、浇口杯和铸型的位置，写出要浇的铁水重量怎么算，拍照交上来。
              uploads: 3
              rubric:
                points:
                  - {text: 浇包嘴和浇口杯的高低画得对, weight: 6}
                  - {text: 计算步骤正确, weight: 4}
                sample: 图上浇包嘴靠近浇口杯，铁水重量按铸件加浇冒口算。
              explanation: 浇包嘴离浇口杯越近，冲击和飞溅越小。
            """;

    private static final String LOADED = "() => [...document.querySelectorAll('lianbing-shelf')].every((shelf) =>"
            + " { const picture = shelf.shadowRoot.querySelector('img'); return picture.complete && picture.naturalWidth > 0; })";

    @Test
    void aPhotographTakenWithoutNetworkReachesTheMarkerAndNobodyElse() {
        publish();
        Api organizer = Api.signIn(baseUrl(), "organizer", PASSWORD);
        JsonNode competition = contest(organizer);
        String exam = competition.get("examId").asString();
        Api candidate = Api.signIn(baseUrl(), "worker8", PASSWORD);
        JsonNode started = candidate.post("/api/exams/" + exam + "/attempts", Map.of());

        Player player = photographs(started);
        List<String> files = files(candidate, started);
        assertThat(files).hasSize(2);
        player.hook("hand-in").click();
        assertThat(player.hook("files-on-the-way")).hasCount(0);
        player.hook("hand-in-confirm").click();
        assertThat(player.hook("receipt")).isVisible();
        assertThat(player.hook("files-lost")).hasCount(0);
        picture(player.page(), "work-receipt-phone");

        String address = marks(exam).locator("[data-test=work-file]").first().getAttribute("href");
        Path shown = Path.of(address);
        Api other = Api.signIn(baseUrl(), "worker9", PASSWORD);
        assertThat(other.status("/api/exams/%s/marking/answers/%s/files/%s"
                        .formatted(exam, shown.getName(2), shown.getFileName())))
                .isEqualTo(403);
        assertThat(other.status("/api/attempts/%s/files/%s"
                        .formatted(started.get("attemptId").asString(), files.getFirst())))
                .isEqualTo(404);
    }

    private void publish() {
        Api trainer = Api.signIn(baseUrl(), "trainer", PASSWORD);
        JsonNode preview = trainer.post("/api/imports/text", Map.of("text", ITEM, "trade", TRADE));
        assertThat(preview.get("items").asInt()).isEqualTo(1);
        JsonNode committed = trainer.posted(
                "/api/imports/" + preview.get("importId").asString() + "/commit", Map.of("submit", true), 200);
        Api.signIn(baseUrl(), "reviewer", PASSWORD)
                .posted("/api/items/" + committed.get("itemIds").get(0).asString() + "/publication", 200);
    }

    private JsonNode contest(Api organizer) {
        Instant now = Instant.now().truncatedTo(ChronoUnit.MINUTES);
        String competition = organizer
                .post(
                        "/api/competitions",
                        Map.of(
                                "name",
                                "画图拍照走一遍",
                                "trade",
                                TRADE,
                                "level",
                                LEVEL,
                                "opensAt",
                                now.toString(),
                                "closesAt",
                                now.plusSeconds(1800).toString(),
                                "durationMinutes",
                                20,
                                "blueprint",
                                Map.of("sections", List.of(Map.of("type", "short-answer", "count", 1, "points", 10))),
                                "people",
                                List.of("worker8"),
                                "release",
                                "manual"))
                .get("id")
                .asString();
        JsonNode opened = organizer.posted("/api/competitions/" + competition + "/opening", 200);
        String marking = "/api/exams/" + opened.get("examId").asString() + "/marking";
        organizer.put(marking + "/rule", Map.of("opinions", 1));
        List<String> judges = new ArrayList<>();
        organizer.get(marking + "/plan").get("candidates").forEach(judge -> {
            if (judge.get("name").asString().equals("林涛")) {
                judges.add(judge.get("person").asString());
            }
        });
        organizer.put(marking + "/markers", Map.of("people", judges));
        return opened;
    }

    /** One with a line, one without; the page is opened anew before the server answers again. */
    private Player photographs(JsonNode started) {
        Page phone = phone();
        phone.navigate(sitting(started));
        Player player = new Player(phone);
        player.hook("text").fill("见两张图。");
        chooses(player, "第一张.jpg", 1200, 1600);
        assertThat(tiles(player, "good")).hasCount(1);

        phone.context().setOffline(true);
        chooses(player, "第二张.jpg", 900, 1200);
        assertThat(tiles(player, "warn")).hasCount(1);
        picture(phone, "work-offline-phone");

        // A page cannot be opened without any line, but it can with one on which no answer comes.
        phone.context().route("**/api/**", Route::abort);
        phone.context().setOffline(false);
        phone.reload();
        player = new Player(phone);
        assertThat(tiles(player, "warn")).hasCount(1);
        assertThat(player.hook("text")).hasValue("见两张图。");

        phone.context().unroute("**/api/**");
        assertThat(tiles(player, "good")).hasCount(2);
        player.assertSaved();
        picture(phone, "work-saved-phone");
        return player;
    }

    private static void chooses(Player player, String name, int width, int height) {
        player.hook("work-file")
                .setInputFiles(new FilePayload(name, "image/jpeg", TestWork.picture("jpg", width, height, 1)));
    }

    private static Locator tiles(Player player, String state) {
        return player.page().locator("[data-test=work-tile][data-state=" + state + "]");
    }

    /** What the response names, of which the server has every one. */
    private static List<String> files(Api candidate, JsonNode started) {
        JsonNode facts = candidate
                .with(started.get("token").asString())
                .get("/api/attempts/" + started.get("attemptId").asString());
        List<String> named = new ArrayList<>();
        facts.get("responses").get(0).get("value").get("files").forEach(hash -> named.add(hash.asString()));
        assertThat(facts.get("files"))
                .extracting(file -> file.get("hash").asString())
                .containsExactlyInAnyOrderElementsOf(named);
        return named;
    }

    private Page marks(String exam) {
        Page desk = desk();
        signIn(desk, "judge1");
        Locator queue = desk.locator("a[href='marking/%s/1']".formatted(exam));
        await().pollInSameThread().atMost(PATIENCE).until(() -> {
            desk.navigate("/marking");
            desk.locator("h1").first().waitFor();
            return queue.isVisible();
        });
        queue.click();
        assertThat(desk.locator("[data-test=answer]")).hasText("见两张图。");
        assertThat(desk.locator("[data-test=work-file]")).hasCount(2);
        for (Locator file : desk.locator("[data-test=work-file]").all()) {
            file.click();
            desk.waitForFunction(LOADED);
        }
        picture(desk, "work-marking-desk");
        return desk;
    }
}
