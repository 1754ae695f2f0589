package org.lianbing.testing;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

import org.lianbing.bank.Blank;
import org.lianbing.bank.CasePart;
import org.lianbing.bank.Interaction;
import org.lianbing.bank.Option;
import org.lianbing.bank.Pair;
import org.lianbing.bank.Region;
import org.lianbing.bank.content.Calculation;
import org.lianbing.bank.review.Ask;
import org.lianbing.bank.review.Comparison;

/** Answers to what a reviewer is asked, by somebody who knows the key; where only people can tell, some words. */
public final class RightResponses {

    private RightResponses() {}

    /** The response to an ask that says what the interaction's key says. */
    public static List<String> to(Ask ask, Interaction interaction) {
        return switch (interaction) {
            case Interaction.TrueFalse truth -> List.of(String.valueOf(truth.key()));
            case Interaction.SingleChoice choice -> keys(choice.options());
            case Interaction.MultipleChoice choice -> keys(choice.options());
            case Interaction.Ordering ordering -> places(((Ask.Order) ask).steps(), ordering.steps());
            case Interaction.Numeric number -> List.of(number.key().toPlainString());
            case Interaction.FillIn fill ->
                fill.blanks().stream().map(RightResponses::said).toList();
            case Interaction.Matching matching ->
                places(
                        ((Ask.Match) ask).rights(),
                        matching.pairs().stream().map(Pair::right).toList());
            case Interaction.Hotspot hotspot ->
                hotspot.regions().stream()
                        .filter(Region::correct)
                        .map(region -> middle(region.shape()))
                        .toList();
            case Interaction.Case all -> {
                List<String> parts = new ArrayList<>();
                List<Ask.Part> asked = ((Ask.Parts) ask).parts();
                for (int place = 0; place < asked.size(); place++) {
                    CasePart part = all.parts().get(place);
                    Ask.Part shown = asked.get(place);
                    parts.add(Comparison.part(
                            part.interaction() instanceof Interaction.Calculated calculated
                                    ? to(shown.ask(), calculated, part.stem(), shown.stem())
                                    : to(shown.ask(), part.interaction())));
                }
                yield parts;
            }
            default -> List.of("照要点作答");
        };
    }

    /** The same for a 计算, of which the stem tells the variant: the one whose stem this is. */
    public static List<String> to(Ask ask, Interaction.Calculated calculated, String template, String stem) {
        Calculation.Variant variant = IntStream.range(
                        0, Math.toIntExact(Calculation.of(calculated).combinations()))
                .mapToObj(Calculation.of(calculated)::at)
                .filter(one -> one.in(template, calculated.decimals()).equals(stem))
                .findFirst()
                .orElseThrow();
        String result = variant.key().toPlainString();
        return ask instanceof Ask.Pick pick
                ? List.of(String.valueOf(pick.options().indexOf((result + " " + calculated.unit()).strip())))
                : List.of(result);
    }

    private static List<String> places(List<String> shown, List<String> right) {
        return right.stream().map(text -> String.valueOf(shown.indexOf(text))).toList();
    }

    private static List<String> keys(List<Option> options) {
        return IntStream.range(0, options.size())
                .filter(place -> options.get(place).correct())
                .mapToObj(String::valueOf)
                .toList();
    }

    private static String said(Blank blank) {
        return switch (blank) {
            case Blank.Words words -> words.accepted().getFirst();
            case Blank.Value value -> value.key().toPlainString();
            case Blank.Pick pick -> pick.choices().get(pick.key());
        };
    }

    private static String middle(Region.Shape shape) {
        return switch (shape) {
            case Region.Circle circle -> circle.x() + "," + circle.y();
            case Region.Rectangle box -> (box.x() + box.width() / 2) + "," + (box.y() + box.height() / 2);
            case Region.Polygon polygon ->
                polygon.corners().getFirst().x() + ","
                        + polygon.corners().getFirst().y();
        };
    }
}
