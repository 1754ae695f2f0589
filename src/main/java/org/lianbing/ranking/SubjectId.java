package org.lianbing.ranking;

import java.util.UUID;

/** Who or what stands on a board: a person, a unit. */
public record SubjectId(UUID value) {

    @Override
    public String toString() {
        return value.toString();
    }
}
