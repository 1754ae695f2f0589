package org.lianbing.bench;

import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;
import java.util.function.Consumer;

import org.lianbing.walk.PackagedServer;

import static org.awaitility.Awaitility.await;

/** The search of the item list on PostgreSQL, over HTTP as a program or page asks it. */
final class SearchCase implements BenchCase {

    /** The first ones, which tell of a server that was just started; then so many until its code is compiled. */
    static final int COLD = 100;

    static final int WARM_UP = 1_000;

    private static final int SEARCHES = 400;
    private static final int OPENINGS = 60;
    private static final double SEARCH_BOUND = 100;
    private static final double LIST_BOUND = 300;

    @Override
    public String name() {
        return "search";
    }

    @Override
    public String what() {
        return "search and item list with facets on PostgreSQL; --items=100000 --data=FOLDER, kept";
    }

    @Override
    public boolean run(BenchOptions options, Consumer<String> out) throws Exception {
        int items = (int) options.number("items", 100_000);
        try (BenchFolder data = BenchFolder.of(options);
                PackagedServer server = new PackagedServer(data.path(), "127.0.0.1")) {
            BenchDatabase database = new BenchDatabase(data.path());
            server.start();
            if (!filled(database, items)) {
                fill(database, items);
                server.close();
                server.start();
                long start = System.nanoTime();
                awaitDocuments(database, items);
                out.accept("documents       %,d written anew by the server in %.0f s"
                        .formatted(items, (System.nanoTime() - start) / 1e9));
            }
            return measure(server, out);
        }
    }

    private static void fill(BenchDatabase database, int items) throws IOException, SQLException {
        try (Connection connection = database.connect()) {
            new ManyItems(connection).insert(items);
            execute(connection, "update search.collection set shape = 0");
        }
    }

    private static void execute(Connection connection, String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private static void awaitDocuments(BenchDatabase database, int items) throws IOException, SQLException {
        await().forever().pollInterval(Duration.ofSeconds(1)).until(() -> filled(database, items));
        try (Connection connection = database.connect()) {
            execute(connection, "vacuum analyze search.document");
        }
    }

    private static boolean filled(BenchDatabase database, int items) throws IOException, SQLException {
        try (Connection connection = database.connect();
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery("select count(*) >= " + items + " from search.document")) {
            row.next();
            return row.getBoolean(1);
        }
    }

    private boolean measure(PackagedServer server, Consumer<String> out) throws IOException {
        URI url = URI.create(server.baseUrl());
        try (Api api = new Api(url.getHost(), url.getPort());
                HttpConnection http = new HttpConnection(url.getHost(), url.getPort())) {
            String token = api.signIn("trainer");
            SyntheticItems words = new SyntheticItems(9);
            List<String> lists = List.of("", "type=single-choice", "trade=electrician", "level=senior&sort=code");
            Latencies first = time(http, token, COLD, n -> "/api/items?q=" + encoded(words.words()));
            time(http, token, WARM_UP, n -> "/api/items?q=" + encoded(words.words()));
            time(http, token, OPENINGS, n -> "/api/items?" + lists.get(n % lists.size()));

            Latencies trivial = time(http, token, SEARCHES, n -> "/api/items/searches");
            Latencies searches = time(http, token, SEARCHES, n -> "/api/items?q=" + encoded(words.words()));
            Latencies openings = time(http, token, OPENINGS, n -> "/api/items?" + lists.get(n % lists.size()));
            print(out, "just started", first, 0);
            print(out, "trivial request", trivial, 0);
            print(out, "search", searches, SEARCH_BOUND);
            print(out, "list and facets", openings, LIST_BOUND);
            return searches.percentile(95) <= SEARCH_BOUND && openings.percentile(95) <= LIST_BOUND;
        }
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    private interface Paths {
        String path(int number);
    }

    private static Latencies time(HttpConnection http, String token, int count, Paths paths) throws IOException {
        Latencies latencies = new Latencies();
        for (int n = 0; n < count; n++) {
            String head = http.head("GET", paths.path(n), token, "");
            long start = System.nanoTime();
            HttpConnection.Answer answer = http.send(head, "");
            latencies.add(System.nanoTime() - start);
            if (answer.status() != 200) {
                throw new IOException(head + answer.status() + " " + answer.body());
            }
        }
        return latencies;
    }

    /** A line of figures; a bound of 0 is none. */
    static void print(Consumer<String> out, String what, Latencies latencies, double bound) {
        String judged = bound == 0
                ? ""
                : ", bound %.0f ms: %s".formatted(bound, latencies.percentile(95) <= bound ? "kept" : "MISSED");
        out.accept("%-16sp50 %.1f ms, p95 %.1f ms, slowest %.1f ms of %d%s"
                .formatted(
                        what,
                        latencies.percentile(50),
                        latencies.percentile(95),
                        latencies.percentile(100),
                        latencies.count(),
                        judged));
    }
}
