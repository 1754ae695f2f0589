package org.lianbing.bank.call;

import java.util.UUID;

import org.lianbing.base.Ids;

/** Names a proposed item. */
public record ProposalId(UUID value) {

    /** A new id, ordered by time. */
    public static ProposalId next() {
        return new ProposalId(Ids.next());
    }

    /**
     * Reads an id from a URL or a file.
     *
     * @throws org.lianbing.base.Problem not found, where the text is no id
     */
    public static ProposalId of(String text) {
        return new ProposalId(Ids.parse(text));
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
