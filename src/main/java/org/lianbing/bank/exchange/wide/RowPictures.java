package org.lianbing.bank.exchange.wide;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.lianbing.bank.exchange.ImportField;
import org.lianbing.bank.exchange.ImportProblem;
import org.lianbing.bank.exchange.wide.ColumnNames.Part;
import org.lianbing.bank.exchange.wide.Heading.Other;
import org.lianbing.base.MarkdownPictures;
import org.lianbing.base.sheet.CellText;

/** The pictures of a row: those beside its texts, and those that are not in the file. */
final class RowPictures {

    private static final Pattern ELSEWHERE = Pattern.compile("\\S+\\.\\S+|\\S*[/\\\\]\\S+");

    private static final String MARK = "](media:";

    private RowPictures() {}

    /** A picture in a column of its own, or in one without a name, belongs to its option or to the stem. */
    static void move(Heading names, Map<Integer, CellText> cells, Map<ImportField, String> texts) {
        // Most rows have none, and a bank has very many.
        if (cells.values().stream().noneMatch(cell -> cell.text().contains(MARK))) {
            return;
        }
        Map<Integer, ImportField> fields = names.pictureFields();
        Set<Integer> said = new HashSet<>(names.columns().values());
        names.spare().values().forEach(said::addAll);
        said.addAll(names.part(Part.WHY).values());
        said.addAll(names.wrong());
        said.add(names.column(Other.OPTIONS));
        cells.forEach((column, cell) -> {
            if (said.contains(column)) {
                return;
            }
            Matcher matcher = MarkdownPictures.STORED_IN_A_LINE.matcher(cell.text());
            while (matcher.find()) {
                texts.merge(
                        fields.getOrDefault(column, ImportField.STEM),
                        matcher.group(),
                        (one, more) -> one + "\n" + more);
            }
        });
    }

    /** A picture that is named only, by a file or an address, is not in the workbook. */
    static List<ImportProblem> elsewhere(Heading names, Map<Integer, CellText> cells) {
        if (names.column(Other.PICTURE) < 0 && names.part(Part.PICTURE).isEmpty()) {
            return List.of();
        }
        Map<Integer, ImportField> fields = names.pictureFields();
        Set<Integer> columns = new HashSet<>(fields.keySet());
        columns.add(names.column(Other.PICTURE));
        List<ImportProblem> problems = new ArrayList<>();
        for (int column : columns) {
            String said = RowCells.text(cells, column);
            if (ELSEWHERE.matcher(said).matches()
                    && !MarkdownPictures.STORED_IN_A_LINE.matcher(said).find()) {
                ImportField field = fields.getOrDefault(column, ImportField.STEM);
                problems.add(ImportProblem.remark(field, "exchange.remark.picture-elsewhere", said, said));
            }
        }
        return problems;
    }
}
