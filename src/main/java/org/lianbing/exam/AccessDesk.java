package org.lianbing.exam;

import java.time.Instant;
import java.util.List;

import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

import org.lianbing.base.Actor;
import org.lianbing.base.AuditLog;
import org.lianbing.base.PersonId;
import org.lianbing.base.Problem;
import org.lianbing.exam.seb.SebConfig;
import org.lianbing.exam.store.AccessTable;
import org.lianbing.exam.store.CandidateTable;

/** The access rules of an exam for those who hold it: what is asked, who was refused, and whom they let in. */
@Service
public class AccessDesk {

    private static final int MOST_SHOWN = 500;

    private final Exams exams;
    private final CandidateTable candidates;
    private final AccessTable rows;
    private final AccessBook book;
    private final NotWhoSits avoidance;
    private final AuditLog audit;

    AccessDesk(
            Exams exams,
            CandidateTable candidates,
            AccessTable rows,
            AccessBook book,
            NotWhoSits avoidance,
            AuditLog audit) {
        this.exams = exams;
        this.candidates = candidates;
        this.rows = rows;
        this.book = book;
        this.avoidance = avoidance;
        this.audit = audit;
    }

    /** What an exam of the actor's units asks for. */
    public AccessRules rules(Actor actor, ExamId id) {
        return rows.rules(exams.get(actor, id).id());
    }

    /** Asks for something else; it holds on every node within two seconds, also for those at work. */
    @Transactional
    public void change(Actor actor, ExamId id, AccessRules rules) {
        Exam exam = exams.get(actor, id);
        avoidance.require(actor, id);
        rows.put(id, rules);
        audit.record(
                actor, "exam.access-changed", "exam", id.value(), exam.draft().title());
        readOnceCommitted();
    }

    /**
     * The Config Key of the configuration that candidates download.
     *
     * @param site the public address of the server
     */
    public SebKey ownConfigKey(Actor actor, ExamId id, String site) {
        return new SebKey(SebConfig.of(exams.get(actor, id).id(), site).key());
    }

    /** Who was refused, the latest first; at most 500. */
    public List<RefusedEntry> refused(Actor actor, ExamId id) {
        return rows.refused(exams.get(actor, id).id(), MOST_SHOWN);
    }

    /** Lets one candidate in whatever the rules say. */
    @Transactional
    public void letIn(Actor actor, ExamId id, PersonId person, Instant now) {
        Exam exam = onRoster(actor, id, person);
        rows.letIn(id, person, actor.person(), now);
        audit.record(actor, "exam.let-in", "exam", id.value(), exam.draft().title());
        readOnceCommitted();
    }

    /** Takes that back. */
    @Transactional
    public void takeBack(Actor actor, ExamId id, PersonId person) {
        Exam exam = onRoster(actor, id, person);
        rows.takeBack(id, person);
        audit.record(
                actor,
                "exam.let-in-taken-back",
                "exam",
                id.value(),
                exam.draft().title());
        readOnceCommitted();
    }

    private Exam onRoster(Actor actor, ExamId id, PersonId person) {
        Exam exam = exams.get(actor, id);
        avoidance.require(actor, id);
        if (candidates.own(id, person).isEmpty()) {
            throw Problem.notFound("base.not-found");
        }
        return exam;
    }

    private void readOnceCommitted() {
        TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
            @Override
            public void afterCommit() {
                book.look();
            }
        });
    }
}
