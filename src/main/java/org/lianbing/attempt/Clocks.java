package org.lianbing.attempt;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.List;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

import org.lianbing.attempt.store.ClockRows;
import org.lianbing.attempt.store.ClockRows.Held;
import org.lianbing.base.PersonId;
import org.lianbing.base.Problem;

/**
 * Changes of the clocks of attempts that run: extra time and pauses. The caller has made sure that the actor may.
 *
 * <p>The rows are held in the order of their ids, as saving holds them, and only then is the moment read: what reached
 * the server before it is saved, what comes after it meets the changed clock. The sweep passes over rows that are held,
 * and what it closed just before is not touched; of an attempt that is void and was running the clock goes with the
 * others, so that it is right when it is restored.
 */
@Service
public class Clocks {

    /** How long a reason may be. */
    public static final int LONGEST_REASON = 100;

    private final ClockRows rows;

    Clocks(ClockRows rows) {
        this.rows = rows;
    }

    /**
     * What was changed.
     *
     * @param at the moment, to the microsecond
     * @param affected whose clocks
     * @param stood how long the clock stood that runs again; zero otherwise
     */
    public record Change(Instant at, int affected, Duration stood) {}

    /**
     * Moves the deadlines of all who are at work for a purpose, or of one of them.
     *
     * @param by later, or earlier where negative
     * @param reason as the candidates read it
     * @throws Problem conflict, where somebody's deadline would not lie ahead any more
     */
    @Transactional
    public Change extend(Purpose purpose, @Nullable PersonId person, Duration by, String reason, InstantSource time) {
        List<Held> held = rows.hold(purpose, person);
        Instant at = moment(time);
        // Time is taken back only from those who still have some.
        List<Held> reached =
                held.stream().filter(one -> !by.isNegative() || one.isAhead(at)).toList();
        long over = reached.stream().filter(one -> !one.isAhead(at, by)).count();
        if (by.isNegative() && over > 0) {
            throw Problem.conflict("attempt.extra-past-deadline", over);
        }
        // Extra time too short to bring anybody back who is over the deadline changes nothing for them.
        List<Held> changed = reached.stream().filter(one -> one.isAhead(at, by)).toList();
        rows.extend(ids(changed), by, reason, at);
        return new Change(at, changed.size(), Duration.ZERO);
    }

    /** Stops the clocks of all who are at work for a purpose, or of one of them. */
    @Transactional
    public Change pause(Purpose purpose, @Nullable PersonId person, String reason, InstantSource time) {
        List<Held> held = rows.hold(purpose, person);
        Instant at = moment(time);
        List<Held> reached = held.stream()
                .filter(one -> one.isAhead(at) && !(person != null && one.alone()))
                .toList();
        rows.pause(ids(reached), person != null, reason, at);
        return new Change(at, reached.size(), Duration.ZERO);
    }

    /** Lets them run again. Who is paused for another cause, too, is not counted: their clock goes on standing. */
    @Transactional
    public Change resume(Purpose purpose, @Nullable PersonId person, InstantSource time) {
        boolean alone = person != null;
        List<Held> held = rows.hold(purpose, person).stream()
                .filter(one -> alone ? one.alone() : one.forAll())
                .toList();
        Instant at = moment(time);
        rows.resume(ids(held), alone, at);
        Duration stood = held.stream()
                .map(Held::standsSince)
                .map(since -> since == null ? Duration.ZERO : Duration.between(since, at))
                .findFirst()
                .orElse(Duration.ZERO);
        return new Change(at, held.size(), stood);
    }

    /**
     * Lets an attempt go on that the clock had closed, for so long from now. Its score is forgotten; the journal is as it
     * was.
     *
     * @throws Problem conflict, where it does not run out or was ended otherwise, or where somebody has marked of it already
     */
    @Transactional
    public Change reopen(AttemptId id, Duration by, String reason, InstantSource time) {
        Instant at = moment(time);
        if (!rows.reopen(id, at.plus(by), reason, at)) {
            throw Problem.conflict("attempt.not-closed-by-the-clock");
        }
        return new Change(at, 1, Duration.ZERO);
    }

    private static List<AttemptId> ids(List<Held> held) {
        return held.stream().map(Held::id).toList();
    }

    /** As exact as the database keeps it, and never later than now. */
    private static Instant moment(InstantSource time) {
        return time.instant().truncatedTo(ChronoUnit.MICROS);
    }
}
