package org.lianbing.paper;

import java.util.List;

/**
 * A slot with what feedback needs besides.
 *
 * @param slot as the server knows it
 * @param authored for each token in base order, the author's position of its option
 */
public record FrozenSlot(Slot slot, List<Integer> authored) {

    public FrozenSlot {
        authored = List.copyOf(authored);
    }
}
