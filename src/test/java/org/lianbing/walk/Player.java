package org.lianbing.walk;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.SelectOption;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

/** The player of a sitting under somebody's thumb. */
final class Player {

    private final Page page;

    /** Waits until the paper is there. */
    Player(Page page) {
        this.page = page;
        assertThat(hook("stem").first()).isVisible();
    }

    /** How many items the paper has. */
    int items() {
        return page.locator("lb-player [data-test=slot]").count();
    }

    Page page() {
        return page;
    }

    Locator hook(String name) {
        return page.locator("[data-test=" + name + "]");
    }

    /** Answers the item that is open, whatever it asks for. */
    void answer() {
        if (hook("number").count() > 0) {
            hook("number").fill("987654321");
        } else if (hook("keep-order").count() > 0) {
            hook("keep-order").click();
        } else if (hook("blank").count() > 0) {
            fillBlanks();
        } else if (hook("match-left").count() > 0) {
            hook("match-left").first().click();
            hook("match-right").first().click();
        } else if (hook("hotspot").count() > 0) {
            hook("hotspot").click();
        } else if (hook("text").count() > 0) {
            hook("text").fill("先停电，再验电。");
        } else if (hook("criterion").count() > 0) {
            hook("done").all().forEach(Locator::click);
        } else {
            hook("option").first().click();
        }
    }

    private void fillBlanks() {
        for (Locator blank : hook("blank").all()) {
            if ("SELECT".equals(blank.evaluate("field => field.tagName"))) {
                blank.selectOption(new SelectOption().setIndex(1));
            } else {
                blank.fill("36");
            }
        }
    }

    /** Answers and asks for feedback, which explains. */
    void answerAndCheck() {
        answer();
        hook("check").click();
        assertThat(hook("feedback")).isVisible();
        assertThat(hook("feedback").getByText("解析").first()).isVisible();
        if (hook("self-check").count() > 0) {
            hook("point").first().check();
            hook("note-points").click();
            assertThat(hook("self-check")).isHidden();
        }
    }

    void next() {
        String before = position();
        hook("next").click();
        assertThat(hook("position")).not().hasText(before);
    }

    void previous() {
        String before = position();
        hook("prev").click();
        assertThat(hook("position")).not().hasText(before);
    }

    /** Practises all that is left from here and ends at the result. */
    void practiseToTheEnd() {
        while (true) {
            if (hook("feedback").count() == 0) {
                answerAndCheck();
            }
            if (hook("finish").count() > 0) {
                hook("finish").click();
                break;
            }
            next();
        }
        assertThat(hook("result")).isVisible();
    }

    /** Ends early, by the dialog that lists what is still open. */
    void endNow() {
        hook("hand-in").click();
        hook("hand-in-confirm").click();
    }

    void assertSaved() {
        assertThat(page.locator("[data-test=save-state][data-state=saved]")).isVisible();
    }

    void assertNotYetSaved(int answers) {
        assertThat(page.locator("[data-test=save-state][data-state=unsaved]")).isVisible();
        assertThat(hook("save-notice")).containsText(answers + " 题未保存");
    }

    /** How many items of the result that is shown were missed. */
    int missed() {
        return page.locator("[data-test=result-item][data-correct=false]").count();
    }

    private String position() {
        return page.getByRole(AriaRole.HEADING, new Page.GetByRoleOptions().setLevel(1))
                .first()
                .innerText();
    }
}
