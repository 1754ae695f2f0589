package org.lianbing.exam;

import java.time.Instant;
import java.util.HashSet;
import java.util.Set;

import org.springframework.stereotype.Component;

import org.lianbing.base.Actor;
import org.lianbing.base.Problem;
import org.lianbing.base.Role;
import org.lianbing.base.UnitId;
import org.lianbing.exam.store.ExamTable;
import org.lianbing.organization.Units;

/** Who may look at the keys of an exam and correct them: after it is over, and never those who sat it. */
@Component
class CorrectionAccess {

    private final ExamTable exams;
    private final NotWhoSits avoidance;
    private final Units units;
    private final Release release;

    CorrectionAccess(ExamTable exams, NotWhoSits avoidance, Units units, Release release) {
        this.exams = exams;
        this.avoidance = avoidance;
        this.units = units;
        this.release = release;
    }

    /** The units whose exams the actor may decide about. */
    Set<UnitId> reach(Actor actor) {
        actor.require(Role.ORGANIZER, Role.REVIEWER);
        Set<UnitId> tops = new HashSet<>(actor.unitsFor(Role.ORGANIZER));
        tops.addAll(actor.unitsFor(Role.REVIEWER));
        return units.within(tops);
    }

    /**
     * An exam whose corrections the actor may read and decide: an organizer of its unit, or a reviewer there of its trade.
     *
     * @throws Problem not found, out of reach; forbidden, for who sat it; conflict, while somebody is at work
     */
    Exam get(Actor actor, ExamId id, Instant now) {
        actor.require(Role.ORGANIZER, Role.REVIEWER);
        Exam exam = exams.find(id)
                .filter(found -> within(actor, found))
                .orElseThrow(() -> Problem.notFound("base.not-found"));
        if (avoidance.sits(actor, id)) {
            throw Problem.forbidden("exam.correction.own");
        }
        if (!release.settled(exam, now)) {
            throw Problem.conflict("exam.correction.early");
        }
        return exam;
    }

    /** The same for who may propose: organizers alone. */
    Exam getToPropose(Actor actor, ExamId id, Instant now) {
        Exam exam = get(actor, id, now);
        if (!organizes(actor, exam)) {
            throw Problem.forbidden("base.forbidden");
        }
        return exam;
    }

    boolean organizes(Actor actor, Exam exam) {
        return units.within(actor.unitsFor(Role.ORGANIZER))
                .contains(exam.draft().unit());
    }

    boolean within(Actor actor, Exam exam) {
        return organizes(actor, exam)
                || units.within(actor.unitsFor(Role.REVIEWER, exam.draft().trade()))
                        .contains(exam.draft().unit());
    }
}
