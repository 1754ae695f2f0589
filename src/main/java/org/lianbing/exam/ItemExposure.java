package org.lianbing.exam;

import java.util.List;

import org.jspecify.annotations.Nullable;

import org.lianbing.bank.PoolItem;

/**
 * How widely an item of an exam is seen.
 *
 * @param named which; null where the reader may not know, as long as it is sealed or the reader sits the exam
 * @param forms the numbers of the forms in which it stands, from 1
 * @param candidates how many on the roster have one of these forms
 */
public record ItemExposure(@Nullable Named named, List<Integer> forms, int candidates) {

    /** An item with its code. */
    public record Named(String code, PoolItem item) {}

    public ItemExposure {
        forms = List.copyOf(forms);
    }
}
