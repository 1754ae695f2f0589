package org.lianbing.bank.coverage;

/**
 * How many items lie somewhere.
 *
 * @param published those in force
 * @param draft those being written
 * @param review those waiting for a reviewer
 * @param share those in force, an item on several points divided among them, so that sums count each item once
 */
public record Cell(int published, int draft, int review, double share) {

    /** Nothing at all. */
    public static final Cell NOTHING = new Cell(0, 0, 0, 0);

    Cell plus(Cell other) {
        return new Cell(published + other.published, draft + other.draft, review + other.review, share + other.share);
    }

    /** The items in force, each counted once. */
    public long items() {
        return Math.round(share);
    }

    /** Those that are on their way. */
    public int coming() {
        return draft + review;
    }
}
