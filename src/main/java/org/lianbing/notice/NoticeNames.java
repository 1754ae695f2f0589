package org.lianbing.notice;

import java.util.Locale;

import org.jspecify.annotations.Nullable;

/** Gives things that a sentence names by a reference, such as {@code trade:0197…}, their names as the reader knows them. */
public interface NoticeNames {

    /** The name in this language; null where the reference is none of theirs. */
    @Nullable
    String name(String reference, Locale language);
}
