package org.lianbing.bench;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

import org.lianbing.bank.ItemContent;
import org.lianbing.bank.alike.Part;
import org.lianbing.walk.PackagedServer;

import static org.awaitility.Awaitility.await;

/**
 * Duplicates: the search through a whole bank in a heap of 512 MB, then one new item against a much larger bank, asked
 * over HTTP one after the other. Beside it what one look into the index costs on this machine.
 */
final class DuplicatesBench {

    private static final int WARM_UP = 200;
    private static final int CHECKS = 500;
    private static final int PROBES = 5000;
    private static final double CHECK_BOUND = 100;
    private static final double SEARCH_BOUND = 60;

    private final PackagedServer server;
    private final BenchDatabase database;
    private final Consumer<String> out;

    /**
     * @param server with a heap of 512 MB
     */
    DuplicatesBench(PackagedServer server, Path data, Consumer<String> out) {
        this.server = server;
        this.database = new BenchDatabase(data);
        this.out = out;
    }

    /**
     * Runs it; whether both bounds were kept.
     *
     * @param searched how many items are searched through as a whole
     * @param items against how many one is checked
     */
    boolean run(int searched, int items) throws IOException, SQLException, InterruptedException {
        server.start();
        URI url = URI.create(server.baseUrl());
        try (Connection connection = database.connect();
                Api api = new Api(url.getHost(), url.getPort());
                HttpConnection http = new HttpConnection(url.getHost(), url.getPort())) {
            String token = api.signIn("reviewer");
            AlikeBank bank = new AlikeBank(connection);
            fill(bank, searched);
            double search = search(http, token);
            out.accept("whole bank      %,d items in %.1f s of at most %.0f, in a heap of 512 MB, %,d pairs"
                    .formatted(searched, search, SEARCH_BOUND, pairs(connection)));
            fill(bank, items);
            Latencies checks = checks(url, token);
            Latencies probes = probes(connection);
            out.accept("machine         one look into the index: p50 %.2f ms, p95 %.2f ms; a check looks 16 times"
                    .formatted(probes.percentile(50), probes.percentile(95)));
            double p95 = checks.percentile(95);
            out.accept("one new item    against %,d: p50 %.1f ms, p95 %.1f ms of at most %.0f, p99 %.1f ms"
                    .formatted(items, checks.percentile(50), p95, CHECK_BOUND, checks.percentile(99)));
            return search <= SEARCH_BOUND && p95 <= CHECK_BOUND;
        }
    }

    private void fill(AlikeBank bank, int items) throws SQLException, IOException {
        long begun = System.nanoTime();
        bank.fill(items);
        out.accept("filled          %,d items in %.0f s".formatted(items, (System.nanoTime() - begun) / 1e9));
    }

    /** Asks for a search and waits for its end; how many seconds it worked, by the server's clock. */
    private double search(HttpConnection http, String token) throws IOException, InterruptedException, SQLException {
        String head = http.head("POST", "/api/duplicates/searches", token, "");
        if (http.send(head, "").status() != 202) {
            throw new IOException("the search was refused");
        }
        try (Connection connection = database.connect();
                PreparedStatement statement = connection.prepareStatement("""
                        select extract(epoch from ended_at - begun_at) from bank.alike_run where ended_at is not null
                        """)) {
            return await().forever()
                    .pollInterval(Duration.ofMillis(500))
                    .until(() -> seconds(statement), Optional::isPresent)
                    .orElseThrow();
        }
    }

    private static Optional<Double> seconds(PreparedStatement statement) throws SQLException {
        try (ResultSet row = statement.executeQuery()) {
            return row.next() ? Optional.of(row.getDouble(1)) : Optional.empty();
        }
    }

    private static long pairs(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery("select count(*) from bank.alike_pair")) {
            row.next();
            return row.getLong(1);
        }
    }

    /** Over a connection of its own: one that stood still while the bank was filled may be closed. */
    private Latencies checks(URI url, String token) throws IOException {
        try (HttpConnection http = new HttpConnection(url.getHost(), url.getPort())) {
            return checks(http, token);
        }
    }

    private Latencies checks(HttpConnection http, String token) throws IOException {
        String head = http.head("POST", "/api/duplicates/checks", token, "Content-Type: application/json\r\n");
        Latencies latencies = new Latencies();
        AlikeItemsMaker maker = new AlikeItemsMaker(1);
        int found = 0;
        for (int i = 0; i < WARM_UP + CHECKS; i++) {
            String body = body(maker.next());
            long before = System.nanoTime();
            HttpConnection.Answer answer = http.send(head, body);
            if (answer.status() != 200) {
                throw new IOException(answer.status() + " " + answer.body());
            }
            if (i >= WARM_UP) {
                latencies.add(System.nanoTime() - before);
                found += Api.JSON.readTree(answer.body()).size();
            }
        }
        out.accept("checks          %,d, which found %,d items alike".formatted(CHECKS, found));
        return latencies;
    }

    /** An item of the bank with a word more, so that there is something to find. */
    private static String body(ItemContent content) {
        List<String> texts =
                new ArrayList<>(Part.of(content).stream().map(Part::text).toList());
        ObjectNode body = Api.JSON.createObjectNode().put("stem", texts.removeFirst() + "，依据是新规程");
        JsonNode options = Api.JSON.valueToTree(texts);
        return Api.JSON.writeValueAsString(body.set("options", options));
    }

    private static Latencies probes(Connection connection) throws SQLException {
        Latencies latencies = new Latencies();
        List<Integer> bands = new ArrayList<>();
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(
                        "select bands[1 + number % 16] from bank.alike_entry tablesample system (1) where bands <> '{}' limit "
                                + PROBES)) {
            while (row.next()) {
                bands.add(row.getInt(1));
            }
        }
        try (PreparedStatement statement =
                connection.prepareStatement("select entry from bank.alike_band where band = ? limit 400")) {
            for (int band : bands) {
                long before = System.nanoTime();
                statement.setInt(1, band);
                try (ResultSet row = statement.executeQuery()) {
                    row.next();
                }
                latencies.add(System.nanoTime() - before);
            }
        }
        return latencies;
    }
}
