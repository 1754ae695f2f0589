package org.lianbing.exam.marking;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

import org.springframework.dao.DuplicateKeyException;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionTemplate;

import org.lianbing.attempt.MarkDraft;
import org.lianbing.attempt.Markings;
import org.lianbing.attempt.OpinionRule;
import org.lianbing.attempt.WorkFile;
import org.lianbing.attempt.WorkFileId;
import org.lianbing.attempt.WrittenAnswer;
import org.lianbing.base.Actor;
import org.lianbing.base.Problem;
import org.lianbing.base.Role;
import org.lianbing.exam.Exam;
import org.lianbing.exam.ExamId;
import org.lianbing.exam.marking.store.MarkingTable;
import org.lianbing.exam.marking.store.TaskTable;
import org.lianbing.exam.marking.store.TaskTable.Taken;
import org.lianbing.exam.store.ExamTable;
import org.lianbing.paper.Forms;

/**
 * Marking, for those who do it: they take an answer, see a number instead of a name and no mark but their own, and give
 * their opinion. What was taken is theirs for a while; then others may take it, and whoever still holds it may give.
 */
@Service
public class MarkingDesk {

    /** How long an answer is kept for who took it. */
    public static final Duration CLAIM = Duration.ofMinutes(20);

    private static final int MOST_EXAMS = 50;
    private static final int MOST_GIVEN = 500;
    private static final int TRIES = 5;

    private final MarkingAccess access;
    private final MarkingTable table;
    private final TaskTable tasks;
    private final ExamTable exams;
    private final Questions questions;
    private final ThirdOpinions thirds;
    private final Markings markings;
    private final Forms forms;
    private final TransactionTemplate transaction;

    MarkingDesk(
            MarkingAccess access,
            MarkingTable table,
            TaskTable tasks,
            ExamTable exams,
            Questions questions,
            ThirdOpinions thirds,
            Markings markings,
            Forms forms,
            TransactionTemplate transaction) {
        this.access = access;
        this.table = table;
        this.tasks = tasks;
        this.exams = exams;
        this.questions = questions;
        this.thirds = thirds;
        this.markings = markings;
        this.forms = forms;
        this.transaction = transaction;
    }

    /** Everything that the actor may mark, what is due first; nothing of an exam before its answers lie there. */
    public List<MarkingQueue> queues(Actor actor, Instant now) {
        actor.require(Role.JUDGE);
        return table.of(actor.person(), MOST_EXAMS).stream()
                .flatMap(id -> reachable(actor, id).stream())
                .flatMap(exam -> queues(actor, exam, now).stream())
                .toList();
    }

    private Optional<Exam> reachable(Actor actor, ExamId id) {
        try {
            return Optional.of(access.marks(actor, id));
        } catch (Problem notAnyMore) {
            return Optional.empty();
        }
    }

    /** The queues of one exam. */
    public List<MarkingQueue> queues(Actor actor, ExamId id, Instant now) {
        return queues(actor, access.marks(actor, id), now);
    }

    /** The queue of one question; the others are not counted. */
    public MarkingQueue queue(Actor actor, ExamId id, int question, Instant now) {
        return queues(actor, access.marks(actor, id), now, one -> one.number() == question).stream()
                .findFirst()
                .orElseThrow(() -> Problem.notFound("base.not-found"));
    }

    private List<MarkingQueue> queues(Actor actor, Exam exam, Instant now) {
        return queues(actor, exam, now, all -> true);
    }

    private List<MarkingQueue> queues(Actor actor, Exam exam, Instant now, Predicate<Question> wanted) {
        MarkingTable.Row row = table.find(exam.id()).orElseThrow(() -> Problem.notFound("base.not-found"));
        if (row.openedAt() == null) {
            return List.of();
        }
        TaskTable.Asker asker = asker(actor, exam);
        return questions.of(exam.id()).stream()
                .filter(wanted)
                .map(question -> new MarkingQueue(
                        exam.id(),
                        exam.draft().title(),
                        question,
                        forms.guide(
                                        question.places().getFirst().form(),
                                        question.places().getFirst().slot())
                                .stem(),
                        tasks.waiting(exam.id(), question.number(), asker, now),
                        tasks.countGiven(exam.id(), question.number(), actor.person()),
                        row.dueAt()))
                .toList();
    }

    /**
     * Takes the next answer to a question: the one that the actor has taken already, else the next behind a number.
     *
     * @param after the number to go on from; 0 for the first
     * @return empty where there is none for this actor
     */
    public Optional<AnswerSheet> next(Actor actor, ExamId id, int number, int after, Instant now) {
        Exam exam = access.marks(actor, id);
        requireOpen(exam);
        Question question = questions.get(id, number);
        TaskTable.Asker asker = asker(actor, exam);
        for (int i = 0; i < TRIES; i++) {
            try {
                Optional<Taken> taken =
                        transaction.execute(status -> tasks.claim(id, number, asker, after, now, now.plus(CLAIM)));
                return taken == null ? Optional.empty() : taken.map(one -> sheet(actor, question, one));
            } catch (DuplicateKeyException twoOpinionsAtOnce) {
                // Another window of the same marker took the other opinion about it at this moment.
            }
        }
        throw Problem.conflict("exam.marking.claim-lost");
    }

