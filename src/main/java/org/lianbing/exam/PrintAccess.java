package org.lianbing.exam;

import java.time.Instant;
import java.util.List;
import java.util.Set;

import org.springframework.stereotype.Component;

import org.lianbing.bank.SealedSetId;
import org.lianbing.base.Actor;
import org.lianbing.base.Problem;
import org.lianbing.base.Role;
import org.lianbing.exam.store.ExamTable;
import org.lianbing.exam.store.PaperTable;
import org.lianbing.organization.Units;
import org.lianbing.paper.FormId;

/**
 * Who may have an exam on paper. Never who sits it. The items: its organizers; while a sealed set holds some of them,
 * the setters of every such set and nobody else. The keys: the same people and reviewers of the trade in reach, once
 * nobody is at work any more.
 */
@Component
class PrintAccess {

    private final ExamTable exams;
    private final NotWhoSits avoidance;
    private final PaperTable papers;
    private final SealedItems sealed;
    private final Units units;
    private final Release release;

    PrintAccess(
            ExamTable exams,
            NotWhoSits avoidance,
            PaperTable papers,
            SealedItems sealed,
            Units units,
            Release release) {
        this.exams = exams;
        this.avoidance = avoidance;
        this.papers = papers;
        this.sealed = sealed;
        this.units = units;
        this.release = release;
    }

    /** An exam with what the actor may have of it. */
    record Open(Exam exam, List<FormId> forms, boolean sheets, boolean items, boolean keys) {}

    /**
     * The exam, for whoever may have something of it.
     *
     * @throws Problem not found, for all others; forbidden, for who sits it
     */
    Open get(Actor actor, ExamId id, Instant now) {
        actor.require(Role.ORGANIZER, Role.TRAINER, Role.REVIEWER);
        Exam exam = exams.find(id)
                .filter(found -> found.state() != ExamState.CANCELLED)
                .orElseThrow(() -> Problem.notFound("base.not-found"));
        List<FormId> all = papers.forms(id);
        Set<SealedSetId> sets = sealed.sets(exam);
        boolean organizes = units.within(actor.unitsFor(Role.ORGANIZER))
                .contains(exam.draft().unit());
        boolean reviews = units.within(
                        actor.unitsFor(Role.REVIEWER, exam.draft().trade()))
                .contains(exam.draft().unit());
        boolean setter = sealed.areSetBy(actor, exam, sets);
        boolean items = sets.isEmpty() ? organizes : setter;
        boolean keys = (sets.isEmpty() ? organizes || reviews : setter) && release.settled(exam, now);
        if (!organizes && !items && !keys) {
            throw Problem.notFound("base.not-found");
        }
        if (avoidance.sits(actor, id)) {
            throw Problem.forbidden("exam.print.own");
        }
        return new Open(exam, all, organizes || items, items, keys);
    }

    Open forItems(Actor actor, ExamId id, Instant now) {
        Open open = get(actor, id, now);
        if (!open.items()) {
            throw Problem.forbidden("exam.print.sealed");
        }
        return open;
    }

    Open forSheets(Actor actor, ExamId id, Instant now) {
        Open open = get(actor, id, now);
        if (!open.sheets()) {
            throw Problem.forbidden("base.forbidden");
        }
        return open;
    }

    Open forKeys(Actor actor, ExamId id, Instant now) {
        Open open = get(actor, id, now);
        if (!open.keys()) {
            throw release.settled(open.exam(), now)
                    ? Problem.forbidden("exam.print.sealed")
                    : Problem.conflict("exam.print.early");
        }
        return open;
    }
}
