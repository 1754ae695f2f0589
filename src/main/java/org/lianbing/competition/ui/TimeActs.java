package org.lianbing.competition.ui;

import java.time.Clock;
import java.time.Duration;
import java.util.List;

import org.jspecify.annotations.Nullable;

import org.lianbing.base.Actor;
import org.lianbing.base.PersonId;
import org.lianbing.competition.CompetitionId;
import org.lianbing.competition.ContestTime;
import org.lianbing.exam.TimeDecision;
import org.lianbing.exam.TimeReach;

/** What an organizer decides about the time of one competition; where no person is named, for all. */
record TimeActs(CompetitionId competition, ContestTime time, Actor actor, Clock clock) {

    boolean isSettled() {
        return time.isSettled(actor, competition);
    }

    List<TimeDecision> decisions() {
        return time.decisions(actor, competition);
    }

    TimeReach reach() {
        return time.reach(actor, competition, clock);
    }

    TimeDecision extend(@Nullable PersonId person, int minutes, String reason) {
        return time.extend(actor, competition, person, Duration.ofMinutes(minutes), reason, clock);
    }

    TimeDecision pause(@Nullable PersonId person, String reason) {
        return time.pause(actor, competition, person, reason, clock);
    }

    TimeDecision resume(@Nullable PersonId person) {
        return time.resume(actor, competition, person, clock);
    }

    TimeDecision reopen(PersonId person, int minutes, String reason) {
        return time.reopen(actor, competition, person, Duration.ofMinutes(minutes), reason, clock);
    }
}
