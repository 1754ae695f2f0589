package org.lianbing.bank.ui;

import java.util.ArrayList;
import java.util.List;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Key;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.NativeButton;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.data.value.ValueChangeMode;

import org.lianbing.bank.ItemText;
import org.lianbing.bank.ItemType;
import org.lianbing.bank.review.BlindPaper.Ask;
import org.lianbing.bank.review.BlindSolves.Blind;
import org.lianbing.base.ui.Prose;
import org.lianbing.base.ui.Tag;
import org.lianbing.base.ui.Tone;

/** An item as a candidate meets it, to be answered by clicks or keys: A to H or 1 to 9, T and F. */
class BlindSheet extends Div {

    private static final int LETTERS = 8;

    private final transient Ask ask;
    private final transient ItemText text;
    private final transient Runnable enter;
    private final List<NativeButton> choices = new ArrayList<>();
    private final List<Integer> picked = new ArrayList<>();
    private final TextField number = new TextField();
    private final List<TextField> texts = new ArrayList<>();

    /** {@code enter} hands the answer in, where somebody presses Enter in a field. */
    BlindSheet(ItemText text, Blind paper, Runnable enter) {
        this.ask = paper.ask();
        this.text = text;
        this.enter = enter;
        addClassNames("item-paper", "blind");
        Prose stem = new Prose(text.html(paper.stem()), "prose", "stem");
        Div head = new Div(new Tag(Words.of(this, ItemType.find(paper.type()).orElseThrow()), Tone.BLUE));
        head.addClassNames("row", "wrap");
        add(head, stem, answer());
        Paragraph hint = new Paragraph(getTranslation(hintKey()));
        hint.addClassNames("small", "muted");
        add(hint);
    }

    /** Takes a key; false where it means nothing here. */
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

    /** What is answered so far; empty where nothing is, or not all steps are placed. */
    List<String> response() {
        return switch (ask) {
            case Ask.Truth truth -> picked.isEmpty() ? List.of() : List.of(String.valueOf(picked.getFirst() == 0));
            case Ask.Pick pick -> picked.stream().map(String::valueOf).toList();
            case Ask.Order order ->
                picked.size() < order.steps().size()
                        ? List.of()
                        : picked.stream().map(String::valueOf).toList();
            case Ask.Words asked ->
                texts.stream().anyMatch(TextField::isEmpty)
                        ? List.of()
                        : texts.stream().map(field -> field.getValue().strip()).toList();
            case Ask.Number asked ->
                number.getValue().isBlank()
                        ? List.of()
                        : List.of(number.getValue().strip());
        };
    }

    private Component answer() {
        return switch (ask) {
            case Ask.Truth truth -> {
                addChoice("T", getTranslation("exchange.true"));
                addChoice("F", getTranslation("exchange.false"));
                yield list();
            }
            case Ask.Pick pick -> {
                for (int i = 0; i < pick.options().size(); i++) {
                    addChoice(letter(i), text.inlineHtml(pick.options().get(i)));
                }
                yield list();
            }
            case Ask.Order order -> {
                order.steps().forEach(step -> addChoice("", text.inlineHtml(step)));
                mark();
                yield list();
            }
            case Ask.Words asked -> {
                for (int i = 0; i < asked.texts(); i++) {
                    TextField field = new TextField(
                            asked.texts() == 1
                                    ? getTranslation("bankui.blind.number")
                                    : getTranslation("bankui.blind.blank", i + 1));
                    field.setValueChangeMode(ValueChangeMode.EAGER);
                    field.setAutofocus(i == 0);
                    field.addKeyDownListener(Key.ENTER, pressed -> enter.run());
                    texts.add(field);
                }
                Div all = new Div();
                all.addClassName("options");
                texts.forEach(all::add);
                yield all;
            }
            case Ask.Number asked -> {
                number.setLabel(getTranslation("bankui.blind.number"));
                number.setSuffixComponent(new Span(asked.unit()));
                number.setValueChangeMode(ValueChangeMode.EAGER);
                number.setAutofocus(true);
                number.addKeyDownListener(Key.ENTER, pressed -> enter.run());
                yield number;
            }
        };
    }

    private Div list() {
        Div list = new Div();
        list.addClassName("options");
        choices.forEach(list::add);
        return list;
    }

    private void addChoice(String mark, String safeHtml) {
        int place = choices.size();
        Span letter = new Span(mark);
        letter.addClassName("letter");
        Prose words = new Prose(safeHtml, "prose", "text", "grow");
        NativeButton choice = new NativeButton();
        choice.add(letter, words);
        choice.addClassName("option");
        choice.getElement().setAttribute("aria-pressed", "false");
        choice.addClickListener(click -> pick(place));
        choices.add(choice);
    }

    private void pick(int place) {
        boolean one = ask instanceof Ask.Truth || (ask instanceof Ask.Pick pick && !pick.several());
        if (picked.contains(place)) {
            picked.remove(Integer.valueOf(place));
        } else {
            if (one) {
                picked.clear();
            }
            picked.add(place);
        }
        mark();
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

    private String hintKey() {
        return switch (ask) {
            case Ask.Truth truth -> "bankui.blind.hint.truth";
            case Ask.Pick pick -> pick.several() ? "bankui.blind.hint.several" : "bankui.blind.hint.one";
            case Ask.Order order -> "bankui.blind.hint.order";
            case Ask.Number asked -> "bankui.blind.hint.number";
            case Ask.Words asked -> "bankui.blind.hint.words";
        };
    }

    static String letter(int place) {
        return String.valueOf((char) ('A' + place));
    }
}
