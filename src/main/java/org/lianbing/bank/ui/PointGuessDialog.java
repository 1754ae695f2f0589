package org.lianbing.bank.ui;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.grid.Grid;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;

import org.lianbing.bank.ItemText;
import org.lianbing.bank.exchange.PointGuesses.Guess;
import org.lianbing.trade.PointId;

/** Points that rows may test, guessed by what they say: a person takes those that are right. */
class PointGuessDialog extends Dialog {

    /** Takes what a person agreed to: rows by their point. */
    interface Taker {
        void take(Map<PointId, Set<Integer>> rows);
    }

    /** Guesses that are as sure as this are chosen from the start. */
    private static final double SURE = 0.6;

    private static final double HUNDRED = 100;

    private final Grid<Guess> grid = new Grid<>();
    private final Button take = new Button();

    /**
     * @param taker called with what was agreed to
     * @param otherwise called where a person rather says it for themselves
     */
    PointGuessDialog(ItemText text, List<Guess> guesses, Taker taker, Runnable otherwise) {
        setHeaderTitle(getTranslation("bankui.guess.title", guesses.size()));
        Paragraph hint = new Paragraph(getTranslation("bankui.guess.hint"));
        hint.addClassNames("small", "muted");
        grid.addClassNames("rows", "point-guesses");
        grid.setSelectionMode(Grid.SelectionMode.MULTI);
        grid.addColumn(Guess::row).setHeader("#").setWidth("60px").setFlexGrow(0);
        grid.addComponentColumn(guess -> clamped(text.plain(guess.stem())))
                .setHeader(getTranslation("exchange.column.stem"))
                .setWidth("220px")
                .setFlexGrow(2);
        grid.addComponentColumn(guess ->
                        clamped(guess.point().code() + " " + guess.point().name()))
                .setHeader(getTranslation("exchange.column.points"))
                .setWidth("160px")
                .setFlexGrow(1);
        grid.addColumn(guess -> getTranslation("bankui.guess.sure", Math.round(guess.confidence() * HUNDRED)))
                .setHeader(getTranslation("bankui.guess.confidence"))
                .setWidth("96px")
                .setFlexGrow(0);
        grid.setPartNameGenerator(guess -> "wrapped");
        grid.setItems(guesses);
        grid.addSelectionListener(chosen -> tell(chosen.getAllSelectedItems().size()));
        add(hint, grid);
        Button cancel = new Button(getTranslation("base.cancel"), click -> close());
        cancel.addThemeVariants(ButtonVariant.LUMO_TERTIARY);
        Button self = new Button(getTranslation("bankui.guess.self"), click -> {
            close();
            otherwise.run();
        });
        take.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
        take.addClickListener(click -> {
            taker.take(grid.getSelectedItems().stream()
                    .collect(Collectors.groupingBy(
                            guess -> guess.point().id(), Collectors.mapping(Guess::row, Collectors.toSet()))));
            close();
        });
        getFooter().add(cancel, self, take);
        guesses.stream().filter(guess -> guess.confidence() >= SURE).forEach(grid::select);
        tell(grid.getSelectedItems().size());
    }

    private void tell(int chosen) {
        take.setText(getTranslation("bankui.guess.take", chosen));
        take.setEnabled(chosen > 0);
    }

    private static Span clamped(String text) {
        Span words = new Span(text);
        words.addClassName("clamped");
        return words;
    }
}
