package org.lianbing.bank.exchange.qti;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

import org.jsoup.nodes.Element;
import org.jspecify.annotations.Nullable;

import org.lianbing.bank.exchange.text.Numbers;

/**
 * What is right in an item of QTI 1.2: conditions say what adds to the score. A condition that holds for anything else,
 * or for what was not chosen, says nothing of it.
 */
final class Qti1Key {

    private static final BigDecimal FULL = BigDecimal.valueOf(100);
    private static final BigDecimal TWO = BigDecimal.valueOf(2);

    private final Map<String, Map<String, BigDecimal>> weights = new LinkedHashMap<>();
    private final Map<String, List<String>> named = new LinkedHashMap<>();
    private final Map<String, Range> ranges = new LinkedHashMap<>();
    private final Map<String, String> feedback = new LinkedHashMap<>();
    private final Map<String, List<String[]>> subsets = new LinkedHashMap<>();
    private boolean exactCase;
    private boolean countsWhatIsLeft;

    /** Between what a number must lie. */
    private record Range(
            @Nullable BigDecimal from, @Nullable BigDecimal to) {}

    /**
     * A number that is right.
     *
     * @param tolerance how far one may be off
     */
    record Number(BigDecimal key, BigDecimal tolerance) {}

    Qti1Key(Element item) {
        item.select("> resprocessing > respcondition").forEach(this::condition);
    }

    private void condition(Element condition) {
        List<Element> equal = condition.select("conditionvar varequal, conditionvar varsubset").stream()
                .filter(one -> one.closest("not") == null)
                .toList();
        if (equal.size() == 1 && condition.selectFirst("conditionvar not") == null) {
            // Blackboard names the option itself where others name the response.
            String option = equal.getFirst().wholeText().isBlank()
                    ? equal.getFirst().attr("respident")
                    : equal.getFirst().wholeText().strip();
            condition
                    .select("> displayfeedback")
                    .forEach(shown -> feedback.putIfAbsent(shown.attr("linkrefid"), option));
        }
        String title = condition.attr("title").toLowerCase(Locale.ROOT);
        if (title.contains("incorrect")) {
            return;
        }
        Optional<BigDecimal> score = score(condition, title.equals("correct"));
        boolean gives = score.filter(points -> points.signum() > 0).isPresent();
        // What names both is a whole answer.
        countsWhatIsLeft |= gives && equal.isEmpty() && condition.selectFirst("conditionvar not varequal") != null;
        for (Element one : equal) {
            String value = one.wholeText().strip();
            if (value.isEmpty()) {
                continue;
            }
            if (one.nameIs("varsubset") && value.contains(",")) {
                subset(one.attr("respident"), value.split("\\s*,\\s*"), score.orElse(BigDecimal.ZERO));
                continue;
            }
            named.computeIfAbsent(one.attr("respident"), any -> new ArrayList<>())
                    .add(value);
            score.filter(counts -> counts.signum() > 0).ifPresent(counts -> {
                exactCase |= one.attr("case").equalsIgnoreCase("yes");
                weights.computeIfAbsent(one.attr("respident"), any -> new LinkedHashMap<>())
                        .merge(value, counts, BigDecimal::max);
            });
        }
        if (score.filter(counts -> counts.signum() > 0).isPresent()) {
            bound(condition, "vargte, vargt", true);
            bound(condition, "varlte, varlt", false);
        }
    }

    /** Several values that are right, or a pair that belongs together. */
    private void subset(String response, String[] values, BigDecimal counts) {
        subsets.computeIfAbsent(response, any -> new ArrayList<>()).add(values);
        for (String value : values) {
            named.computeIfAbsent(response, any -> new ArrayList<>()).add(value);
            if (counts.signum() > 0) {
                weights.computeIfAbsent(response, any -> new LinkedHashMap<>()).merge(value, counts, BigDecimal::max);
            }
        }
    }

    private void bound(Element condition, String names, boolean from) {
        for (Element bound : condition.select(names)) {
            if (bound.closest("not") == null && !bound.wholeText().isBlank()) {
                BigDecimal value = Numbers.of(bound.wholeText());
                ranges.merge(
                        bound.attr("respident"),
                        from ? new Range(value, null) : new Range(null, value),
                        (had, next) -> new Range(
                                had.from() == null ? next.from() : had.from(),
                                had.to() == null ? next.to() : had.to()));
            }
        }
    }

