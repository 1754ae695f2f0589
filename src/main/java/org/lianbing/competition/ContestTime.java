package org.lianbing.competition;

import java.time.Duration;
import java.time.InstantSource;
import java.util.List;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;

import org.lianbing.base.Actor;
import org.lianbing.base.PersonId;
import org.lianbing.exam.ExamId;
import org.lianbing.exam.TimeDecision;
import org.lianbing.exam.TimeReach;
import org.lianbing.exam.Timekeeping;

/** Decisions about the time of an opened competition, for the organizers of its unit and of those above. */
@Service
public class ContestTime {

    private final Competitions competitions;
    private final Timekeeping times;

    ContestTime(Competitions competitions, Timekeeping times) {
        this.competitions = competitions;
        this.times = times;
    }

    /** Whether the results are out, so that nothing is decided about its time any more. */
    public boolean isSettled(Actor actor, CompetitionId id) {
        return competitions.get(actor, id).state() == CompetitionState.CLOSED;
    }

    /** What was decided, the latest first. */
    public List<TimeDecision> decisions(Actor actor, CompetitionId id) {
        return times.decisions(actor, exam(actor, id));
    }

    /** Whom a decision for all would reach now. */
    public TimeReach reach(Actor actor, CompetitionId id, InstantSource time) {
        return times.reach(actor, exam(actor, id), time.instant());
    }

    /**
     * Gives extra time, or takes some back.
     *
     * @param person for whom alone; null for all
     */
    public TimeDecision extend(
            Actor actor, CompetitionId id, @Nullable PersonId person, Duration by, String reason, InstantSource time) {
        return times.extend(actor, exam(actor, id), person, by, reason, time);
    }

    /** Lets the clock stand, for all or for one. */
    public TimeDecision pause(
            Actor actor, CompetitionId id, @Nullable PersonId person, String reason, InstantSource time) {
        return times.pause(actor, exam(actor, id), person, reason, time);
    }

    /** Lets it run again. */
    public TimeDecision resume(Actor actor, CompetitionId id, @Nullable PersonId person, InstantSource time) {
        return times.resume(actor, exam(actor, id), person, time);
    }

    /** Lets somebody go on whom the clock had stopped. */
    public TimeDecision reopen(
            Actor actor, CompetitionId id, PersonId person, Duration by, String reason, InstantSource time) {
        return times.reopen(actor, exam(actor, id), person, by, reason, time);
    }

    private ExamId exam(Actor actor, CompetitionId id) {
        return Competitions.opened(competitions.get(actor, id)).exam();
    }
}
