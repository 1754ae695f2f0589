package org.lianbing.bank.alike;

/**
 * Two of several contents that resemble each other.
 *
 * @param first the index of the earlier one
 * @param second the index of the later one
 * @param resemblance from the least that was asked for to 1
 */
public record AlikePair(int first, int second, double resemblance) {

    /** The resemblance in whole percent, never rounded up. */
    public int percent() {
        return AlikeItem.percent(resemblance);
    }
}
