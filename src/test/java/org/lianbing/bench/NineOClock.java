package org.lianbing.bench;

import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.function.Consumer;
import java.util.function.IntFunction;
import java.util.function.Predicate;
import java.util.function.Supplier;
import java.util.stream.IntStream;

import org.jspecify.annotations.Nullable;

import org.lianbing.walk.PackagedServer;

/**
 * The start of an exam: everybody holds a connection open and fetches the sealed paper within a minute; then everybody
 * starts at one instant, and, in a second contest, within one second. What is started is counted in the database.
 */
final class NineOClock {

    private static final double NANOS = 1e9;
    private static final double AT_ONCE_MILLIS = 700;
    private static final double JITTERED_MILLIS = 200;
    private static final String DEVICE = "{\"device\":\"bench\"}";

    private final PackagedServer server;
    private final BenchDatabase database;
    private final Path data;
    private final int people;
    private final double fetching;
    private final int again;
    private final Consumer<String> out;
    private final Random random = new Random(9);

    /**
     * @param fetching the seconds in which the sealed papers are fetched
     * @param again how many contests more start at one instant after the others, on a server that has done it before
     */
    NineOClock(PackagedServer server, Path data, int people, double fetching, int again, Consumer<String> out) {
        this.server = server;
        this.database = new BenchDatabase(data);
        this.data = data;
        this.people = people;
        this.fetching = fetching;
        this.again = again;
        this.out = out;
    }

    /** Runs it; whether all bounds were kept and nobody was lost. */
    boolean run() throws IOException, SQLException, InterruptedException {
        Descriptors.require(people);
        out.accept("machine         %,.0f fsync/s, %d cores, %d connections"
                .formatted(MachineLimits.fsyncs(data, 2), Runtime.getRuntime().availableProcessors(), people));
        URI url = URI.create(server.baseUrl());
        WaitingHall hall;
        WaitingHall.Contest first;
        WaitingHall.Contest second;
        List<WaitingHall.Contest> more = new ArrayList<>();
        try (Api api = new Api(url.getHost(), url.getPort())) {
            hall = new WaitingHall(api, database);
            hall.fill(people);
            first = hall.open("bench at once", people);
            second = hall.open("bench within a second", people);
            for (int n = 1; n <= again; n++) {
                more.add(hall.open("bench again " + n, people));
            }
        }
        try (Volley volley = new Volley(url.getHost(), url.getPort(), people)) {
            boolean good = fetch(volley, url, first);
            limit(volley, url, "plain, at once", instant());
            hall.strike(first);
            good &= start(volley, url, hall, first, "starts at once", instant(), AT_ONCE_MILLIS);
            limit(volley, url, "plain, in 1 s", within(1));
            hall.strike(second);
            good &= start(volley, url, hall, second, "starts in 1 s", within(1), JITTERED_MILLIS);
            for (WaitingHall.Contest contest : more) {
                hall.strike(contest);
                start(volley, url, hall, contest, "at once again", instant(), 0);
            }
            return good;
        }
    }

    private boolean fetch(Volley volley, URI url, WaitingHall.Contest contest)
            throws IOException, InterruptedException {
        IntFunction<byte[]> request = i -> get(
                url,
                "/api/exams/" + contest.exam() + "/sealed-form",
                contest.tickets().get(i));
        return measure(volley, "sealed papers", request, within(fetching), one -> one.status() == 200, JITTERED_MILLIS);
    }

    /** What the same server does at most over the same connections: a small file, without a look at the database. */
    private void limit(Volley volley, URI url, String what, long[] due) throws IOException, InterruptedException {
        measure(volley, what, i -> get(url, "/sitting/index.html", ""), due, one -> one.status() == 200, 0);
    }

