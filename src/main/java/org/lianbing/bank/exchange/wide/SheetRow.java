package org.lianbing.bank.exchange.wide;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

import org.lianbing.bank.exchange.ImportCells;
import org.lianbing.bank.exchange.ImportField;
import org.lianbing.bank.exchange.ImportProblem;

/**
 * A row of a sheet as it was read; of the long family all rows of an item together.
 *
 * @param sheet the sheet's name
 * @param line from 1
 * @param cells its texts
 * @param columns the letters of the columns they stand in
 * @param markdown whether the heading says that texts are Markdown
 * @param problems cells that could not be read as what a person wrote
 * @param id the file's own name for the item, or empty
 */
public record SheetRow(
        String sheet,
        int line,
        ImportCells cells,
        Map<ImportField, String> columns,
        boolean markdown,
        List<ImportProblem> problems,
        String id) {

    /** The same row with other texts. */
    SheetRow with(ImportCells changed) {
        return new SheetRow(sheet, line, changed, columns, markdown, problems, id);
    }

    /** The same row with one more problem. */
    SheetRow with(ImportProblem problem) {
        List<ImportProblem> more =
                Stream.concat(problems.stream(), Stream.of(problem)).toList();
        return new SheetRow(sheet, line, cells, columns, markdown, more, id);
    }
}
