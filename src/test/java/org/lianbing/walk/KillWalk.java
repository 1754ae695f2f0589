package org.lianbing.walk;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;

import org.junit.jupiter.api.Test;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Kills the application in the middle of sittings, every other time its database with it, and asks after the restart
 * for each answer that was acknowledged. Twice in CI; a whole series of twenty: {@code ./mvnw
 * failsafe:integration-test -Dit.test=KillWalk -Dlianbing.kills=20}, or {@code LIANBING_KILLS=20} in the environment.
 */
class KillWalk {

    private static final Logger log = LoggerFactory.getLogger(KillWalk.class);
    private static final int KILLS = Integer.getInteger(
            "lianbing.kills", Integer.parseInt(System.getenv().getOrDefault("LIANBING_KILLS", "2")));
    private static final int SITTERS = 9;

    private final Random random = new Random();

    @Test
    void noAcknowledgedAnswerIsLost() throws Exception {
        try (PackagedServer server = new PackagedServer(Suite.fresh(Path.of("target/kill-data")), "127.0.0.1")) {
            server.start();
            int promises = 0;
            List<Duration> starts = new ArrayList<>();
            for (int i = 0; i < KILLS; i++) {
                List<Sitter> sitters = killInTheMiddle(server, i % 2 == 1);
                Instant down = Instant.now();
                server.start();
                Duration start = Duration.between(down, Instant.now());
                int promised = sitters.stream().mapToInt(Sitter::promises).sum();
                List<String> lost = lostAnswers(sitters);
                log.info(
                        "Kill {}: {} answers acknowledged, {} lost, up again after {}",
                        i + 1,
                        promised,
                        lost.size(),
                        start);
                assertThat(promised).isGreaterThan(SITTERS);
                assertThat(lost).isEmpty();
                promises += promised;
                starts.add(start);
            }
            log.info(
                    "{} kills in one series: {} answers acknowledged, 0 lost, up again after {} to {}",
                    KILLS,
                    promises,
                    Collections.min(starts),
                    Collections.max(starts));
        }
    }

    private List<Sitter> killInTheMiddle(PackagedServer server, boolean withDatabase) throws Exception {
        List<Sitter> sitters = new ArrayList<>();
        for (int i = 1; i <= SITTERS; i++) {
            sitters.add(new Sitter(server.baseUrl(), "worker" + i, "electrician"));
        }
        List<Thread> threads = sitters.stream().map(Thread.ofPlatform()::start).toList();
        threads.getFirst().join(Duration.ofMillis(1500 + random.nextInt(1500)));
        if (withDatabase) {
            server.killWithDatabase();
        } else {
            server.kill();
        }
        for (int i = 0; i < SITTERS; i++) {
            sitters.get(i).stop();
            threads.get(i).join();
        }
        return sitters;
    }

    private static List<String> lostAnswers(List<Sitter> sitters) throws Exception {
        List<String> lost = new ArrayList<>();
        for (Sitter sitter : sitters) {
            lost.addAll(sitter.lost());
        }
        return lost;
    }
}
