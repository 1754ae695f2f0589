package org.lianbing.exam;

import java.time.Duration;
import java.time.Instant;
import java.util.List;

import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

import org.lianbing.base.Actor;
import org.lianbing.base.AuditLog;
import org.lianbing.base.PersonId;
import org.lianbing.base.Problem;
import org.lianbing.exam.store.LinkTable;

/**
 * Admission links (准考链接) for those who hold an exam, bound to the units for which the actor organizes. The same link
 * comes out however often it is asked for, until it is renewed. Never for who sits the exam: a link lets in as its holder.
 */
@Service
public class AdmissionLinks {

    /** The result is looked at by the same link. */
    private static final Duration AFTER_THE_EXAM = Duration.ofDays(7);

    private final Exams exams;
    private final LinkTable links;
    private final AdmissionTokens tokens;
    private final NotWhoSits avoidance;
    private final AuditLog audit;

    AdmissionLinks(Exams exams, LinkTable links, AdmissionTokens tokens, NotWhoSits avoidance, AuditLog audit) {
        this.exams = exams;
        this.links = links;
        this.tokens = tokens;
        this.avoidance = avoidance;
        this.audit = audit;
    }

    /** The links of everybody on the roster, by seat. Handing them out is an act that is on record. */
    @Transactional
    public List<AdmissionLink> all(Actor actor, ExamId id) {
        Exam exam = held(actor, id);
        Instant expiresAt = exam.draft().window().closesAt().plus(AFTER_THE_EXAM);
        audit.record(actor, "exam.links-shown", "exam", id.value(), exam.draft().title());
        return links.holders(id).stream()
                .map(one -> new AdmissionLink(
                        one.person(),
                        one.seat(),
                        tokens.issue(new Admitted(id, one.person()), one.generation(), expiresAt)))
                .toList();
    }

    /** Makes all links made so far worthless. */
    @Transactional
    public void renewAll(Actor actor, ExamId id) {
        Exam exam = held(actor, id);
        links.renewAll(id);
        audit.record(
                actor, "exam.links-renewed", "exam", id.value(), exam.draft().title());
    }

    /** Makes the links of one candidate worthless. */
    @Transactional
    public void renew(Actor actor, ExamId id, PersonId person) {
        Exam exam = held(actor, id);
        if (!links.renew(id, person)) {
            throw Problem.notFound("base.not-found");
        }
        audit.record(
                actor, "exam.link-renewed", "exam", id.value(), exam.draft().title() + " · " + person);
    }

    private Exam held(Actor actor, ExamId id) {
        Exam exam = exams.get(actor, id);
        avoidance.require(actor, id);
        return exam;
    }
}
