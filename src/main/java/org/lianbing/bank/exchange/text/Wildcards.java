package org.lianbing.bank.exchange.text;

import java.util.regex.Pattern;

/** The asterisk in words that Moodle compares: any characters, unless it stands behind a backslash. */
public final class Wildcards {

    private static final Pattern ANY = Pattern.compile("(?<!\\\\)\\*");

    private Wildcards() {}

    /** Words of ours as Moodle compares them sign by sign. */
    public static String literal(String words) {
        return words.replace("*", "\\*");
    }

    /** Whether the words hold a place for any characters. */
    public static boolean any(String words) {
        return ANY.matcher(words).find();
    }

    /** The words with the asterisks that stand for themselves. */
    public static String read(String words) {
        return words.replace("\\*", "*");
    }
}
