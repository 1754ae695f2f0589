package org.lianbing.bank.ui;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;

import com.vaadin.flow.component.html.Div;

import org.lianbing.bank.exchange.ImportFile;
import org.lianbing.bank.exchange.RowState;
import org.lianbing.base.ui.Chips;

/** The states of the rows of an import with their counts, to choose which are listed. */
class RowChips extends Div {

    private static final List<RowState> ALWAYS = List.of(RowState.READY, RowState.FAULTY);
    private static final List<RowState> WHERE_ANY =
            List.of(RowState.GUESSED, RowState.DUPLICATE, RowState.KNOWN, RowState.SKIPPED, RowState.COMMITTED);

    private final Chips<Set<RowState>> chips;

    RowChips(String label, Consumer<Set<RowState>> chosen) {
        chips = new Chips<>(label, chosen);
        add(chips);
        mark(EnumSet.allOf(RowState.class));
    }

    /** Shows how many rows stand where. */
    void show(ImportFile now) {
        chips.put(EnumSet.allOf(RowState.class), getTranslation("bankui.import.all", now.rows()));
        ALWAYS.forEach(state -> put(now, state));
        WHERE_ANY.stream()
                .filter(state -> now.count(state) > 0 || chips.has(EnumSet.of(state)))
                .forEach(state -> put(now, state));
    }

    /** Shows which are chosen, without telling anybody. */
    void mark(Set<RowState> states) {
        chips.mark(states);
    }

    private void put(ImportFile now, RowState state) {
        chips.put(EnumSet.of(state), getTranslation("bankui.row." + state) + " " + now.count(state));
    }
}
