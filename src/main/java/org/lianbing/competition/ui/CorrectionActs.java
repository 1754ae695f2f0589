package org.lianbing.competition.ui;

import java.time.Clock;
import java.util.List;
import java.util.Map;

import org.lianbing.account.PersonName;
import org.lianbing.base.Actor;
import org.lianbing.base.PersonId;
import org.lianbing.competition.CompetitionId;
import org.lianbing.competition.ContestCorrections;
import org.lianbing.exam.CorrectionDesk;
import org.lianbing.exam.CorrectionDraft;
import org.lianbing.exam.CorrectionId;
import org.lianbing.exam.CorrectionPreview;
import org.lianbing.exam.CorrectionProposal;
import org.lianbing.exam.Exam;
import org.lianbing.exam.ExamId;
import org.lianbing.exam.SlotSheet;
import org.lianbing.paper.FrozenSlot;
import org.lianbing.paper.SlotRuling;

/** What can be done about the keys of one competition, by the one who is signed in. */
class CorrectionActs {

    private final CorrectionDesk desk;
    private final ContestCorrections contests;
    private final Actor actor;
    private final Clock clock;
    private final CompetitionId competition;
    private final ExamId exam;

    CorrectionActs(
            CompetitionId competition, CorrectionDesk desk, ContestCorrections contests, Actor actor, Clock clock) {
        this.competition = competition;
        this.desk = desk;
        this.contests = contests;
        this.actor = actor;
        this.clock = clock;
        this.exam = contests.exam(competition);
    }

    CompetitionId competition() {
        return competition;
    }

    PersonId actor() {
        return actor.person();
    }

    /** Whether the keys are in reach; who proposed something may read that also where they are not any more. */
    boolean areOpen() {
        return contests.areOpenTo(actor, competition);
    }

    Exam exam() {
        return desk.exam(actor, exam, clock.instant());
    }

    boolean mayPropose() {
        return desk.mayPropose(actor, exam, clock.instant());
    }

    boolean isSealed() {
        return desk.isSealed(actor, exam, clock.instant());
    }

    List<SlotSheet> slots() {
        return desk.slots(actor, exam, clock.instant());
    }

    FrozenSlot frozen(SlotSheet sheet) {
        return desk.frozen(actor, exam, sheet.form(), sheet.slot().number(), clock.instant());
    }

    List<CorrectionProposal> proposals() {
        return desk.of(actor, exam, clock.instant());
    }

    CorrectionProposal get(CorrectionId id) {
        return desk.get(actor, id, clock.instant());
    }

    CorrectionPreview preview(SlotSheet sheet, SlotRuling ruling) {
        return desk.preview(actor, exam, sheet.form(), sheet.slot().number(), ruling, clock.instant());
    }

    CorrectionPreview preview(CorrectionId id) {
        return desk.preview(actor, id, clock.instant());
    }

    CorrectionId propose(CorrectionDraft draft) {
        return desk.propose(actor, exam, draft, clock.instant());
    }

    void approve(CorrectionId id, int basis) {
        desk.approve(actor, id, basis, clock.instant());
    }

    void refuse(CorrectionId id, String why) {
        desk.refuse(actor, id, why, clock.instant());
    }

    void withdraw(CorrectionId id) {
        desk.withdraw(actor, id, clock.instant());
    }

    Map<PersonId, PersonName> names(List<PersonId> people) {
        return contests.names(people);
    }
}
