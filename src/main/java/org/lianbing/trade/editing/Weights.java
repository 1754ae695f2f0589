package org.lianbing.trade.editing;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

import org.jspecify.annotations.Nullable;

import org.lianbing.trade.editing.LineTree.Node;
import org.lianbing.trade.sheet.Texts;

/**
 * The weights of ranges as percent of the whole paper. The provinces write them in two ways, and both are taken: the
 * ranges inside another add up to its weight, or they add up to 100. Where a level has none at all, the weight above is
 * dealt out by the number of points.
 *
 * @param ofWhole percent of the whole, by the number of the line; none for lines whose weights are wrong
 * @param problems siblings that do not add up, or lack a weight
 */
record Weights(Map<Integer, BigDecimal> ofWhole, List<OutlineProblem> problems) {

    private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

    /**
     * Works the weights out.
     *
     * @param inside what the ranges share: 100 without the foundations
     */
    static Weights of(LineTree tree, BigDecimal inside) {
        Weights weights = new Weights(new HashMap<>(), new ArrayList<>());
        weights.settle(tree.root(), inside);
        return weights;
    }

    private void settle(Node node, @Nullable BigDecimal whole) {
        List<OutlineLine> lines = node.ranges().stream()
                .map(range -> Objects.requireNonNull(range.line()))
                .toList();
        if (!lines.isEmpty()) {
            settle(node, lines, whole);
        }
        node.ranges()
                .forEach(range -> settle(
                        range, ofWhole.get(Objects.requireNonNull(range.line()).number())));
    }

    private void settle(Node node, List<OutlineLine> lines, @Nullable BigDecimal whole) {
        if (lines.stream().allMatch(line -> line.weight().isBlank())) {
            problems.add(OutlineProblem.remark(lines.getFirst(), OutlineField.WEIGHT, "trade.outline.no-weights"));
            deal(node, whole);
            return;
        }
        BigDecimal sum = BigDecimal.ZERO;
        boolean readable = true;
        for (OutlineLine line : lines) {
            Optional<BigDecimal> weight = Texts.number(line.weight());
            if (weight.isEmpty()) {
                readable = false;
                problems.add(OutlineProblem.blocking(
                        line,
                        OutlineField.WEIGHT,
                        line.weight().isBlank() ? "trade.outline.weight-missing" : "trade.outline.weight-unread",
                        line.weight()));
            } else {
                sum = sum.add(weight.get());
            }
        }
        if (!readable) {
            return;
        }
        BigDecimal wanted = whole != null ? whole : written(node);
        boolean ofWholePaper = wanted != null && sum.compareTo(wanted) == 0;
        if (ofWholePaper || sum.compareTo(HUNDRED) == 0) {
            take(lines, whole, ofWholePaper);
        } else {
            tell(lines, sum, wanted);
        }
    }

    /** What is written beside a range whose weight could not be worked out, so that one mistake is told once. */
    private static @Nullable BigDecimal written(Node node) {
        OutlineLine line = node.line();
        return line == null ? null : Texts.number(line.weight()).orElse(null);
    }

    private void take(List<OutlineLine> lines, @Nullable BigDecimal whole, boolean ofWholePaper) {
        if (whole == null) {
            return;
        }
        Map<Integer, BigDecimal> shares = new HashMap<>();
        for (OutlineLine line : lines) {
            BigDecimal weight = Texts.number(line.weight()).orElseThrow();
            shares.put(
                    line.number(),
                    ofWholePaper ? weight : weight.multiply(whole).divide(HUNDRED, 2, RoundingMode.HALF_UP));
        }
        ofWhole.putAll(rounded(shares, whole));
    }

    private void tell(List<OutlineLine> lines, BigDecimal sum, @Nullable BigDecimal whole) {
        String wanted = whole == null || whole.compareTo(HUNDRED) == 0 ? "100" : Texts.plain(whole) + " / 100";
        for (OutlineLine line : lines) {
            problems.add(OutlineProblem.blocking(
                    line, OutlineField.WEIGHT, "trade.outline.weights", Texts.plain(sum), wanted));
        }
    }

    private void deal(Node node, @Nullable BigDecimal whole) {
        if (whole == null) {
            return;
        }
        BigDecimal all = BigDecimal.valueOf(
                Math.max(1, node.ranges().stream().mapToLong(Node::allPoints).sum()));
        Map<Integer, BigDecimal> shares = new HashMap<>();
        for (Node range : node.ranges()) {
            shares.put(
                    Objects.requireNonNull(range.line()).number(),
                    whole.multiply(BigDecimal.valueOf(range.allPoints())).divide(all, 2, RoundingMode.HALF_UP));
        }
        ofWhole.putAll(rounded(shares, whole));
    }

    /** What rounding left over goes to the largest. */
    private static Map<Integer, BigDecimal> rounded(Map<Integer, BigDecimal> shares, BigDecimal whole) {
        BigDecimal sum = shares.values().stream().reduce(BigDecimal.ZERO, BigDecimal::add);
        shares.entrySet().stream()
                .max(Comparator.comparing(Map.Entry<Integer, BigDecimal>::getValue)
                        .thenComparing(Map.Entry::getKey, Comparator.reverseOrder()))
                .ifPresent(largest ->
                        largest.setValue(largest.getValue().add(whole).subtract(sum)));
        return shares;
    }

    /** The weights of siblings scaled so that they add up, in whole tenths of a percent. */
    static Map<Integer, BigDecimal> scaled(List<OutlineLine> siblings, BigDecimal whole) {
        Map<Integer, BigDecimal> shares = new HashMap<>();
        BigDecimal sum = siblings.stream()
                .map(line -> Texts.number(line.weight()).orElse(BigDecimal.ZERO))
                .reduce(BigDecimal.ZERO, BigDecimal::add);
        for (OutlineLine line : siblings) {
            BigDecimal weight = Texts.number(line.weight()).orElse(BigDecimal.ZERO);
            shares.put(
                    line.number(),
                    sum.signum() == 0
                            ? whole.divide(BigDecimal.valueOf(siblings.size()), 1, RoundingMode.HALF_UP)
                            : weight.multiply(whole).divide(sum, 1, RoundingMode.HALF_UP));
        }
        return rounded(shares, whole);
    }
}
