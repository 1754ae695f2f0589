package org.lianbing.bank.exchange.qti;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

import org.jsoup.nodes.Element;

import org.lianbing.bank.exchange.text.Numbers;

/**
 * What the scoring of an item says of a response: values that add to the score where no declaration names the right ones,
 * and how far a number may be off.
 */
final class QtiConditions {

    private static final String COMPARED = "match, member, contains, stringmatch, equal, equalrounded, substring";

    private static final String WIDTHS = "[\\d.]{1,12}(\\s+[\\d.]{1,12})?";

    private QtiConditions() {}

    /** The values of a response for which most is given; empty where the scoring does not compare it with values. */
    static List<String> values(Element item, String response) {
        BigDecimal most = BigDecimal.ZERO;
        List<String> best = List.of();
        for (Element branch : item.select("> responseprocessing responseif, > responseprocessing responseelseif")) {
            BigDecimal score = score(branch);
            List<String> values = compared(branch, response);
            if (!values.isEmpty() && score.signum() > 0) {
                if (score.compareTo(most) > 0) {
                    best = new ArrayList<>();
                    most = score;
                }
                if (score.compareTo(most) == 0) {
                    best.addAll(values);
                }
            }
        }
        return best.stream().distinct().toList();
    }

    /** What a branch gives at once; other branches within it speak for themselves. */
    private static BigDecimal score(Element branch) {
        for (Element set : branch.select("> setoutcomevalue")) {
            Element value = set.selectFirst("> basevalue, > sum > basevalue");
            if (value != null
                    && value.attr("basetype").matches("float|integer")
                    && value.wholeText().strip().matches("-?[\\d.]{1,12}")) {
                return Numbers.of(value.wholeText());
            }
        }
        return BigDecimal.ZERO;
    }

    private static List<String> compared(Element branch, String response) {
        Element condition = branch.firstElementChild();
        if (condition == null) {
            return List.of();
        }
        List<String> values = new ArrayList<>();
        List<Element> all = new ArrayList<>(condition.select(COMPARED));
        for (Element one : all) {
            boolean about = one.children().stream()
                    .anyMatch(part ->
                            part.nameIs("variable") && part.attr("identifier").equals(response));
            if (about && one.closest("not") == null) {
                one.select("> basevalue, > multiple > basevalue, > ordered > basevalue")
                        .forEach(value -> values.add(value.wholeText().strip()));
            }
        }
        return values;
    }

    /**
     * Between what a number must lie; empty where no such bounds are set. Which of two comes first is not always heeded:
     * Moodle asks whether the lower bound is greater than the response, and means the contrary.
     */
    static Optional<BigDecimal[]> range(Element item, String response) {
        for (Element both : item.select("> responseprocessing and")) {
            List<BigDecimal> bounds = both.children().stream()
                    .filter(one -> one.normalName().matches("gte?|lte?"))
                    .filter(one ->
                            one.select("> variable").eachAttr("identifier").equals(List.of(response)))
                    .flatMap(one -> one.select("> basevalue").stream())
                    .map(value -> value.wholeText().strip())
                    .filter(value -> value.matches("-?[\\d.]{1,12}"))
                    .map(Numbers::of)
                    .toList();
            if (bounds.size() == 2) {
                return Optional.of(new BigDecimal[] {
                    bounds.get(0).min(bounds.get(1)), bounds.get(0).max(bounds.get(1))
                });
            }
        }
        return Optional.empty();
    }

    /** How far a number may be off; empty where nothing is said. */
    static Optional<BigDecimal> tolerance(Element item, String response, BigDecimal key) {
        return item.select("> responseprocessing equal[tolerance]").stream()
                .filter(equal -> equal.children().stream()
                        .anyMatch(part -> part.nameIs("variable")
                                && part.attr("identifier").equals(response)))
                .filter(equal -> equal.attr("tolerancemode").matches("absolute|relative"))
                .filter(equal -> equal.attr("tolerance").strip().matches(WIDTHS))
                .map(equal -> {
                    BigDecimal width =
                            Numbers.of(equal.attr("tolerance").strip().split("\\s+")[0]);
                    return equal.attr("tolerancemode").equals("relative")
                            ? key.abs()
                                    .multiply(width)
                                    .movePointLeft(2)
                                    .round(MathContext.DECIMAL64)
                                    .stripTrailingZeros()
                            : width;
                })
                .findFirst();
    }

    /**
     * Whether a comparison takes as much off below as above, both bounds with it: as a tolerance of ours does. A width
     * without a mode counts for nothing by the specification, and is hardly meant so.
     */
    static boolean isSymmetric(Element equal) {
        String mode = equal.attr("tolerancemode");
        if (mode.equals("exact") || mode.isEmpty() && !equal.hasAttr("tolerance")) {
            return true;
        }
        String widths = equal.attr("tolerance").strip();
        boolean same = !mode.isEmpty()
                && widths.matches(WIDTHS)
                && Arrays.stream(widths.split("\\s+"))
                                .map(width -> Numbers.of(width).stripTrailingZeros())
                                .distinct()
                                .count()
                        == 1;
        return same
                && !equal.attr("includelowerbound").equals("false")
                && !equal.attr("includeupperbound").equals("false");
    }
}
