package org.lianbing.bank.review;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import org.lianbing.bank.Blank;
import org.lianbing.bank.Interaction;
import org.lianbing.bank.ItemVersionId;
import org.lianbing.bank.Option;
import org.lianbing.bank.Pair;
import org.lianbing.bank.content.Calculation;
import org.lianbing.base.Problem;

/**
 * An item as its reviewer meets it before they see the key. What the author's order would give away stands in another
 * one, and of a 计算 one variant is shown, the same each time for a version.
 */
final class BlindPaper {

    private final long seed;

    private BlindPaper(long seed) {
        this.seed = seed;
    }

    /** The paper of a version. */
    static BlindPaper of(ItemVersionId version) {
        return new BlindPaper(version.value().getLeastSignificantBits());
    }

    /** The paper of a part of a 案例; places count from 0. */
    BlindPaper part(int place) {
        return new BlindPaper(seed + 1 + place);
    }

    /** Decides the orders, and which variant is shown. */
    long seed() {
        return seed;
    }

    /** What is asked. */
    Ask ask(Interaction interaction) {
        return switch (interaction) {
            case Interaction.TrueFalse truth -> new Ask.Truth();
            case Interaction.SingleChoice choice -> new Ask.Pick(texts(choice.options()), false);
            case Interaction.MultipleChoice choice -> new Ask.Pick(texts(choice.options()), true);
            case Interaction.Ordering ordering -> new Ask.Order(shown(ordering.steps()));
            case Interaction.Numeric number -> new Ask.Number(number.unit());
            case Interaction.Calculated calculated ->
                variant(calculated)
                        .<Ask>map(variant -> variant.wrong().isEmpty()
                                ? new Ask.Number(calculated.unit())
                                : new Ask.Pick(shown(results(variant, calculated.unit())), false))
                        .orElseGet(Ask.Words::new);
            case Interaction.FillIn fill ->
                new Ask.Fill(fill.blanks().stream().map(BlindPaper::field).toList());
            case Interaction.Matching matching ->
                new Ask.Match(matching.pairs().stream().map(Pair::left).toList(), shown(matching.rights()));
            case Interaction.Hotspot hotspot ->
                new Ask.Point(hotspot.picture(), hotspot.width(), hotspot.height(), hotspot.picks());
            case Interaction.Case all ->
                new Ask.Parts(IntStream.range(0, all.parts().size())
                        .mapToObj(place -> {
                            var part = all.parts().get(place);
                            BlindPaper own = part(place);
                            return new Ask.Part(own.stem(part.stem(), part.interaction()), own.ask(part.interaction()));
                        })
                        .toList());
            case Interaction.ShortAnswer written -> new Ask.Words();
            case Interaction.Essay written -> new Ask.Words();
            case Interaction.Practical practical -> new Ask.Words();
        };
    }

    /** The stem, of a 计算 with the values of the variant that is shown. */
    String stem(String stem, Interaction interaction) {
        return interaction instanceof Interaction.Calculated calculated
                ? variant(calculated)
                        .map(variant -> variant.in(stem, calculated.decimals()))
                        .orElse(stem)
                : stem;
    }

    /**
     * A response to this paper in the author's positions, as {@link org.lianbing.bank.TrialScoring} reads it.
     *
     * @throws Problem invalid, where it names what is not on the paper
     */
    List<String> authored(Interaction interaction, List<String> response) {
        return switch (interaction) {
            case Interaction.TrueFalse truth ->
                response.stream()
                        .map(text -> text.equals("true") ? "0" : text.equals("false") ? "1" : "")
                        .toList();
            case Interaction.Ordering ordering ->
                moved(response, ordering.steps().size());
            case Interaction.Matching matching ->
                moved(response, matching.rights().size());
            case Interaction.Calculated calculated ->
                calculated.distractors().isEmpty()
                        ? response
                        : moved(response, calculated.distractors().size() + 1);
            case Interaction.FillIn fill -> picked(fill, response);
            default -> response;
        };
    }

    private Optional<Calculation.Variant> variant(Interaction.Calculated calculated) {
        try {
            return Optional.of(Calculation.of(calculated).variants(seed).getFirst());
        } catch (Problem unsound) {
            // What cannot be computed is refused when it is published; until then there is nothing to compare.
            return Optional.empty();
        }
    }

    private static List<String> results(Calculation.Variant variant, String unit) {
        return Stream.concat(Stream.of(variant.key()), variant.wrong().stream())
                .map(result -> (result.toPlainString() + " " + unit).strip())
                .toList();
    }

    private List<String> shown(List<String> authored) {
        return shuffled(authored.size()).stream().map(authored::get).toList();
    }

    private List<String> moved(List<String> response, int size) {
        List<Integer> shuffled = shuffled(size);
        return response.stream()
                .map(text -> String.valueOf(shuffled.get(place(text, size))))
                .toList();
    }

    /** For each place on the paper, what stands there by the author's count. Never the author's order by chance. */
    private List<Integer> shuffled(int size) {
        List<Integer> right = IntStream.range(0, size).boxed().toList();
        List<Integer> shuffled = new ArrayList<>(right);
        Random random = new Random(seed);
        do {
            Collections.shuffle(shuffled, random);
        } while (size > 1 && shuffled.equals(right));
        return shuffled;
    }

    private static int place(String text, int size) {
        if (!text.matches("0|[1-9]\\d?") || Integer.parseInt(text) >= size) {
            throw unreadable();
        }
        return Integer.parseInt(text);
    }

    /** Words that are shown are chosen as they stand there. */
    private static List<String> picked(Interaction.FillIn fill, List<String> response) {
        if (response.size() != fill.blanks().size()) {
            throw unreadable();
        }
        return IntStream.range(0, response.size())
                .mapToObj(place -> fill.blanks().get(place) instanceof Blank.Pick(var choices, int key)
                        ? String.valueOf(choices.indexOf(response.get(place)))
                        : response.get(place))
                .toList();
    }

    private static Ask.Field field(Blank blank) {
        return new Ask.Field(blank instanceof Blank.Pick pick ? pick.choices() : List.of());
    }

    private static List<String> texts(List<Option> options) {
        return options.stream().map(Option::text).toList();
    }

    static Problem unreadable() {
        return Problem.invalid("bank.review.response").with("field", "response");
    }
}
