package org.lianbing.walk;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;

import com.microsoft.playwright.Browser.NewContextOptions;
import com.microsoft.playwright.Download;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.LocatorAssertions.ContainsTextOptions;
import com.microsoft.playwright.assertions.LocatorAssertions.IsVisibleOptions;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

/**
 * Somebody of sixty sits an exam on a small phone with large letters, loses the network and the page on the way, opens it
 * twice, is kept out and let in, hands in, keeps the receipt and answers for having been away; a stranger checks the
 * receipt.
 */
class SittingWalk extends WalkTest {

    private static final String SMALLER_THAN_TWENTY = """
            () => [...document.querySelectorAll('#app *')].filter((e) => !e.closest('.sr, svg, .katex')
                && [...e.childNodes].some((n) => n.nodeType === 3 && n.textContent.trim())
                && e.getBoundingClientRect().width > 0 && parseFloat(getComputedStyle(e).fontSize) < 20).length
            """;

    private static final String WIDER_THAN_THE_PHONE =
            "() => document.documentElement.scrollWidth > document.documentElement.clientWidth";

    @Test
    void anElderSittingWithReloadAndNoNetworkEndsWithAReceiptThatAnybodyChecks() throws IOException {
        Api organizer = Api.signIn(baseUrl(), "organizer", PASSWORD);
        JsonNode competition = contest(organizer);
        Page phone = open(new NewContextOptions()
                .setViewportSize(360, 640)
                .setHasTouch(true)
                .setAcceptDownloads(true));
        enter(phone, competition.get("examId").asString());
        Player player = new Player(phone);
        assertThat(phone.evaluate(SMALLER_THAN_TWENTY)).isEqualTo(0);
        assertThat(phone.evaluate(WIDER_THAN_THE_PHONE)).isEqualTo(false);

        calculates(player);
        player.hook("flag").click();
        phone.context().setOffline(true);
        player.answer();
        assertThat(phone.locator("[data-test=save-state][data-state=unsaved]")).isVisible();
        phone.context().setOffline(false);
        player.assertSaved();

        phone.reload();
        // It goes on at the first open item; the flag is on the one before.
        player = new Player(phone);
        player.previous();
        assertThat(player.hook("flag")).hasAttribute("aria-pressed", "true");
        showsWhatAnotherTabSaved(player);
        isKeptOutUntilLetIn(player, organizer, competition.get("id").asString());
        jumpsByKeyboard(player);
        picture(phone, "sitting-elder-phone");

        player.hook("hand-in").click();
        assertThat(player.hook("hand-in-dialog")).containsText("有 1 题做了标记");
        player.hook("hand-in-confirm").click();
        assertThat(player.hook("receipt")).isVisible();
        keepsTheReceipt(player);
        answersForBeingAway(player, organizer, competition.get("id").asString());
        picture(phone, "receipt-elder-phone");
        aStrangerChecks(player.hook("check-receipt").getAttribute("href"));
    }

    private JsonNode contest(Api organizer) {
        Instant now = Instant.now().truncatedTo(ChronoUnit.MINUTES);
        JsonNode made = organizer.post(
                "/api/competitions",
                Map.of(
                        "name",
                        "长辈模式走一遍",
                        "trade",
                        "钳工",
                        "level",
                        "intermediate",
                        "opensAt",
                        now.toString(),
                        "closesAt",
                        now.plusSeconds(1800).toString(),
                        "durationMinutes",
                        20,
                        "blueprint",
                        Map.of("sections", List.of(Map.of("type", "single-choice", "count", 4))),
                        "people",
                        List.of("worker6"),
                        "release",
                        "manual",
                        "aids",
                        Map.of("calculator", true, "formulaSheet", "$P=UI$", "guarded", true)));
        return organizer.posted("/api/competitions/" + made.get("id").asString() + "/opening", 200);
    }

