package org.lianbing.walk;

import java.nio.file.Path;

import org.junit.jupiter.api.Test;

/**
 * A kill of the application, one of application and database, as {@link KillFaults} does them by the dozen, and an end in
 * order that slow clients cannot hold up.
 */
class KillWalk {

    @Test
    void noAcknowledgedAnswerIsLost() throws Exception {
        Kills kills = new Kills(Suite.fresh(Path.of("target/kill-data")));
        try (kills) {
            kills.series(Kills.Victim.APPLICATION, Kills.Victim.BOTH, Kills.Victim.NOBODY);
        }
    }
}
