package org.lianbing.competition;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.springframework.modulith.events.ApplicationModuleListener;
import org.springframework.stereotype.Service;

import org.lianbing.account.People;
import org.lianbing.account.PersonName;
import org.lianbing.base.Actor;
import org.lianbing.base.PersonId;
import org.lianbing.base.Problem;
import org.lianbing.competition.store.CompetitionTable;
import org.lianbing.competition.store.StageTable;
import org.lianbing.exam.CorrectionDecided;
import org.lianbing.exam.CorrectionProposal;
import org.lianbing.exam.CorrectionProposed;
import org.lianbing.exam.ExamId;
import org.lianbing.exam.Proposals;
import org.lianbing.notice.Inbox;
import org.lianbing.notice.NoticeDraft;

/**
 * The way from a competition to the exam whose keys are corrected, and back. Who may do what there is decided by the
 * exam's own desk.
 */
@Service
public class ContestCorrections {

    private final CompetitionTable competitions;
    private final StageTable stages;
    private final Proposals proposals;
    private final People people;
    private final Inbox inbox;

    ContestCorrections(
            CompetitionTable competitions, StageTable stages, Proposals proposals, People people, Inbox inbox) {
        this.competitions = competitions;
        this.stages = stages;
        this.proposals = proposals;
        this.people = people;
        this.inbox = inbox;
    }

    /** The exam of an opened competition. Says nothing about it: its desk decides who may know that it exists. */
    public ExamId exam(CompetitionId id) {
        return competitions
                .find(id)
                .flatMap(found -> Optional.ofNullable(found.stage()))
                .map(Stage::exam)
                .orElseThrow(() -> Problem.notFound("base.not-found"));
    }

    /** The competition of an exam. */
    public Optional<CompetitionId> competition(ExamId exam) {
        return stages.of(exam).map(Stage::competition);
    }

    /** Whether the actor has the keys of a competition in reach; setters alone have, where its items are sealed. */
    public boolean areOpenTo(Actor actor, CompetitionId id) {
        return proposals.areOpenTo(actor, exam(id));
    }

    /** The title of a proposal's exam. */
    public String title(CorrectionProposal proposal) {
        return proposals.title(proposal);
    }

    /** Full names, for who decides. */
    public Map<PersonId, PersonName> names(Collection<PersonId> ids) {
        return people.names(ids);
    }

    /** Whoever may decide is told that something waits. */
    @ApplicationModuleListener
    void on(CorrectionProposed proposed) {
        competition(proposed.exam())
                .ifPresent(competition -> proposals
                        .find(proposed.correction())
                        .filter(CorrectionProposal::waits)
                        .ifPresent(proposal -> inbox.send(
                                proposals.deciders(proposal),
                                new NoticeDraft(
                                        "competition.notice.correction-waits",
                                        List.of(
                                                proposals.title(proposal),
                                                proposal.draft().label()),
                                        proposal.draft().reason(),
                                        "competitions/" + competition + "/corrections/" + proposal.id()))));
    }

    /** The one who proposed it is told what became of it. */
    @ApplicationModuleListener
    void on(CorrectionDecided decided) {
        competition(decided.exam())
                .ifPresent(competition -> proposals
                        .find(decided.correction())
                        .ifPresent(proposal -> tell(competition, proposal, decided.approved())));
    }

    private void tell(CompetitionId competition, CorrectionProposal proposal, boolean approved) {
        inbox.send(
                proposal.proposedBy(),
                new NoticeDraft(
                        approved ? "competition.notice.correction-approved" : "competition.notice.correction-refused",
                        List.of(proposals.title(proposal), proposal.draft().label()),
                        proposal.decision(),
                        "competitions/" + competition + "/corrections"));
    }
}
