package org.lianbing.bank.review;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.stream.IntStream;

import org.lianbing.bank.Blank;
import org.lianbing.bank.Interaction;
import org.lianbing.bank.ItemVersionId;
import org.lianbing.bank.Option;
import org.lianbing.base.Problem;
import org.lianbing.search.Grams;

/**
 * What is asked of a reviewer before they see the key, and whether their answer says what the key says. A response is a
 * list of texts: {@code true} or {@code false}; positions on the paper from 0, in the order given; or a number.
 */
public final class BlindPaper {

    /** What is asked, without the key. */
    public sealed interface Ask {

        /** Right or wrong. */
        record Truth() implements Ask {}

        /** Options in the author's order. */
        record Pick(List<String> options, boolean several) implements Ask {}

        /** Steps to be put in order; they stand here in another one, the same each time for a version. */
        record Order(List<String> steps) implements Ask {}

        /** A number in this unit. */
        record Number(String unit) implements Ask {}

        /** So many texts in one's own words, one a blank; of what is no blank one text, which no machine compares. */
        record Words(int texts) implements Ask {}
    }

    private static final int MOST_WORDS = 4000;

    private BlindPaper() {}

    /** What a version asks. */
    public static Ask of(ItemVersionId version, Interaction interaction) {
        return switch (interaction) {
            case Interaction.TrueFalse truth -> new Ask.Truth();
            case Interaction.SingleChoice choice -> new Ask.Pick(texts(choice.options()), false);
            case Interaction.MultipleChoice choice -> new Ask.Pick(texts(choice.options()), true);
            case Interaction.Ordering ordering ->
                new Ask.Order(shuffled(version, ordering.steps().size()).stream()
                        .map(ordering.steps()::get)
                        .toList());
            case Interaction.Numeric number -> new Ask.Number(number.unit());
            case Interaction.FillIn fill -> new Ask.Words(fill.blanks().size());
            default -> new Ask.Words(1);
        };
    }

    /** The response that says what the key says. */
    public static List<String> right(ItemVersionId version, Interaction interaction) {
        return switch (interaction) {
            case Interaction.TrueFalse truth -> List.of(String.valueOf(truth.key()));
            case Interaction.SingleChoice choice -> keys(choice.options());
            case Interaction.MultipleChoice choice -> keys(choice.options());
            case Interaction.Ordering ordering -> {
                List<Integer> shuffled = shuffled(version, ordering.steps().size());
                yield IntStream.range(0, shuffled.size())
                        .mapToObj(step -> String.valueOf(shuffled.indexOf(step)))
                        .toList();
            }
            case Interaction.Numeric number -> List.of(number.key().toPlainString());
            case Interaction.FillIn fill ->
                fill.blanks().stream().map(BlindPaper::said).toList();
            default -> List.of();
        };
    }

    /**
     * Whether the response says what the key says.
     *
     * @throws Problem invalid, where it is no response to this item
     */
    public static boolean agrees(ItemVersionId version, Interaction interaction, List<String> response) {
        return switch (interaction) {
            case Interaction.TrueFalse truth -> right(version, interaction).equals(List.of(truth(response)));
            case Interaction.SingleChoice choice ->
                right(version, interaction)
                        .equals(places(response, choice.options().size(), 1, 1));
            case Interaction.MultipleChoice choice -> {
                int size = choice.options().size();
                yield Set.copyOf(right(version, interaction)).equals(Set.copyOf(places(response, size, 1, size)));
            }
            case Interaction.Ordering ordering -> {
                int size = ordering.steps().size();
                yield right(version, interaction).equals(places(response, size, size, size));
            }
            case Interaction.Numeric number ->
                number(response).subtract(number.key()).abs().compareTo(number.tolerance()) <= 0;
            case Interaction.FillIn fill -> {
                words(response, fill.blanks().size());
                yield IntStream.range(0, response.size())
                        .allMatch(place -> fills(fill.blanks().get(place), response.get(place)));
            }
            // What the reviewer wrote is kept beside the key; whether it says the same is for people to tell.
            default -> !words(response, 1).isEmpty();
        };
    }

    /** For each place on the paper, the step that stands there. Never the right order by chance. */
    private static List<Integer> shuffled(ItemVersionId version, int size) {
        List<Integer> right = IntStream.range(0, size).boxed().toList();
        List<Integer> shuffled = new ArrayList<>(right);
        Random random = new Random(version.value().getLeastSignificantBits());
        do {
            Collections.shuffle(shuffled, random);
        } while (size > 1 && shuffled.equals(right));
        return shuffled;
    }

    private static String truth(List<String> response) {
        if (response.equals(List.of("true")) || response.equals(List.of("false"))) {
            return response.getFirst();
        }
        throw unreadable();
    }

    /** The response, where it names between so and so many different places on a paper of this size. */
    private static List<String> places(List<String> response, int size, int least, int most) {
        boolean read = response.stream().allMatch(text -> text.matches("0|[1-9]\\d?") && Integer.parseInt(text) < size);
        boolean count = response.size() >= least && response.size() <= most;
        if (!read || !count || new HashSet<>(response).size() != response.size()) {
            throw unreadable();
        }
        return response;
    }

    private static BigDecimal number(List<String> response) {
        if (response.size() != 1 || !response.getFirst().strip().matches("[+-]?\\d{1,30}([.]\\d{1,30})?")) {
            throw unreadable();
        }
        return new BigDecimal(response.getFirst().strip());
    }

    private static List<String> words(List<String> response, int texts) {
        if (response.size() != texts
                || response.stream().anyMatch(text -> text.isBlank() || text.length() > MOST_WORDS)) {
            throw unreadable();
        }
        return response;
    }

    private static String said(Blank blank) {
        return switch (blank) {
            case Blank.Words words -> words.accepted().getFirst();
            case Blank.Value value -> value.key().toPlainString();
            case Blank.Pick pick -> pick.choices().get(pick.key());
        };
    }

    private static boolean fills(Blank blank, String text) {
        return switch (blank) {
            case Blank.Words words ->
                words.accepted().stream()
                        .anyMatch(accepted -> Grams.normal(accepted).equals(Grams.normal(text.strip())));
            case Blank.Value value ->
                number(List.of(text)).subtract(value.key()).abs().compareTo(value.tolerance()) <= 0;
            case Blank.Pick pick -> Grams.normal(pick.choices().get(pick.key())).equals(Grams.normal(text.strip()));
        };
    }

    private static Problem unreadable() {
        return Problem.invalid("bank.review.response").with("field", "response");
    }

    private static List<String> texts(List<Option> options) {
        return options.stream().map(Option::text).toList();
    }

    private static List<String> keys(List<Option> options) {
        return IntStream.range(0, options.size())
                .filter(place -> options.get(place).correct())
                .mapToObj(String::valueOf)
                .toList();
    }
}
