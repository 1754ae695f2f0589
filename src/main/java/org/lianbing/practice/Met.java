package org.lianbing.practice;

import java.time.Instant;
import java.util.Comparator;

import org.jspecify.annotations.Nullable;

/**
 * When a person last met an item.
 *
 * @param drawn when it last stood in a drill of theirs
 * @param answered when they last answered it; null for never
 */
public record Met(Instant drawn, @Nullable Instant answered) {

    /** Who comes first in a drill: what was drawn but never answered, then what was answered longest ago. */
    static final Comparator<Met> LONGEST_AGO_FIRST =
            Comparator.comparing((Met met) -> met.answered() != null).thenComparing(Met::last);

    private Instant last() {
        return answered == null ? drawn : answered;
    }
}
