package org.lianbing.bank.alike;

import java.util.UUID;

import org.lianbing.base.Ids;

/** Identifies a search through the whole bank. */
public record SearchRunId(UUID value) {

    /** A new identifier. */
    public static SearchRunId next() {
        return new SearchRunId(Ids.next());
    }
}
