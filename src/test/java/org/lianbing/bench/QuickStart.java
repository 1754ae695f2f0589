package org.lianbing.bench;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.Map;
import java.util.function.Consumer;

import tools.jackson.databind.JsonNode;

import org.lianbing.walk.PackagedServer;

/**
 * A morning of contests and drills in small, on a database that is thrown away, in which the application learns its quick
 * start: the classes that it takes, and how its methods are used (JEP 514, JEP 515). A server that begins with it compiles
 * what a hall needs when it is first asked for, and not only after thousands have waited for it.
 */
public final class QuickStart {

    private static final int HALL = 400;
    private static final double FETCHING_SECONDS = 2;
    private static final int STARTS_AGAIN = 6;
    private static final int CONTESTANTS = 2_000;
    private static final int CONNECTIONS = 300;
    private static final double ANSWERING_SECONDS = 6;
    private static final double HANDING_IN_SECONDS = 1.5;
    private static final int DRILLS = 40;

    private QuickStart() {}

    /**
     * @param arguments the file that is made
     */
    public static void main(String[] arguments) throws Exception {
        Consumer<String> nobody = line -> {};
        try (BenchFolder data = BenchFolder.make();
                PackagedServer server = PackagedServer.learning(data.path(), Path.of(arguments[0]))
                        .started()) {
            sit(server, data.path(), nobody);
            new NineOClock(server, data.path(), HALL, FETCHING_SECONDS, STARTS_AGAIN, nobody).run();
            practise(server);
        }
    }

    private static void sit(PackagedServer server, Path data, Consumer<String> out)
            throws IOException, SQLException, InterruptedException {
        try (BenchHall hall = new BenchHall(server, data, CONTESTANTS, CONNECTIONS, out)) {
            hall.once(hall.contestants(), HANDING_IN_SECONDS, Contestant::open);
            hall.flatOut(ANSWERING_SECONDS, contestant -> contestant.answer(System.nanoTime(), false));
            hall.once(hall.contestants(), HANDING_IN_SECONDS, Contestant::answerAllAt);
            hall.once(hall.contestants(), HANDING_IN_SECONDS, Contestant::handIn);
        }
    }

    private static void practise(PackagedServer server) throws IOException {
        URI url = URI.create(server.baseUrl());
        try (Api api = new Api(url.getHost(), url.getPort())) {
            String worker = api.signIn("worker1");
            for (int n = 0; n < DRILLS; n++) {
                JsonNode drill = api.startDrill(worker);
                String id = drill.get("attemptId").stringValue();
                String attempt = "/api/attempts/" + id;
                String token = drill.get("token").stringValue();
                api.get(attempt + "/form", token);
                api.post(attempt + "/submission", token, Map.of());
                api.get("/api/practice/attempts/" + id + "/result", worker);
            }
        }
    }
}
