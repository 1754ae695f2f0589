package org.lianbing.paper;

import java.util.List;

import org.jspecify.annotations.Nullable;

/**
 * A slot with what feedback needs besides.
 *
 * @param slot as the server knows it
 * @param authored for each list of tokens, and in it for each token in base order, the author's position
 */
public record FrozenSlot(Slot slot, List<List<Integer>> authored) {

    public FrozenSlot {
        authored = authored.stream().map(List::copyOf).toList();
    }

    /** The same with what was corrected about it. */
    FrozenSlot of(@Nullable Correction correction) {
        return correction == null ? this : new FrozenSlot(slot.corrected(correction), authored);
    }
}
