package org.lianbing.exam.marking;

import org.springframework.stereotype.Component;

import org.lianbing.account.Accounts;
import org.lianbing.base.Actor;
import org.lianbing.base.PersonId;
import org.lianbing.base.Problem;
import org.lianbing.base.Role;
import org.lianbing.exam.Exam;
import org.lianbing.exam.ExamId;
import org.lianbing.exam.ExamState;
import org.lianbing.exam.marking.store.MarkingTable;
import org.lianbing.exam.store.ExamTable;
import org.lianbing.organization.Units;

/** Who may mark what: judges for the unit and trade of an exam whom its organizer named. */
@Component
class MarkingAccess {

    private final ExamTable exams;
    private final MarkingTable table;
    private final Accounts accounts;
    private final Units units;

    MarkingAccess(ExamTable exams, MarkingTable table, Accounts accounts, Units units) {
        this.exams = exams;
        this.table = table;
        this.accounts = accounts;
        this.units = units;
    }

    /**
     * An exam that the actor marks.
     *
     * @throws Problem not found for everybody else, whatever they judge elsewhere
     */
    Exam marks(Actor actor, ExamId id) {
        actor.require(Role.JUDGE);
        return exams.find(id)
                .filter(exam -> exam.state() != ExamState.CANCELLED)
                .filter(exam -> table.marker(id, actor.person()).isPresent())
                .filter(exam -> judges(actor, exam))
                .orElseThrow(() -> Problem.notFound("base.not-found"));
    }

    /** Whether a person may be named: a judge for the unit and the trade. */
    boolean judges(PersonId person, Exam exam) {
        return accounts.actor(person).filter(actor -> judges(actor, exam)).isPresent();
    }

    private boolean judges(Actor actor, Exam exam) {
        return units.within(actor.unitsFor(Role.JUDGE, exam.draft().trade()))
                .contains(exam.draft().unit());
    }
}
