package org.lianbing.exam;

import java.time.Instant;
import java.util.HashSet;
import java.util.Set;
import java.util.function.Predicate;

import org.springframework.stereotype.Component;

import org.lianbing.bank.SealedSetId;
import org.lianbing.base.Actor;
import org.lianbing.base.Problem;
import org.lianbing.base.Role;
import org.lianbing.base.UnitId;
import org.lianbing.exam.store.ExamTable;
import org.lianbing.organization.Units;

/**
 * Who may look at the keys of an exam and correct them: after it is over, and never those who sat it. Organizers of its
 * unit and reviewers there of its trade; while a sealed set holds some of its items, the setters of every such set and
 * nobody else.
 */
@Component
class CorrectionAccess {

    private final ExamTable exams;
    private final NotWhoSits avoidance;
    private final SealedItems sealed;
    private final Units units;
    private final Release release;

    CorrectionAccess(ExamTable exams, NotWhoSits avoidance, SealedItems sealed, Units units, Release release) {
        this.exams = exams;
        this.avoidance = avoidance;
        this.sealed = sealed;
        this.units = units;
        this.release = release;
    }

    /** The units whose exams the actor may decide about as an organizer or a reviewer; none for who is a setter alone. */
    Set<UnitId> reach(Actor actor) {
        actor.require(Role.ORGANIZER, Role.REVIEWER, Role.TRAINER);
        Set<UnitId> tops = new HashSet<>(actor.unitsFor(Role.ORGANIZER));
        tops.addAll(actor.unitsFor(Role.REVIEWER));
        return units.within(tops);
    }

    /**
     * An exam whose corrections the actor may read and decide.
     *
     * @throws Problem not found, out of reach; forbidden, for who sat it, and for who organizes or reviews it where its
     *     items are sealed; conflict, while somebody is at work
     */
    Exam get(Actor actor, ExamId id, Instant now) {
        actor.require(Role.ORGANIZER, Role.REVIEWER, Role.TRAINER);
        Exam exam = exams.find(id).orElseThrow(() -> Problem.notFound("base.not-found"));
        boolean reads = readers(exam).test(actor);
        if (!reads && !organizes(actor, exam) && !reviews(actor, exam)) {
            throw Problem.notFound("base.not-found");
        }
        // Before anything else: whoever sits it is not told either that its items are sealed.
        if (avoidance.sits(actor, id)) {
            throw Problem.forbidden("exam.correction.own");
        }
        if (!reads) {
            throw Problem.forbidden("exam.correction.sealed");
        }
        if (!release.settled(exam, now)) {
            throw Problem.conflict("exam.correction.early");
        }
        return exam;
    }

    /** The same for who may propose: organizers alone, and setters of what is sealed. */
    Exam getToPropose(Actor actor, ExamId id, Instant now) {
        Exam exam = get(actor, id, now);
        if (!proposes(actor, exam)) {
            throw Problem.forbidden("base.forbidden");
        }
        return exam;
    }

    /** Whether the actor could be the setter of something. */
    boolean maySet(Actor actor) {
        return actor.has(Role.TRAINER) || actor.has(Role.REVIEWER);
    }

    /** Whether something of it may be read in a list: within reach, and not by who sits it. */
    boolean lists(Actor actor, Exam exam) {
        return readers(exam).test(actor) && !avoidance.sits(actor, exam.id());
    }

    boolean proposes(Actor actor, Exam exam) {
        return organizes(actor, exam) || sealed.areSetBy(actor, exam);
    }

    /** Who has its keys in reach, whoever sat it. */
    Predicate<Actor> readers(Exam exam) {
        Set<SealedSetId> sets = sealed.sets(exam);
        return sets.isEmpty()
                ? actor -> organizes(actor, exam) || reviews(actor, exam)
                : actor -> sealed.areSetBy(actor, exam, sets);
    }

    private boolean organizes(Actor actor, Exam exam) {
        return units.within(actor.unitsFor(Role.ORGANIZER))
                .contains(exam.draft().unit());
    }

    private boolean reviews(Actor actor, Exam exam) {
        return units.within(actor.unitsFor(Role.REVIEWER, exam.draft().trade()))
                .contains(exam.draft().unit());
    }
}
