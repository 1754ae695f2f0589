package org.lianbing.walk;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.concurrent.locks.LockSupport;

import org.lianbing.bench.BenchDatabase;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Kills in the middle of saving and handing in, as by {@code kill -9}, and after each the comparison of all that was
 * promised with the database. How long it takes until everybody is served again is said; what is demanded is four times
 * what we want, or four times what the first start took on this machine, so that a slow one does not fail it.
 */
final class Kills implements AutoCloseable {

    /** Who is killed. */
    enum Victim {
        /** The application; its database lives on without it. */
        APPLICATION,
        /** Application and database at once. */
        BOTH,
        /** The first process of the database; nobody starts anything by hand. */
        DATABASE,
        /** One of the processes in which the database serves a connection. */
        BACKEND,
        /** Nobody: the application is told to end, while clients hold requests that they have not sent to the end. */
        NOBODY
    }

    private static final Duration LONGEST = Duration.ofSeconds(60);
    private static final Duration LONGEST_END = Duration.ofSeconds(30);
    private static final int HALF_SENT = 50;
    private static final int TIMES_THE_FIRST_START = 4;
    private static final int MOST_ANSWERS = 40;

    private final Random random = new Random();
    private final PackagedServer server;
    private final DatabaseProcesses processes;
    private final BenchDatabase database;
    private final List<Duration> down = new ArrayList<>();
    private final Duration longest;

    /** On an empty data folder. */
    Kills(Path data) throws IOException {
        this.server = new PackagedServer(data, SmallBank.environment());
        this.processes = new DatabaseProcesses(data);
        this.database = new BenchDatabase(data);
        long began = System.nanoTime();
        server.start();
        Duration byThisMachine = Duration.ofNanos(System.nanoTime() - began).multipliedBy(TIMES_THE_FIRST_START);
        this.longest = byThisMachine.compareTo(LONGEST) > 0 ? byThisMachine : LONGEST;
    }

    /** One kill after the other. */
    void series(Victim... victims) throws Exception {
        int promises = 0;
        for (Victim victim : victims) {
            promises += once(victim);
        }
        Findings.say(
                "%s kills in one series: %s promises, 0 broken, served again after %s to %s ms",
                victims.length,
                promises,
                Collections.min(down).toMillis(),
                Collections.max(down).toMillis());
    }

    private int once(Victim victim) throws Exception {
        Sitters sitters = Sitters.begin(server, MOST_ANSWERS);
        LockSupport.parkNanos(Duration.ofMillis(500 + random.nextInt(1500)).toNanos());
        long killed = System.nanoTime();
        kill(victim);
        boolean gone = victim == Victim.APPLICATION || victim == Victim.BOTH || victim == Victim.NOBODY;
        if (gone) {
            // Whoever sits waits for the server meanwhile and sends again what was not promised.
            server.start();
        }
        sitters.awaitPromisesOfAll();
        Duration took = Duration.ofNanos(System.nanoTime() - killed);
        sitters.stop();
        List<String> broken = sitters.broken(database);
        Findings.say(
                "Killed %s: %s promises, %s broken, everybody served again after %s ms",
                victim, sitters.promises(), broken.size(), took.toMillis());
        assertThat(broken).isEmpty();
        assertThat(took).isLessThan(longest);
        if (victim != Victim.NOBODY) {
            down.add(took);
        }
        return sitters.promises();
    }

    private void kill(Victim victim) throws IOException, SQLException {
        switch (victim) {
            case APPLICATION -> server.kill();
            case BOTH -> server.killWithDatabase();
            case DATABASE -> processes.killFirst();
            case BACKEND -> processes.killBackend();
            case NOBODY -> tellToEnd();
        }
    }

    private void tellToEnd() throws IOException {
        try (SlowClients slow = SlowClients.hold(server.baseUrl(), HALF_SENT)) {
            long told = System.nanoTime();
            server.close();
            Duration took = Duration.ofNanos(System.nanoTime() - told);
            Findings.say("Told to end, with %s half-sent requests: ended after %s ms", slow.count(), took.toMillis());
            assertThat(took).isLessThan(LONGEST_END);
        }
    }

    @Override
    public void close() {
        server.close();
    }
}
