package org.lianbing.base.ui;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Consumer;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.NativeButton;

/**
 * Filters as chips with counts; one of them is chosen.
 *
 * @param <T> what a chip stands for
 */
public class Chips<T> extends Div {

    private final Map<T, NativeButton> chips = new LinkedHashMap<>();
    private final Consumer<T> chosen;

    public Chips(String label, Consumer<T> chosen) {
        this.chosen = chosen;
        addClassName("chips");
        getElement().setAttribute("role", "group").setAttribute("aria-label", label);
    }

    /** Adds a chip, or changes the words of the one that is there. */
    public void put(T value, String text) {
        chips.computeIfAbsent(value, this::chip).setText(text);
    }

    /** Whether there is a chip for the value. */
    public boolean has(T value) {
        return chips.containsKey(value);
    }

    /** Shows the chip as chosen without telling anybody. */
    public void mark(T value) {
        chips.forEach((other, button) ->
                button.getElement().setAttribute("aria-pressed", String.valueOf(other.equals(value))));
    }

    private NativeButton chip(T value) {
        NativeButton button = new NativeButton();
        button.addClassName("chip");
        button.getElement().setAttribute("aria-pressed", "false");
        button.addClickListener(click -> {
            mark(value);
            chosen.accept(value);
        });
        add(button);
        return button;
    }
}
