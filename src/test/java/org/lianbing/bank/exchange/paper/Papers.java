package org.lianbing.bank.exchange.paper;

import java.util.List;
import java.util.stream.Collectors;

import org.lianbing.bank.Blank;
import org.lianbing.bank.Interaction;
import org.lianbing.bank.ItemContent;
import org.lianbing.bank.Option;
import org.lianbing.bank.exchange.format.Collected;

/** Reads papers for tests, and says their keys shortly. */
final class Papers {

    private Papers() {}

    /** A text as if it were pasted. */
    static Collected read(String text) {
        return Collected.of(new TextReader(), "paper.txt", text);
    }

    /** The keys of its questions in words. */
    static List<String> said(Collected paper) {
        return paper.contents().stream().map(Papers::said).toList();
    }

    /** The key in words. */
    static String said(ItemContent content) {
        return switch (content.interaction()) {
            case Interaction.TrueFalse truth -> String.valueOf(truth.key());
            case Interaction.SingleChoice choice -> keys(choice.options());
            case Interaction.MultipleChoice choice -> keys(choice.options());
            case Interaction.FillIn fill ->
                fill.blanks().stream()
                        .map(blank -> ((Blank.Words) blank).accepted().getFirst())
                        .collect(Collectors.joining("|"));
            case Interaction.ShortAnswer written -> written.rubric().sample();
            case Interaction.Essay written -> written.rubric().sample();
            case Interaction.Numeric number -> number.key().toPlainString() + " " + number.unit();
            default -> throw new AssertionError(content);
        };
    }

    private static String keys(List<Option> options) {
        return options.stream().filter(Option::correct).map(Option::text).collect(Collectors.joining("|"));
    }
}
