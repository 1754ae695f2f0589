package org.lianbing.base.start;

import java.text.MessageFormat;
import java.util.Locale;
import java.util.ResourceBundle;
import java.util.ResourceBundle.Control;

/** Texts for the terminal, in both languages: the person there has not chosen one. From {@code i18n/start.properties}. */
final class StartTexts {

    private StartTexts() {}

    static String bothLanguages(String key, Object... arguments) {
        return chinese(key, arguments) + System.lineSeparator() + english(key, arguments);
    }

    static String chinese(String key, Object... arguments) {
        return text(Locale.ROOT, key, arguments);
    }

    static String english(String key, Object... arguments) {
        return text(Locale.ENGLISH, key, arguments);
    }

    /** Numbers are shown as they are, without grouping of digits. */
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
