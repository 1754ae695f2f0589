package org.lianbing.bank.exchange;

import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;

import org.lianbing.bank.ItemId;

/**
 * A row of an import.
 *
 * @param number 1 for the first row of the file that holds an item, over all sheets
 * @param sheet the name of its sheet
 * @param line its row in the sheet, from 1
 * @param columns the letters of the columns that its cells stand in
 * @param markdown whether its texts are Markdown, as in our own exports
 * @param original the cells as they were read
 * @param cells the cells as they are now
 * @param unreadable what was wrong with cells when they were read
 * @param problems what is wrong now
 * @param fingerprint alike for rows that say the same; null while it cannot be read
 * @param duplicateOf what it doubles: a row as {@code #12}, or an item's code; or null
 * @param kept a person said that it is no duplicate
 * @param state where it stands
 * @param item the draft it became, or null
 */
public record ImportRow(
        int number,
        String sheet,
        int line,
        Map<ImportField, String> columns,
        boolean markdown,
        ImportCells original,
        ImportCells cells,
        List<ImportProblem> unreadable,
        List<ImportProblem> problems,
        @Nullable String fingerprint,
        @Nullable String duplicateOf,
        boolean kept,
        RowState state,
        @Nullable ItemId item) {

    public ImportRow {
        columns = Map.copyOf(columns);
        unreadable = List.copyOf(unreadable);
        problems = List.copyOf(problems);
    }

    /** Where a problem lies. */
    public Place place(ImportProblem problem) {
        ImportField field = problem.field();
        return new Place(sheet, line, field == null ? "" : columns.getOrDefault(field, ""));
    }

    /** The same row with other cells, to be checked again. */
    ImportRow withCells(ImportCells changed) {
        return new ImportRow(
                number,
                sheet,
                line,
                columns,
                markdown,
                original,
                changed,
                unreadable,
                problems,
                fingerprint,
                duplicateOf,
                kept,
                state,
                item);
    }

    /** The same row after a check. */
    ImportRow checked(List<ImportProblem> found, @Nullable String print) {
        return new ImportRow(
                number,
                sheet,
                line,
                columns,
                markdown,
                original,
                cells,
                unreadable,
                found,
                print,
                duplicateOf,
                kept,
                state,
                item);
    }

    /** The same row with its doubles and decisions known. */
    ImportRow settled(@Nullable String duplicate, boolean nowKept, boolean skipped) {
        return new ImportRow(
                number,
                sheet,
                line,
                columns,
                markdown,
                original,
                cells,
                unreadable,
                problems,
                fingerprint,
                duplicate,
                nowKept,
                RowState.of(problems, duplicate != null, nowKept, skipped),
                item);
    }

    /** The row that became a draft. */
    ImportRow committed(ItemId draft) {
        return new ImportRow(
                number,
                sheet,
                line,
                columns,
                markdown,
                original,
                cells,
                unreadable,
                problems,
                fingerprint,
                duplicateOf,
                kept,
                RowState.COMMITTED,
                draft);
    }
}
