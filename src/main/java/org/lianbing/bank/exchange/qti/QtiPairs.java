package org.lianbing.bank.exchange.qti;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

import org.lianbing.bank.CasePart;
import org.lianbing.bank.Interaction;
import org.lianbing.bank.Option;
import org.lianbing.bank.Pair;

/** Pairs that are right, as a 连线; a table in which a row has several ticks as a 案例 of choices. */
final class QtiPairs {

    private final QtiKey key;
    private final Consumer<List<String>> leftOut;

    /**
     * Of a key.
     *
     * @param leftOut takes what the key does not use
     */
    QtiPairs(QtiKey key, Consumer<List<String>> leftOut) {
        this.key = key;
        this.leftOut = leftOut;
    }

    /** What belongs together; both sides are the same where anything can go with anything. */
    Interaction interaction(Map<String, String> lefts, Map<String, String> rights) {
        List<String[]> right = key.pairs();
        boolean repeated = right.stream().map(pair -> pair[0]).distinct().count() < right.size();
        boolean once = right.stream().map(pair -> pair[1]).distinct().count() == right.size();
        if (lefts == rights || !repeated) {
            return pairs(right, lefts, rights);
        }
        // Rows and columns the other way round; or, where both repeat, rows in which several columns are to be ticked.
        return once
                ? pairs(
                        right.stream()
                                .map(pair -> new String[] {pair[1], pair[0]})
                                .toList(),
                        rights,
                        lefts)
                : table(right, lefts, rights);
    }

    private Interaction pairs(List<String[]> right, Map<String, String> lefts, Map<String, String> rights) {
        List<Pair> pairs = new ArrayList<>();
        List<String> left = new ArrayList<>(rights.keySet());
        List<String> alone = new ArrayList<>(lefts.keySet());
        for (String[] pair : right) {
            pairs.add(new Pair(lefts.getOrDefault(pair[0], pair[0]), rights.getOrDefault(pair[1], pair[1])));
            left.remove(pair[1]);
            left.remove(pair[0]);
            alone.remove(pair[0]);
        }
        if (lefts != rights) {
            leftOut.accept(alone.stream().map(id -> lefts.getOrDefault(id, id)).toList());
        }
        return new Interaction.Matching(
                pairs, left.stream().map(id -> rights.getOrDefault(id, id)).toList());
    }

    private static Interaction table(List<String[]> right, Map<String, String> lefts, Map<String, String> rights) {
        List<CasePart> parts = new ArrayList<>();
        lefts.forEach((row, asked) -> {
            List<Option> options = new ArrayList<>();
            rights.forEach((column, said) -> options.add(new Option(
                    said, right.stream().anyMatch(pair -> pair[0].equals(row) && pair[1].equals(column)), null)));
            boolean one = options.stream().filter(Option::correct).count() == 1;
            parts.add(new CasePart(
                    asked,
                    one ? new Interaction.SingleChoice(options) : new Interaction.MultipleChoice(options),
                    BigDecimal.ONE,
                    "",
                    null));
        });
        return new Interaction.Case(parts);
    }
}
