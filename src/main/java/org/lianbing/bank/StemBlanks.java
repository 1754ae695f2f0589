package org.lianbing.bank;

import java.util.regex.Pattern;

/** The places of blanks in the stem of a 填空: runs of three or more underscores. */
public final class StemBlanks {

    /** A place. */
    public static final Pattern PLACE = Pattern.compile("(?:\\\\?_){3,}");

    private StemBlanks() {}

    /** How many places a stem has. */
    public static int count(String stem) {
        return (int) PLACE.matcher(stem).results().count();
    }
}
