package org.lianbing.bank.exchange;

import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;

import org.lianbing.bank.ItemContent;
import org.lianbing.bank.exchange.format.Labels;

/** What a row of an import says, as it came and as it is now. */
public sealed interface RowBody {

    /**
     * A row of a table: mended cell by cell, and read as an item anew each time.
     *
     * @param columns the letters of the columns that its cells stand in
     * @param markdown whether its texts are Markdown, as in our own exports
     * @param original the cells as they were read
     * @param now the cells as they are now
     * @param unreadable what was wrong with cells when they were read
     */
    record Cells(
            Map<ImportField, String> columns,
            boolean markdown,
            ImportCells original,
            ImportCells now,
            List<ImportProblem> unreadable)
            implements RowBody {
        public Cells {
            columns = Map.copyOf(columns);
            unreadable = List.copyOf(unreadable);
        }

        /** The same with other cells. */
        Cells with(ImportCells changed) {
            return new Cells(columns, markdown, original, changed, unreadable);
        }
    }

    /**
     * A question of any other format: a whole item, mended as one beside the text it was read from.
     *
     * @param content what could be read, or what a person made of it; null while it is no item
     * @param labels what the file says besides
     * @param told what the reader said of it: what was left out, guessed, or why it is no item
     */
    record Whole(@Nullable ItemContent content, Labels labels, List<ImportProblem> told) implements RowBody {
        public Whole {
            told = List.copyOf(told);
        }

        /** The same as a person made it: what was guessed has been looked at. */
        Whole with(ItemContent mended) {
            return new Whole(
                    mended,
                    labels,
                    told.stream()
                            .filter(one -> one.severity() == ImportProblem.Severity.REMARK)
                            .toList());
        }
    }
}
