package org.lianbing.exam;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;

import org.springframework.stereotype.Service;

import org.lianbing.account.Accounts;
import org.lianbing.account.GrantedPeople;
import org.lianbing.account.PersonName;
import org.lianbing.base.Actor;
import org.lianbing.base.PersonId;
import org.lianbing.base.Role;
import org.lianbing.exam.store.CandidateTable;
import org.lianbing.exam.store.CorrectionTable;
import org.lianbing.exam.store.ExamTable;

/** Proposals to correct keys, for the modules above that tell about them; checks no role. */
@Service
public class Proposals {

    private final CorrectionTable table;
    private final ExamTable exams;
    private final CandidateTable candidates;
    private final CorrectionAccess access;
    private final SealedItems sealed;
    private final GrantedPeople granted;
    private final Accounts accounts;

    Proposals(
            CorrectionTable table,
            ExamTable exams,
            CandidateTable candidates,
            CorrectionAccess access,
            SealedItems sealed,
            GrantedPeople granted,
            Accounts accounts) {
        this.table = table;
        this.exams = exams;
        this.candidates = candidates;
        this.access = access;
        this.sealed = sealed;
        this.granted = granted;
        this.accounts = accounts;
    }

    /** One of them. */
    public Optional<CorrectionProposal> find(CorrectionId id) {
        return table.find(id);
    }

    /** Who may decide about it: whoever has the exam's keys in reach, save the proposer and those who sat it. */
    public List<PersonId> deciders(CorrectionProposal proposal) {
        return exams.find(proposal.exam()).stream()
                .flatMap(exam -> readers(exam)
                        .filter(person -> !person.equals(proposal.proposedBy()))
                        .filter(person -> candidates.own(exam.id(), person).isEmpty()))
                .toList();
    }

    private Stream<PersonId> readers(Exam exam) {
        Predicate<Actor> readers = access.readers(exam);
        Set<Role> roles =
                sealed.areIn(exam) ? Set.of(Role.TRAINER, Role.REVIEWER) : Set.of(Role.ORGANIZER, Role.REVIEWER);
        return granted.holdingOneOf(roles).stream()
                .map(PersonName::id)
                .filter(person -> accounts.actor(person).filter(readers).isPresent());
    }

    /** Whether the actor has the keys of an exam in reach. */
    public boolean areOpenTo(Actor actor, ExamId id) {
        return exams.find(id).filter(exam -> access.readers(exam).test(actor)).isPresent();
    }

    /** The title of its exam. */
    public String title(CorrectionProposal proposal) {
        return exams.find(proposal.exam()).map(exam -> exam.draft().title()).orElse("");
    }
}
