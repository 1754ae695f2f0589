package org.lianbing.walk;

import java.nio.file.Path;

import org.junit.jupiter.api.Test;

/** {@code ./lianbing test --faults}: twenty kills of the application, and as many of its database as there are ways. */
class KillFaults {

    private static final int KILLS = 20;
    private static final int KILLS_OF_THE_DATABASE = 6;

    @Test
    void twentyKillsOfTheApplicationBreakNoPromise() throws Exception {
        Kills.Victim[] victims = new Kills.Victim[KILLS];
        for (int n = 0; n < KILLS; n++) {
            victims[n] = n % 2 == 0 ? Kills.Victim.APPLICATION : Kills.Victim.BOTH;
        }
        try (Kills kills = new Kills(Suite.fresh(Path.of("target/kill-data")))) {
            kills.series(victims);
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
