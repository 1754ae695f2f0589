package org.lianbing.trade.editing;

import java.util.Locale;

/** What can be mended of a line. */
public enum OutlineField {
    CODE,
    NAME,
    WEIGHT,
    IMPORTANCE;

    /** The name in the API. */
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }
}
