package org.lianbing.course;

import java.util.UUID;

import org.lianbing.base.Ids;

/** Names a lesson. */
public record LessonId(UUID value) {

    /** A new id, ordered by time. */
    public static LessonId next() {
        return new LessonId(Ids.next());
    }

    /**
     * Reads an id from a URL or a file.
     *
     * @throws org.lianbing.base.Problem not found, where the text is no id
     */
    public static LessonId of(String text) {
        return new LessonId(Ids.parse(text));
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
