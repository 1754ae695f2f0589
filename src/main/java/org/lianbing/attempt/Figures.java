package org.lianbing.attempt;

import java.math.BigDecimal;
import java.util.List;

import org.springframework.stereotype.Service;

import org.lianbing.attempt.scoring.Responses;
import org.lianbing.attempt.scoring.Scoring;
import org.lianbing.attempt.store.FigureRows;
import org.lianbing.paper.Form;
import org.lianbing.paper.Slot;
import org.lianbing.paper.SlotKey;

/** How the slots of a form were answered, for those who look for a wrong key; the caller decides who may know. */
@Service
public class Figures {

    private final FigureRows rows;

    Figures(FigureRows rows) {
        this.rows = rows;
    }

    /** By slot, over all attempts at this form that have a score; none where nobody has. */
    public List<SlotFigures> of(Purpose purpose, Form form) {
        return rows.of(purpose, form.id()).stream()
                .map(figures -> judged(figures, form.slot(figures.slot())))
                .toList();
    }

    private static SlotFigures judged(SlotFigures figures, Slot slot) {
        return slot.key() instanceof SlotKey.Variants
                ? figures
                : new SlotFigures(
                        figures.slot(),
                        figures.attempts(),
                        figures.facility(),
                        figures.strong(),
                        figures.weak(),
                        figures.given().stream()
                                .map(given -> judged(given, slot))
                                .toList());
    }

    private static SlotFigures.Given judged(SlotFigures.Given given, Slot slot) {
        BigDecimal fraction = Responses.stored(slot, given.value())
                .map(response ->
                        Scoring.score(slot, response, Behaviour.DEFERRED).fraction())
                .orElse(BigDecimal.ZERO);
        return new SlotFigures.Given(given.value(), given.times(), given.strong(), fraction);
    }
}
