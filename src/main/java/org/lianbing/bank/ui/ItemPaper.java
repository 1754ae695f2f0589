package org.lianbing.bank.ui;

import java.util.List;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.OrderedList;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;

import org.lianbing.bank.Interaction;
import org.lianbing.bank.ItemContent;
import org.lianbing.bank.ItemText;
import org.lianbing.bank.Option;
import org.lianbing.base.ui.Icons;
import org.lianbing.base.ui.Prose;
import org.lianbing.base.ui.Tag;
import org.lianbing.base.ui.Tone;

/** An item as a candidate meets it, with the key marked and the explanation below. */
public class ItemPaper extends Div {

    private final transient ItemText text;

    public ItemPaper(ItemText text, ItemContent content) {
        this.text = text;
        addClassName("item-paper");
        Div head = new Div(
                new Tag(Words.of(this, content.interaction().type()), Tone.BLUE),
                new Tag(getTranslation("bankui.difficulty", content.difficulty()), Tone.PLAIN));
        head.addClassNames("row", "wrap");
        add(head, prose("stem", text.html(content.stem())), answer(content.interaction()));
        if (!content.explanation().isBlank()) {
            Paragraph label = new Paragraph(getTranslation("exchange.column.explanation"));
            label.addClassNames("small", "muted");
            Div explanation = new Div(label, prose("why", text.html(content.explanation())));
            explanation.addClassName("explanation");
            add(explanation);
        }
    }

    private Component answer(Interaction interaction) {
        return switch (interaction) {
            case Interaction.TrueFalse truth ->
                options(
                        List.of(
                                new Option(getTranslation("exchange.true"), truth.key(), null),
                                new Option(getTranslation("exchange.false"), !truth.key(), null)),
                        false);
            case Interaction.SingleChoice choice -> options(choice.options(), true);
            case Interaction.MultipleChoice choice -> options(choice.options(), true);
            case Interaction.Ordering ordering -> steps(ordering.steps());
            case Interaction.Numeric number -> number(number);
            case Interaction.Case all -> parts(all);
            default -> new KeyParts(text, interaction);
        };
    }

    private Component options(List<Option> options, boolean lettered) {
        Div list = new Div();
        list.addClassName("options");
        for (int i = 0; i < options.size(); i++) {
            list.add(option(lettered ? String.valueOf((char) ('A' + i)) : "", options.get(i)));
        }
        return list;
    }

    private Component option(String letter, Option option) {
        Div words = new Div(prose("text", text.inlineHtml(option.text())));
        words.addClassName("grow");
        if (option.why() != null) {
            Prose why = prose("why", text.inlineHtml(option.why()));
            why.addClassNames("small", "muted");
            words.add(why);
        }
        Div line = new Div();
        line.addClassName("option");
        if (!letter.isEmpty()) {
            Span mark = new Span(letter);
            mark.addClassName("letter");
            line.add(mark);
        }
        line.add(words);
        if (option.correct()) {
            line.addClassName("key");
            Span key = new Span(Icons.of("check"), new Span(getTranslation("bankui.key")));
            key.addClassName("key-mark");
            line.add(key);
        }
        return line;
    }

    private Component steps(List<String> steps) {
        OrderedList list = new OrderedList();
        list.addClassName("steps");
        steps.forEach(step -> list.add(new ListItem(prose("text", text.inlineHtml(step)))));
        return list;
    }

    /** The questions of a case, each with what is right in it. */
    private Component parts(Interaction.Case all) {
        Div parts = new Div();
        parts.addClassName("case-parts");
        all.parts().forEach(part -> {
            Div one = new Div(prose("stem", text.html(part.stem())), answer(part.interaction()));
            one.addClassName("case-part");
            parts.add(one);
        });
        return parts;
    }

    private static Component number(Interaction.Numeric number) {
        Paragraph key = new Paragraph(said(number));
        key.addClassName("number-key");
        return key;
    }

    /** A number with its tolerance and its unit. */
    static String said(Interaction.Numeric number) {
        boolean exact = number.tolerance().signum() == 0;
        return (number.key().toPlainString()
                        + (exact ? "" : " ± " + number.tolerance().toPlainString())
                        + " "
                        + number.unit())
                .strip();
    }

    private static Prose prose(String part, String safeHtml) {
        return new Prose(safeHtml, "prose", part);
    }
}
