package org.lianbing.attempt;

import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

import org.lianbing.attempt.store.AttemptRows;
import org.lianbing.bank.call.ReportDraft;
import org.lianbing.bank.call.ReportId;
import org.lianbing.bank.call.ReportReason;
import org.lianbing.bank.call.Reports;
import org.lianbing.base.PersonId;
import org.lianbing.base.Problem;
import org.lianbing.paper.Form;
import org.lianbing.paper.Forms;
import org.lianbing.paper.Slot;

/** Reports of errors from within an attempt with immediate feedback, of slots whose feedback was given. */
@Service
public class SlotReports {

    private final AttemptRows rows;
    private final Forms forms;
    private final Reports reports;

    SlotReports(AttemptRows rows, Forms forms, Reports reports) {
        this.rows = rows;
        this.forms = forms;
        this.reports = reports;
    }

    /**
     * Takes a report of the item that stands in a slot.
     *
     * @throws Problem not found for an attempt of somebody else; conflict in an exam, before the feedback, or where a
     *     report of the item waits already; throttled
     */
    @Transactional
    public ReportId report(PersonId person, AttemptId id, int number, ReportReason reason, String words) {
        Attempt attempt = rows.find(id)
                .filter(found -> found.person().equals(person))
                .orElseThrow(() -> Problem.notFound("base.not-found"));
        Form form = forms.get(attempt.form());
        if (number < 1 || number > form.slots().size()) {
            throw Problem.notFound("base.not-found");
        }
        if (attempt.behaviour() != Behaviour.IMMEDIATE) {
            throw Problem.conflict("attempt.report-practice");
        }
        if (!attempt.checkedSlots().contains(number) && !attempt.scored()) {
            throw Problem.conflict("attempt.report-early");
        }
        Slot slot = form.slot(number);
        return reports.report(person, new ReportDraft(slot.item(), slot.version(), reason, words));
    }
}
