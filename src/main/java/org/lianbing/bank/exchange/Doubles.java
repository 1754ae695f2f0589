package org.lianbing.bank.exchange;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;

/** Marks rows that say what another row before them, or an item of the bank, says already. */
final class Doubles {

    /** The first row of each print, by its first 16 digits: a hundred thousand of them in a few megabytes. */
    private final Map<Long, Integer> first = new HashMap<>();

    /**
     * Settles rows, all of those of a fingerprint together.
     *
     * @param rows in the order of the file
     * @param inBank codes of items by fingerprint
     */
    static List<ImportRow> settle(List<ImportRow> rows, Map<String, String> inBank) {
        return new Doubles().next(rows, inBank);
    }

    /** Settles the next rows of the file. */
    List<ImportRow> next(List<ImportRow> rows, Map<String, String> inBank) {
        List<ImportRow> settled = new ArrayList<>();
        for (ImportRow row : rows) {
            boolean skipped = row.state() == RowState.SKIPPED;
            String print = row.fingerprint();
            if (row.state() == RowState.COMMITTED || row.state() == RowState.KNOWN) {
                settled.add(row);
            } else {
                settled.add(row.settled(doubled(row, inBank), row.kept(), skipped));
            }
            if (print != null && !skipped) {
                first.putIfAbsent(brief(print), row.number());
            }
        }
        return settled;
    }

    private @Nullable String doubled(ImportRow row, Map<String, String> inBank) {
        String print = row.fingerprint();
        if (print == null) {
            return null;
        }
        // A row that changes an item says nearly what that item says.
        String code = row.standing().updates() == null ? inBank.get(print) : null;
        Integer before = first.get(brief(print));
        return code == null && before != null && before != row.number() ? "#" + before : code;
    }

    private static Long brief(String print) {
        return Long.parseUnsignedLong(print.substring(0, 16), 16);
    }
}
