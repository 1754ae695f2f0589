package org.lianbing.base;

/**
 * Which page of a list is asked for.
 *
 * @param offset rows to pass over, from 0
 * @param limit rows wanted, 1 to 500
 */
public record PageOf(int offset, int limit) {

    private static final int MOST = 500;

    public PageOf {
        if (offset < 0 || limit < 1 || limit > MOST) {
            throw Problem.invalid("base.page", MOST);
        }
    }

    /** Page {@code number}, counted from 0, of {@code size} rows each. */
    public static PageOf number(int number, int size) {
        long offset = (long) number * size;
        if (offset != (int) offset) {
            throw Problem.invalid("base.page", MOST);
        }
        return new PageOf((int) offset, size);
    }
}
