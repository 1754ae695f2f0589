package org.lianbing.exam;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

import org.lianbing.bank.ItemVersionId;
import org.lianbing.base.Problem;
import org.lianbing.exam.store.PaperTable;
import org.lianbing.paper.FormId;
import org.lianbing.paper.Forms;
import org.lianbing.paper.Slot;

/** Where the items of an exam stand, which may be in several of its forms. */
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

    /** What is answered there: an item, or a part of a 案例. */
    private record Asked(ItemVersionId version, int part) {
        static Asked at(Slot slot) {
            Slot.Part part = slot.part();
            return new Asked(slot.version(), part == null ? 0 : part.place());
        }
    }

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
        Asked asked = Asked.at(slots(all.get(form - 1)).get(slot - 1));
        List<Place> places = new ArrayList<>();
        for (int at = 0; at < all.size(); at++) {
            Place place = find(all, at, asked);
            if (place != null) {
                places.add(place);
            }
        }
        return places;
    }

    private @Nullable Place find(List<FormId> all, int at, Asked asked) {
        return slots(all.get(at)).stream()
                .filter(slot -> Asked.at(slot).equals(asked))
                .map(slot -> new Place(all.size() == 1 ? 0 : at + 1, all.get(at), slot.number()))
                .findFirst()
                .orElse(null);
    }

    /** Every item once, at its first place. */
    List<Place> all(Exam exam) {
        List<FormId> all = papers.forms(exam.id());
        Set<Asked> seen = new HashSet<>();
        List<Place> places = new ArrayList<>();
        for (int at = 0; at < all.size(); at++) {
            int number = all.size() == 1 ? 0 : at + 1;
            for (Slot slot : slots(all.get(at))) {
                if (seen.add(Asked.at(slot))) {
                    places.add(new Place(number, all.get(at), slot.number()));
                }
            }
        }
        return places;
    }

    /** The forms of the exam in their order. */
    List<FormId> forms(Exam exam) {
        return papers.forms(exam.id());
    }

    private List<Slot> slots(FormId form) {
        return forms.frozen(form).slots();
    }
}
