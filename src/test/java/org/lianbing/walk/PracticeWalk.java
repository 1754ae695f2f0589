package org.lianbing.walk;

import java.util.Map;

import com.microsoft.playwright.Page;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

/** A worker practises on a phone, loses the network in the middle, and does the mistakes again. */
class PracticeWalk extends WalkTest {

    @Test
    void aWorkerPractisesThroughALostNetworkAndDoesTheMistakesAgain() {
        Page page = phone();
        signIn(page, "worker5");

        page.navigate("/practice");
        choose(page, page.getByLabel("工种"), "修电的", "电工");
        button(page, "高级工").click();
        button(page, "10 题").click();
        picture(page, "practice-phone");
        button(page, "开始练习").click();
        Player player = new Player(page);
        // A 案例 is one item and has a place for each of its parts.
        assertThat(player.items()).isBetween(10, 20);
        player.answerAndCheck();
        picture(page, "practice-feedback-phone");
        player.next();
        player.answerAndCheck();
        player.next();
        losesTheNetwork(page, player);
        player.next();
        player.practiseToTheEnd();
        picture(page, "practice-result-phone");

        int missed = player.missed();
        assertThat(missed).isPositive();
        doesTheMistakesAgain(page, missed);
    }

    /** An address of an inner network is no secure context: no service worker, no Web Crypto, and it must work. */
    @Test
    void theSameOverPlainHttpUnderAnAddressThatIsNotLocalhost() {
        String site = server().baseUrl("lianbing.test");
        Page page = phone();
        signIn(page, site, "worker7");
        assertThat(page.evaluate("window.isSecureContext")).isEqualTo(false);

        JsonNode started = Api.signIn(baseUrl(), "worker7", PASSWORD)
                .post("/api/practice/attempts", Map.of("trade", "elderly-care", "count", 3));
        page.navigate(site + sitting(started));
        Player player = new Player(page);
        assertThat(player.items()).isBetween(3, 12);
        losesTheNetwork(page, player);
        player.next();
        player.practiseToTheEnd();
    }

    /** Confirms one item and answers the next without network; both are saved by themselves when it is back. */
    private static void losesTheNetwork(Page page, Player player) {
        page.context().setOffline(true);
        player.answer();
        player.assertNotYetSaved(1);
        player.hook("check").click();
        assertThat(player.hook("feedback-later")).isVisible();
        player.next();
        player.answer();
        player.assertNotYetSaved(2);
        picture(page, "practice-offline-phone");

        page.context().setOffline(false);
        player.assertSaved();
        player.hook("check").click();
        assertThat(player.hook("feedback")).isVisible();
        player.previous();
        assertThat(player.hook("feedback")).isVisible();
        player.next();
    }

    private void doesTheMistakesAgain(Page page, int missed) {
        page.navigate("/practice/mistakes");
        assertThat(page.locator(".mistake").first()).isVisible();
        int items = page.locator(".mistake").count();
        assertThat(items).isBetween(1, missed);
        assertThat(page.getByText("错题本 · %d 题".formatted(items))).isVisible();
        picture(page, "mistakes-phone");
        button(page, "再练一遍（%d 题）".formatted(items)).click();
        Player again = new Player(page);
        assertThat(again.items()).isBetween(items, items + 10);
        again.practiseToTheEnd();
    }
}
