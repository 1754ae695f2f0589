package org.lianbing.exam.marking;

import java.util.List;

import org.jspecify.annotations.Nullable;

import org.lianbing.attempt.Mark;
import org.lianbing.attempt.WrittenAnswer;
import org.lianbing.paper.MarkingGuide;

/**
 * An answer before its marker: a number instead of a name, and no mark but their own.
 *
 * @param id which
 * @param question of the exam
 * @param number among the answers to that question
 * @param answer what was written, and what each point of the rubric counts at most
 * @param guide what was asked, and by what it is marked
 * @param marks the marker's own, the last one standing; empty until they gave one
 */
public record AnswerSheet(
        AnswerId id, Question question, int number, WrittenAnswer answer, MarkingGuide guide, List<Mark> marks) {

    public AnswerSheet {
        marks = List.copyOf(marks);
    }

    /** The marker's own mark that stands; null until they gave one. */
    public @Nullable Mark mark() {
        return marks.isEmpty() ? null : marks.getLast();
    }
}
