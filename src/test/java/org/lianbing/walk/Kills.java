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
 * Kills in the middle of starting, saving and handing in contests and practices, as by {@code kill -9}, and after each the
 * comparison of all that was promised with the database. How long it takes until everybody is served again is said; what is demanded is four times
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

    /** Somewhere in the contests, or already in practice. */
    private static final int MOST_BEFORE_A_KILL = 2_000;

    private final Random random = new Random();
    private final PackagedServer server;
    private final DatabaseProcesses processes;
    private final BenchDatabase database;
    private final KillContests contests;
    private final List<Sitters> halls = new ArrayList<>();
    private final List<Duration> down = new ArrayList<>();
    private final List<Duration> starts = new ArrayList<>();
    private final Duration longest;

    /** On an empty data folder. */
    Kills(Path data) throws IOException {
        this.server = new PackagedServer(data, SmallBank.environment());
        this.processes = new DatabaseProcesses(data);
        this.database = new BenchDatabase(data);
        this.contests = new KillContests(server, database);
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
        int byTheClock = contests.awaitDeadlines();
        assertThat(contests.wronglyEnded()).isZero();
        for (Sitters hall : halls) {
            assertThat(hall.broken(database)).as("at the end of all").isEmpty();
        }
        Findings.say(
                "%s kills in one series: %s promises, 0 broken, %s attempts ended by the clock; served again after %s",
                victims.length, promises, byTheClock, medianAndMost(down));
        if (!starts.isEmpty()) {
            Findings.say("%s starts after a kill: ready after %s", starts.size(), medianAndMost(starts));
        }
    }

    /** How long it took from a kill of the application until it was ready again. */
    List<Duration> starts() {
        return List.copyOf(starts);
    }

    private static String medianAndMost(List<Duration> times) {
        return "%d ms in the median, %d ms at most"
                .formatted(median(times).toMillis(), Collections.max(times).toMillis());
    }

    /** The middle one, of an even number the later. */
    static Duration median(List<Duration> times) {
        return times.stream().sorted().toList().get(times.size() / 2);
    }

    private int once(Victim victim) throws Exception {
        Sitters sitters = Sitters.begin(server, contests.open(Sitters.WORKERS), MOST_ANSWERS);
        halls.add(sitters);
        LockSupport.parkNanos(
                Duration.ofMillis(random.nextInt(MOST_BEFORE_A_KILL)).toNanos());
        long killed = System.nanoTime();
        kill(victim);
        boolean gone = victim == Victim.APPLICATION || victim == Victim.BOTH || victim == Victim.NOBODY;
        if (gone) {
            // Whoever sits waits for the server meanwhile and sends again what was not promised.
            server.start();
        }
        Duration ready = Duration.ofNanos(System.nanoTime() - killed);
        sitters.awaitPromisesOfAll();
        Duration took = Duration.ofNanos(System.nanoTime() - killed);
        sitters.stop();
        List<String> broken = sitters.broken(database);
        Findings.say(
                "Killed %s: %s promises, %s broken, %severybody served again after %s ms",
                victim,
                sitters.promises(),
                broken.size(),
                gone ? "ready after %s ms, ".formatted(ready.toMillis()) : "",
                took.toMillis());
        assertThat(broken).isEmpty();
        assertThat(took).isLessThan(longest);
        if (victim != Victim.NOBODY) {
            down.add(took);
            if (gone) {
                starts.add(ready);
            }
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
