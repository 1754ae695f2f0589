package org.lianbing.bank.rules;

import java.util.List;

import org.lianbing.bank.CasePart;
import org.lianbing.bank.Found;
import org.lianbing.bank.Interaction;
import org.lianbing.bank.content.Calculation;

/** What the way of answering must fulfil: each type by rules of its own, a 案例 by those of its parts. */
public final class InteractionRules {

    /** Of a stem or an explanation, in characters. */
    public static final int LONGEST_TEXT = 4000;

    private static final int MOST_PARTS = 12;

    private InteractionRules() {}

    /** Gathers what is wrong with a way of answering, beside the stem and the explanation that belong to it. */
    public static void check(String stem, String explanation, Interaction interaction, Found found) {
        switch (interaction) {
            case Interaction.TrueFalse truth -> {
                // Nothing can be wrong with a yes or a no.
            }
            case Interaction.SingleChoice choice -> ChoiceRules.single(choice, found);
            case Interaction.MultipleChoice choice -> ChoiceRules.multiple(choice, found);
            case Interaction.FillIn fill -> BlankRules.check(stem, fill, found);
            case Interaction.Numeric number -> NumberRules.check(number, found);
            case Interaction.Calculated calculated -> CalculationRules.check(stem, explanation, calculated, found);
            case Interaction.Matching matching -> OrderRules.matching(matching, found);
            case Interaction.Ordering ordering -> OrderRules.ordering(ordering, found);
            case Interaction.Hotspot hotspot -> HotspotRules.check(hotspot, found);
            case Interaction.ShortAnswer written -> MarkedRules.written(written.rubric(), written.uploads(), found);
            case Interaction.Essay written -> MarkedRules.written(written.rubric(), written.uploads(), found);
            case Interaction.Case parts -> {
                parts(parts, found);
                places(stem, explanation, parts, found);
            }
            case Interaction.Practical practical -> MarkedRules.practical(practical, found);
        }
    }

    /** Each 计算 of a 案例 draws values of its own and has them in its own texts only: elsewhere nothing would fill a place. */
    private static void places(String stem, String explanation, Interaction.Case all, Found found) {
        if (all.parts().stream().noneMatch(part -> part.interaction() instanceof Interaction.Calculated)) {
            return;
        }
        unfilled("stem", stem, found);
        unfilled("explanation", explanation, found);
        for (int i = 0; i < all.parts().size(); i++) {
            CasePart part = all.parts().get(i);
            if (!(part.interaction() instanceof Interaction.Calculated)) {
                unfilled("parts/" + i + "/stem", part.stem(), found);
                unfilled("parts/" + i + "/explanation", part.explanation(), found);
            }
        }
    }

    private static void unfilled(String path, String text, Found found) {
        List<String> places = Calculation.placesIn(text);
        if (!places.isEmpty()) {
            found.add(path, "bank.rule.place-of-part", String.join(", ", places));
        }
    }

    private static void parts(Interaction.Case all, Found found) {
        if (all.parts().isEmpty() || all.parts().size() > MOST_PARTS) {
            found.add("parts", "bank.rule.parts-count", MOST_PARTS, all.parts().size());
        }
        for (int i = 0; i < all.parts().size(); i++) {
            CasePart part = all.parts().get(i);
            Found inner = found.below("parts/" + i + "/");
            inner.length("stem", part.stem(), 1, LONGEST_TEXT);
            inner.length("explanation", part.explanation(), 0, LONGEST_TEXT);
            MarkedRules.weight("parts/" + i, part.weight(), found);
            switch (part.interaction()) {
                case Interaction.Case nested -> inner.add("type", "bank.rule.part-type");
                default -> check(part.stem(), part.explanation(), part.interaction(), inner);
            }
        }
    }
}
