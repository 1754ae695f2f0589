package org.lianbing.bank.exchange;

import java.util.List;

import org.jspecify.annotations.Nullable;

import org.lianbing.bank.ItemId;

/**
 * A row of an import: a question of a file on its way to become an item.
 *
 * @param number 1 for the first row of the file that holds a question, over all sheets
 * @param where its place in the file
 * @param body what it says
 * @param target where it is to go, where that was said of this row
 * @param standing what is known of it
 * @param edit who last changed it
 */
public record ImportRow(int number, Where where, RowBody body, RowTarget target, Standing standing, Edit edit) {

    /** A row that was just read. */
    static ImportRow read(int number, Where where, RowBody body, RowTarget target) {
        return new ImportRow(number, where, body, target, Standing.NEW, Edit.NONE);
    }

    /** The cells as they are now; none for a row that is no row of a table. */
    public ImportCells cells() {
        return body instanceof RowBody.Cells cells ? cells.now() : ImportCells.NONE;
    }

    /** The cells as they were read. */
    public ImportCells original() {
        return body instanceof RowBody.Cells cells ? cells.original() : ImportCells.NONE;
    }

    public String sheet() {
        return where.sheet();
    }

    public int line() {
        return where.line();
    }

    public List<ImportProblem> problems() {
        return standing.problems();
    }

    public @Nullable String fingerprint() {
        return standing.fingerprint();
    }

    public @Nullable String duplicateOf() {
        return standing.duplicateOf();
    }

    /** The item of the bank that it nearly says, as far as it is named; null for none. */
    public @Nullable ItemId alike() {
        return problems().stream()
                .filter(problem -> problem.code().equals(AlikeRows.ITEM)
                        && problem.arguments().size() > 2)
                .map(problem -> ItemId.of(problem.arguments().get(2)))
                .findFirst()
                .orElse(null);
    }

    public boolean kept() {
        return standing.kept();
    }

    public RowState state() {
        return standing.state();
    }

    public @Nullable ItemId item() {
        return standing.item();
    }

    /** Where a problem lies: in a cell of a table, or in the row as a whole. */
    public String place(ImportProblem problem) {
        ImportField field = problem.field();
        return body instanceof RowBody.Cells cells && field != null
                ? new Place(where.sheet(), where.line(), cells.columns().getOrDefault(field, "")).toString()
                : where.toString();
    }

    ImportRow with(RowBody changed) {
        return new ImportRow(number, where, changed, target, standing, edit);
    }

    ImportRow with(RowTarget changed) {
        return new ImportRow(number, where, body, changed, standing, edit);
    }

    ImportRow with(Standing changed) {
        return new ImportRow(number, where, body, target, changed, edit);
    }

    ImportRow with(Edit changed) {
        return new ImportRow(number, where, body, target, standing, changed);
    }

    /** The same row after a check. */
    ImportRow checked(List<ImportProblem> found, @Nullable String print) {
        return with(standing.checked(found, print));
    }

    /** The same row with its doubles and decisions known. */
    ImportRow settled(@Nullable String duplicate, boolean kept, boolean skipped) {
        RowState now = skipped
                ? RowState.SKIPPED
                : RowState.of(standing.problems(), standing.confirmed(), duplicate != null && !kept);
        return with(standing.settled(duplicate, kept, now));
    }

    /** The row that says what its item says already. */
    ImportRow known(String code) {
        return with(standing.settled(code, false, RowState.KNOWN));
    }

    /** The row that became a draft. */
    ImportRow committed(ItemId draft) {
        return with(standing.committed(draft));
    }
}
