package org.lianbing.bench;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;

import org.jspecify.annotations.Nullable;

import org.lianbing.walk.PackagedServer;

/** A server with a contest at which everybody is at work, on a connection of their own or one that some share. */
final class BenchHall implements AutoCloseable {

    private static final double PROBE_SECONDS = 3;

    private final PackagedServer server;
    private final BenchDatabase database;
    private final Path data;
    private final Consumer<String> out;
    private final List<Contestant> contestants = new ArrayList<>();
    private final Volley volley;
    private final String etag;

    /** Lets so many people begin on a server that was started, each on a connection of their own. */
    BenchHall(PackagedServer server, Path data, int people, Consumer<String> out) throws IOException, SQLException {
        this(server, data, people, people, out);
    }

    /**
     * Lets so many people begin on a server that was started.
     *
     * @param connections where they are fewer than people, those who share one ask one after the other
     */
    BenchHall(PackagedServer server, Path data, int people, int connections, Consumer<String> out)
            throws IOException, SQLException {
        Descriptors.require(connections);
        this.server = server;
        this.data = data;
        this.database = new BenchDatabase(data);
        this.out = out;
        BenchContest contest = BenchContest.open(server, database, people);
        List<BenchContest.Seat> seats = contest.startAll(server);
        URI url = URI.create(server.baseUrl());
        try (HttpConnection http = new HttpConnection(url.getHost(), url.getPort())) {
            BenchContest.Seat first = seats.getFirst();
            HttpConnection.Answer form =
                    http.send(http.head("GET", "/api/attempts/" + first.attempt() + "/form", first.token(), ""), "");
            this.etag = form.etag();
            List<Contestant.Choice> choices = Contestant.choices(Api.JSON.readTree(form.body()));
            seats.forEach(seat -> contestants.add(new Contestant(seat, url.getAuthority(), choices)));
        }
        this.volley = new Volley(url.getHost(), url.getPort(), connections);
    }

    List<Contestant> contestants() {
        return contestants;
    }

    BenchDatabase database() {
        return database;
    }

    /** Says what this machine can do at most. */
    void limits() throws IOException, SQLException {
        try (Connection connection = database.connect()) {
            out.accept("database        fsync %s, synchronous_commit %s, %s"
                    .formatted(
                            BenchDatabase.setting(connection, "fsync"),
                            BenchDatabase.setting(connection, "synchronous_commit"),
                            BenchDatabase.setting(connection, "server_version")));
            out.accept("machine         %,.0f fsync/s, %,.0f rows/s inserted 500 to a commit, %d cores"
                    .formatted(
                            MachineLimits.fsyncs(data, PROBE_SECONDS),
                            MachineLimits.insertedRows(connection, PROBE_SECONDS),
                            Runtime.getRuntime().availableProcessors()));
        }
    }

    /** The limit of the same doors: requests that need no database, as many as go. */
    void plainRequests() throws InterruptedException {
        double took = flatOut(PROBE_SECONDS, contestant -> contestant.plain(System.nanoTime(), etag));
        Latencies plain = measured();
        out.accept("plain requests  %,.0f/s over the same connections: the form again, from memory"
                .formatted(plain.count() / took));
    }

    /**
     * Everybody at a rate laid down beforehand, evenly; the seconds it took. What is still waiting for its connection when
     * the time is over is not sent any more, and is missing among what was saved.
     */
    double atRate(double rate, double seconds, Act act) throws InterruptedException {
        long start = System.nanoTime();
        long end = start + (long) (seconds * 1e9);
        int people = contestants.size();
        List<Supplier<@Nullable Shot>> scripts = new ArrayList<>();
        for (int n = 0; n < people; n++) {
            Contestant contestant = contestants.get(n);
            int place = n;
            int[] round = {0};
            scripts.add(() -> {
                long due = start + (long) ((place + (double) people * round[0]++) / rate * 1e9);
                return due < end && System.nanoTime() < end ? act.at(contestant, due) : null;
            });
        }
        send(scripts);
        return (System.nanoTime() - start) / 1e9;
    }

    /** Everybody as fast as the server answers; the seconds it took. */
    double flatOut(double seconds, Function<Contestant, Shot> act) throws InterruptedException {
        long start = System.nanoTime();
        long end = start + (long) (seconds * 1e9);
        List<Supplier<@Nullable Shot>> scripts = new ArrayList<>();
        contestants.forEach(one -> scripts.add(() -> System.nanoTime() < end ? act.apply(one) : null));
        send(scripts);
        return (System.nanoTime() - start) / 1e9;
    }

    /** Some people once, spread evenly over so many seconds; the seconds until the last answer. */
    double once(List<Contestant> people, double spread, Act act) throws InterruptedException {
        long start = System.nanoTime();
        List<Supplier<@Nullable Shot>> scripts = new ArrayList<>();
        Map<Contestant, Integer> places = new IdentityHashMap<>();
        people.forEach(one -> places.put(one, places.size()));
        for (Contestant contestant : contestants) {
            Integer place = places.get(contestant);
            boolean[] done = {false};
            scripts.add(() -> {
                if (place == null || done[0]) {
                    return null;
                }
                done[0] = true;
                return act.at(contestant, start + (long) (spread * 1e9 * place / people.size()));
            });
        }
        send(scripts);
        return (System.nanoTime() - start) / 1e9;
    }

    private void send(List<Supplier<@Nullable Shot>> scripts) throws InterruptedException {
        List<Queue<Supplier<@Nullable Shot>>> shared = new ArrayList<>();
        for (int n = 0; n < scripts.size(); n++) {
            if (n < volley.connections()) {
                shared.add(new ArrayDeque<>());
            }
            shared.get(n % volley.connections()).add(scripts.get(n));
        }
        volley.run(shared.stream().map(BenchHall::oneAfterTheOther).toList());
    }

    private static Supplier<@Nullable Shot> oneAfterTheOther(Queue<Supplier<@Nullable Shot>> scripts) {
        return () -> {
            Shot next = null;
            while (next == null && !scripts.isEmpty()) {
                next = scripts.element().get();
                if (next == null) {
                    scripts.remove();
                }
            }
            return next;
        };
    }

    /** What a contestant does at a moment. */
    interface Act {
        Shot at(Contestant contestant, long due);
    }

    /** All latencies since the last time. */
    Latencies measured() {
        Latencies all = new Latencies();
        contestants.forEach(contestant -> all.addAll(contestant.measured()));
        return all;
    }

    int errors() {
        return contestants.stream().mapToInt(Contestant::errors).sum();
    }

    CpuTime.Snapshot cpu() throws IOException {
        return new CpuTime.Snapshot(database.postmaster());
    }

    /** Where the write-ahead log stands, in bytes. */
    long walBytes() throws IOException, SQLException {
        try (Connection connection = database.connect();
                Statement statement = connection.createStatement();
                var row = statement.executeQuery("select pg_wal_lsn_diff(pg_current_wal_lsn(), '0/0')::bigint")) {
            row.next();
            return row.getLong(1);
        }
    }

    /** Ends the connections; the people stay at work. */
    void leave() throws IOException {
        volley.close();
    }

    /** Kills application and database as by {@code kill -9} and starts them again. */
    void killAndRestart() throws IOException {
        server.killWithDatabase();
        server.start();
    }

    @Override
    public void close() throws IOException {
        volley.close();
    }
}
