package org.lianbing.exam;

import java.util.UUID;

import org.lianbing.base.Ids;

/** Names an exam. */
public record ExamId(UUID value) {

    /** A new id, ordered by time. */
    public static ExamId next() {
        return new ExamId(Ids.next());
    }

    /**
     * Reads an id from a URL or a file.
     *
     * @throws org.lianbing.base.Problem not found, where the text is no id
     */
    public static ExamId of(String text) {
        return new ExamId(Ids.parse(text));
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
