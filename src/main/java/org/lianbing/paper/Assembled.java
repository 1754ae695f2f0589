package org.lianbing.paper;

import java.util.List;

import org.lianbing.bank.ItemType;

/** What came of drawing a paper. */
public sealed interface Assembled {

    /** The bank had all that the blueprint asks for. */
    record Complete(List<DraftSlot> slots) implements Assembled {}

    /** It did not; each line says of what there is too little. */
    record TooFew(List<Shortage> shortages) implements Assembled {}

    /**
     * One lack.
     *
     * @param type of which type
     * @param wanted how many the blueprint asks for
     * @param there how many there are
     * @param sealed whether they were to come from a sealed set and not from the bank
     */
    record Shortage(ItemType type, int wanted, int there, boolean sealed) {}
}
