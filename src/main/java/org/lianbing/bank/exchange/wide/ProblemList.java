package org.lianbing.bank.exchange.wide;

import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import java.util.function.UnaryOperator;

import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;

/** A small workbook that lists what is wrong in a file of another format. */
public final class ProblemList {

    /**
     * A question.
     *
     * @param place where it stands
     * @param problem what is wrong
     * @param source the text it was read from
     */
    public record Line(String place, String problem, String source) {}

    private ProblemList() {}

    /** Writes the list, with the words of a language by their keys. */
    public static void write(List<Line> lines, UnaryOperator<String> words, OutputStream out) throws IOException {
        try (Workbook workbook = new Workbook(out, "Lianbing", "1.0")) {
            Worksheet sheet = workbook.newWorksheet(words.apply("exchange.column.problem"));
            WideWriter writer = new WideWriter(words);
            writer.name(sheet, 0, words.apply("exchange.column.place"));
            writer.name(sheet, 1, words.apply("exchange.column.problem"));
            writer.name(sheet, 2, words.apply("exchange.column.original"));
            sheet.width(0, 20);
            sheet.width(1, 50);
            sheet.width(2, 80);
            sheet.freezePane(0, 1);
            for (int i = 0; i < lines.size(); i++) {
                WideWriter.text(sheet, i + 1, 0, lines.get(i).place());
                WideWriter.text(sheet, i + 1, 1, lines.get(i).problem());
                WideWriter.text(sheet, i + 1, 2, lines.get(i).source());
            }
        }
    }
}
