package org.lianbing.exam;

import java.util.List;
import java.util.Locale;

import org.lianbing.base.Problem;

/**
 * How a paper is to be printed.
 *
 * @param onSheet whether answers go onto answer sheets; else the paper has room for them
 * @param notes for candidates, up to 12 of up to 200 characters; empty for the usual ones
 * @param language of whatever is not an item
 */
public record PrintWish(boolean onSheet, List<String> notes, Locale language) {

    /** How many notes there may be. */
    public static final int MOST_NOTES = 12;

    /** How long one may be. */
    public static final int LONGEST_NOTE = 200;

    public PrintWish {
        notes = notes.stream()
                .map(String::strip)
                .filter(note -> !note.isEmpty())
                .toList();
        if (notes.size() > MOST_NOTES || notes.stream().anyMatch(note -> note.length() > LONGEST_NOTE)) {
            throw Problem.invalid("exam.print.notes", MOST_NOTES, LONGEST_NOTE).with("field", "notes");
        }
    }

    /** With answer sheets and the usual notes. */
    public static PrintWish usual(Locale language) {
        return new PrintWish(true, List.of(), language);
    }
}
