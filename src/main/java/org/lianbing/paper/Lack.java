package org.lianbing.paper;

import java.util.List;

import org.jspecify.annotations.Nullable;

import org.lianbing.bank.ItemType;
import org.lianbing.base.Level;
import org.lianbing.trade.PointId;

/**
 * A cell of a blueprint that cannot be filled, as the bank is now. Without enough items of a type, or without any on a
 * point that must be tested, no paper can be drawn; what else is missing is filled from elsewhere.
 */
public sealed interface Lack {

    /** How many one form should have; of a point, how many items so that no two forms share one. */
    int wanted();

    /** How many there are. */
    int there();

    /** Whether no paper can be drawn. */
    default boolean stops() {
        return false;
    }

    /**
     * Too few of a type at all.
     *
     * @param sealed whether they were to come from a sealed set and not from the bank
     */
    record OfType(ItemType type, boolean sealed, int wanted, int there) implements Lack {
        @Override
        public boolean stops() {
            return true;
        }
    }

    /**
     * Too few of a type for the weights of the outline.
     *
     * @param level whose outline's it is; null for a foundation, and where the paper has one level alone
     * @param stratum a top range or a foundation, by name
     */
    record OfStratum(ItemType type, @Nullable Level level, String stratum, int wanted, int there) implements Lack {}

    /** Too few of a type for the quotas over levels. */
    record OfLevel(ItemType type, Level level, int wanted, int there) implements Lack {}

    /** Too few of a type as hard as is asked for. */
    record OfDifficulty(ItemType type, DifficultyMix.Band band, int wanted, int there) implements Lack {}

    /**
     * Too few on a point that every form must test.
     *
     * @param point which
     * @param name its code and name
     * @param sections how many the bank has for each section that takes some from it
     * @param sealedToo whether some come from a sealed set, which may test it; whether it does is not told
     */
    record OfPoint(PointId point, String name, List<InSection> sections, int wanted, boolean sealedToo)
            implements Lack {
        public OfPoint {
            sections = List.copyOf(sections);
        }

        @Override
        public int there() {
            return sections.stream().mapToInt(InSection::there).sum();
        }

        @Override
        public boolean stops() {
            return there() == 0 && !sealedToo;
        }
    }

    /** How many there are of a type. */
    record InSection(ItemType type, int there) {}
}
