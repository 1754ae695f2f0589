package org.lianbing.bank.exchange;

import java.time.Instant;
import java.util.List;
import java.util.Map;

import org.lianbing.base.PersonId;

/**
 * An uploaded file and how far one is with it.
 *
 * @param id which
 * @param name the file's name
 * @param format how it was read, such as {@code wide-xlsx}
 * @param settings what holds for all its rows
 * @param notes sheets that were left out, and why
 * @param person who uploaded it
 * @param madeAt when
 * @param changedAt when something was last done to it
 * @param counts how many rows stand where; states without rows are missing
 */
public record ImportFile(
        ImportId id,
        String name,
        String format,
        ImportSettings settings,
        List<ImportProblem> notes,
        PersonId person,
        Instant madeAt,
        Instant changedAt,
        Map<RowState, Integer> counts) {

    public ImportFile {
        notes = List.copyOf(notes);
        counts = Map.copyOf(counts);
    }

    /** How many rows stand there. */
    public int count(RowState state) {
        return counts.getOrDefault(state, 0);
    }

    /** All rows. */
    public int rows() {
        return counts.values().stream().mapToInt(Integer::intValue).sum();
    }

    /** Rows that could be read as items. */
    public int items() {
        return count(RowState.READY) + count(RowState.DUPLICATE) + count(RowState.COMMITTED);
    }
}
