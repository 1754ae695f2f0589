package org.lianbing.bank.commission;

import java.util.UUID;

import org.lianbing.base.Ids;

/** Names a commission. */
public record CommissionId(UUID value) {

    /** A new id, ordered by time. */
    public static CommissionId next() {
        return new CommissionId(Ids.next());
    }

    /**
     * Reads an id from a URL or a file.
     *
     * @throws org.lianbing.base.Problem not found, where the text is no id
     */
    public static CommissionId of(String text) {
        return new CommissionId(Ids.parse(text));
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
