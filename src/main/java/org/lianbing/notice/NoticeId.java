package org.lianbing.notice;

import java.util.UUID;

import org.lianbing.base.Ids;

/** Names a message to a person. */
public record NoticeId(UUID value) {

    /** A new id, ordered by time. */
    public static NoticeId next() {
        return new NoticeId(Ids.next());
    }

    /**
     * Reads an id from a URL or a file.
     *
     * @throws org.lianbing.base.Problem not found, where the text is no id
     */
    public static NoticeId of(String text) {
        return new NoticeId(Ids.parse(text));
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
