package org.lianbing.bank.exchange.qti;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;

import org.jsoup.nodes.Element;
import org.jspecify.annotations.Nullable;

import org.lianbing.bank.PartialCredit;
import org.lianbing.bank.exchange.qti.QtiExpressions.NotExact;

/**
 * What the scoring of an item is worth, whatever its rules look like: some responses are scored by them, the key, each part
 * of it, the key with something wrong, and what comes out is held against our rules.
 */
final class QtiTrial {

    private static final double CLOSE = 1e-6;
    /** An item that asks for more is hardly one; each part is tried several times. */
    private static final int MOST = 60;

    private final QtiDeclarations item;
    private final Map<String, QtiKey> keys;

    QtiTrial(QtiDeclarations item, Map<String, QtiKey> keys) {
        this.item = item;
        this.keys = keys;
    }

    /**
     * What was found.
     *
     * @param credit the rule for what is right in part; null where there are no parts or no rule of ours says it
     * @param exact whether we score the same in all that was tried
     * @param full what the key is worth
     * @param better what is worth more than the key; null where nothing is
     */
    record Verdict(
            @Nullable PartialCredit credit,
            boolean exact,
            double full,
            @Nullable String better) {

        Verdict(@Nullable PartialCredit credit, boolean exact, double full) {
            this(credit, exact, full, null);
        }
    }

    /**
     * A part of the key.
     *
     * @param wrong what can stand in its place; null where nothing can
     */
    private record Part(
            String response, String right, @Nullable String wrong) {}

    /** What can be picked besides the key. */
    private record Extra(String response, String value) {}

    /** Of the interactions that make one question; empty where the rules cannot be followed. */
    Optional<Verdict> of(List<Element> interactions) {
        try {
            List<Part> parts = new ArrayList<>();
            List<Extra> extras = new ArrayList<>();
            for (Element interaction : interactions) {
                String response = interaction.attr("responseidentifier");
                QtiKey key = keys.getOrDefault(response, QtiKey.NONE);
                QtiPicks picks = new QtiPicks(interaction, key);
                picks.right().forEach(right -> parts.add(new Part(response, right, picks.instead(right))));
                picks.besides().forEach(value -> extras.add(new Extra(response, value)));
                if (picks.right().isEmpty()) {
                    return Optional.empty();
                }
            }
            boolean ordered = interactions.stream().anyMatch(one -> isOrdered(one.attr("responseidentifier")));
            return parts.isEmpty() || parts.size() + extras.size() > MOST
                    ? Optional.empty()
                    : Optional.of(ordered ? whole(parts) : verdict(parts, extras));
        } catch (NotExact cannot) {
            return Optional.empty();
        }
    }

    /** What the keys of several questions are worth together, however many these are; empty where that cannot be known. */
    Optional<Double> together(List<Element> interactions) {
        try {
            List<Part> parts = new ArrayList<>();
            for (Element interaction : interactions) {
                String response = interaction.attr("responseidentifier");
                QtiPicks picks = new QtiPicks(interaction, keys.getOrDefault(response, QtiKey.NONE));
                picks.right().forEach(right -> parts.add(new Part(response, right, null)));
            }
            return Optional.of(score(parts, Map.of(), List.of()) - score(Map.of()));
        } catch (NotExact cannot) {
            return Optional.empty();
        }
    }

    /** Whether a text in other cases than those of the key is worth less. */
    boolean mindsCase(String response, String word) {
        String other = word.equals(word.toLowerCase(Locale.ROOT))
                ? word.toUpperCase(Locale.ROOT)
                : word.toLowerCase(Locale.ROOT);
        try {
            double none = score(Map.of());
            double same = score(Map.of(response, value(response, List.of(word))));
            double differently = score(Map.of(response, value(response, List.of(other))));
            return same > none + CLOSE && differently < same - CLOSE;
        } catch (NotExact cannot) {
            return false;
        }
    }

    /** Whether a number is right exactly as far off as a tolerance says; also where nothing can be known. */
    boolean fits(String response, BigDecimal number, BigDecimal tolerance) {
        double width = tolerance.doubleValue();
        double key = number.doubleValue();
        double grain = 3 * QtiOperators.slack(Math.abs(key) + width);
        double more = width + Math.max(Math.max(width * 0.01, CLOSE), grain);
        try {
            double full = score(numbers(response, key)) - score(Map.of());
            if (full < CLOSE) {
                return true;
            }
            for (int side : new int[] {-1, 1}) {
                double within = score(numbers(response, key + side * width)) - score(Map.of());
                double without = score(numbers(response, key + side * more)) - score(Map.of());
                if (!close(within, full) || close(without, full)) {
                    return false;
                }
            }
            return true;
        } catch (NotExact cannot) {
            return true;
        }
    }

    private static Map<String, QtiValue> numbers(String response, double number) {
        return Map.of(response, QtiValue.of(number));
    }

