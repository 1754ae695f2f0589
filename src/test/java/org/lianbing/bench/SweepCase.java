package org.lianbing.bench;

import java.io.IOException;
import java.sql.SQLException;
import java.time.Duration;
import java.util.function.Consumer;

/**
 * Everybody's time runs out at one instant and nobody's player is there: how long until all are closed and scored. The
 * attempts are those of a contest, with twenty answers each.
 */
final class SweepCase implements BenchCase {

    private static final double BOUND_SECONDS = 10;
    private static final Duration PATIENCE = Duration.ofMinutes(5);

    @Override
    public String name() {
        return "sweep";
    }

    @Override
    public String what() {
        return "so many overdue attempts closed and scored; --people=10000";
    }

    @Override
    public boolean run(BenchOptions options, Consumer<String> out) throws Exception {
        return OverdueHall.measure(options, out, overdue -> sweep(overdue, out));
    }

    private static boolean sweep(OverdueHall overdue, Consumer<String> out) throws IOException, SQLException {
        BenchHall hall = overdue.hall();
        int people = overdue.people();
        CpuTime.Snapshot before = hall.cpu();
        long wal = hall.walBytes();
        long start = System.nanoTime();
        overdue.timeIsOver();
        double closed = overdue.untilAll("state = 'CLOSED'", PATIENCE, start);
        double scored = overdue.untilAll("scored_at is not null", PATIENCE, start);
        boolean kept = scored <= BOUND_SECONDS;
        out.accept("closed          %,d attempts with %,d answers in %.1f s after their time was over"
                .formatted(people, overdue.answered(), closed));
        out.accept("scored          in %.1f s, bound %.0f s: %s"
                .formatted(scored, BOUND_SECONDS, kept ? "kept" : "MISSED"));
        out.accept("log             %,d bytes an attempt".formatted((hall.walBytes() - wal) / people));
        CpuTime cpu = before.until(hall.cpu());
        // On a machine that others use, too, this says more than the seconds.
        out.accept("cores used      driver %.2f, application %.2f, database %.2f; in all %.1f s of a core"
                .formatted(cpu.driver(), cpu.server(), cpu.database(), (cpu.server() + cpu.database()) * scored));
        return isWhole(overdue, out) && kept;
    }

    /** Each closed at its own deadline, and scored once in every slot. */
    private static boolean isWhole(OverdueHall overdue, Consumer<String> out) throws SQLException {
        int whole = overdue.count("""
                state = 'CLOSED' and ended_at = deadline and answered = %d
                  and slots = (select count(*) from attempt.slot_score s where s.attempt_id = attempt.id)
                  and score = (select sum(s.score) from attempt.slot_score s where s.attempt_id = attempt.id)
                """.formatted(OverdueHall.ANSWERS));
        out.accept("ledger          %,d of %,d closed at their deadline with a score for every slot"
                .formatted(whole, overdue.people()));
        // The one whose answers were copied has given more of them.
        return whole >= overdue.people() - 1;
    }
}
