package org.lianbing.bank.content;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import org.lianbing.bank.Distractor;
import org.lianbing.bank.Interaction;
import org.lianbing.bank.Variable;
import org.lianbing.base.Digits;
import org.lianbing.base.Problem;

/** Renders the variants of a 计算. The same item and seed always give the same variants. */
public final class Calculation {

    private static final Pattern PLACE = Pattern.compile("\\{\\{\\s*(=?)\\s*([^{}]{1,300}?)\\s*}}");
    private static final int TRIES_A_VARIANT = 40;

    private final Interaction.Calculated item;
    private final Formula key;
    private final List<Formula> distractors;

    /**
     * One variant.
     *
     * @param values of the variables, by their names as written
     * @param key the right result, rounded
     * @param wrong the results of the distractors, rounded, in their order
     */
    public record Variant(Map<String, BigDecimal> values, BigDecimal key, List<BigDecimal> wrong) {

        /** The text with values in its places; what cannot be computed stays as it was written. */
        public String in(String text, int decimals) {
            Matcher places = PLACE.matcher(text);
            return places.replaceAll(
                    place -> Matcher.quoteReplacement(said(place.group(), place.group(1), place.group(2), decimals)));
        }

        private String said(String whole, String mark, String inner, int decimals) {
            if (mark.isEmpty() && inner.equals("key")) {
                return key.toPlainString();
            }
            try {
                BigDecimal value = Formula.of(inner).value(values);
                return mark.isEmpty()
                        ? plain(value)
                        : plain(value.setScale(Math.max(decimals, 3), RoundingMode.HALF_UP));
            } catch (Problem unreadable) {
                return whole;
            }
        }

        private static String plain(BigDecimal value) {
            return value.signum() == 0 ? "0" : value.stripTrailingZeros().toPlainString();
        }
    }

    private Calculation(Interaction.Calculated item) {
        this.item = item;
        this.key = Formula.of(item.formula());
        this.distractors = item.distractors().stream()
                .map(Distractor::formula)
                .map(Formula::of)
                .toList();
    }

    /**
     * Takes an item, saved or not.
     *
     * @throws Problem invalid, where one of its formulas is none, or its numbers are out of all proportion
     */
    public static Calculation of(Interaction.Calculated item) {
        if (item.decimals() < 0 || item.decimals() > Digits.MOST_DECIMALS) {
            throw Problem.invalid("bank.rule.decimals", Digits.MOST_DECIMALS);
        }
        if (!item.variables().stream()
                .flatMap(variable -> Stream.of(variable.from(), variable.to(), variable.step()))
                .allMatch(Digits::fit)) {
            throw Problem.invalid("bank.rule.digits", Digits.MOST);
        }
        return new Calculation(item);
    }

    /** How many different sets of values there are; at most {@link Long#MAX_VALUE}. */
    public long combinations() {
        long all = 1;
        for (Variable variable : item.variables()) {
            try {
                all = Math.multiplyExact(all, variable.values());
            } catch (ArithmeticException tooMany) {
                return Long.MAX_VALUE;
            }
        }
        return all;
    }

    /** The variant of one set of values, by its number from 0 below {@link #combinations}. */
    public Variant at(long combination) {
        Map<String, BigDecimal> values = new LinkedHashMap<>();
        long rest = combination;
        for (Variable variable : item.variables()) {
            values.put(variable.name(), variable.value(rest % variable.values()));
            rest /= variable.values();
        }
        return new Variant(
                Map.copyOf(values),
                rounded(key.value(values)),
                distractors.stream()
                        .map(formula -> rounded(formula.value(values)))
                        .toList());
    }

    private BigDecimal rounded(BigDecimal value) {
        return value.setScale(item.decimals(), RoundingMode.HALF_UP);
    }

    /**
     * As many variants as the item asks for, all different and sound; fewer where there are not as many.
     *
     * @throws Problem invalid, where there is not even one
     */
    public List<Variant> variants(long seed) {
        RandomGenerator random = RandomGeneratorFactory.of("L64X128MixRandom").create(seed);
        long all = combinations();
        Set<Long> tried = new LinkedHashSet<>();
        List<Variant> variants = new ArrayList<>();
        for (int i = 0; i < item.variants() * TRIES_A_VARIANT && variants.size() < item.variants(); i++) {
            long combination = all <= item.variants() * 2L && i < all ? i : random.nextLong(Math.max(1, all));
            if (all > 0 && tried.add(combination)) {
                sound(combination, variants);
            }
        }
        if (variants.isEmpty()) {
            throw Problem.invalid("bank.rule.no-variant");
        }
        return List.copyOf(variants);
    }

    private void sound(long combination, List<Variant> variants) {
        try {
            Variant variant = at(combination);
            if (isSound(variant)) {
                variants.add(variant);
            }
        } catch (Problem noResult) {
            // Another set of values has one.
        }
    }

    /** Whether key and distractors are all different, so that there is one right option. */
    public static boolean isSound(Variant variant) {
        Set<BigDecimal> results = new LinkedHashSet<>();
        results.add(variant.key().stripTrailingZeros());
        return variant.wrong().stream().map(BigDecimal::stripTrailingZeros).allMatch(results::add);
    }

    /** The variables that a text names in its places but the item does not have. */
    public Set<String> unknownIn(String text) {
        Set<String> unknown = new LinkedHashSet<>();
        Matcher places = PLACE.matcher(text);
        while (places.find()) {
            if (!places.group(2).equals("key")) {
                unknown.addAll(unknown(places.group(2)));
            }
        }
        return unknown;
    }

    /** What stands in the places of a text that would be filled in were it part of a 计算; what is no formula is none. */
    public static List<String> placesIn(String text) {
        return PLACE.matcher(text)
                .results()
                .map(place -> place.group(2))
                .filter(inner -> inner.equals("key") || isFormula(inner))
                .distinct()
                .toList();
    }

    private static boolean isFormula(String text) {
        try {
            Formula.of(text);
            return true;
        } catch (Problem none) {
            return false;
        }
    }

    /** What a formula names but the item does not have. */
    public Set<String> unknown(String formula) {
        Set<String> names = new LinkedHashSet<>(Formula.of(formula).variables());
        item.variables().forEach(variable -> names.remove(variable.name().toUpperCase(java.util.Locale.ROOT)));
        return names;
    }
}
