package org.lianbing.bank.exchange.wide;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;

import org.lianbing.bank.Interaction;
import org.lianbing.bank.ItemContent;
import org.lianbing.bank.Option;
import org.lianbing.bank.Rubric;
import org.lianbing.bank.exchange.ImportCells;
import org.lianbing.bank.exchange.ImportField;

/** An item as the cells of a row: the way back of {@link RowParser}. */
public final class ItemCells {

    private ItemCells() {}

    /** The cells of a content; points, levels and source are added by who knows them. */
    public static ImportCells of(ItemContent content, UnaryOperator<String> texts) {
        Map<ImportField, String> cells = new EnumMap<>(ImportField.class);
        Interaction interaction = content.interaction();
        cells.put(
                ImportField.TYPE,
                texts.apply("exchange.type." + interaction.type().code()));
        cells.put(ImportField.STEM, content.stem());
        cells.put(ImportField.EXPLANATION, content.explanation());
        if (content.credit() != null) {
            cells.put(ImportField.CREDIT, content.credit().code());
        }
        cells.put(ImportField.DIFFICULTY, String.valueOf(content.difficulty()));
        switch (interaction) {
            case Interaction.TrueFalse truth ->
                cells.put(ImportField.ANSWER, texts.apply(truth.key() ? "exchange.true" : "exchange.false"));
            case Interaction.SingleChoice choice -> choice(choice.options(), cells);
            case Interaction.MultipleChoice choice -> choice(choice.options(), cells);
            case Interaction.Ordering ordering -> ordering(ordering.steps(), cells);
            case Interaction.Numeric number -> {
                cells.put(ImportField.ANSWER, number.key().toPlainString());
                cells.put(ImportField.TOLERANCE, number.tolerance().toPlainString());
                cells.put(ImportField.UNIT, number.unit());
            }
            case Interaction.FillIn blanks -> cells.put(ImportField.ANSWER, Blanks.write(blanks.blanks()));
            case Interaction.Matching matching -> matching(matching, cells);
            case Interaction.ShortAnswer written -> written(written.rubric(), written.uploads(), cells);
            case Interaction.Essay written -> written(written.rubric(), written.uploads(), cells);
            case Interaction.Calculated ignored -> {
                // Templates stay with the other formats.
            }
            case Interaction.Hotspot ignored -> {
                // So do places in a picture.
            }
            case Interaction.Case ignored -> {
                // The parts of a case have rows of their own.
            }
            case Interaction.Practical ignored -> {
                // What the columns of this family cannot say stays with the other formats.
            }
        }
        return new ImportCells(cells);
    }

    private static void matching(Interaction.Matching matching, Map<ImportField, String> cells) {
        List<String> texts = new ArrayList<>();
        matching.pairs().forEach(pair -> texts.add(pair.left() + "=" + pair.right()));
        matching.extras().forEach(extra -> texts.add("=" + extra));
        for (int i = 0; i < Math.min(texts.size(), ImportField.OPTIONS.size()); i++) {
            cells.put(ImportField.OPTIONS.get(i), texts.get(i));
        }
    }

    private static void written(Rubric rubric, int uploads, Map<ImportField, String> cells) {
        if (uploads > 0) {
            cells.put(ImportField.UPLOADS, String.valueOf(uploads));
        }
        cells.put(ImportField.ANSWER, rubric.sample());
        cells.put(
                ImportField.RUBRIC,
                rubric.points().stream()
                        .map(point -> point.text() + "（" + point.weight().toPlainString() + "）")
                        .collect(Collectors.joining("\n")));
    }

    private static void choice(List<Option> options, Map<ImportField, String> cells) {
        StringBuilder key = new StringBuilder();
        for (int i = 0; i < Math.min(options.size(), ImportField.OPTIONS.size()); i++) {
            ImportField field = ImportField.OPTIONS.get(i);
            cells.put(field, options.get(i).text());
            if (options.get(i).correct()) {
                key.append(field.letter());
            }
        }
        cells.put(ImportField.ANSWER, key.toString());
    }

    private static void ordering(List<String> steps, Map<ImportField, String> cells) {
        StringBuilder order = new StringBuilder();
        for (int i = 0; i < Math.min(steps.size(), ImportField.OPTIONS.size()); i++) {
            cells.put(ImportField.OPTIONS.get(i), steps.get(i));
            order.append(ImportField.OPTIONS.get(i).letter());
        }
        cells.put(ImportField.ANSWER, order.toString());
    }
}
