package org.lianbing.walk;

import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import java.time.Duration;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/** {@code ./lianbing test --faults}: twenty kills of the application, and as many of its database as there are ways. */
class KillFaults {

    private static final int KILLS = 20;
    private static final int KILLS_OF_THE_DATABASE = 6;

    /** How long a start may take after a kill, on a machine that has nothing else to do. */
    private static final Duration READY = Duration.ofSeconds(15);

    @Test
    void twentyKillsOfTheApplicationBreakNoPromise() throws Exception {
        Kills.Victim[] victims = new Kills.Victim[KILLS];
        for (int n = 0; n < KILLS; n++) {
            victims[n] = n % 2 == 0 ? Kills.Victim.APPLICATION : Kills.Victim.BOTH;
        }
        double load = ManagementFactory.getOperatingSystemMXBean().getSystemLoadAverage();
        try (Kills kills = new Kills(Suite.fresh(Path.of("target/kill-data")))) {
            kills.series(victims);
            if (load < Runtime.getRuntime().availableProcessors()) {
                assertThat(Kills.median(kills.starts())).isLessThan(READY);
            } else {
                Findings.say("The machine was busy before, with a load of %.1f: 15 s are not demanded of it", load);
            }
        }
    }

    @Test
    void theApplicationOutlivesItsDatabaseAndServesAgainByItself() throws Exception {
        Kills.Victim[] victims = new Kills.Victim[KILLS_OF_THE_DATABASE];
        for (int n = 0; n < KILLS_OF_THE_DATABASE; n++) {
            victims[n] = n % 2 == 0 ? Kills.Victim.DATABASE : Kills.Victim.BACKEND;
        }
        try (Kills kills = new Kills(Suite.fresh(Path.of("target/kill-data")))) {
            kills.series(victims);
        }
    }
}
