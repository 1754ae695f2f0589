package org.lianbing.bank.exchange.wide;

import java.io.IOException;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;

import org.dhatim.fastexcel.PaperSize;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;

import org.lianbing.bank.exchange.ImportCells;
import org.lianbing.bank.exchange.ImportField;

/** Writes workbooks of the wide family, such that {@link ExcelTables} reads from them what was written. */
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
    /** Cells of text: what begins with = + - @ stays words, also after somebody has edited the cell. */
    private static final String TEXT = "@";

    /** In points. */
    private static final double LINE_HEIGHT = 16;

    private static final String HEAD_FILL = "E8EFF8";

    private final UnaryOperator<String> texts;

    /** With the words of a language, by the key of the translations. */
    public WideWriter(UnaryOperator<String> texts) {
        this.texts = texts;
    }

    /** An empty sheet to fill in, with lists to choose from, and one that explains it by examples. */
    public void template(OutputStream out, List<ImportCells> examples, List<String> explanation, List<String> levels)
            throws IOException {
        List<ImportField> columns = columns(EnumSet.of(ImportField.RUBRIC));
        try (Workbook workbook = workbook(out)) {
            Worksheet sheet = workbook.newWorksheet(texts.apply("exchange.sheet.items"));
            head(sheet, 0, columns, false);
            sheet.freezePane(0, 1);
            ready(sheet, columns.size());
            choices(
                    sheet,
                    columns.indexOf(ImportField.TYPE),
                    examples.stream()
                            .map(example -> example.get(ImportField.TYPE))
                            .collect(Collectors.joining(",")));
            choices(sheet, columns.indexOf(ImportField.DIFFICULTY), "1,2,3,4,5");
            choices(sheet, columns.indexOf(ImportField.LEVELS), String.join(",", levels));
            Worksheet guide = workbook.newWorksheet(texts.apply("exchange.sheet.guide"));
            onPaper(guide);
            explain(guide, explanation, columns.subList(0, columns.indexOf(ImportField.OPTION_D) + 1));
            guide.style(0, 0).bold().fontSize(14).set();
            int first = explanation.size() + 1;
            head(guide, first, columns, false);
            for (int i = 0; i < examples.size(); i++) {
                line(guide, first + 1 + i, columns, examples.get(i));
            }
        }
    }

    /** A line runs on below itself over columns that are printed on one page: no program finds its height by itself. */
    private static void explain(Worksheet guide, List<String> lines, List<ImportField> over) {
        double signs = over.stream().mapToDouble(WideWriter::width).sum();
        for (int i = 0; i < lines.size(); i++) {
            guide.value(i, 0, lines.get(i));
            guide.range(i, 0, i, over.size() - 1).merge();
            guide.style(i, 0).wrapText(true).verticalAlignment("top").set();
            double width = lines.get(i)
                    .chars()
                    .mapToDouble(one -> one < 0x1100 ? 1 : 2)
                    .sum();
            guide.rowHeight(i, LINE_HEIGHT * Math.max(1, Math.ceil(width / signs)) + (i == 0 ? LINE_HEIGHT / 2 : 0));
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

    void head(Worksheet sheet, int line, List<ImportField> columns, boolean markdown) {
        for (int i = 0; i < columns.size(); i++) {
            ImportField field = columns.get(i);
            String name = texts.apply("exchange.column." + field.code());
            sheet.value(line, i, markdown && field == ImportField.STEM ? name + " (Markdown)" : name);
            sheet.width(i, width(field));
        }
        sheet.range(line, 0, line, columns.size() - 1)
                .style()
                .bold()
                .fillColor(HEAD_FILL)
                .set();
    }

    /** Also what somebody writes below stays words, such as 1/2 and 007; printed, the columns take two pages, still legible. */
    static void ready(Worksheet sheet, int columns) {
        for (int i = 0; i < columns; i++) {
            sheet.style(i).wrapText(true).verticalAlignment("top").format(TEXT).set();
        }
        onPaper(sheet);
        sheet.repeatRows(0);
    }

    private static void onPaper(Worksheet sheet) {
        sheet.paperSize(PaperSize.A4_PAPER);
        sheet.pageOrientation("landscape");
        sheet.setFitToPage(true);
        sheet.fitToWidth((short) 2);
        sheet.fitToHeight((short) 0);
    }

    /** How wide its column is, in signs of half width. */
    static double width(ImportField field) {
        return WIDTHS.getOrDefault(field, field.isOption() ? OPTION : NARROW);
    }

    static void line(Worksheet sheet, int line, List<ImportField> columns, ImportCells cells) {
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
                .format(TEXT)
                .set();
    }

    /** A cell of the heading. */
    void name(Worksheet sheet, int column, String name) {
        sheet.value(0, column, name);
        sheet.style(0, column).bold().fillColor(HEAD_FILL).set();
    }

    /** A cell of words, whatever they begin with. */
    static void text(Worksheet sheet, int line, int column, String text) {
        if (!text.isEmpty()) {
            sheet.value(line, column, text);
            sheet.style(line, column)
                    .wrapText(true)
                    .verticalAlignment("top")
                    .format(TEXT)
                    .set();
        }
    }

    /** All columns but those of options behind the last that is used, and others that are seldom used. */
    static List<ImportField> columns(Set<ImportField> used) {
        List<ImportField> columns = new ArrayList<>(List.of(ImportField.values()));
        for (int i = ImportField.OPTIONS.size() - 1; i >= LEAST_OPTIONS; i--) {
            ImportField option = ImportField.OPTIONS.get(i);
            if (used.contains(option)) {
                break;
            }
            columns.remove(option);
        }
        for (ImportField rare : List.of(ImportField.RUBRIC, ImportField.UPLOADS, ImportField.CREDIT)) {
            if (!used.contains(rare)) {
                columns.remove(rare);
            }
        }
        return columns;
    }
}
