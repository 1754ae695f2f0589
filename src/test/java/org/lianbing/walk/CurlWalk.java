package org.lianbing.walk;

import java.io.File;
import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Pattern;

import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

/** The script of the documentation: practice and a competition by curl and jq, as a stranger's program would do it. */
class CurlWalk extends WalkTest {

    private static final String SECONDS_TO_SIT = "12";

    @Test
    void aProgramPractisesAndRunsACompetitionWithCurlAlone() throws Exception {
        assumeTrue(System.getenv("CI") != null || isThere("curl") && isThere("jq"), "curl and jq are not installed");
        JsonNode outcome = walk();

        JsonNode practice = outcome.get("practice");
        assertThat(practice.get("state").asString()).isEqualTo("HANDED_IN");
        // A 案例 is one item and has a slot for each of its parts.
        assertThat(practice.get("slots").asInt()).isBetween(10, 20);
        assertThat(practice.get("answered").asInt())
                .isEqualTo(practice.get("slots").asInt());
        assertThat(practice.get("correct").asInt())
                .isEqualTo(practice.get("right").asInt());
        assertThat(practice.get("mistakes").asInt())
                .isGreaterThanOrEqualTo(practice.get("wrong").asInt());

        JsonNode competition = outcome.get("competition");
        assertThat(competition.get("state").asString()).isEqualTo("CLOSED");
        assertThat(competition.get("early").asString())
                .as("a result before its release")
                .isEqualTo("409");
        assertThat(competition.get("unchanged").asString())
                .as("a board that has not changed")
                .isEqualTo("304");
        assertThat(competition.get("board")).hasSize(2);
        assertHandedInAndTimedOut(competition);
    }

    private static void assertHandedInAndTimedOut(JsonNode competition) {
        JsonNode handedIn = row(competition, "HANDED_IN");
        JsonNode timedOut = row(competition, "TIMED_OUT");
        assertThat(competition.get("receipt").asString()).isEqualTo("HANDED_IN");
        assertThat(timedOut.get("timeUsedSeconds").asString()).isEqualTo(SECONDS_TO_SIT);
        assertThat(handedIn.get("timeUsedSeconds").asInt()).isLessThan(Integer.parseInt(SECONDS_TO_SIT));
        assertThat(competition.get("place").asInt())
                .isEqualTo(timedOut.get("place").asInt());
    }

    private static JsonNode row(JsonNode competition, String state) {
        for (JsonNode row : competition.get("rows")) {
            if (row.get("state").asString().equals(state)) {
                return row;
            }
        }
        throw new AssertionError("nobody is " + state + ": " + competition);
    }

    private JsonNode walk() throws IOException, InterruptedException {
        Path steps = Path.of("target/curl-walk.log");
        ProcessBuilder script =
                new ProcessBuilder("sh", "docs/api-walk.sh", baseUrl()).redirectError(Redirect.to(steps.toFile()));
        script.environment().put("LIANBING_WALK_SECONDS", SECONDS_TO_SIT);
        Process running = script.start();
        String outcome = new String(running.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(running.waitFor()).as(() -> said(steps)).isZero();
        return JsonMapper.shared().readTree(outcome);
    }

    private static String said(Path steps) {
        try {
            return Files.readString(steps);
        } catch (IOException e) {
            return e.toString();
        }
    }

    private static boolean isThere(String program) {
        return Pattern.compile(Pattern.quote(File.pathSeparator))
                .splitAsStream(System.getenv().getOrDefault("PATH", ""))
                .anyMatch(folder -> Files.isExecutable(Path.of(folder, program)));
    }
}
