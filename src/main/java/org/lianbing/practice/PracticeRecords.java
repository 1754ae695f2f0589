package org.lianbing.practice;

import java.math.BigDecimal;
import java.time.Instant;

import org.springframework.modulith.events.ApplicationModuleListener;
import org.springframework.stereotype.Component;

import org.lianbing.attempt.AttemptId;
import org.lianbing.attempt.AttemptSummary;
import org.lianbing.attempt.Attempts;
import org.lianbing.attempt.AttemptsScored;
import org.lianbing.attempt.SlotChecked;
import org.lianbing.attempt.SlotResult;
import org.lianbing.practice.store.AnswerTable;
import org.lianbing.practice.store.AnswerTable.Answer;
import org.lianbing.practice.store.MetTable;
import org.lianbing.practice.store.MistakeTable;

/**
 * Keeps what was answered in practice. An answer counts once, by attempt and slot, however often it is told; the
 * mistake book is computed from the answers, so the order of the events does not matter. Answers in exams are not taken
 * up: their keys may still be secret.
 */
@Component
class PracticeRecords {

    private final AnswerTable answers;
    private final MetTable met;
    private final MistakeTable mistakes;
    private final Attempts attempts;

    PracticeRecords(AnswerTable answers, MetTable met, MistakeTable mistakes, Attempts attempts) {
        this.answers = answers;
        this.met = met;
        this.mistakes = mistakes;
        this.attempts = attempts;
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
                    checked.at()));
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
        AttemptSummary summary = attempts.get(id);
        Instant endedAt = summary.endedAt();
        if (endedAt == null) {
            return;
        }
        for (SlotResult result : attempts.results(id)) {
            if (result.value() != null && !result.value().isNull()) {
                boolean correct = result.fraction().compareTo(BigDecimal.ONE) == 0;
                keep(new Answer(id, result.slot(), summary.person(), result.item(), correct, endedAt));
            }
        }
    }

    private void keep(Answer answer) {
        if (answers.add(answer)) {
            met.answered(answer.person(), answer.item(), answer.at());
            mistakes.recompute(answer.person(), answer.item());
        }
    }
}
