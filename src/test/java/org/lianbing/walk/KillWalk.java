package org.lianbing.walk;

import java.nio.file.Path;

import org.junit.jupiter.api.Test;

/** A kill of the application and one of application and database, as {@link KillFaults} does them by the dozen. */
class KillWalk {

    @Test
    void noAcknowledgedAnswerIsLost() throws Exception {
        Kills kills = new Kills(Suite.fresh(Path.of("target/kill-data")));
        try (kills) {
            kills.series(Kills.Victim.APPLICATION, Kills.Victim.BOTH);
        }
    }
}
