package org.lianbing.walk;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.lianbing.bench.BenchDatabase;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

/**
 * The disk of the data folder runs full while a hall is at work: nothing is promised that is not kept, and when there is
 * room again all goes on without anybody's help. The disk is a small one in memory, in a file system of the server's
 * own; where the system allows no such thing the test says that it was skipped.
 */
class FullDiskFaults {

    private static final Logger log = LoggerFactory.getLogger(FullDiskFaults.class);
    private static final Path DATA = Path.of("target/full-disk-data").toAbsolutePath();
    private static final String MOUNT = "mount -t tmpfs -o size=500m tmpfs \"$0\" && exec \"$@\"";
    private static final Duration LONGEST = Duration.ofSeconds(90);
    private static final Duration FULL = Duration.ofSeconds(6);

    @Test
    void aFullDiskIsNoPromiseAndWithRoomAgainAllGoesOn() throws Exception {
        Files.createDirectories(DATA);
        List<String> unshare = unshare();
        assumeTrue(!unshare.isEmpty(), "no file system of one's own can be mounted here: the full disk was not tried");
        List<String> prefix = Stream.concat(unshare.stream(), Stream.of("sh", "-c", MOUNT, DATA.toString()))
                .toList();
        try (PackagedServer server = new PackagedServer(DATA, prefix)) {
            server.start();
            Path inside = Path.of("/proc/" + server.pid() + "/root" + DATA);
            BenchDatabase database = new BenchDatabase(inside);
            Sitters sitters = Sitters.begin(server, List.of(), 200);
            Path filler = inside.resolve("filler");
            fill(filler);
            int full = awaitStandstill(sitters, filler);
            Findings.say("The disk is full after %s promises", full);
            long room = System.nanoTime();
            Files.delete(filler);
            sitters.awaitPromisesOfAll();
            Findings.say("Everybody is served again %s ms after there is room", (System.nanoTime() - room) / 1_000_000);
            sitters.stop();
            assertThat(sitters.broken(database)).isEmpty();
            assertThat(sitters.promises()).isGreaterThan(full);
        }
    }

    /** How this system makes a file system that only one program sees; empty where it does not. */
    private static List<String> unshare() throws IOException, InterruptedException {
        for (List<String> way : List.of(List.of("unshare", "-m"), List.of("unshare", "-rm"))) {
            List<String> probe = Stream.concat(way.stream(), Stream.of("sh", "-c", MOUNT, DATA.toString(), "true"))
                    .toList();
            try {
                Process process = new ProcessBuilder(probe)
                        .redirectError(ProcessBuilder.Redirect.DISCARD)
                        .start();
                if (process.waitFor(10, TimeUnit.SECONDS) && process.exitValue() == 0) {
                    return way;
                }
            } catch (IOException noSuchProgram) {
                return List.of();
            }
        }
        return List.of();
    }

    /** Until nothing was promised for a while; what PostgreSQL frees meanwhile is taken, too. */
    private static int awaitStandstill(Sitters sitters, Path filler) {
        int[] last = {sitters.promises()};
        long[] since = {System.nanoTime()};
        await().atMost(LONGEST).pollInterval(Duration.ofMillis(200)).until(() -> {
            fill(filler);
            int now = sitters.promises();
            if (now != last[0]) {
                last[0] = now;
                since[0] = System.nanoTime();
            }
            return System.nanoTime() - since[0] > FULL.toNanos();
        });
        return last[0];
    }

    private static void fill(Path filler) {
        byte[] block = new byte[4096];
        try (OutputStream out = Files.newOutputStream(
                filler, java.nio.file.StandardOpenOption.CREATE, java.nio.file.StandardOpenOption.APPEND)) {
            while (true) {
                out.write(block);
            }
        } catch (IOException full) {
            log.debug("full", full);
        }
    }
}
