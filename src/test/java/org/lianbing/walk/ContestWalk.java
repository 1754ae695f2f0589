package org.lianbing.walk;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Response;
import com.microsoft.playwright.assertions.LocatorAssertions.IsVisibleOptions;
import org.junit.jupiter.api.Test;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

/**
 * An organizer makes a competition of a minute, and two workers sit it at once. Both choose the same answers; one hands
 * in, the time of the other runs out, and that decides the tie.
 */
class ContestWalk extends WalkTest {

    private static final String NAME = "钳工一分钟快答";
    private static final double A_MINUTE_AND_MORE_MS = 100_000;

    private final List<Response> answers = new ArrayList<>();

    @Test
    void twoWorkersSitACompetitionAndTheClockDecidesTheTie() throws Exception {
        Page organizer = desk();
        signIn(organizer, "organizer");
        ContestDesk desk = new ContestDesk(organizer);
        desk.prepare(NAME, "钳工", "中级工", List.of("赵晓东", "孙浩"), 1);
        picture(organizer, "competition-new-desk");
        desk.open();

        Player slow = slowStarts(desk.door());
        Page quick = phone();
        Player first = quickStarts(quick);
        Map<String, String> chosen = answerAll(first);
        first.endNow();
        assertThat(first.hook("receipt")).isVisible();
        assertThat(first.hook("digest")).isVisible();
        picture(quick, "contest-receipt-phone");

        answerTheSame(slow, chosen);
        assertThat(slow.hook("receipt")).isVisible(new IsVisibleOptions().setTimeout(A_MINUTE_AND_MORE_MS));
        desk.awaitFinal();
        picture(organizer, "competition-closed-desk");
        assertThat(desk.sheet())
                .extracting(row -> List.of(row.get(0), row.get(1)))
                .containsExactly(List.of("1", "孙浩"), List.of("2", "赵晓东"));
        assertThat(desk.sheet())
                .extracting(row -> row.get(3))
                .doesNotContain("")
                .hasSize(2);
        assertThat(desk.sheet().getLast().get(5)).isEqualTo("1:00");
        // The player of the slow one was open at the deadline and handed in by itself.
        assertThat(desk.sheet()).extracting(row -> row.get(7)).containsExactly("已交卷", "到时收卷");

        seesTheResult(first);
        seesTheBoard(desk.board());
        assertNoSession();
    }

    /** Straight from the door's address, without ever being at a Vaadin page. */
    private Player slowStarts(String door) {
        Page page = phone();
        page.onResponse(answers::add);
        page.navigate(door);
        page.locator("[data-test=username]").fill("worker3");
        page.locator("[data-test=password]").fill(PASSWORD);
        page.locator("[data-test=sign-in]").click();
        picture(page, "admission-phone");
        page.locator("[data-test=start]").click();
        return new Player(page);
    }

    /** From the list of one's contests. */
    private Player quickStarts(Page page) {
        signIn(page, "worker4");
        page.navigate("/contests");
        Locator card = page.locator(".contest-card").filter(new Locator.FilterOptions().setHasText(NAME));
        picture(page, "contests-phone");
        page.onResponse(answers::add);
        card.locator("[data-test=enter]").click();
        page.locator("[data-test=start]").click();
        return new Player(page);
    }

    /** What was chosen, by stem. */
    private static Map<String, String> answerAll(Player player) {
        Map<String, String> chosen = new HashMap<>();
        for (int i = 0; i < player.items(); i++) {
            chosen.put(
                    player.hook("stem").innerText(),
                    player.hook("option").first().getAttribute("data-token"));
            player.answer();
            if (i + 1 < player.items()) {
                player.next();
            }
        }
        player.assertSaved();
        return chosen;
    }

    private static void answerTheSame(Player player, Map<String, String> chosen) {
        for (int i = 0; i < player.items(); i++) {
            String token = chosen.get(player.hook("stem").innerText());
            player.hook("option")
                    .and(player.page().locator("[data-token='" + token + "']"))
                    .click();
            if (i + 1 < player.items()) {
                player.next();
            }
        }
        player.assertSaved();
    }

    private static void seesTheResult(Player player) {
        player.hook("see-result").click();
        assertThat(player.hook("result-score")).isVisible();
        picture(player.page(), "contest-result-phone");
    }

    private void seesTheBoard(String address) {
        Page wall = desk();
        wall.onResponse(answers::add);
        wall.navigate(address);
        Locator rows = wall.locator("[data-test=board-row]");
        assertThat(rows).hasCount(2);
        assertThat(rows.first()).containsText("孙*");
        assertThat(rows.last()).containsText("赵*东");
        assertThat(wall.context().cookies()).isEmpty();
        picture(wall, "board-desk");
    }

    /** From admission to result nothing sets a cookie, so there is no session to lose. */
    private void assertNoSession() {
        List<Response> own = answers.stream()
                .filter(answer -> answer.url().contains("/api/") || answer.url().contains("/sitting/"))
                .toList();
        assertThat(own).hasSizeGreaterThan(20);
        assertThat(own).allSatisfy(answer -> assertThat(answer.allHeaders()).doesNotContainKey("set-cookie"));
    }
}
