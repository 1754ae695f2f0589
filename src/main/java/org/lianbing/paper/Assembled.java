package org.lianbing.paper;

import java.util.List;

import org.lianbing.bank.ItemType;
import org.lianbing.trade.PointId;

/** What came of drawing a paper. */
public sealed interface Assembled {

    /**
     * The bank had all that the blueprint asks for.
     *
     * @param forms as many as it asks for, all of the same shape
     * @param fairness how alike they are
     */
    record Complete(List<List<DraftSlot>> forms, Fairness fairness) implements Assembled {
        public Complete {
            forms = List.copyOf(forms);
        }
    }

    /** It did not; each line says of what there is too little. */
    record TooFew(List<Shortage> shortages) implements Assembled {
        public TooFew {
            shortages = List.copyOf(shortages);
        }
    }

    /** One lack. */
    sealed interface Shortage {

        /**
         * Too few items of a type.
         *
         * @param type of which type
         * @param wanted how many the blueprint asks for
         * @param there how many there are
         * @param sealed whether they were to come from a sealed set and not from the bank
         */
        record OfType(ItemType type, int wanted, int there, boolean sealed) implements Shortage {}

        /**
         * A point that every form must test, and some form could not.
         *
         * @param point which
         * @param name its code and name
         */
        record OfPoint(PointId point, String name) implements Shortage {}

        /** The same of a paper with a sealed set: which points, would tell what the set tests and what it does not. */
        record OfUntoldPoint() implements Shortage {}
    }
}
