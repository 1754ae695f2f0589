package org.lianbing.exam;

import java.util.stream.Stream;

import org.springframework.modulith.events.ApplicationModuleListener;
import org.springframework.stereotype.Component;

import org.lianbing.attempt.AttemptSummary;
import org.lianbing.exam.store.ExamTable;
import org.lianbing.practice.ExamMistakes;

/**
 * When nothing of a paper is secret any more, what went wrong enters the mistake books. An attempt that is void stays
 * out; restored, it is taken up then. After a correction the books follow.
 */
@Component
class MistakesOut {

    private final ExamTable exams;
    private final Exams sittings;
    private final ExamMistakes mistakes;

    MistakesOut(ExamTable exams, Exams sittings, ExamMistakes mistakes) {
        this.exams = exams;
        this.sittings = sittings;
        this.mistakes = mistakes;
    }

    @ApplicationModuleListener
    void on(ExamDisclosed disclosed) {
        takeUp(disclosed.exam());
    }

    @ApplicationModuleListener
    void on(ResultsCorrected corrected) {
        takeUp(corrected.exam());
    }

    private void takeUp(ExamId id) {
        exams.find(id)
                .filter(exam ->
                        exam.let().disclosed() != null && exam.draft().results().showsAll())
                .ifPresent(exam -> sittings.sittings(id).stream()
                        .filter(Sitting::isScored)
                        .flatMap(one -> Stream.ofNullable(one.attempt()))
                        .map(AttemptSummary::id)
                        .forEach(mistakes::takeUp));
    }
}
