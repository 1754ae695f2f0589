package org.lianbing.attempt;

import java.math.BigDecimal;
import java.util.List;

import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * How a slot was answered, over all attempts that have a score and are not void.
 *
 * @param slot which
 * @param attempts how many there are
 * @param facility mean fraction (难度, 通过率), 0 to 1
 * @param strong the same among the better 27 % by score
 * @param weak the same among the weaker 27 %
 * @param given what was answered, the most frequent first; at most {@value #MOST}
 */
public record SlotFigures(int slot, int attempts, double facility, double strong, double weak, List<Given> given) {

    /** How many different answers are told. */
    public static final int MOST = 12;

    /**
     * One answer, with how many gave it.
     *
     * @param value as it stands in the journal
     * @param times how many
     * @param strong how many of the better 27 %
     * @param fraction what it counts by the key in force; null where that depends on the candidate's variant
     */
    public record Given(
            JsonNode value, int times, int strong, @Nullable BigDecimal fraction) {

        /** Whether it is known to be all right. */
        public boolean right() {
            return fraction != null && fraction.compareTo(BigDecimal.ONE) == 0;
        }
    }

    /** Discrimination (区分度): by how much the better do better than the weaker, −1 to 1. */
    public double discrimination() {
        return strong - weak;
    }
}
