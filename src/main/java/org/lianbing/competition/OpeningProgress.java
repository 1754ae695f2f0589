package org.lianbing.competition;

import java.time.Instant;
import java.util.Locale;

import org.jspecify.annotations.Nullable;

import org.lianbing.base.Texts;

/**
 * How far the opening of a competition is, or why the last one came to nothing.
 *
 * @param forms how many there will be
 * @param drawn whether it is decided what stands in them
 * @param made how many are frozen
 * @param failure why it came to nothing; null while it goes on
 */
public record OpeningProgress(
        int forms, boolean drawn, int made, @Nullable Failure failure) {

    /**
     * Why an opening came to nothing. Nothing of it was kept.
     *
     * @param at when
     * @param code the key of the sentence
     * @param chinese the sentence for people
     * @param english the same in English
     */
    public record Failure(Instant at, String code, String chinese, String english) {

        /** The sentence in the reader's language. */
        public String in(Locale language) {
            return Texts.nearest(language).equals(Locale.ENGLISH) ? english : chinese;
        }
    }

    /** How much of it is done, 0 to 1. */
    public double fraction() {
        return (double) made / forms;
    }
}
