package org.lianbing.walk;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/** What refuses to start says one sentence, in two languages, and ends with code 1. */
class StartRefusalsWalk {

    private static final Path FOLDER = Path.of("target/refusal-data");

    @BeforeAll
    static void emptyFolder() throws IOException {
        Files.createDirectories(Suite.fresh(FOLDER));
    }

    @Test
    void aPortInUse() throws Exception {
        try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            String port = String.valueOf(taken.getLocalPort());
            assertThat(refusal("demo", "never", Map.of("LIANBING_PORT", port)))
                    .last()
                    .asString()
                    .contains("Port " + port + " is in use");
        }
    }

    @Test
    void aFolderThatCannotBeWritten() throws Exception {
        Files.writeString(FOLDER.resolve("file"), "in place of a folder");

        assertThat(refusal("demo", "file", Map.of())).last().asString().contains("cannot be written");
    }

    @Test
    void dataOfAnotherPostgresVersion() throws Exception {
        Path cluster = Files.createDirectories(FOLDER.resolve("old/postgres/cluster"));
        Files.writeString(cluster.resolve("PG_VERSION"), "17\n");

        assertThat(refusal("demo", "old", Map.of())).last().asString().contains("data of PostgreSQL 17");
    }

    @Test
    void productionWithoutAFirstAdministrator() throws Exception {
        assertThat(refusal("production", "empty", Map.of()))
                .last()
                .asString()
                .contains("LIANBING_ADMIN_USERNAME", "LIANBING_ADMIN_PASSWORD");
    }

    @Test
    void aSecondRunOnTheSameFolderAndProductionOnADemonstration() throws Exception {
        try (PackagedServer first = new PackagedServer(FOLDER.resolve("demo"), SmallBank.environment())) {
            first.start();
            assertThat(refusal("demo", "demo", Map.of())).last().asString().contains("in use by another");
        }
        Map<String, String> administrator =
                Map.of("LIANBING_ADMIN_USERNAME", "root", "LIANBING_ADMIN_PASSWORD", "a long password");

        assertThat(refusal("production", "demo", administrator))
                .last()
                .asString()
                .contains("belongs to a demonstration");
    }

    /** The lines that a start printed which must have ended with code 1. */
    private static List<String> refusal(String profile, String folder, Map<String, String> more) throws Exception {
        Map<String, String> environment = new HashMap<>(Map.of(
                "SPRING_PROFILES_ACTIVE", profile,
                "LIANBING_PORT", String.valueOf(PackagedServer.freePort()),
                "LIANBING_DATA", FOLDER.resolve(folder).toString()));
        environment.putAll(more);
        Path output = FOLDER.resolve("output");
        Process process = PackagedServer.command(environment)
                .redirectErrorStream(true)
                .redirectOutput(output.toFile())
                .start();
        try {
            assertThat(process.waitFor(2, TimeUnit.MINUTES))
                    .as("ended by itself")
                    .isTrue();
        } finally {
            process.destroyForcibly();
        }
        List<String> lines = Files.readAllLines(output).stream()
                .filter(line -> !line.contains(" INFO "))
                .toList();
        assertThat(process.exitValue()).as(String.join("\n", lines)).isEqualTo(1);
        assertThat(lines).as("one sentence in two languages").hasSize(2);
        return lines;
    }
}
