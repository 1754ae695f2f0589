package org.lianbing.bank.call;

import java.util.UUID;

import org.lianbing.base.Ids;

/** Names a report of an error. */
public record ReportId(UUID value) {

    /** A new id, ordered by time. */
    public static ReportId next() {
        return new ReportId(Ids.next());
    }

    /**
     * Reads an id from a URL or a file.
     *
     * @throws org.lianbing.base.Problem not found, where the text is no id
     */
    public static ReportId of(String text) {
        return new ReportId(Ids.parse(text));
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
