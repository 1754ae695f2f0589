package org.lianbing.exam;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.springframework.stereotype.Component;

import org.lianbing.base.Problem;
import org.lianbing.paper.Forms;
import org.lianbing.paper.FrozenSlot;
import org.lianbing.paper.KeyTransfer;
import org.lianbing.paper.SlotRuling;

/** Says what a ruling for a slot of one form says for every form in which the item stands. */
@Component
class Rulings {

    private final ItemPlaces places;
    private final Forms forms;
    private final KeyTransfer transfer;

    Rulings(ItemPlaces places, Forms forms, KeyTransfer transfer) {
        this.places = places;
        this.forms = forms;
        this.transfer = transfer;
    }

    /**
     * The ruling in the tokens of each form, in the order of the forms.
     *
     * @throws Problem invalid {@code exam.correction.uneven}, where an item is to be taken out that some form does not
     *     have: the forms would no longer count the same
     */
    Map<ItemPlaces.Place, SlotRuling> everywhere(Exam exam, int number, int slot, SlotRuling ruling) {
        List<ItemPlaces.Place> all = places.of(exam, number, slot);
        if (ruling instanceof SlotRuling.TakenOut
                && all.size() < places.forms(exam).size()) {
            throw Problem.invalid("exam.correction.uneven").with("field", "kind");
        }
        FrozenSlot from = forms.frozenSlot(own(all, number).form(), slot);
        Map<ItemPlaces.Place, SlotRuling> rulings = new LinkedHashMap<>();
        for (ItemPlaces.Place place : all) {
            boolean here = place.number() == number || all.size() == 1;
            rulings.put(place, here ? ruling : transfer.of(ruling, from, forms.frozenSlot(place.form(), place.slot())));
        }
        return rulings;
    }

    /** The place of that form; the first one, where none was named. */
    private static ItemPlaces.Place own(List<ItemPlaces.Place> all, int number) {
        return all.stream()
                .filter(place -> place.number() == number)
                .findFirst()
                .orElse(all.getFirst());
    }
}
