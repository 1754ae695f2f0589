package org.lianbing.walk;

import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import com.microsoft.playwright.Page;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

import static org.assertj.core.api.Assertions.assertThat;

/** A worker practises items of every type on a phone, and sees each with its reasons in the end. */
class EveryTypeWalk extends WalkTest {

    /** The types of which there are few; each drill has the others. A 案例 is dealt in parts of other types. */
    private static final Set<String> RARE =
            Set.of("fill-in", "calculated", "matching", "hotspot", "short-answer", "practical");

    private static final Set<String> ALL =
            Stream.concat(RARE.stream(), Stream.of("case", "essay")).collect(Collectors.toCollection(TreeSet::new));

    private static final int MOST = 50;

    @Test
    void everyTypeIsAnsweredCheckedAndExplained() {
        JsonNode started = Api.signIn(baseUrl(), "worker7", PASSWORD)
                .post(
                        "/api/practice/attempts",
                        Map.of("trade", "electrician", "count", MOST, "points", List.copyOf(points())));
        JsonNode form = Api.signIn(baseUrl(), "worker7", PASSWORD)
                .with(started.get("token").asString())
                .get("/api/attempts/" + started.get("attemptId").asString() + "/form");
        Set<String> types = new TreeSet<>();
        form.get("slots").forEach(slot -> types.add(slot.get("type").asString()));
        assertThat(types).containsAll(RARE).contains("true-false", "single-choice", "essay");
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

    /** So few that all their items fit into one drill, and that each of the types is among them. */
    private Set<String> points() {
        Api trainer = Api.signIn(baseUrl(), "trainer", PASSWORD);
        Map<String, Set<String>> offered = new LinkedHashMap<>();
        for (String type : ALL) {
            for (JsonNode item :
                    trainer.get("/api/items?trade=electrician&type=" + type).get("items")) {
                JsonNode whole = trainer.get("/api/items/" + item.get("id").asString());
                whole.get("points")
                        .forEach(
                                point -> offered.computeIfAbsent(point.get("id").asString(), id -> new TreeSet<>())
                                        .add(type));
            }
        }
        Set<String> points = new LinkedHashSet<>();
        Set<String> missing = new TreeSet<>(ALL);
        long items = 0;
        while (!missing.isEmpty()) {
            Map.Entry<String, Set<String>> next = offered.entrySet().stream()
                    .max(Comparator.comparingLong(point ->
                            point.getValue().stream().filter(missing::contains).count()))
                    .orElseThrow();
            String best = next.getKey();
            points.add(best);
            missing.removeAll(next.getValue());
            items += trainer.get("/api/items?trade=electrician&point=" + best)
                    .get("total")
                    .asLong();
        }
        assertThat(items).isLessThanOrEqualTo(MOST);
        return points;
    }
}
