package org.lianbing.bank.alike;

import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import org.lianbing.bank.Interaction;
import org.lianbing.bank.ItemContent;
import org.lianbing.bank.Option;

/**
 * A text of an item that says what is asked.
 *
 * @param text Markdown
 * @param stem whether it is the stem; else an option, a step, a pair or what else belongs to the answer
 * @param key whether it is the key, or the key has it
 */
public record Part(String text, boolean stem, boolean key) {

    /** What tells why, and not what is asked. */
    private static final Pattern REASONS = Pattern.compile("(^|/)(why|explanation|sample|hints|deductions)$");

    private static final Pattern BLANKS = Pattern.compile("(^|/)blanks/");

    /** The stem first, then what one answers with, in the author's order. */
    public static List<Part> of(ItemContent content) {
        return Stream.concat(Stream.of(new Part(content.stem(), true, false)), answers(content.interaction()))
                .toList();
    }

    private static Stream<Part> answers(Interaction interaction) {
        return switch (interaction) {
            case Interaction.SingleChoice choice -> options(choice.options());
            case Interaction.MultipleChoice choice -> options(choice.options());
            default ->
                interaction.passages().stream()
                        .filter(passage -> !REASONS.matcher(passage.path()).find())
                        .map(passage -> new Part(
                                passage.text(),
                                false,
                                BLANKS.matcher(passage.path()).find()));
        };
    }

    private static Stream<Part> options(List<Option> options) {
        return options.stream().map(option -> new Part(option.text(), false, option.correct()));
    }
}
