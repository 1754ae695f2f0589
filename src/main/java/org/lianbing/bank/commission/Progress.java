package org.lianbing.bank.commission;

/**
 * What was written for a commission; retired items do not count.
 *
 * @param drafted still with their authors
 * @param inReview handed over
 * @param published in force
 */
public record Progress(int drafted, int inReview, int published) {

    /** Nothing yet. */
    public static final Progress NONE = new Progress(0, 0, 0);

    /** All that exist. */
    public int written() {
        return drafted + inReview + published;
    }

    /** Those that left their author's hands. */
    public int delivered() {
        return inReview + published;
    }
}
