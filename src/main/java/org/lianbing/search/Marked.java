package org.lianbing.search;

import java.util.List;

/**
 * Plain text with places in it that answer to what was looked for. Whoever shows it escapes the text and marks the
 * places; it holds no HTML of its own.
 *
 * @param text plain
 * @param marks in order, none touching another
 */
public record Marked(String text, List<Mark> marks) {

    /**
     * A place.
     *
     * @param start where it begins, in UTF-16 units
     * @param end behind its last
     */
    public record Mark(int start, int end) {}

    public Marked {
        marks = List.copyOf(marks);
    }

    /** Text without marks. */
    public static Marked plain(String text) {
        return new Marked(text, List.of());
    }
}
