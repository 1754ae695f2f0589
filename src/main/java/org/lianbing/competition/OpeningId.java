package org.lianbing.competition;

import java.util.UUID;

import org.lianbing.base.Ids;

/** Names one opening of a competition: whoever calls it off and opens again begins another. */
public record OpeningId(UUID value) {

    /** A new id, ordered by time. */
    public static OpeningId next() {
        return new OpeningId(Ids.next());
    }
}
