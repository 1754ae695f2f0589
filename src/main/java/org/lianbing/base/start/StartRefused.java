package org.lianbing.base.start;

import java.text.MessageFormat;
import java.util.Locale;
import java.util.ResourceBundle;
import java.util.ResourceBundle.Control;

/** The application cannot start, and one sentence says why. The texts are in {@code i18n/start.properties}. */
public final class StartRefused extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final String chinese;
    private final String english;

    /**
     * @param key the text's key without the prefix {@code start.}
     * @param arguments numbers and paths; shown as they are, without grouping of digits
     */
    public StartRefused(String key, Object... arguments) {
        this(text(Locale.ROOT, key, arguments), text(Locale.ENGLISH, key, arguments));
    }

    private StartRefused(String chinese, String english) {
        super(english);
        this.chinese = chinese;
        this.english = english;
    }

    /** The sentence in both languages, a line each: the person at the terminal has not chosen one yet. */
    public String sentence() {
        return chinese + System.lineSeparator() + english;
    }

    private static String text(Locale locale, String key, Object... arguments) {
        ResourceBundle texts =
                ResourceBundle.getBundle("i18n.start", locale, Control.getNoFallbackControl(Control.FORMAT_PROPERTIES));
        Object[] words = new Object[arguments.length];
        for (int i = 0; i < words.length; i++) {
            words[i] = String.valueOf(arguments[i]);
        }
        return new MessageFormat(texts.getString("start." + key), locale).format(words);
    }
}
