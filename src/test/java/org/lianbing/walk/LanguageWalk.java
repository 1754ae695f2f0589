package org.lianbing.walk;

import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

import com.microsoft.playwright.Page;
import org.junit.jupiter.api.Test;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

/** Chinese first, English complete: outside, inside, and in a sitting. */
class LanguageWalk extends WalkTest {

    private static final Pattern CHINESE = Pattern.compile("\\p{IsHan}");

    @Test
    void aPersonSwitchesToEnglishAtTheDoorAndBackInside() {
        Page page = desk();
        page.navigate("/login");
        assertThat(page.locator("html")).hasAttribute("lang", Pattern.compile("^zh"));
        button(page, "English").click();
        assertThat(page.locator("html")).hasAttribute("lang", Pattern.compile("^en"));
        assertThat(page.getByText("User name").first()).isVisible();
        picture(page, "sign-in-english");

        signIn(page, "admin");
        for (String address : List.of("/", "/people", "/units", "/audit")) {
            page.navigate(address);
            assertThat(page.locator("h1")).isVisible();
            assertThat(page.locator("nav.side a").allInnerTexts()).isNotEmpty().noneMatch(LanguageWalk::isChinese);
            assertThat(page.locator("nav.side .section-title").allInnerTexts()).noneMatch(LanguageWalk::isChinese);
        }
        picture(page, "audit-english");

        button(page, "中文").click();
        assertThat(page.locator("html")).hasAttribute("lang", Pattern.compile("^zh"));
        assertThat(page.locator("nav.side")).containsText("人员");
    }

    @Test
    void aWorkerSwitchesToEnglishInTheMiddleOfASitting() {
        var started = Api.signIn(baseUrl(), "worker8", PASSWORD)
                .post("/api/practice/attempts", Map.of("trade", "fitter", "count", 2));
        Page page = desk();
        page.navigate(sitting(started));
        Player player = new Player(page);
        player.hook("language").first().click();
        assertThat(page.locator("html")).hasAttribute("lang", Pattern.compile("^en"));
        assertThat(page.locator(".foot, .side h2, .item-head, .top button").allInnerTexts())
                .isNotEmpty()
                .noneMatch(text -> isChinese(text.replace("中文", "")));
    }

    private static boolean isChinese(String text) {
        return CHINESE.matcher(text).find();
    }
}