    /** An order is right or wrong. */
    private Verdict whole(List<Part> parts) throws NotExact {
        double none = score(Map.of());
        double full = score(parts, Map.of(), List.of()) - none;
        double turned = score(parts.reversed(), Map.of(), List.of()) - none;
        boolean shifted = parts.size() > 2
                && score(
                                IntStream.range(0, parts.size())
                                        .mapToObj(i -> parts.get(i < 2 ? 1 - i : i))
                                        .toList(),
                                Map.of(),
                                List.of())
                        > none + CLOSE;
        return new Verdict(null, full > CLOSE && (parts.size() < 2 || turned < CLOSE) && !shifted, full);
    }

    private Verdict verdict(List<Part> parts, List<Extra> extras) throws NotExact {
        double none = score(Map.of());
        double full = score(parts, Map.of(), List.of()) - none;
        List<Double> alone = new ArrayList<>();
        List<Double> missing = new ArrayList<>();
        List<Double> replaced = new ArrayList<>();
        for (Part part : parts) {
            List<Part> others = parts.stream().filter(other -> other != part).toList();
            alone.add(score(List.of(part), Map.of(), List.of()) - none);
            missing.add(score(others, Map.of(), List.of()) - none);
            if (part.wrong() != null) {
                replaced.add(full - (score(parts, Map.of(part, part.wrong()), List.of()) - none));
            }
        }
        List<Double> added = new ArrayList<>();
        List<Double> wrong = new ArrayList<>();
        for (Extra extra : extras) {
            added.add(full - (score(parts, Map.of(), List.of(extra)) - none));
            wrong.add(score(List.of(), Map.of(), List.of(extra)) - none);
        }
        if (full < CLOSE) {
            return new Verdict(null, false, 0, best(extras, wrong));
        }
        return parts.size() == 1
                ? new Verdict(null, all(wrong, 0) && all(replaced, full), full)
                : several(full, alone, missing, replaced, added);
    }

    /** What gives something where the key gives nothing. */
    private static @Nullable String best(List<Extra> extras, List<Double> worth) {
        return IntStream.range(0, extras.size())
                .filter(i -> worth.get(i) > CLOSE)
                .mapToObj(i -> extras.get(i).value())
                .findFirst()
                .orElse(null);
    }

    private static Verdict several(
            double full, List<Double> alone, List<Double> missing, List<Double> replaced, List<Double> added) {
        if (all(alone, 0) && all(missing, 0)) {
            return new Verdict(PartialCredit.ALL_OR_NOTHING, all(replaced, full) && all(added, full), full);
        }
        double share = full / alone.size();
        boolean adds = Math.abs(alone.stream().mapToDouble(one -> one).sum() - full) < CLOSE;
        boolean even = all(alone, share);
        if (!adds) {
            return new Verdict(null, false, full);
        }
        boolean costsItsShare = replaced.isEmpty()
                || IntStream.range(0, replaced.size())
                        .allMatch(i -> replaced.size() == alone.size() && close(replaced.get(i), alone.get(i)));
        if (costsItsShare && all(added, full)) {
            return new Verdict(PartialCredit.RIGHT_PARTS, even, full);
        }
        // One that is wrong in the place of one that is right loses both; with two parts that is all there is.
        boolean costsBoth = all(replaced, Math.min(full, 2 * share));
        boolean nets = (costsBoth || replaced.isEmpty()) && all(added, share) && replaced.size() + added.size() > 0;
        return nets ? new Verdict(PartialCredit.NET_RIGHT, even, full) : new Verdict(null, false, full);
    }

    private static boolean all(List<Double> numbers, double value) {
        return numbers.stream().allMatch(one -> close(one, value));
    }

    private static boolean close(double one, double other) {
        return Math.abs(one - other) < CLOSE;
    }

    private double score(List<Part> parts, Map<Part, String> replaced, List<Extra> extras) throws NotExact {
        Map<String, List<String>> values = new HashMap<>();
        for (Part part : parts) {
            values.computeIfAbsent(part.response(), any -> new ArrayList<>())
                    .add(replaced.getOrDefault(part, part.right()));
        }
        for (Extra extra : extras) {
            values.computeIfAbsent(extra.response(), any -> new ArrayList<>()).add(extra.value());
        }
        Map<String, QtiValue> responses = new HashMap<>();
        values.forEach((response, all) -> responses.put(response, value(response, all)));
        return score(responses);
    }

    private double score(Map<String, QtiValue> responses) throws NotExact {
        return QtiRun.score(item, responses);
    }

    private QtiValue value(String response, List<String> all) {
        QtiKey key = keys.getOrDefault(response, QtiKey.NONE);
        // Of what takes one value the last one picked stands.
        List<String> kept = key.single() ? List.of(all.getLast()) : all;
        return new QtiValue(kept, key.baseType(), isOrdered(response));
    }

    private boolean isOrdered(String response) {
        return item.isOrdered(response);
    }
}
