package org.lianbing.ranking;

import java.util.Locale;

/**
 * What stands below a board's title, in each language of the site: a board is one for all who read it.
 *
 * @param chinese such as {@code 电工 · 高级工}
 * @param english such as {@code Electrician · Senior}
 */
public record Subtitle(String chinese, String english) {

    /** As read by somebody who reads that language. */
    public String in(Locale language) {
        return language.getLanguage().equals(Locale.ENGLISH.getLanguage()) ? english : chinese;
    }
}
