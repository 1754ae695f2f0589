package org.lianbing.exam;

import java.math.BigDecimal;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

import jakarta.annotation.PreDestroy;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.modulith.events.ApplicationModuleListener;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.support.TransactionTemplate;

import org.lianbing.attempt.Regraded;
import org.lianbing.attempt.Regrading;
import org.lianbing.base.OwnThread;
import org.lianbing.exam.store.CorrectionTable;
import org.lianbing.exam.store.ExamTable;
import org.lianbing.notice.Inbox;
import org.lianbing.notice.NoticeDraft;
import org.lianbing.paper.Corrections;
import org.lianbing.paper.Form;
import org.lianbing.paper.FormId;
import org.lianbing.paper.Forms;

/**
 * Scores everybody again by what is in force, batch by batch, and then tells whom it concerns. It works from what stands
 * in the database alone: what a crash left over in the middle is found by its generation. Every node may run it, and
 * several at once share the batches.
 */
@Component
class Regrades {

    private static final Logger LOG = LoggerFactory.getLogger(Regrades.class);

    /** A score that was on its way when a correction came into force is looked for so long. */
    private static final Duration FOR_STRAGGLERS = Duration.ofMinutes(5);

    private final ExamTable exams;
    private final CorrectionTable table;
    private final Regrading regrading;
    private final ItemPlaces places;
    private final Forms forms;
    private final Corrections corrections;
    private final Inbox inbox;
    private final ApplicationEventPublisher events;
    private final TransactionTemplate transaction;
    private final Clock clock;
    private final OwnThread thread = new OwnThread();

    Regrades(
            ExamTable exams,
            CorrectionTable table,
            Regrading regrading,
            ItemPlaces places,
            Forms forms,
            Corrections corrections,
            Inbox inbox,
            ApplicationEventPublisher events,
            TransactionTemplate transaction,
            Clock clock) {
        this.exams = exams;
        this.table = table;
        this.regrading = regrading;
        this.places = places;
        this.forms = forms;
        this.corrections = corrections;
        this.inbox = inbox;
        this.events = events;
        this.transaction = transaction;
        this.clock = clock;
    }

    /** Each batch is a transaction of its own, so this one must not be around them. */
    @ApplicationModuleListener(propagation = Propagation.NOT_SUPPORTED)
    void on(CorrectionApproved approved) {
        exams.find(approved.exam()).ifPresent(this::run);
    }

    /** A large exam takes minutes, for which clocks and sweeps must not wait. */
    @Scheduled(fixedDelay = 1000)
    void look() {
        thread.run(this::catchUp);
    }

    @PreDestroy
    void end() {
        thread.close();
    }

    private void catchUp() {
        for (ExamId id : table.toRegrade(clock.instant().minus(FOR_STRAGGLERS))) {
            try {
                exams.find(id).ifPresent(this::run);
            } catch (RuntimeException e) {
                LOG.warn("Exam {} could not be scored again; trying again in a second", id, e);
            }
        }
    }

    void run(Exam exam) {
        Map<FormId, Integer> generations = corrections.generations(places.forms(exam));
        // Of thousands of forms those alone are read of which somebody is to be scored again, one after the other.
        Set<FormId> waiting = regrading.waiting(exam.purpose(), generations);
        int scored = 0;
        for (FormId form : waiting) {
            scored += regrade(exam, forms.newest(form));
        }
        if (waiting.isEmpty() || regrading.waiting(exam.purpose(), generations).isEmpty()) {
            finish(exam, generations, scored > 0);
        }
    }

    private int regrade(Exam exam, Form form) {
        int all = 0;
        for (int n = -1; n != 0 && !thread.isEnding(); ) {
            n = regrading.regrade(exam.purpose(), form, clock.instant());
            all += n;
        }
        return all;
    }

    private void finish(Exam exam, Map<FormId, Integer> generations, boolean stragglers) {
        Instant now = clock.instant();
        transaction.executeWithoutResult(status -> {
            int newest = generations.values().stream()
                    .mapToInt(Integer::intValue)
                    .max()
                    .orElse(0);
            List<Integer> ended = table.markRegraded(exam.id(), newest, now);
            if (!ended.isEmpty()) {
                LOG.info("Scored exam {} again by generation {} of its keys", exam.id(), newest);
                generations.values().retainAll(ended);
                tell(exam, generations);
            }
            if (!ended.isEmpty() || stragglers) {
                events.publishEvent(new ResultsCorrected(exam.id(), now));
            }
        });
    }

    /** Who has seen a score and has another one now is told; before the release nobody has seen any. */
    private void tell(Exam exam, Map<FormId, Integer> ended) {
        if (exams.find(exam.id()).filter(Exam::isReleased).isEmpty()) {
            return;
        }
        Map<List<String>, List<Regraded>> alike = ended.entrySet().stream()
                .flatMap(form -> regrading.replacedBy(exam.purpose(), form.getKey(), form.getValue()).stream())
                .filter(one -> one.changes() && !one.isVoid())
                .collect(Collectors.groupingBy(one ->
                        List.of(exam.draft().title(), plain(one.before()), plain(one.after()), plain(one.maxAfter()))));
        alike.forEach((arguments, people) -> inbox.send(
                people.stream().map(Regraded::person).toList(),
                new NoticeDraft("exam.notice.regraded", arguments, "", "contests")));
    }

    private static String plain(BigDecimal number) {
        return number.signum() == 0 ? "0" : number.stripTrailingZeros().toPlainString();
    }
}
