package org.lianbing.bank.content;

import java.util.List;

import org.lianbing.bank.Interaction;
import org.lianbing.bank.ItemContent;
import org.lianbing.base.MarkdownText;

/**
 * What a person sees of an item: its words without the marks that made them bold or a list, and what is right.
 *
 * @param words of the stem, of what is chosen from or ordered, and of the explanation
 * @param right the places of what is right, or what it is
 */
public record Seen(List<String> words, String right) {

    private static final MarkdownText MARKDOWN = new MarkdownText();

    public static Seen of(ItemContent content) {
        return new Seen(
                content.passages().stream()
                        .filter(passage -> !words(passage.text()).isEmpty())
                        .map(passage -> passage.path() + ": " + words(passage.text()))
                        .toList(),
                switch (content.interaction()) {
                    case Interaction.TrueFalse truth -> String.valueOf(truth.key());
                    case Interaction.SingleChoice choice ->
                        choice.options().stream()
                                .map(option -> option.correct() ? "1" : "0")
                                .toList()
                                .toString();
                    case Interaction.MultipleChoice choice ->
                        choice.options().stream()
                                .map(option -> option.correct() ? "1" : "0")
                                .toList()
                                .toString();
                    default -> content.interaction().type().code();
                });
    }

    /** Behind a heading the renderer of plain words writes a colon of its own; a tag is shown to nobody. */
    private static String words(String markdown) {
        return MARKDOWN.plain(markdown).replaceAll("<b>|[\\s:·]+", "");
    }
}
