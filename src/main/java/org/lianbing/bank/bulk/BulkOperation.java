package org.lianbing.bank.bulk;

import java.time.Instant;
import java.util.List;

import org.jspecify.annotations.Nullable;

import org.lianbing.bank.ItemId;
import org.lianbing.base.PersonId;

/**
 * One act on many items, as it was recorded.
 *
 * @param id which
 * @param person who
 * @param act what
 * @param at when
 * @param undoneAt when it was taken back, or null
 * @param entries what came of it for each item, in the order of the selection
 */
public record BulkOperation(
        BulkId id,
        PersonId person,
        BulkAct act,
        Instant at,
        @Nullable Instant undoneAt,
        List<Entry> entries) {

    public BulkOperation {
        entries = List.copyOf(entries);
    }

    /**
     * What came of it for one item.
     *
     * @param item which
     * @param code its code; empty where the actor may not know the item
     * @param problem why it was not done, the key of a sentence; null where it was
     * @param arguments what stands in the sentence
     * @param undone whether it was taken back
     * @param undoProblem why it could not be taken back, the key of a sentence; or null
     */
    public record Entry(
            ItemId item,
            String code,
            @Nullable String problem,
            List<String> arguments,
            boolean undone,
            @Nullable String undoProblem) {

        public Entry {
            arguments = List.copyOf(arguments);
        }

        public boolean done() {
            return problem == null;
        }
    }

    /** How many were done. */
    public long done() {
        return entries.stream().filter(Entry::done).count();
    }

    /** What was not done, with the reason. */
    public List<Entry> refused() {
        return entries.stream().filter(entry -> !entry.done()).toList();
    }

    /** What was done and could not be taken back, once it was tried. */
    public List<Entry> standing() {
        return entries.stream().filter(entry -> entry.undoProblem() != null).toList();
    }
}
