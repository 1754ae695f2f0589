package org.lianbing.exam;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

import org.springframework.stereotype.Component;

import org.lianbing.base.Problem;
import org.lianbing.exam.store.PaperTable;
import org.lianbing.paper.FormId;
import org.lianbing.paper.Forms;
import org.lianbing.paper.Slot;
import org.lianbing.paper.SlotPlace;

/** Where the items of an exam stand, which may be in several of its forms; no form is read to find them in others. */
@Component
class ItemPlaces {

    private final PaperTable papers;
    private final Forms forms;

    ItemPlaces(PaperTable papers, Forms forms) {
        this.papers = papers;
        this.forms = forms;
    }

    /**
     * A slot of one form.
     *
     * @param number of the form, from 1; 0 where there is one alone
     * @param form its id
     * @param slot from 1
     */
    record Place(int number, FormId form, int slot) {}

    /**
     * All places of what stands at one, in the order of the forms; the first is where a correction is addressed.
     *
     * @param number of the form, from 1, or 0
     */
    List<Place> of(Exam exam, int number, int slot) {
        List<FormId> all = papers.forms(exam.id());
        int form = Math.max(1, number);
        if (form > all.size() || slot < 1 || slot > slots(all.get(form - 1)).size()) {
            throw Problem.notFound("base.not-found");
        }
        return numbered(all, forms.places(all, slots(all.get(form - 1)).get(slot - 1)));
    }

    /** Every item once, at its first place. */
    List<Place> all(Exam exam) {
        List<FormId> all = papers.forms(exam.id());
        return numbered(all, forms.firstPlaces(all));
    }

    private static List<Place> numbered(List<FormId> all, List<SlotPlace> found) {
        Map<FormId, Integer> numbers = new HashMap<>();
        all.forEach(form -> numbers.put(form, all.size() == 1 ? 0 : numbers.size() + 1));
        return found.stream()
                .map(place -> new Place(numbers.getOrDefault(place.form(), 0), place.form(), place.slot()))
                .toList();
    }

    /** The forms of the exam in their order. */
    List<FormId> forms(Exam exam) {
        return papers.forms(exam.id());
    }

    private List<Slot> slots(FormId form) {
        return forms.frozen(form).slots();
    }
}
