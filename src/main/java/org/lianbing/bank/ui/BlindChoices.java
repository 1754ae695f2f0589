package org.lianbing.bank.ui;

import java.util.ArrayList;
import java.util.List;

import com.vaadin.flow.component.html.NativeButton;
import com.vaadin.flow.component.html.Span;

import org.lianbing.bank.ItemText;
import org.lianbing.bank.review.Ask;
import org.lianbing.base.ui.Prose;

/** Right or wrong, options, or steps, by clicks or keys: A to H or 1 to 9, T and F. */
class BlindChoices extends BlindAnswer {

    private static final int LETTERS = 8;

    private final transient Ask ask;
    private final List<NativeButton> choices = new ArrayList<>();
    private final List<Integer> picked = new ArrayList<>();

    BlindChoices(Ask ask, ItemText text) {
        this.ask = ask;
        addClassName("options");
        switch (ask) {
            case Ask.Truth truth -> {
                addChoice("T", getTranslation("exchange.true"));
                addChoice("F", getTranslation("exchange.false"));
            }
            case Ask.Pick pick -> {
                for (int i = 0; i < pick.options().size(); i++) {
                    addChoice(letter(i), text.inlineHtml(pick.options().get(i)));
                }
            }
            case Ask.Order order -> order.steps().forEach(step -> addChoice("", text.inlineHtml(step)));
            default -> throw new IllegalArgumentException("nothing to choose: " + ask);
        }
        mark();
    }

    @Override
    List<String> response() {
        return switch (ask) {
            case Ask.Truth truth -> picked.isEmpty() ? List.of() : List.of(String.valueOf(picked.getFirst() == 0));
            case Ask.Order order -> picked.size() < order.steps().size() ? List.of() : places();
            default -> places();
        };
    }

    private List<String> places() {
        return picked.stream().map(String::valueOf).toList();
    }

    @Override
    String hint() {
        return switch (ask) {
            case Ask.Truth truth -> "bankui.blind.hint.truth";
            case Ask.Order order -> "bankui.blind.hint.order";
            default -> one() ? "bankui.blind.hint.one" : "bankui.blind.hint.several";
        };
    }

    @Override
    boolean press(String key) {
        if (key.equals("Backspace")) {
            picked.clear();
            mark();
            return true;
        }
        int place = place(key);
        if (place < 0 || place >= choices.size()) {
            return false;
        }
        pick(place);
        return true;
    }

    private int place(String key) {
        if (key.length() != 1) {
            return -1;
        }
        char pressed = Character.toUpperCase(key.charAt(0));
        if (ask instanceof Ask.Truth) {
            return "TF".indexOf(pressed) >= 0 ? "TF".indexOf(pressed) : "12".indexOf(pressed);
        }
        if (pressed >= '1' && pressed <= '9') {
            return pressed - '1';
        }
        return pressed >= 'A' && pressed < 'A' + LETTERS ? pressed - 'A' : -1;
    }

    private void addChoice(String mark, String safeHtml) {
        int place = choices.size();
        Span letter = new Span(mark);
        letter.addClassName("letter");
        NativeButton choice = new NativeButton();
        choice.add(letter, new Prose(safeHtml, "prose", "text", "grow"));
        choice.addClassName("option");
        choice.addClickListener(click -> pick(place));
        choices.add(choice);
        add(choice);
    }

    private void pick(int place) {
        if (picked.contains(place)) {
            picked.remove(Integer.valueOf(place));
        } else {
            if (one()) {
                picked.clear();
            }
            picked.add(place);
        }
        mark();
    }

    private boolean one() {
        return ask instanceof Ask.Truth || (ask instanceof Ask.Pick pick && !pick.several());
    }

    private void mark() {
        for (int i = 0; i < choices.size(); i++) {
            NativeButton choice = choices.get(i);
            choice.getElement().setAttribute("aria-pressed", String.valueOf(picked.contains(i)));
            if (ask instanceof Ask.Order) {
                Span letter = (Span) choice.getComponentAt(0);
                letter.setText(picked.contains(i) ? String.valueOf(picked.indexOf(i) + 1) : "·");
            }
        }
    }

    static String letter(int place) {
        return String.valueOf((char) ('A' + place));
    }
}
