package org.lianbing.notice;

import java.util.List;

/**
 * What is to be told.
 *
 * @param code the key of the sentence in the translations, such as {@code call.notice.fixed}
 * @param arguments what stands in its places: words, a day as {@code 2026-12-06}, or a reference that a
 *     {@link NoticeNames} knows
 * @param words what somebody wrote, shown as it is below the sentence; may be empty
 * @param link where it leads, a path within the application without the leading slash; empty for the start page
 */
public record NoticeDraft(String code, List<String> arguments, String words, String link) {

    public NoticeDraft {
        arguments = List.copyOf(arguments);
        if (link.contains(":") || link.startsWith("/")) {
            throw new IllegalArgumentException("A notice leads to a page of the application: " + link);
        }
    }

    /** A sentence without words of anybody. */
    public static NoticeDraft of(String code, String link, String... arguments) {
        return new NoticeDraft(code, List.of(arguments), "", link);
    }
}
