package org.lianbing.bench;

import java.io.IOException;
import java.net.URI;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Map;
import java.util.function.Consumer;

/**
 * A key was wrong, and everybody has handed in: how long the preview takes, and how long after the second person's
 * approval everybody is scored again. Two of three answered the slot wrongly or not at all, and get its points.
 */
final class RegradeCase implements BenchCase {

    private static final double BOUND_PREVIEW_SECONDS = 10;
    private static final double BOUND_SECONDS = 30;
    private static final Duration PATIENCE = Duration.ofMinutes(10);

    private static final String EXAM_IS_OVER = """
            update exam.exam
            set opens_at = now() - interval '9 hours', closes_at = now() - interval '6 hours',
                over_at = now() - interval '1 hour'
            where id = (select purpose_id from attempt.attempt where state = 'CLOSED' limit 1)
            """;

    private static final String CONTEST = """
            select competition_id from competition.stage
            where exam_id = (select purpose_id from attempt.attempt where state = 'CLOSED' limit 1)
            """;

    @Override
    public String name() {
        return "regrade";
    }

    @Override
    public String what() {
        return "a key corrected after so many handed in: preview, and everybody scored again; --people=10000";
    }

    @Override
    public boolean run(BenchOptions options, Consumer<String> out) throws Exception {
        return OverdueHall.measure(options, out, overdue -> {
            overdue.timeIsOver();
            overdue.untilAll("scored_at is not null", PATIENCE, System.nanoTime());
            overdue.update(EXAM_IS_OVER);
            return regrade(overdue, out);
        });
    }

    private static boolean regrade(OverdueHall overdue, Consumer<String> out) throws IOException, SQLException {
        BenchHall hall = overdue.hall();
        int people = overdue.people();
        URI url = URI.create(overdue.server().baseUrl());
        String desk = "/api/competitions/" + overdue.text(CONTEST) + "/corrections";
        Map<String, Object> full = Map.of("slot", 1, "ruling", Map.of("kind", "full-marks"), "reason", "题意不清");
        String id;
        double previewed;
        try (Api api = new Api(url.getHost(), url.getPort())) {
            String organizer = api.signIn("organizer");
            long start = System.nanoTime();
            api.post(desk + "/preview", organizer, full);
            previewed = (System.nanoTime() - start) / 1e9;
            id = api.post(desk, organizer, full).get("id").stringValue();
        }
        CpuTime.Snapshot before = hall.cpu();
        long wal = hall.walBytes();
        long start = System.nanoTime();
        try (Api api = new Api(url.getHost(), url.getPort())) {
            api.post(desk + "/" + id + "/approval", api.signIn("reviewer"), Map.of("basis", 0));
        }
        double took = overdue.until("select regraded_at is not null from exam.correction", PATIENCE, start);
        boolean kept = took <= BOUND_SECONDS && previewed <= BOUND_PREVIEW_SECONDS;
        out.accept("previewed       %,d results in %.1f s, bound %.0f s"
                .formatted(people, previewed, BOUND_PREVIEW_SECONDS));
        out.accept("scored again    %,d attempts %.1f s after the approval (%,.0f/s), bound %.0f s: %s"
                .formatted(people, took, people / took, BOUND_SECONDS, kept ? "kept" : "MISSED"));
        out.accept("log             %,d bytes an attempt".formatted((hall.walBytes() - wal) / people));
        CpuTime cpu = before.until(hall.cpu());
        out.accept("cores used      driver %.2f, application %.2f, database %.2f"
                .formatted(cpu.driver(), cpu.server(), cpu.database()));
        int whole = Integer.parseInt(overdue.text("""
                select count(*) from attempt.attempt a
                where a.generation = 1
                  and a.score = (select sum(s.score) from attempt.slot_score s where s.attempt_id = a.id)
                """));
        out.accept("ledger          %,d of %,d scored by the corrected key".formatted(whole, people));
        return whole >= people && kept;
    }
}
