package org.lianbing.exam.marking;

import java.security.SecureRandom;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.modulith.events.ApplicationModuleListener;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

import org.lianbing.account.People;
import org.lianbing.account.PersonName;
import org.lianbing.attempt.Markings;
import org.lianbing.attempt.SlotOfForm;
import org.lianbing.attempt.Unmarked;
import org.lianbing.base.PersonId;
import org.lianbing.base.UnitId;
import org.lianbing.exam.Exam;
import org.lianbing.exam.ExamId;
import org.lianbing.exam.Exams;
import org.lianbing.exam.ResultsCorrected;
import org.lianbing.exam.marking.store.AnswerTable;
import org.lianbing.exam.marking.store.AnswerTable.Place;
import org.lianbing.exam.marking.store.MarkingTable;
import org.lianbing.exam.store.ExamTable;
import org.lianbing.notice.Inbox;
import org.lianbing.notice.NoticeDraft;

/**
 * Lays out what people have to mark, once nobody is at work any more, and follows what happens to it afterwards: an
 * attempt that is declared void or restored, a slot that a correction takes out. It works from what waits for a mark at
 * that moment, so that it may run as often as one likes, on every node.
 */
@Component
class LayOut {

    private static final Logger LOG = LoggerFactory.getLogger(LayOut.class);

    private final MarkingTable table;
    private final AnswerTable answers;
    private final ExamTable exams;
    private final Exams standing;
    private final Questions questions;
    private final Markings markings;
    private final Sides sides;
    private final People people;
    private final Inbox inbox;
    private final TransactionTemplate transaction;
    private final Clock clock;
    private final SecureRandom random = new SecureRandom();

    LayOut(
            MarkingTable table,
            AnswerTable answers,
            ExamTable exams,
            Exams standing,
            Questions questions,
            Markings markings,
            Sides sides,
            People people,
            Inbox inbox,
            TransactionTemplate transaction,
            Clock clock) {
        this.table = table;
        this.answers = answers;
        this.exams = exams;
        this.standing = standing;
        this.questions = questions;
        this.markings = markings;
        this.sides = sides;
        this.people = people;
        this.inbox = inbox;
        this.transaction = transaction;
        this.clock = clock;
    }

    @ApplicationModuleListener
    void on(ResultsCorrected corrected) {
        exams.find(corrected.exam()).ifPresent(exam -> run(exam, clock.instant()));
    }

    @Scheduled(fixedDelay = 2000)
    void open() {
        Instant now = clock.instant();
        table.toOpen(now).forEach(id -> quietly(id, now));
    }

    /** For what was reopened and handed in again, and for what a crash left over. */
    @Scheduled(fixedDelay = 30_000)
    void follow() {
        Instant now = clock.instant();
        table.open(now).forEach(id -> quietly(id, now));
    }

    private void quietly(ExamId id, Instant now) {
        try {
            exams.find(id).ifPresent(exam -> run(exam, now));
        } catch (RuntimeException e) {
            LOG.warn("The answers of exam {} could not be laid out; trying again", id, e);
        }
    }

    /** Does nothing while somebody may be at work. Once the results are out, only a restored attempt is work to tell of. */
    void run(Exam exam, Instant now) {
        if (standing.everybodyDone(exam, now)) {
            transaction.executeWithoutResult(status -> {
                if (table.hold(exam.id())) {
                    lay(exam);
                    if (table.markOpened(exam.id(), now) && (!exam.isReleased() || table.waits(exam.id()))) {
                        tell(exam);
                    }
                }
            });
        }
    }

    private void lay(Exam exam) {
        List<Unmarked> unmarked = markings.unmarked(exam.purpose());
        Map<Place, AnswerId> known = answers.of(exam.id());
        List<Unmarked> fresh = new ArrayList<>(
                unmarked.stream().filter(one -> !known.containsKey(place(one))).toList());
        if (!fresh.isEmpty()) {
            // Nobody must tell from a number who wrote it: neither by seat nor by when it was handed in.
            Collections.shuffle(fresh, random);
            insert(exam, fresh);
            known.putAll(answers.of(exam.id()));
        }
        answers.setOpen(
                exam.id(),
                unmarked.stream()
                        .map(one -> known.get(place(one)))
                        .filter(Objects::nonNull)
                        .toList());
        answers.ask(exam.id(), markings.rule(exam.purpose()).opinions());
    }

    private void insert(Exam exam, List<Unmarked> fresh) {
        Map<SlotOfForm, Integer> numbers = new HashMap<>();
        questions
                .of(exam.id())
                .forEach(question -> question.places().forEach(place -> numbers.put(place, question.number())));
        Map<PersonId, PersonName> names =
                people.names(fresh.stream().map(Unmarked::person).distinct().toList());
        Map<UnitId, UnitId> side =
                sides.of(exam, names.values().stream().map(PersonName::unit).collect(Collectors.toSet()));
        answers.insert(
                exam.id(),
                fresh.stream()
                        .map(one -> new AnswerTable.Answer(
                                one.attempt(),
                                one.slot(),
                                Objects.requireNonNull(numbers.get(new SlotOfForm(one.form(), one.slot()))),
                                Objects.requireNonNull(side.get(Objects.requireNonNull(names.get(one.person()))
                                        .unit()))))
                        .toList());
    }

    private void tell(Exam exam) {
        inbox.send(
                table.markers(exam.id()).stream()
                        .map(MarkingTable.Marker::person)
                        .toList(),
                NoticeDraft.of(
                        "exam.marking.notice.work", "marking", exam.draft().title()));
    }

    private static Place place(Unmarked one) {
        return new Place(one.attempt(), one.slot());
    }
}
