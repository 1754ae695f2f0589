package org.lianbing.exam;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

import org.lianbing.attempt.SlotFigures;
import org.lianbing.paper.Form;
import org.lianbing.paper.Forms;
import org.lianbing.paper.Slot;
import org.lianbing.paper.SlotFeedback;
import org.lianbing.paper.SlotKey;
import org.lianbing.paper.SlotRuling;

/** Lays the slots of a paper out with how they were answered, and marks those whose key may be wrong. */
@Component
class SlotSheets {

    /** Below this nobody can tell chance from a wrong key. */
    private static final int LEAST_ATTEMPTS = 4;

    private final Forms forms;
    private final ItemPlaces places;
    private final org.lianbing.attempt.Figures figures;

    SlotSheets(Forms forms, ItemPlaces places, org.lianbing.attempt.Figures figures) {
        this.forms = forms;
        this.places = places;
        this.figures = figures;
    }

    List<SlotSheet> of(Exam exam) {
        Map<ItemPlaces.Place, List<ItemPlaces.Place>> byForm = places.all(exam).stream()
                .collect(Collectors.groupingBy(
                        place -> new ItemPlaces.Place(place.number(), place.form(), 0),
                        LinkedHashMap::new,
                        Collectors.toList()));
        List<SlotSheet> sheets = new ArrayList<>();
        byForm.forEach((form, own) -> sheets.addAll(of(exam, form, own)));
        return sheets;
    }

    /** Of one form: what no form before it has; the figures are those of whoever had this form. */
    private List<SlotSheet> of(Exam exam, ItemPlaces.Place place, List<ItemPlaces.Place> own) {
        Form form = forms.get(place.form());
        Map<Integer, SlotFeedback> feedbacks = forms.opened(place.form());
        Map<Integer, SlotFigures> found = figures.of(exam.purpose(), form).stream()
                .collect(Collectors.toMap(SlotFigures::slot, Function.identity()));
        return own.stream()
                .map(one -> form.slot(one.slot()))
                .map(slot -> new SlotSheet(
                        place.number(),
                        slot,
                        feedbacks.get(slot.number()),
                        found.get(slot.number()),
                        flags(slot, found.get(slot.number()))))
                .toList();
    }

    private static Set<SlotSheet.Flag> flags(Slot slot, @Nullable SlotFigures figures) {
        Set<SlotSheet.Flag> flags = EnumSet.noneOf(SlotSheet.Flag.class);
        boolean isVoid = slot.ruling() instanceof SlotRuling.FullMarks || slot.ruling() instanceof SlotRuling.TakenOut;
        if (figures == null || isVoid) {
            return flags;
        }
        int right = figures.given().stream()
                .filter(SlotFigures.Given::right)
                .mapToInt(SlotFigures.Given::times)
                .sum();
        int wrong = figures.given().stream()
                .filter(given -> given.fraction() != null && given.fraction().signum() == 0)
                .mapToInt(SlotFigures.Given::times)
                .max()
                .orElse(0);
        if (wrong > right && !(slot.key() instanceof SlotKey.Variants)) {
            flags.add(SlotSheet.Flag.WRONG_BEATS_KEY);
        }
        if (figures.attempts() >= LEAST_ATTEMPTS && figures.discrimination() < 0) {
            flags.add(SlotSheet.Flag.GOOD_FAIL);
        }
        return flags;
    }
}
