package org.lianbing.exam;

import org.springframework.stereotype.Component;

import org.lianbing.base.Actor;
import org.lianbing.base.Problem;
import org.lianbing.exam.store.CandidateTable;

/**
 * The rule of avoidance (回避) for those who hold exams: whoever is on the roster of one decides nothing about it,
 * neither for themselves nor about those they compete with, and sees nobody's result before everybody may.
 */
@Component
public class NotWhoSits {

    private final CandidateTable candidates;

    NotWhoSits(CandidateTable candidates) {
        this.candidates = candidates;
    }

    /** Whether the actor is on the roster. */
    public boolean sits(Actor actor, ExamId exam) {
        return candidates.own(exam, actor.person()).isPresent();
    }

    /**
     * For every decision about an exam.
     *
     * @throws Problem forbidden {@code exam.own}, for who sits it
     */
    public void require(Actor actor, ExamId exam) {
        if (sits(actor, exam)) {
            throw Problem.forbidden("exam.own");
        }
    }

    /**
     * For what shows how others did, as long as the results are not out.
     *
     * @throws Problem forbidden {@code exam.own-results}, for who sits it
     */
    public void requireUntilReleased(Actor actor, Exam exam) {
        if (!exam.isReleased() && sits(actor, exam.id())) {
            throw Problem.forbidden("exam.own-results");
        }
    }
}
