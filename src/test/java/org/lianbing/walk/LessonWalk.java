package org.lianbing.walk;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

/** A worker follows a wrong answer to the lesson that teaches it. */
class LessonWalk extends WalkTest {

    @Test
    void aMissedPointLeadsToTheLessonOfAModelWorker() {
        Api program = Api.signIn(baseUrl(), "worker6", PASSWORD);
        JsonNode course =
                program.get("/api/courses?trade=electrician").get("rows").get(0);
        JsonNode started = program.post(
                "/api/practice/attempts",
                Map.of("trade", "electrician", "count", 10, "points", taughtPoints(program, course)));
        Page page = phone();
        signIn(page, "worker6");
        page.navigate(sitting(started));
        Player player = new Player(page);
        assertThat(player.items()).isGreaterThan(1);

        // What is left open is missed too, so at least one is, however the first is answered.
        player.answerAndCheck();
        player.endNow();
        assertThat(player.hook("result")).isVisible();
        Locator lesson = player.hook("lesson").first();
        assertThat(lesson).containsText("赵铁军劳模创新工作室");
        String title = lesson.locator("b").innerText();
        picture(page, "result-lesson-phone");
        lesson.click();

        assertThat(page.locator("h1")).hasText(title);
        assertThat(page.locator(".prose")).isVisible();
        picture(page, "lesson-phone");
        button(page, "学完了").click();
        assertThat(page.locator("main").getByText("已学完")).isVisible();
        progressIsKept(course.get("id").asString());
    }

    /** In another browser, with a sign-in of its own. */
    private void progressIsKept(String course) {
        Page page = phone();
        signIn(page, "worker6");
        page.navigate("/courses/" + course);
        assertThat(page.getByText("已学 1 / 3 课时").first()).isVisible();
        assertThat(page.locator("main").getByText("已学完")).hasCount(1);
        picture(page, "course-phone");
    }

    private static List<String> taughtPoints(Api program, JsonNode course) {
        List<String> points = new ArrayList<>();
        for (JsonNode line :
                program.get("/api/courses/" + course.get("id").asString()).get("lessons")) {
            for (JsonNode point :
                    program.get("/api/lessons/" + line.get("id").asString()).get("points")) {
                points.add(point.get("id").asString());
            }
        }
        return points;
    }
}