    /** An answer that the actor has taken or marked. */
    public AnswerSheet answer(Actor actor, ExamId id, AnswerId answer) {
        access.marks(actor, id);
        Taken taken = taken(actor, id, answer);
        return sheet(actor, questions.get(id, taken.question()), taken);
    }

    /**
     * A file of work that was handed in with an answer that the actor has taken or marked.
     *
     * @throws Problem not found, for any other answer, and for a file that the answer does not name
     */
    public WorkFile file(Actor actor, ExamId id, AnswerId answer, WorkFileId file) {
        access.marks(actor, id);
        Taken taken = taken(actor, id, answer);
        return markings.answer(taken.attempt(), taken.slot()).files().stream()
                .filter(one -> one.id().equals(file))
                .findFirst()
                .orElseThrow(() -> Problem.notFound("base.not-found"));
    }

    /** The actor's marks of a question, the latest first. */
    public List<GivenMark> given(Actor actor, ExamId id, int question) {
        access.marks(actor, id);
        return tasks.given(id, question, actor.person(), MOST_GIVEN);
    }

    /**
     * Gives the actor's opinion; once the results are out, only about an answer that waits still, of who was restored.
     *
     * @throws Problem conflict {@code exam.marking.claim-lost}, where somebody else has taken the answer meanwhile
     */
    @Transactional
    public Markings.Outcome mark(Actor actor, ExamId id, AnswerId answer, MarkDraft draft, Instant now) {
        Exam exam = held(actor, id);
        Taken taken =
                tasks.of(id, answer, actor.person()).orElseThrow(() -> Problem.conflict("exam.marking.claim-lost"));
        if (exam.isReleased() && !waits(exam, taken)) {
            throw Problem.conflict("exam.marking.released");
        }
        Markings.Outcome outcome =
                markings.mark(taken.attempt(), taken.slot(), taken.opinion(), actor.person(), draft, now);
        if (!tasks.give(taken, actor.person(), outcome.points(), now)) {
            throw Problem.conflict("exam.marking.claim-lost");
        }
        follow(exam, taken, outcome.verdict());
        return outcome;
    }

    /**
     * A second thought about an own mark, until the results are out; the mark before stays on record with the reason.
     *
     * @throws Problem conflict, once the results are out
     */
    @Transactional
    public Markings.Outcome rethink(
            Actor actor, ExamId id, AnswerId answer, MarkDraft draft, String reason, Instant now) {
        Exam exam = held(actor, id);
        if (exam.isReleased()) {
            throw Problem.conflict("exam.marking.released");
        }
        Taken taken = taken(actor, id, answer);
        if (!taken.marked()) {
            throw Problem.conflict("exam.marking.not-marked");
        }
        Markings.Outcome outcome =
                markings.rethink(taken.attempt(), taken.slot(), taken.opinion(), actor.person(), draft, reason, now);
        tasks.change(taken, outcome.points());
        follow(exam, taken, outcome.verdict());
        return outcome;
    }

    /** Gives an answer back unmarked; somebody else may take it at once. */
    @Transactional
    public void giveBack(Actor actor, ExamId id, AnswerId answer) {
        access.marks(actor, id);
        tasks.giveBack(taken(actor, id, answer), actor.person());
    }

    private void follow(Exam exam, Taken taken, OpinionRule.Verdict verdict) {
        switch (verdict) {
            case OpinionRule.Settled settled -> tasks.setOpen(taken.answer(), false);
            case OpinionRule.Waits(int opinion) -> {
                tasks.setOpen(taken.answer(), true);
                if (tasks.ask(taken.answer(), opinion) && opinion == OpinionRule.THIRD) {
                    thirds.wanted(exam, taken.answer());
                }
            }
        }
    }

    /** The exam, which stays released or unreleased until the end of the transaction, and its rule with it. */
    private Exam held(Actor actor, ExamId id) {
        access.marks(actor, id);
        exams.holdScheduled(id);
        table.share(id);
        return access.marks(actor, id);
    }

    private boolean waits(Exam exam, Taken taken) {
        return markings.unmarked(exam.purpose()).stream()
                .anyMatch(one -> one.attempt().equals(taken.attempt()) && one.slot() == taken.slot());
    }

    private void requireOpen(Exam exam) {
        if (exam.isReleased() && !table.waits(exam.id())) {
            throw Problem.conflict("exam.marking.released");
        }
        if (table.find(exam.id()).map(MarkingTable.Row::openedAt).isEmpty()) {
            throw Problem.conflict("exam.marking.early");
        }
    }

    private TaskTable.Asker asker(Actor actor, Exam exam) {
        MarkingTable.Marker marker =
                table.marker(exam.id(), actor.person()).orElseThrow(() -> Problem.notFound("base.not-found"));
        return new TaskTable.Asker(actor.person(), marker.unit(), exam.draft().unit());
    }

    private Taken taken(Actor actor, ExamId id, AnswerId answer) {
        return tasks.of(id, answer, actor.person()).orElseThrow(() -> Problem.notFound("base.not-found"));
    }

    private AnswerSheet sheet(Actor actor, Question question, Taken taken) {
        WrittenAnswer answer = markings.answer(taken.attempt(), taken.slot());
        return new AnswerSheet(
                taken.answer(),
                question,
                taken.number(),
                answer,
                forms.guide(answer.form(), answer.slot()),
                markings.marks(taken.attempt(), taken.slot()).stream()
                        .filter(mark -> mark.marker().equals(actor.person()))
                        .toList());
    }
}
