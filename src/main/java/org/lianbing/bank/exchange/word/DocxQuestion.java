package org.lianbing.bank.exchange.word;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import org.lianbing.bank.Blank;
import org.lianbing.bank.CasePart;
import org.lianbing.bank.Criterion;
import org.lianbing.bank.Interaction;
import org.lianbing.bank.ItemContent;
import org.lianbing.bank.Option;
import org.lianbing.bank.Pair;
import org.lianbing.bank.Rubric;
import org.lianbing.bank.exchange.word.DocxRuns.Look;

/** One question of a printed paper: stem, what there is to choose from, room or answer. */
final class DocxQuestion {

    private final DocxRuns runs;
    private final boolean keys;

    DocxQuestion(DocxRuns runs, boolean keys) {
        this.runs = runs;
        this.keys = keys;
    }

    String of(int number, ItemContent content) {
        String shown = shown(content.interaction());
        StringBuilder out = new StringBuilder(
                runs.paragraphs(Look.QUESTION, !shown.isEmpty() || keys, number + "、", content.stem()));
        out.append(shown);
        if (keys) {
            out.append(runs.paragraphs(Look.ANSWER, false, "答案：", answer(content.interaction())));
            if (!content.explanation().isEmpty()) {
                out.append(runs.paragraphs(Look.ANSWER, false, "解析：", content.explanation()));
            }
        }
        return out.toString();
    }

    /** What stands on the paper besides the stem. */
    private String shown(Interaction interaction) {
        return switch (interaction) {
            case Interaction.SingleChoice choice -> lettered(texts(choice.options()));
            case Interaction.MultipleChoice choice -> lettered(texts(choice.options()));
            // By their words, so that the order of the author is not given away.
            case Interaction.Ordering ordering -> lettered(shuffled(ordering));
            case Interaction.Matching matching ->
                matching.pairs().stream()
                                .map(pair -> runs.paragraphs(Look.OPTION, true, "", pair.left()))
                                .collect(Collectors.joining())
                        + lettered(rights(matching));
            case Interaction.Hotspot hotspot -> runs.paragraphs(Look.ANSWER, keys, "", hotspot.picture());
            case Interaction.Case all -> {
                StringBuilder parts = new StringBuilder();
                int number = 1;
                for (CasePart part : all.parts()) {
                    String shown = shown(part.interaction());
                    parts.append(runs.paragraphs(Look.QUESTION, !shown.isEmpty(), "（" + number++ + "）", part.stem()))
                            .append(shown);
                }
                yield parts.toString();
            }
            case Interaction.Practical practical ->
                practical.preparation().stream()
                                .map(each -> runs.paragraphs(Look.OPTION, false, "· ", each))
                                .collect(Collectors.joining())
                        + practical.criteria().stream()
                                .map(each -> runs.paragraphs(Look.OPTION, false, "□ ", criterion(each)))
                                .collect(Collectors.joining());
            case Interaction.TrueFalse truth -> "";
            case Interaction.FillIn fill ->
                fill.blanks().stream()
                        .filter(Blank.Pick.class::isInstance)
                        .map(blank -> lettered(((Blank.Pick) blank).choices()))
                        .collect(Collectors.joining());
            case Interaction.Numeric number -> "";
            case Interaction.Calculated calculated -> "";
            case Interaction.ShortAnswer written -> room();
            case Interaction.Essay written -> room() + room();
        };
    }

    private String room() {
        return keys ? "" : "<w:p/><w:p/><w:p/>";
    }

    private static String criterion(Criterion criterion) {
        return criterion.text() + "（" + criterion.points().toPlainString() + "）"
                + (criterion.deductions().isEmpty() ? "" : "　" + criterion.deductions());
    }

    private String lettered(List<String> texts) {
        return IntStream.range(0, texts.size())
                .mapToObj(place ->
                        runs.paragraphs(Look.OPTION, place < texts.size() - 1, letter(place) + "、", texts.get(place)))
                .collect(Collectors.joining());
    }

    private static List<String> shuffled(Interaction.Ordering ordering) {
        return ordering.steps().stream().sorted().toList();
    }

    private static List<String> rights(Interaction.Matching matching) {
        List<String> rights = new ArrayList<>(
                matching.pairs().stream().map(Pair::right).distinct().toList());
        rights.addAll(matching.extras());
        rights.sort(Comparator.naturalOrder());
        return rights;
    }

    private static List<String> texts(List<Option> options) {
        return options.stream().map(Option::text).toList();
    }

    private static String letter(int place) {
        return String.valueOf((char) ('A' + place));
    }

    private static String letters(List<Option> options) {
        return IntStream.range(0, options.size())
                .filter(place -> options.get(place).correct())
                .mapToObj(DocxQuestion::letter)
                .collect(Collectors.joining());
    }

    private String answer(Interaction interaction) {
        return switch (interaction) {
            case Interaction.TrueFalse truth -> truth.key() ? "√" : "×";
            case Interaction.SingleChoice choice -> letters(choice.options());
            case Interaction.MultipleChoice choice -> letters(choice.options());
            case Interaction.FillIn fill ->
                fill.blanks().stream().map(DocxQuestion::said).collect(Collectors.joining("；"));
            case Interaction.Numeric number ->
                number.key().toPlainString()
                        + (number.tolerance().signum() == 0
                                ? ""
                                : "±" + number.tolerance().toPlainString())
                        + " " + number.unit();
            case Interaction.Calculated calculated -> calculated.formula() + " " + calculated.unit();
            case Interaction.Matching matching -> {
                List<String> rights = rights(matching);
                yield matching.pairs().stream()
                        .map(pair -> pair.left() + "—" + letter(rights.indexOf(pair.right())))
                        .collect(Collectors.joining("；"));
            }
            case Interaction.Ordering ordering -> {
                List<String> shown = shuffled(ordering);
                yield ordering.steps().stream()
                        .map(step -> letter(shown.indexOf(step)))
                        .collect(Collectors.joining());
            }
            case Interaction.Hotspot hotspot ->
                hotspot.regions().stream()
                        .filter(region -> region.correct())
                        .map(region -> region.name())
                        .collect(Collectors.joining("；"));
            case Interaction.ShortAnswer written -> sample(written.rubric());
            case Interaction.Essay written -> sample(written.rubric());
            case Interaction.Case all ->
                IntStream.range(0, all.parts().size())
                        .mapToObj(place -> "（" + (place + 1) + "）"
                                + answer(all.parts().get(place).interaction()))
                        .collect(Collectors.joining("　"));
            case Interaction.Practical practical -> practical.minutes() + " min";
        };
    }

    private static String sample(Rubric rubric) {
        return rubric.points().isEmpty()
                ? rubric.sample()
                : rubric.sample() + "（"
                        + rubric.points().stream()
                                .map(point ->
                                        point.text() + " " + point.weight().toPlainString())
                                .collect(Collectors.joining("；"))
                        + "）";
    }

    private static String said(Blank blank) {
        return switch (blank) {
            case Blank.Words words -> String.join("|", words.accepted());
            case Blank.Value value -> value.key().toPlainString();
            case Blank.Pick pick -> letter(pick.key());
        };
    }
}
