package org.lianbing.bank.exchange.wide;

import java.io.IOException;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.UnaryOperator;

import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;

import org.lianbing.bank.exchange.ImportCells;
import org.lianbing.bank.exchange.ImportField;

/** Writes workbooks of the wide family, such that {@link WideExcelReader} reads from them what was written. */
public final class WideWriter {

    private static final int LEAST_OPTIONS = 6;
    private static final int LAST_LINE = 2_000;
    private static final Map<ImportField, Double> WIDTHS = Map.of(
            ImportField.STEM, 48.0,
            ImportField.EXPLANATION, 40.0,
            ImportField.POINTS, 26.0,
            ImportField.SOURCE, 20.0);
    private static final double NARROW = 12;
    private static final double OPTION = 20;
    private static final String HEAD_FILL = "E8EFF8";

    private final UnaryOperator<String> texts;

    /** With the words of a language, by the key of the translations. */
    public WideWriter(UnaryOperator<String> texts) {
        this.texts = texts;
    }

    /** Items as they are in the bank; their texts are Markdown. */
    public void items(OutputStream out, List<ImportCells> rows) throws IOException {
        List<ImportField> columns = columns(rows);
        try (Workbook workbook = workbook(out)) {
            Worksheet sheet = workbook.newWorksheet(texts.apply("exchange.sheet.items"));
            head(sheet, 0, columns, true);
            for (int i = 0; i < rows.size(); i++) {
                line(sheet, i + 1, columns, rows.get(i));
            }
            sheet.freezePane(0, 1);
        }
    }

    /** An empty sheet to fill in, with lists to choose from, and one that explains it by examples. */
    public void template(OutputStream out, List<ImportCells> examples, List<String> explanation, List<String> levels)
            throws IOException {
        List<ImportField> columns = columns(List.of());
        try (Workbook workbook = workbook(out)) {
            Worksheet sheet = workbook.newWorksheet(texts.apply("exchange.sheet.items"));
            head(sheet, 0, columns, false);
            sheet.freezePane(0, 1);
            choices(sheet, columns.indexOf(ImportField.TYPE), texts.apply("exchange.template.types"));
            choices(sheet, columns.indexOf(ImportField.DIFFICULTY), "1,2,3,4,5");
            choices(sheet, columns.indexOf(ImportField.LEVELS), String.join(",", levels));
            Worksheet guide = workbook.newWorksheet(texts.apply("exchange.sheet.guide"));
            for (int i = 0; i < explanation.size(); i++) {
                guide.value(i, 0, explanation.get(i));
            }
            guide.style(0, 0).bold().fontSize(14).set();
            int first = explanation.size() + 1;
            head(guide, first, columns, false);
            for (int i = 0; i < examples.size(); i++) {
                line(guide, first + 1 + i, columns, examples.get(i));
            }
        }
    }

    private static Workbook workbook(OutputStream out) {
        return new Workbook(out, "Lianbing", "1.0");
    }

    private static void choices(Worksheet sheet, int column, String list) {
        sheet.range(1, column, LAST_LINE, column)
                .validateWithListByFormula("\"" + list + "\"")
                .allowBlank(true)
                .showErrorMessage(false);
    }

    private void head(Worksheet sheet, int line, List<ImportField> columns, boolean markdown) {
        for (int i = 0; i < columns.size(); i++) {
            ImportField field = columns.get(i);
            String name = texts.apply("exchange.column." + field.code());
            sheet.value(line, i, markdown && field == ImportField.STEM ? name + " (Markdown)" : name);
            sheet.width(i, WIDTHS.getOrDefault(field, field.isOption() ? OPTION : NARROW));
        }
        sheet.range(line, 0, line, columns.size() - 1)
                .style()
                .bold()
                .fillColor(HEAD_FILL)
                .set();
    }

    private static void line(Worksheet sheet, int line, List<ImportField> columns, ImportCells cells) {
        for (int i = 0; i < columns.size(); i++) {
            String text = cells.get(columns.get(i));
            if (!text.isEmpty()) {
                sheet.value(line, i, text);
            }
        }
        sheet.range(line, 0, line, columns.size() - 1)
                .style()
                .wrapText(true)
                .verticalAlignment("top")
                .set();
    }

    private static List<ImportField> columns(List<ImportCells> rows) {
        List<ImportField> columns = new ArrayList<>(List.of(ImportField.values()));
        for (int i = ImportField.OPTIONS.size() - 1; i >= LEAST_OPTIONS; i--) {
            ImportField option = ImportField.OPTIONS.get(i);
            if (rows.stream().anyMatch(row -> row.has(option))) {
                break;
            }
            columns.remove(option);
        }
        return columns;
    }

    /** A file name for downloads. */
    public static String fileName(String name) {
        return name.replaceAll("[\\\\/:*?\"<>|\\p{Cntrl}]+", " ").strip().toLowerCase(Locale.ROOT) + ".xlsx";
    }
}