    private boolean start(
            Volley volley,
            URI url,
            WaitingHall hall,
            WaitingHall.Contest contest,
            String what,
            long[] due,
            double bound)
            throws IOException, SQLException, InterruptedException {
        IntFunction<byte[]> request = i -> bytes("POST /api/exams/%s/attempts HTTP/1.1\r\nHost: %s:%d\r\n"
                        .formatted(contest.exam(), url.getHost(), url.getPort())
                + "Authorization: Bearer %s\r\nContent-Type: application/json\r\nContent-Length: %d\r\n\r\n%s"
                        .formatted(contest.tickets().get(i), DEVICE.length(), DEVICE));
        Predicate<ShotAnswer> right = one -> one.status() == 201
                && one.text().contains("\"first\":true")
                && one.text().contains("\"key\":\"");
        long commits = database.commits();
        boolean good = measure(volley, what, request, due, right, bound);
        int started = hall.started(contest);
        out.accept("                %,d of %,d stand as started in the database, in %,d commits"
                .formatted(started, people, database.commits() - commits));
        return good && started == people;
    }

    private boolean measure(
            Volley volley,
            String what,
            IntFunction<byte[]> request,
            long[] due,
            Predicate<ShotAnswer> right,
            double bound)
            throws IOException, InterruptedException {
        byte[][] requests = IntStream.range(0, people).mapToObj(request).toArray(byte[][]::new);
        ShotAnswer[] answers = new ShotAnswer[people];
        CpuTime.Snapshot before = new CpuTime.Snapshot(database.postmaster());
        long start = System.nanoTime();
        List<Supplier<@Nullable Shot>> scripts = new ArrayList<>(people);
        for (int n = 0; n < people; n++) {
            Shot[] shot = {new Shot(start + due[n], requests[n], keep(answers, n))};
            scripts.add(() -> {
                Shot next = shot[0];
                shot[0] = null;
                return next;
            });
        }
        volley.run(scripts);
        double took = (System.nanoTime() - start) / NANOS;
        CpuTime cpu = before.until(new CpuTime.Snapshot(database.postmaster()));
        Latencies all = new Latencies();
        long bytes = 0;
        for (ShotAnswer answer : answers) {
            if (answer != null && right.test(answer)) {
                all.add(answer.nanos());
                bytes += answer.body().length;
            }
        }
        return report(what, all, bytes / (double) Math.max(1, all.count()), took, cpu, bound);
    }

    private static Consumer<ShotAnswer> keep(ShotAnswer[] answers, int place) {
        return answer -> answers[place] = answer;
    }

    private boolean report(String what, Latencies all, double bytes, double took, CpuTime cpu, double bound) {
        double p99 = all.percentile(99);
        int errors = people - all.count();
        out.accept("%-15s p50 %,.0f ms, p95 %,.0f ms, p99 %,.0f ms, slowest %,.0f ms; %,d right, %d errors%s"
                .formatted(
                        what,
                        all.percentile(50),
                        all.percentile(95),
                        p99,
                        all.percentile(100),
                        all.count(),
                        errors,
                        bound == 0
                                ? ""
                                : "; bound p99 %,.0f ms %s".formatted(bound, p99 <= bound ? "kept" : "MISSED")));
        double each = took * 1e6 / people;
        out.accept(
                "                %,.0f bytes each; driver %.0f µs, application %.0f µs, database %.0f µs of a core each"
                        .formatted(bytes, cpu.driver() * each, cpu.server() * each, cpu.database() * each));
        return errors == 0 && (bound == 0 || p99 <= bound);
    }

    private long[] instant() {
        return new long[people];
    }

    private long[] within(double seconds) {
        return random.doubles(people)
                .mapToLong(part -> (long) (part * seconds * NANOS))
                .sorted()
                .toArray();
    }

    private static byte[] get(URI url, String path, String token) {
        String authorization = token.isEmpty() ? "" : "Authorization: Bearer " + token + "\r\n";
        return bytes("GET %s HTTP/1.1\r\nHost: %s:%d\r\n%s\r\n"
                .formatted(path, url.getHost(), url.getPort(), authorization));
    }

    private static byte[] bytes(String request) {
        return request.getBytes(StandardCharsets.ISO_8859_1);
    }
}
