package org.lianbing.walk;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

import com.microsoft.playwright.Download;
import com.microsoft.playwright.Page;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

/**
 * One candidate, two phones: the second takes the exam over, the first takes it back, and each says so; what either had
 * written down is saved, once. And one phone whose browser dies: opened again it has all that was saved and all that
 * was not yet.
 */
class DevicesWalk extends WalkTest {

    private static final int ITEMS = 4;

    @Test
    void aSecondDeviceTakesOverVisiblyAndTheFirstComesBack() throws IOException {
        String exam = contest("worker7");
        Player first = enter(phone(), exam, "worker7");
        first.answer();
        first.assertSaved();
        first.page().context().setOffline(true);
        first.next();
        first.answer();
        first.assertNotYetSaved(1);

        Player second = enter(phone(), exam, "worker7");
        assertThat(second.hook("save-notice")).containsText("起改在这台设备上作答，原来那台已经停下");
        picture(second.page(), "device-second-took-over");
        open(second, 1);
        assertThat(second.page().locator("[data-test=option][aria-checked=true]"))
                .hasCount(1);
        open(second, 3);
        second.answer();
        second.assertSaved();

        first.page().context().setOffline(false);
        assertThat(first.hook("superseded")).containsText("起，考试在另一台设备上继续");
        assertThat(first.hook("superseded")).containsText("还有 1 题没保存");
        picture(first.page(), "device-first-gave-way");
        first.hook("take-back").click();
        first = new Player(first.page());
        first.assertSaved();
        open(first, 3);
        assertThat(first.page().locator("[data-test=option][aria-checked=true]"))
                .hasCount(1);

        open(second, 4);
        second.answer();
        assertThat(second.hook("superseded")).isVisible();

        first.endNow();
        assertThat(first.hook("receipt")).isVisible();
        assertOnceEach(journal(first), Set.of(1, 2, 3));
    }

    /** Each of these items was written down, none of them twice. */
    private static void assertOnceEach(JsonNode journal, Set<Integer> items) {
        Set<Integer> slots = new HashSet<>();
        journal.get("steps").forEach(step -> slots.add(step.get("slot").asInt()));
        assertThat(journal.get("steps")).hasSize(items.size());
        assertThat(slots).hasSameSizeAs(items);
    }

    private static JsonNode journal(Player player) throws IOException {
        Download file =
                player.page().waitForDownload(() -> player.hook("journal-json").click());
        return JsonMapper.builder().build().readTree(Files.readString(file.path(), StandardCharsets.UTF_8));
    }

    @Test
    void aBrowserThatWasKilledGoesOnWhereItWas(@TempDir Path profile) throws IOException {
        String exam = contest("worker8");
        String address;
        try (MortalBrowser browser = MortalBrowser.open(profile, baseUrl())) {
            Player player = enter(browser.page(), exam, "worker8");
            player.answer();
            player.assertSaved();
            browser.page().context().setOffline(true);
            player.next();
            player.answer();
            player.next();
            player.answer();
            player.assertNotYetSaved(2);
            address = browser.page().url();
            browser.kill();
        }
        try (MortalBrowser browser = MortalBrowser.open(profile, baseUrl())) {
            browser.page().navigate(address);
            Player player = new Player(browser.page());
            player.assertSaved();
            for (int item = 1; item <= 3; item++) {
                open(player, item);
                assertThat(browser.page().locator("[data-test=option][aria-checked=true]"))
                        .hasCount(1);
            }
            player.endNow();
            assertThat(player.hook("receipt")).isVisible();
            assertOnceEach(journal(player), Set.of(1, 2, 3));
        }
    }

    private static Player enter(Page page, String exam, String username) {
        page.navigate("/sitting/?exam=" + exam);
        page.locator("[data-test=username]").fill(username);
        page.locator("[data-test=password]").fill(PASSWORD);
        page.locator("[data-test=sign-in]").click();
        page.locator("[data-test=start]").click();
        return new Player(page);
    }

    /** Goes to an item by its number. */
    private static void open(Player player, int item) {
        player.page().keyboard().press("m");
        assertThat(player.hook("map-dialog")).isVisible();
        player.page().keyboard().press(String.valueOf(item));
        player.page().keyboard().press("Enter");
        assertThat(player.hook("position")).containsText("第 " + item + " 题");
    }

    private String contest(String person) {
        Api organizer = Api.signIn(baseUrl(), "organizer", PASSWORD);
        Instant now = Instant.now();
        String made = organizer
                .post(
                        "/api/competitions",
                        Map.of(
                                "name",
                                "两台手机",
                                "trade",
                                "fitter",
                                "level",
                                "intermediate",
                                "opensAt",
                                now.minusSeconds(60).toString(),
                                "closesAt",
                                now.plusSeconds(3600).toString(),
                                "durationMinutes",
                                30,
                                "blueprint",
                                Map.of("sections", List.of(Map.of("type", "single-choice", "count", ITEMS))),
                                "people",
                                List.of(person),
                                "release",
                                "manual"))
                .get("id")
                .asString();
        return organizer
                .posted("/api/competitions/" + made + "/opening", 200)
                .get("examId")
                .asString();
    }
}
