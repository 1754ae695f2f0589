package org.lianbing.exam;

import java.time.Clock;
import java.time.Instant;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

import org.lianbing.exam.store.ExamTable;
import org.lianbing.exam.store.PaperTable;
import org.lianbing.paper.FormId;
import org.lianbing.paper.Forms;

/**
 * Ends the embargo of a paper, once, when answers and explanations are both out. Until then its items stay out of
 * practice, search, review and mistake books, whatever candidates see on the page of their own result. Where one of the
 * two never comes out, the items serve exams again and stay out of practice. It works from what stands in the database
 * alone; every node may run it.
 */
@Component
class Disclosing {

    private static final Logger LOG = LoggerFactory.getLogger(Disclosing.class);

    private final ExamTable exams;
    private final PaperTable papers;
    private final Forms forms;
    private final ApplicationEventPublisher events;
    private final TransactionTemplate transaction;
    private final Clock clock;

    Disclosing(
            ExamTable exams,
            PaperTable papers,
            Forms forms,
            ApplicationEventPublisher events,
            TransactionTemplate transaction,
            Clock clock) {
        this.exams = exams;
        this.papers = papers;
        this.forms = forms;
        this.events = events;
        this.transaction = transaction;
        this.clock = clock;
    }

    @Scheduled(fixedDelay = 1000)
    void catchUp() {
        Instant now = clock.instant();
        for (ExamId id : exams.waitingForDisclosure(now)) {
            try {
                exams.find(id).ifPresent(exam -> ifDue(exam, now));
            } catch (RuntimeException e) {
                LOG.warn("The items of exam {} could not be given back; trying again in a second", id, e);
            }
        }
    }

    void ifDue(Exam exam, Instant now) {
        if (exam.saidAll(now) && exam.let().disclosed() == null) {
            transaction.executeWithoutResult(status -> {
                if (exams.markDisclosed(exam.id(), now)) {
                    giveBack(exam, now);
                    events.publishEvent(new ExamDisclosed(exam.id(), now));
                }
            });
        }
    }

    private void giveBack(Exam exam, Instant now) {
        boolean all = exam.draft().results().showsAll();
        for (FormId form : papers.forms(exam.id())) {
            if (all) {
                forms.release(form, now);
            } else {
                forms.keepFromPractice(form);
            }
        }
    }
}
