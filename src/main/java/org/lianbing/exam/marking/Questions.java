package org.lianbing.exam.marking;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.springframework.stereotype.Component;

import org.lianbing.attempt.SlotOfForm;
import org.lianbing.base.Problem;
import org.lianbing.exam.ExamId;
import org.lianbing.exam.store.PaperTable;
import org.lianbing.paper.Forms;
import org.lianbing.paper.SlotPlace;

/** The questions of an exam whose answers people mark: the same item of several forms is one question. */
@Component
class Questions {

    private final PaperTable papers;
    private final Forms forms;

    Questions(PaperTable papers, Forms forms) {
        this.papers = papers;
        this.forms = forms;
    }

    /** All of them, in the order of the forms. */
    List<Question> of(ExamId exam) {
        Map<List<Object>, List<SlotPlace>> same = new LinkedHashMap<>();
        for (SlotPlace place : forms.written(papers.forms(exam))) {
            same.computeIfAbsent(List.of(place.version(), place.part(), place.maxScore()), item -> new ArrayList<>())
                    .add(place);
        }
        List<Question> questions = new ArrayList<>();
        for (List<SlotPlace> places : same.values()) {
            SlotPlace first = places.getFirst();
            questions.add(new Question(
                    questions.size() + 1,
                    first.type(),
                    first.maxScore(),
                    places.stream()
                            .map(place -> new SlotOfForm(place.form(), place.slot()))
                            .toList()));
        }
        return List.copyOf(questions);
    }

    /** One of them. */
    Question get(ExamId exam, int number) {
        return of(exam).stream()
                .filter(question -> question.number() == number)
                .findFirst()
                .orElseThrow(() -> Problem.notFound("base.not-found"));
    }
}
