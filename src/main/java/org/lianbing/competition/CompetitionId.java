package org.lianbing.competition;

import java.util.UUID;

import org.lianbing.base.Ids;

/** Names a competition. */
public record CompetitionId(UUID value) {

    /** A new id, ordered by time. */
    public static CompetitionId next() {
        return new CompetitionId(Ids.next());
    }

    /**
     * Reads an id from a URL or a file.
     *
     * @throws org.lianbing.base.Problem not found, where the text is no id
     */
    public static CompetitionId of(String text) {
        return new CompetitionId(Ids.parse(text));
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