    /** What a condition adds; empty where it does not say. */
    private static Optional<BigDecimal> score(Element condition, boolean correct) {
        for (Element set : condition.select("> setvar")) {
            String name = set.attr("varname").toLowerCase(Locale.ROOT);
            String value = set.wholeText().strip();
            if (!name.contains("incorrect")) {
                if (value.equalsIgnoreCase("SCORE.max")) {
                    return Optional.of(FULL);
                }
                if (value.matches("-?[\\d.,]{1,20}") && !set.attr("action").equalsIgnoreCase("Subtract")) {
                    return Optional.of(Numbers.of(value));
                }
            }
        }
        boolean praised = condition.select("> displayfeedback").stream()
                .anyMatch(shown -> shown.attr("linkrefid").equalsIgnoreCase("correct"));
        return correct || praised ? Optional.of(FULL) : Optional.empty();
    }

    /** What is right for a response, with what it counts, in the order of the file. */
    Map<String, BigDecimal> of(String response) {
        return weights.getOrDefault(response, Map.of());
    }

    /** The texts that are accepted: those that count most, or where none counts all that are named. */
    List<String> words(String response) {
        Map<String, BigDecimal> counting = of(response);
        if (counting.isEmpty()) {
            return named.getOrDefault(response, List.of()).stream().distinct().toList();
        }
        BigDecimal most = counting.values().stream().max(BigDecimal::compareTo).orElseThrow();
        return counting.entrySet().stream()
                .filter(entry -> entry.getValue().compareTo(most) == 0)
                .map(Map.Entry::getKey)
                .toList();
    }

    /** The texts that count something, but less than those that count most, with their share in percent. */
    Map<String, String> partly(String response) {
        BigDecimal most =
                of(response).values().stream().max(BigDecimal::compareTo).orElse(BigDecimal.ONE);
        Map<String, String> partly = new LinkedHashMap<>();
        of(response).forEach((word, counts) -> {
            if (counts.compareTo(most) < 0) {
                partly.put(
                        word,
                        counts.multiply(FULL)
                                .divide(most, 0, RoundingMode.HALF_UP)
                                .toPlainString());
            }
        });
        return partly;
    }

    /**
     * Whether each option is a statement that is right or wrong by itself (Kprim), and which it is: ILIAS names 1 or 0 for
     * it, OLAT the option with a word behind it. Empty where it is not so.
     */
    Map<String, Boolean> statements(String response, Set<String> options) {
        List<String> said = named.getOrDefault(response, List.of());
        Map<String, Boolean> statements = new LinkedHashMap<>();
        for (String option : options) {
            List<String> alone = words(option);
            if (said.contains(option + ":correct") || said.isEmpty() && alone.equals(List.of("1"))) {
                statements.put(option, true);
            } else if (said.contains(option + ":wrong") || said.isEmpty() && alone.equals(List.of("0"))) {
                statements.put(option, false);
            }
        }
        return statements.size() == options.size() && options.size() > 1 ? statements : Map.of();
    }

    /** The number that is right. */
    Optional<Number> number(String response) {
        Optional<BigDecimal> exact = words(response).stream().findFirst().map(Numbers::of);
        Range range = ranges.get(response);
        BigDecimal from = range == null ? null : range.from();
        BigDecimal to = range == null ? null : range.to();
        if (from == null || to == null) {
            return exact.map(key -> new Number(key, BigDecimal.ZERO));
        }
        BigDecimal key = exact.orElseGet(() -> from.add(to).divide(TWO));
        return Optional.of(
                new Number(key, to.subtract(key).max(key.subtract(from)).max(BigDecimal.ZERO)));
    }

    /** Which option a feedback belongs to. */
    Optional<String> option(String feedbackName) {
        return Optional.ofNullable(feedback.get(feedbackName));
    }

    /** What was named together for a response, each as often as it was. */
    List<String[]> together(String response) {
        return subsets.getOrDefault(response, List.of());
    }

    /** Whether something is given for what was not picked. */
    boolean countsWhatIsLeft() {
        return countsWhatIsLeft;
    }

    boolean exactCase() {
        return exactCase;
    }
}
