package org.lianbing.bank.exchange.text;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;

import org.jspecify.annotations.Nullable;

import org.lianbing.bank.Interaction;
import org.lianbing.bank.Option;
import org.lianbing.bank.PartialCredit;
import org.lianbing.bank.exchange.format.Question.Remark;

/**
 * The rule of partial credit that the weights of options say. Source: Moodle adds up the weights of all that is picked,
 * never to less than nothing nor to more than all. Where that is none of our rules, a remark tells so.
 */
public final class PickedShares {

    private static final BigDecimal FULL = BigDecimal.valueOf(100);
    /** Shares are written with some decimals, such as 33.33333. */
    private static final BigDecimal CLOSE = new BigDecimal("0.5");

    private PickedShares() {}

    /**
     * The rule of a choice; null where the usual one is meant, or nothing else fits better.
     *
     * @param read what the options were read as
     * @param single whether one was to be picked
     */
    public static @Nullable PartialCredit rule(
            List<WeightedOptions.Weighted> options, Interaction read, boolean single, List<Remark> remarks) {
        if (single) {
            if (read instanceof Interaction.SingleChoice
                    && options.stream().anyMatch(option -> option.weight().signum() < 0)) {
                remarks.add(Remark.of("exchange.remark.scoring-left-out"));
            }
            return null;
        }
        return read instanceof Interaction.MultipleChoice choice ? several(options, choice, remarks) : null;
    }

    private static @Nullable PartialCredit several(
            List<WeightedOptions.Weighted> options, Interaction.MultipleChoice choice, List<Remark> remarks) {
        BigDecimal all = options.stream()
                .map(WeightedOptions.Weighted::weight)
                .filter(weight -> weight.signum() > 0)
                .reduce(BigDecimal.ZERO, BigDecimal::add);
        if (all.subtract(FULL).compareTo(BigDecimal.ONE) > 0) {
            remarks.add(Remark.guess(0.5, "exchange.remark.any-of-several"));
            return null;
        }
        long right = choice.options().stream().filter(Option::correct).count();
        if (right == 0) {
            return null;
        }
        BigDecimal share = FULL.divide(BigDecimal.valueOf(right), 5, RoundingMode.HALF_UP);
        List<BigDecimal> wrong = options.stream()
                .map(WeightedOptions.Weighted::weight)
                .filter(weight -> weight.signum() <= 0)
                .toList();
        if (wrong.stream().allMatch(weight -> weight.add(FULL).signum() <= 0)) {
            return null;
        }
        if (wrong.stream().allMatch(weight -> weight.add(share).abs().compareTo(CLOSE) < 0)) {
            return PartialCredit.NET_RIGHT;
        }
        remarks.add(Remark.of("exchange.remark.scoring-left-out"));
        return null;
    }
}
