package org.lianbing.competition;

import java.time.Instant;
import java.util.List;

import org.springframework.stereotype.Service;

import org.lianbing.attempt.AttemptSummary;
import org.lianbing.attempt.SetAsideStep;
import org.lianbing.attempt.SittingCourse;
import org.lianbing.base.Actor;
import org.lianbing.base.PersonId;
import org.lianbing.base.Problem;
import org.lianbing.exam.Conduct;
import org.lianbing.exam.ExamId;

/** One contestant at a time, for the organizers of the competition: what happened, and what is decided about it. */
@Service
public class Contestants {

    private final Competitions competitions;
    private final Results results;
    private final Conduct conduct;

    Contestants(Competitions competitions, Results results, Conduct conduct) {
        this.competitions = competitions;
        this.results = results;
        this.conduct = conduct;
    }

    /** A contestant with all that is known about their attempt. */
    public Contestant get(Actor actor, CompetitionId id, PersonId person) {
        ResultRow row = results.sheet(actor, id).rows().stream()
                .filter(one -> one.person().equals(person))
                .findFirst()
                .orElseThrow(() -> Problem.notFound("base.not-found"));
        AttemptSummary attempt = conduct.sitting(actor, exam(actor, id), person).attempt();
        List<SetAsideStep> setAside =
                row.setAside() == 0 ? List.of() : conduct.setAside(actor, exam(actor, id), person);
        return new Contestant(
                row,
                attempt == null ? null : attempt.startedAt(),
                attempt == null ? null : attempt.deadline(),
                attempt == null ? null : attempt.time(),
                setAside,
                attempt == null ? SittingCourse.EMPTY : conduct.course(actor, exam(actor, id), person),
                conduct.history(actor, exam(actor, id), person));
    }

    /**
     * Declares the contestant's attempt void: it leaves the ranking, and the contestant reads why.
     *
     * @param reason as the contestant reads it
     */
    public void declareVoid(Actor actor, CompetitionId id, PersonId person, String reason, Instant now) {
        conduct.declareVoid(actor, exam(actor, id), person, reason, now);
    }

    /** Takes that back; the attempt counts as it did before. */
    public void restore(Actor actor, CompetitionId id, PersonId person, Instant now) {
        conduct.restore(actor, exam(actor, id), person, now);
    }

    private ExamId exam(Actor actor, CompetitionId id) {
        return Competitions.opened(competitions.get(actor, id)).exam();
    }
}
