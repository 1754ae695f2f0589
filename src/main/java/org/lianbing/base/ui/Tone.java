package org.lianbing.base.ui;

import java.util.Locale;

/** What a colour says: blue is for acting, spark for what is live or due, good and bad for verdicts only. */
public enum Tone {
    PLAIN,
    BLUE,
    SPARK,
    GOOD,
    BAD,
    WARN;

    String cssClass() {
        return name().toLowerCase(Locale.ROOT);
    }
}
