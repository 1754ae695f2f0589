package org.lianbing.course;

import java.util.UUID;

import org.lianbing.base.Ids;

/** Names a course. */
public record CourseId(UUID value) {

    /** A new id, ordered by time. */
    public static CourseId next() {
        return new CourseId(Ids.next());
    }

    /**
     * Reads an id from a URL or a file.
     *
     * @throws org.lianbing.base.Problem not found, where the text is no id
     */
    public static CourseId of(String text) {
        return new CourseId(Ids.parse(text));
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
