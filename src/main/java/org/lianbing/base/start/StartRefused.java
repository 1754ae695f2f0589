package org.lianbing.base.start;

/** The application cannot start, and one sentence says why. */
public final class StartRefused extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final String sentence;

    /**
     * @param key the text's key in {@code i18n/start.properties}, without the prefix {@code start.}
     * @param arguments numbers and paths
     */
    public StartRefused(String key, Object... arguments) {
        super(StartTexts.english(key, arguments));
        this.sentence = StartTexts.bothLanguages(key, arguments);
    }

    /** The sentence in both languages, a line each. */
    public String sentence() {
        return sentence;
    }
}
