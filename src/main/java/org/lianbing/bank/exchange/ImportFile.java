package org.lianbing.bank.exchange;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;

import org.jspecify.annotations.Nullable;

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
 * @param colleagues who was invited to mend it too
 * @param madeAt when
 * @param changedAt when something was last done to it
 * @param reading how far its file was read
 * @param counts how many rows stand where; states without rows are missing, and all of them while it is read
 */
public record ImportFile(
        ImportId id,
        String name,
        String format,
        ImportSettings settings,
        List<ImportProblem> notes,
        PersonId person,
        Set<PersonId> colleagues,
        Instant madeAt,
        Instant changedAt,
        Reading reading,
        Map<RowState, Integer> counts) {

    /**
     * How far its file was read.
     *
     * @param status whether it can be worked on
     * @param rows read so far
     * @param failure why it is broken; null where it just stopped, or is not broken
     */
    public record Reading(
            ImportStatus status, int rows, @Nullable ImportProblem failure) {

        /** Nothing yet. */
        static final Reading BEGUN = new Reading(ImportStatus.READING, 0, null);
    }

    public ImportFile {
        notes = List.copyOf(notes);
        colleagues = Set.copyOf(colleagues);
        counts = Map.copyOf(counts);
    }

    /** Whether a person may work on it. */
    public boolean isOpenTo(PersonId somebody) {
        return person.equals(somebody) || colleagues.contains(somebody);
    }

    /** How many rows stand there. */
    public int count(RowState state) {
        return counts.getOrDefault(state, 0);
    }

    /** All rows that are there. */
    public int rows() {
        return reading.status() == ImportStatus.READING
                ? reading.rows()
                : counts.values().stream().mapToInt(Integer::intValue).sum();
    }

    /** Rows that could be read as items. */
    public int items() {
        return rows() - count(RowState.FAULTY) - count(RowState.SKIPPED);
    }
}
