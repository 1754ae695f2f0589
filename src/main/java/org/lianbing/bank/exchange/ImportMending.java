package org.lianbing.bank.exchange;

import java.util.List;
import java.util.Map;
import java.util.Set;

import org.jspecify.annotations.Nullable;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

import org.lianbing.bank.ItemContent;
import org.lianbing.bank.exchange.store.ImportTable;
import org.lianbing.base.Actor;
import org.lianbing.base.Problem;

/**
 * What people do to the rows of an import. Two may work on it at once: who saves a row says which version of it they
 * saw, and is told who was there before where it is no longer that one.
 */
@Service
@PreAuthorize("hasRole('TRAINER')")
public class ImportMending {

    private final ImportAccess access;
    private final ImportTable files;
    private final RowSettling settling;

    ImportMending(ImportAccess access, ImportTable files, RowSettling settling) {
        this.access = access;
        this.files = files;
        this.settling = settling;
    }

    /** Says whose items the rows become; all that were not committed are checked again. */
    @Transactional
    public ImportFile settle(Actor actor, ImportId id, ImportSettings settings) {
        access.locked(actor, id);
        files.settle(id, access.checked(actor, settings));
        settling.again(actor, id, row -> row);
        return access.get(actor, id);
    }

    /** Says where rows go: many at once, or all of a category. */
    @Transactional
    public ImportFile assign(Actor actor, ImportId id, RowSelection which, RowTarget target) {
        access.locked(actor, id);
        if (target.trade() != null) {
            access.demand(actor, target.trade());
        }
        settling.again(actor, id, row -> which.has(row) ? row.with(row.target().with(target)) : row);
        return access.get(actor, id);
    }

    /**
     * Agrees to what was guessed of rows. A row whose item was changed as well is agreed to by itself alone: whoever does
     * so decides which of two corrections goes.
     */
    @Transactional
    public ImportFile confirm(Actor actor, ImportId id, RowSelection which) {
        access.locked(actor, id);
        settling.again(
                actor,
                id,
                row -> which.has(row)
                                && row.state() == RowState.GUESSED
                                && !row.standing().isDoubted()
                        ? row.with(row.standing().agreed())
                        : row);
        return access.get(actor, id);
    }

    /** Says that rows are no items, or takes that back. */
    @Transactional
    public ImportFile skip(Actor actor, ImportId id, RowSelection which, boolean skipped) {
        access.locked(actor, id);
        settling.again(
                actor,
                id,
                row -> which.has(row) && row.state() != RowState.KNOWN
                        ? row.settled(row.duplicateOf(), row.kept(), skipped)
                        : row);
        return access.get(actor, id);
    }

    /** Changes cells of a row and checks it again. */
    @Transactional
    public ImportRow mend(Actor actor, ImportId id, int number, Map<ImportField, String> texts) {
        return mend(actor, id, number, null, texts);
    }

    /**
     * Changes cells of a row and checks it again.
     *
     * @param version of the row that the actor saw; null where that does not matter
     */
    @Transactional
    public ImportRow mend(
            Actor actor, ImportId id, int number, @Nullable Integer version, Map<ImportField, String> texts) {
        ImportFile file = access.locked(actor, id);
        ImportRow row = settling.open(actor, id, number, version);
        if (!(row.body() instanceof RowBody.Cells body)) {
            throw Problem.conflict("exchange.row-whole", number);
        }
        ImportCells cells = body.now();
        for (Map.Entry<ImportField, String> text : texts.entrySet()) {
            cells = cells.with(text.getKey(), text.getValue());
        }
        RowTarget target = new RowTarget(
                row.target().trade(),
                texts.containsKey(ImportField.LEVELS) ? Set.of() : row.target().levels(),
                texts.containsKey(ImportField.POINTS) ? Set.of() : row.target().points());
        return mended(actor, file, row, row.with(body.with(cells)).with(target));
    }

    /** Makes of a row what a person says that it is: a question that could not be read becomes an item so. */
    @Transactional
    public ImportRow mend(
            Actor actor, ImportId id, int number, @Nullable Integer version, ItemContent content, RowTarget target) {
        ImportFile file = access.locked(actor, id);
        ImportRow row = settling.open(actor, id, number, version);
        RowBody body = switch (row.body()) {
            case RowBody.Whole whole -> whole.with(content);
            case RowBody.Cells cells ->
                new RowBody.Whole(content, org.lianbing.bank.exchange.format.Labels.NONE, List.of());
        };
        return mended(actor, file, row, row.with(body).with(row.target().with(target)));
    }

    private ImportRow mended(Actor actor, ImportFile file, ImportRow before, ImportRow changed) {
        ImportRow checked = settling.check(file).check(changed);
        // Who mends a row wants it, and has seen what was guessed, whatever was said of it before.
        ImportRow wanted = checked.with(checked.standing().agreed()).settled(null, before.kept(), false);
        return settling.settled(actor, file.id(), before, wanted);
    }

    /** A person says that a row is no duplicate, or takes that back. */
    @Transactional
    public ImportRow keep(Actor actor, ImportId id, int number, boolean kept) {
        access.locked(actor, id);
        ImportRow row = settling.open(actor, id, number, null);
        return settling.settled(actor, id, row, row.settled(row.duplicateOf(), kept, false));
    }

    /** A person says that a row is no item, or takes that back. */
    @Transactional
    public ImportRow skip(Actor actor, ImportId id, int number, boolean skipped) {
        access.locked(actor, id);
        ImportRow row = settling.open(actor, id, number, null);
        return settling.settled(actor, id, row, row.settled(row.duplicateOf(), row.kept(), skipped));
    }

    /** A person agrees to what was guessed of a row. */
    @Transactional
    public ImportRow confirm(Actor actor, ImportId id, int number) {
        access.locked(actor, id);
        ImportRow row = settling.open(actor, id, number, null);
        return settling.settled(
                actor, id, row, row.with(row.standing().agreed()).settled(row.duplicateOf(), row.kept(), false));
    }
}
