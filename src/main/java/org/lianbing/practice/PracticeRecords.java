package org.lianbing.practice;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

import org.springframework.modulith.events.ApplicationModuleListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

import org.lianbing.attempt.AttemptId;
import org.lianbing.attempt.AttemptSummary;
import org.lianbing.attempt.Attempts;
import org.lianbing.attempt.AttemptsScored;
import org.lianbing.attempt.SlotChecked;
import org.lianbing.attempt.SlotResult;
import org.lianbing.bank.ItemType;
import org.lianbing.base.PersonId;
import org.lianbing.practice.store.AnswerTable;
import org.lianbing.practice.store.AnswerTable.Answer;
import org.lianbing.practice.store.AnswerTable.Source;
import org.lianbing.practice.store.MetTable;
import org.lianbing.practice.store.MistakeTable;

/**
 * Keeps what was answered in practice. An answer counts once, by attempt and slot, however often it is told; the
 * mistake book is computed from the answers, so the order of the events does not matter. Of exams only what went wrong
 * is taken up, and only when the module that holds them says that its keys are secret no longer.
 */
@Component
class PracticeRecords {

    private final AnswerTable answers;
    private final MetTable met;
    private final MistakeTable mistakes;
    private final Attempts attempts;
    private final Practicals practicals;

    PracticeRecords(
            AnswerTable answers, MetTable met, MistakeTable mistakes, Attempts attempts, Practicals practicals) {
        this.answers = answers;
        this.met = met;
        this.mistakes = mistakes;
        this.attempts = attempts;
        this.practicals = practicals;
    }

    @ApplicationModuleListener
    void on(SlotChecked checked) {
        if (checked.purpose().kind().equals(Drills.PURPOSE)) {
            keep(new Answer(
                    checked.attempt(),
                    checked.slot(),
                    checked.person(),
                    checked.item(),
                    checked.correct(),
                    checked.at(),
                    Source.DRILL));
            practicals.queue(checked.attempt(), checked.slot());
        }
    }

    /** What was answered but not checked one by one counts when the drill is handed in. */
    @ApplicationModuleListener
    void on(AttemptsScored scored) {
        if (scored.purpose().kind().equals(Drills.PURPOSE)) {
            scored.attempts().forEach(this::keepAll);
        }
    }

    private void keepAll(AttemptId id) {
        answers(id, Source.DRILL).forEach(this::keep);
        // A score sheet waits for its trainer also where a text beside it in the same 案例 was never marked.
        if (attempts.get(id).endedAt() != null) {
            attempts.results(id).stream()
                    .filter(result -> result.type() == ItemType.PRACTICAL)
                    .filter(PracticeRecords::isAnswered)
                    .filter(result -> !result.isTakenOut())
                    .map(SlotResult::itemSlot)
                    .distinct()
                    .forEach(slot -> practicals.queue(id, slot));
        }
    }

    /**
     * Takes up what the candidate answered wrong in an exam, and takes back what is wrong no longer. In a transaction of its own, since it locks each item of
     * the book that it touches, and an exam may have thousands of candidates.
     */
    @Transactional(propagation = Propagation.REQUIRES_NEW)
    void keepMistakes(AttemptId id) {
        List<Answer> wrong = answers(id, Source.EXAM).stream()
                .filter(answer -> !answer.correct())
                .toList();
        wrong.forEach(this::keep);
        PersonId person = attempts.get(id).person();
        answers.takeBack(id, wrong.stream().map(Answer::slot).toList()).forEach(item -> {
            mistakes.recompute(person, item);
            mistakes.forgetIfNeverWrong(person, item);
        });
    }

    /**
     * What was answered, an item at a time; one left blank, or a text that nobody has marked, tells nothing about what
     * somebody knows.
     */
    private List<Answer> answers(AttemptId id, Source source) {
        AttemptSummary summary = attempts.get(id);
        Instant endedAt = summary.endedAt();
        if (endedAt == null) {
            return List.of();
        }
        Map<Integer, List<SlotResult>> items = attempts.results(id).stream()
                .collect(Collectors.groupingBy(SlotResult::itemSlot, TreeMap::new, Collectors.toList()));
        return items.entrySet().stream()
                .filter(item -> item.getValue().stream().anyMatch(PracticeRecords::isAnswered))
                .filter(item -> item.getValue().stream().noneMatch(SlotResult::isUnmarked))
                .filter(item -> !item.getValue().stream().allMatch(SlotResult::isTakenOut))
                .map(item -> new Answer(
                        id,
                        item.getKey(),
                        summary.person(),
                        item.getValue().getFirst().item(),
                        item.getValue().stream().allMatch(slot -> slot.isGoodEnough() || slot.isTakenOut()),
                        endedAt,
                        source))
                .toList();
    }

    private static boolean isAnswered(SlotResult result) {
        return result.value() != null && !result.value().isNull();
    }

    private void keep(Answer answer) {
        if (answers.add(answer)) {
            met.answered(answer.person(), answer.item(), answer.at());
            mistakes.recompute(answer.person(), answer.item());
        }
    }
}
