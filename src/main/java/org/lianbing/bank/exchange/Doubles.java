package org.lianbing.bank.exchange;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;

/** Marks rows that say what another row before them, or an item of the bank, says already. */
final class Doubles {

    private Doubles() {}

    /**
     * Settles rows, all of those of a fingerprint together.
     *
     * @param rows in the order of the file
     * @param inBank codes of items by fingerprint
     */
    static List<ImportRow> settle(List<ImportRow> rows, Map<String, String> inBank) {
        Map<String, String> first = new HashMap<>();
        List<ImportRow> settled = new ArrayList<>();
        for (ImportRow row : rows) {
            boolean skipped = row.state() == RowState.SKIPPED;
            String print = row.fingerprint();
            if (row.state() == RowState.COMMITTED) {
                settled.add(row);
            } else {
                settled.add(row.settled(doubled(print, first, inBank), row.kept(), skipped));
            }
            if (print != null && !skipped) {
                first.putIfAbsent(print, "#" + row.number());
            }
        }
        return settled;
    }

    private static @Nullable String doubled(
            @Nullable String print, Map<String, String> first, Map<String, String> inBank) {
        if (print == null) {
            return null;
        }
        String code = inBank.get(print);
        return code == null ? first.get(print) : code;
    }
}
