package org.lianbing.walk;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

import com.microsoft.playwright.Page;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

import static org.assertj.core.api.Assertions.assertThat;

/** A worker practises items of every type on a phone, and sees each with its reasons in the end. */
class EveryTypeWalk extends WalkTest {

    @Test
    void everyTypeIsAnsweredCheckedAndExplained() {
        JsonNode started = Api.signIn(baseUrl(), "worker7", PASSWORD)
                .post(
                        "/api/practice/attempts",
                        Map.of("trade", "electrician", "count", 50, "points", List.copyOf(points())));
        JsonNode form = Api.signIn(baseUrl(), "worker7", PASSWORD)
                .with(started.get("token").asString())
                .get("/api/attempts/" + started.get("attemptId").asString() + "/form");
        Set<String> types = new TreeSet<>();
        form.get("slots").forEach(slot -> types.add(slot.get("type").asString()));
        assertThat(types)
                .contains(
                        "fill-in",
                        "calculated",
                        "matching",
                        "hotspot",
                        "short-answer",
                        "essay",
                        "true-false",
                        "single-choice",
                        "practical");
        assertThat(form.get("cases")).isNotEmpty();

        Page page = phone();
        page.navigate(sitting(started));
        Player player = new Player(page);
        player.practiseToTheEnd();
        page.locator(".review-head .chip").last().click();
        assertThat(page.locator("[data-test=result-item]").count())
                .isEqualTo(form.get("slots").size());
        picture(page, "every-type-result");
    }

    /** Of the items at the end of the electricians' bank, which are there to show the types. */
    private Set<String> points() {
        Api trainer = Api.signIn(baseUrl(), "trainer", PASSWORD);
        Set<String> points = new LinkedHashSet<>();
        for (int page = 0; page < 2; page++) {
            for (JsonNode item : trainer.get("/api/items?trade=electrician&sort=code&page=" + page)
                    .get("items")) {
                if (item.get("code").asString().compareTo("electrician-0061") >= 0) {
                    JsonNode whole = trainer.get("/api/items/" + item.get("id").asString());
                    points.add(whole.get("points").get(0).get("id").asString());
                }
            }
        }
        return points;
    }
}