    private static void enter(Page phone, String exam) {
        phone.navigate("/sitting/?exam=" + exam);
        phone.locator("[data-test=username]").fill("worker6");
        phone.locator("[data-test=password]").fill(PASSWORD);
        phone.locator("[data-test=sign-in]").click();
        phone.locator("[data-test=elder]").click();
        phone.locator("[data-test=size][data-size='24']").click();
        assertThat(phone.locator("html")).hasAttribute("data-elder", "24");
        assertThat(phone.locator(".rules")).containsText("可以用考试里的计算器");
        phone.locator("[data-test=start]").click();
    }

    /** Two tabs of one device: what the second saves the first shows, without being touched. */
    private static void showsWhatAnotherTabSaved(Player player) {
        Page tab = player.page().context().newPage();
        tab.navigate(player.page().url());
        Player second = new Player(tab);
        second.hook("option").nth(1).click();
        second.assertSaved();
        assertThat(player.hook("option").nth(1)).hasAttribute("aria-checked", "true");
        tab.close();
    }

    /** In the middle of it the hall's addresses are laid down, and this phone is not in the hall. */
    private static void isKeptOutUntilLetIn(Player player, Api organizer, String competition) {
        String contest = "/api/competitions/" + competition;
        organizer.put(contest + "/access", Map.of("addresses", List.of("10.99.0.0/16")));
        assertThat(player.hook("kept-out")).containsText("127.0.0.1", new ContainsTextOptions().setTimeout(20_000));
        JsonNode refused = organizer.get(contest + "/refused-entries").get(0);
        assertThat(refused.get("entries").get(0).get("reason").asString()).isEqualTo("ADDRESS");
        organizer.put(contest + "/contestants/" + refused.get("personId").asString() + "/let-in");
        assertThat(player.hook("option").first()).isVisible(new IsVisibleOptions().setTimeout(20_000));
        player.assertSaved();
    }

    private static void calculates(Player player) {
        player.hook("tools").click();
        player.page().keyboard().type("0.1+0.2");
        player.page().keyboard().press("Enter");
        assertThat(player.hook("calculator-result")).hasText("= 0.3");
        player.page().keyboard().press("Escape");
        assertThat(player.hook("tools-panel")).isHidden();
    }

    private static void jumpsByKeyboard(Player player) {
        player.page().keyboard().press("m");
        assertThat(player.hook("map-dialog")).isVisible();
        player.page().keyboard().press("3");
        player.page().keyboard().press("Enter");
        assertThat(player.hook("position")).containsText("第 3 题");
    }

    private static void keepsTheReceipt(Player player) throws IOException {
        Download picture =
                player.page().waitForDownload(() -> player.hook("save-picture").click());
        assertThat(Files.size(picture.path())).isGreaterThan(5_000);
        Download journal =
                player.page().waitForDownload(() -> player.hook("journal-json").click());
        Path file = journal.path();
        JsonNode read = JsonMapper.builder().build().readTree(Files.readString(file, StandardCharsets.UTF_8));
        // One from each tab.
        assertThat(read.get("steps").size()).isEqualTo(2);
        assertThat(read.get("digest").asString())
                .startsWith(player.hook("digest").innerText().replace(" ", "").toLowerCase(java.util.Locale.ROOT));
    }

    private static void answersForBeingAway(Player player, Api organizer, String competition) {
        player.page().locator(".course summary").click();
        assertThat(player.hook("course")).containsText("刷新页面");
        player.hook("remark").fill("信号不好，刷新了一次。");
        player.hook("remark-send").click();
        assertThat(player.hook("remark-saved")).isVisible();
        JsonNode person = organizer
                .get("/api/competitions/" + competition + "/results")
                .get("rows")
                .get(0);
        JsonNode detail = organizer.get("/api/competitions/" + competition + "/contestants/"
                + person.get("personId").asString());
        assertThat(detail.get("remark").asString()).isEqualTo("信号不好，刷新了一次。");
        assertThat(detail.get("events").get(0).get("cause").asString()).isEqualTo("RELOAD");
    }

    private void aStrangerChecks(String address) {
        Page stranger = desk();
        stranger.navigate(address);
        assertThat(stranger.locator("[data-test=receipt-verdict][data-tone=good]"))
                .isVisible();
        picture(stranger, "receipt-check-desk");
    }
}
