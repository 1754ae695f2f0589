package org.lianbing.notice;

import java.time.Instant;
import java.util.List;

import org.jspecify.annotations.Nullable;

/**
 * A message as its reader finds it.
 *
 * @param id which
 * @param code the key of the sentence in the translations
 * @param arguments what stands in its places
 * @param words what somebody wrote; may be empty
 * @param link where it leads, a path without the leading slash
 * @param at when it was sent
 * @param readAt when it was first read; null while it waits
 */
public record Notice(
        NoticeId id,
        String code,
        List<String> arguments,
        String words,
        String link,
        Instant at,
        @Nullable Instant readAt) {

    public Notice {
        arguments = List.copyOf(arguments);
    }

    /** Whether its reader has seen it. */
    public boolean read() {
        return readAt != null;
    }
}
