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
import org.lianbing.paper.FormId;
import org.lianbing.paper.Forms;
import org.lianbing.paper.Slot;
import org.lianbing.paper.SlotKey;

/** The questions of an exam whose answers people mark: the same item of several forms is one question. */
@Component
class Questions {

    private final PaperTable papers;
    private final Forms forms;

    Questions(PaperTable papers, Forms forms) {
        this.papers = papers;
        this.forms = forms;
    }

    private record Place(SlotOfForm at, Slot slot) {}

    /** All of them, in the order of the forms. */
    List<Question> of(ExamId exam) {
        Map<List<Object>, List<Place>> same = new LinkedHashMap<>();
        for (FormId form : papers.forms(exam)) {
            for (Slot slot : forms.get(form).slots()) {
                if (slot.key() instanceof SlotKey.Written) {
                    Slot.Part part = slot.part();
                    same.computeIfAbsent(
                                    List.of(slot.version(), part == null ? 0 : part.place(), slot.maxScore()),
                                    item -> new ArrayList<>())
                            .add(new Place(new SlotOfForm(form, slot.number()), slot));
                }
            }
        }
        List<Question> questions = new ArrayList<>();
        for (List<Place> places : same.values()) {
            Slot slot = places.getFirst().slot();
            questions.add(new Question(
                    questions.size() + 1,
                    slot.type(),
                    slot.maxScore(),
                    places.stream().map(Place::at).toList()));
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
