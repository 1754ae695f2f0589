package org.lianbing.bank.ui;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import org.lianbing.bank.Blank;
import org.lianbing.bank.Interaction;
import org.lianbing.bank.Rubric;

/** What is right in an item of the types without options, as lines of Markdown. */
final class KeyLines {

    private KeyLines() {}

    static List<String> of(Interaction interaction) {
        return switch (interaction) {
            case Interaction.FillIn fill ->
                fill.blanks().stream().map(KeyLines::blank).toList();
            case Interaction.Calculated calculated -> calculated(calculated);
            case Interaction.Matching matching -> {
                List<String> lines = new ArrayList<>();
                matching.pairs().forEach(pair -> lines.add(pair.left() + " → " + pair.right()));
                matching.extras().forEach(extra -> lines.add("— → " + extra));
                yield lines;
            }
            case Interaction.Hotspot hotspot -> {
                List<String> lines = new ArrayList<>();
                lines.add(hotspot.picture());
                hotspot.regions().forEach(region -> lines.add((region.correct() ? "✓ " : "✗ ") + region.name()));
                yield lines;
            }
            case Interaction.ShortAnswer written -> rubric(written.rubric());
            case Interaction.Essay written -> rubric(written.rubric());
            case Interaction.Practical practical -> {
                List<String> lines = new ArrayList<>(practical.preparation());
                lines.add(practical.minutes() + " min");
                practical
                        .criteria()
                        .forEach(each -> lines.add("**" + each.points().toPlainString() + "** " + each.text()
                                + (each.deductions().isEmpty() ? "" : " · " + each.deductions())));
                yield lines;
            }
            case Interaction.TrueFalse truth -> List.of(String.valueOf(truth.key()));
            case Interaction.SingleChoice choice ->
                choice.options().stream().map(option -> option.text()).toList();
            case Interaction.MultipleChoice choice ->
                choice.options().stream().map(option -> option.text()).toList();
            case Interaction.Numeric number -> List.of(number.key().toPlainString() + " " + number.unit());
            case Interaction.Ordering ordering -> ordering.steps();
            case Interaction.Case all ->
                all.parts().stream().map(part -> part.stem()).toList();
        };
    }

    private static String blank(Blank blank) {
        return switch (blank) {
            case Blank.Words words -> String.join(" / ", words.accepted());
            case Blank.Value value ->
                value.key().toPlainString()
                        + (value.tolerance().signum() == 0
                                ? ""
                                : " ± " + value.tolerance().toPlainString());
            case Blank.Pick pick ->
                IntStream.range(0, pick.choices().size())
                        .mapToObj(place -> place == pick.key()
                                ? "**" + pick.choices().get(place) + "**"
                                : pick.choices().get(place))
                        .collect(Collectors.joining(" / "));
        };
    }

    private static List<String> calculated(Interaction.Calculated calculated) {
        List<String> lines = new ArrayList<>();
        lines.add("`" + calculated.formula() + "` " + calculated.unit());
        for (String variable :
                AnswerLines.variables(calculated.variables()).lines().toList()) {
            lines.add("`" + variable + "`");
        }
        calculated
                .distractors()
                .forEach(
                        each -> lines.add("✗ `" + each.formula() + "`" + (each.why() == null ? "" : " " + each.why())));
        return lines;
    }

    private static List<String> rubric(Rubric rubric) {
        List<String> lines = new ArrayList<>();
        rubric.points().forEach(point -> lines.add("**" + point.weight().toPlainString() + "** " + point.text()));
        if (!rubric.sample().isBlank()) {
            lines.add(rubric.sample());
        }
        return lines;
    }
}
