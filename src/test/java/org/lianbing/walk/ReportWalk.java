package org.lianbing.walk;

import java.util.Map;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

/** A worker says in the middle of practice what is wrong with an item, and gets the trainer's answer. */
class ReportWalk extends WalkTest {

    private static final String FOUND = "第 3 步与我们车间的规程不一样。";
    private static final String ANSWER = "车间规程是 2018 年的，以新标准为准，题不改。";

    @Test
    void aReportFromPracticeIsAnswered() {
        Page worker = phone();
        report(worker);
        answer(desk());
        worker.navigate("/notices");
        Locator notice = worker.locator("main").getByText(ANSWER);
        assertThat(notice).isVisible();
        picture(worker, "report-answered-phone");
    }

    private void report(Page page) {
        Api program = Api.signIn(baseUrl(), "worker8", PASSWORD);
        JsonNode started =
                program.post("/api/practice/attempts", Map.of("trade", "electrician", "level", "senior", "count", 5));
        signIn(page, "worker8");
        page.navigate(sitting(started));
        Player player = new Player(page);
        player.answerAndCheck();
        player.hook("report").click();
        page.locator("[data-test=report-reason][data-reason=outdated]").click();
        player.hook("report-words").fill(FOUND);
        picture(page, "report-phone");
        player.hook("report-send").click();
        assertThat(player.hook("report-sent")).isVisible();
    }

    private void answer(Page page) {
        signIn(page, "trainer");
        page.navigate("/contribution-queue");
        Locator panel = page.locator(".item-panel");
        assertThat(panel).containsText(FOUND);
        panel.getByLabel("答复").fill(ANSWER);
        picture(page, "report-queue-desk");
        button(panel, "不改，说明原因").click();
        assertThat(page.getByText("已答复。")).isVisible();
        assertThat(page.locator("main").getByText(FOUND)).hasCount(0);
    }
}
