package org.lianbing.bank.exchange.wide;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;

import org.lianbing.bank.Interaction;
import org.lianbing.bank.ItemContent;
import org.lianbing.bank.Option;
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
            default -> {
                // What the columns of this family cannot say stays with the other formats.
            }
        }
        return new ImportCells(cells);
    }

    private static void choice(List<Option> options, Map<ImportField, String> cells) {
        StringBuilder key = new StringBuilder();
        for (int i = 0; i < options.size(); i++) {
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
        for (int i = 0; i < steps.size(); i++) {
            cells.put(ImportField.OPTIONS.get(i), steps.get(i));
            order.append(ImportField.OPTIONS.get(i).letter());
        }
        cells.put(ImportField.ANSWER, order.toString());
    }
}
