package org.lianbing.bank.ui;

import java.util.List;
import java.util.stream.IntStream;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.OrderedList;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;

import org.lianbing.bank.CasePart;
import org.lianbing.bank.Interaction;
import org.lianbing.bank.ItemContent;
import org.lianbing.bank.ItemText;
import org.lianbing.bank.Option;
import org.lianbing.base.ui.Prose;

/** Key and explanation of an item by themselves, beside what its candidates see. */
final class KeySheet extends Div {

    private final transient ItemText text;

    KeySheet(ItemText text, ItemContent content) {
        this.text = text;
        addClassNames("item-paper", "key-sheet");
        add(key(content.interaction()));
        explain(this, content.explanation());
    }

    private Component key(Interaction interaction) {
        return switch (interaction) {
            case Interaction.TrueFalse truth -> said(getTranslation(truth.key() ? "exchange.true" : "exchange.false"));
            case Interaction.SingleChoice choice -> options(choice.options());
            case Interaction.MultipleChoice choice -> options(choice.options());
            case Interaction.Numeric number -> said(ItemPaper.said(number));
            case Interaction.Ordering ordering -> steps(ordering.steps());
            case Interaction.Case all -> parts(all.parts());
            // The score sheet is before whoever does the work.
            case Interaction.Practical task -> new Div();
            default -> new KeyParts(text, interaction);
        };
    }

    private static Component said(String words) {
        Paragraph key = new Paragraph(words);
        key.addClassName("number-key");
        return key;
    }

    /** The right ones with their letters, and why each option is right or wrong. */
    private Component options(List<Option> options) {
        Div list = new Div();
        list.addClassName("options");
        for (int place = 0; place < options.size(); place++) {
            Option option = options.get(place);
            if (option.correct() || option.why() != null) {
                list.add(option(String.valueOf((char) ('A' + place)), option));
            }
        }
        if (options.stream().noneMatch(Option::correct)) {
            Paragraph none = new Paragraph(getTranslation("bankui.live.no-key"));
            none.addClassNames("small", "muted");
            list.add(none);
        }
        return list;
    }

    private Component option(String letter, Option option) {
        Span mark = new Span(letter);
        mark.addClassName("letter");
        Div words = new Div(new Prose(text.inlineHtml(option.text()), "prose", "text"));
        words.addClassName("grow");
        if (option.why() != null) {
            words.add(new Prose(text.inlineHtml(option.why()), "prose", "why", "small", "muted"));
        }
        Div line = new Div(mark, words);
        line.addClassName("option");
        line.setClassName("key", option.correct());
        return line;
    }

    private Component steps(List<String> steps) {
        OrderedList list = new OrderedList();
        list.addClassName("steps");
        steps.forEach(step -> list.add(new ListItem(new Prose(text.inlineHtml(step), "prose", "text"))));
        return list;
    }

    private Component parts(List<CasePart> parts) {
        Div all = new Div();
        all.addClassName("case-parts");
        IntStream.range(0, parts.size()).forEach(place -> {
            CasePart part = parts.get(place);
            Span number = new Span(getTranslation("bankui.edit.part", place + 1));
            number.addClassNames("small", "muted");
            Div one = new Div(number, key(part.interaction()));
            one.addClassName("case-part");
            explain(one, part.explanation());
            all.add(one);
        });
        return all;
    }

    private void explain(Div below, String explanation) {
        if (!explanation.isBlank()) {
            Div box = new Div(new Prose(text.html(explanation), "prose", "why"));
            box.addClassName("explanation");
            below.add(box);
        }
    }
}
