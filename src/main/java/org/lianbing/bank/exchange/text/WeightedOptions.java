package org.lianbing.bank.exchange.text;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.jspecify.annotations.Nullable;

import org.lianbing.bank.Interaction;
import org.lianbing.bank.Option;
import org.lianbing.bank.exchange.format.Question.Remark;

/**
 * Choices of systems that weigh each option, as choices with a key. Ours weigh the right ones alike under a rule of
 * partial credit; where a file says otherwise, a remark tells so.
 */
public final class WeightedOptions {

    private static final Pattern LETTER =
            Pattern.compile("([A-H])(?:[.．、)）:：](?![A-Za-z]\\.)\\s*)(\\S.*)", Pattern.DOTALL);
    private static final BigDecimal FULL = BigDecimal.valueOf(100);

    private WeightedOptions() {}

    /**
     * An option.
     *
     * @param text Markdown
     * @param weight in percent; above 0 is right
     * @param why or null
     */
    public record Weighted(
            String text, BigDecimal weight, @Nullable String why) {}

    /**
     * The choice that the options make.
     *
     * @param single whether one is to be chosen
     */
    public static Interaction choice(List<Weighted> written, boolean single, List<Remark> remarks) {
        List<Weighted> options = unlettered(written);
        List<Weighted> positive =
                options.stream().filter(option -> option.weight().signum() > 0).toList();
        if (single) {
            return single(options, positive, remarks);
        }
        boolean alike = positive.stream()
                        .map(option -> option.weight().intValue())
                        .distinct()
                        .count()
                <= 1;
        if (!alike) {
            remarks.add(Remark.of("exchange.remark.weights-evened"));
        }
        if (positive.size() == 1) {
            return single(options, positive, remarks);
        }
        return new Interaction.MultipleChoice(options.stream()
                .map(option -> option(option, option.weight().signum() > 0))
                .toList());
    }

    /** Letters that people wrote before the options go, where each has its own: they are shown in another order here. */
    private static List<Weighted> unlettered(List<Weighted> options) {
        List<Weighted> plain = new ArrayList<>();
        for (Weighted option : options) {
            char letter = (char) ('A' + plain.size());
            Matcher own = LETTER.matcher(option.text());
            if (!own.matches() || own.group(1).charAt(0) != letter) {
                return options;
            }
            plain.add(new Weighted(own.group(2), option.weight(), option.why()));
        }
        return plain.size() < 2 ? options : plain;
    }

    /** Of several that count something the one that counts most is the key. */
    private static Interaction single(List<Weighted> options, List<Weighted> positive, List<Remark> remarks) {
        long full = options.stream()
                .filter(option -> option.weight().compareTo(FULL) >= 0)
                .count();
        if (full > 1) {
            remarks.add(Remark.guess(0.5, "exchange.remark.any-of-several"));
            return new Interaction.MultipleChoice(options.stream()
                    .map(option -> option(option, option.weight().compareTo(FULL) >= 0))
                    .toList());
        }
        BigDecimal most = positive.stream()
                .map(Weighted::weight)
                .max(BigDecimal::compareTo)
                .orElse(BigDecimal.ZERO);
        if (positive.size() > 1) {
            remarks.add(Remark.of("exchange.remark.part-weights-dropped"));
        }
        return new Interaction.SingleChoice(options.stream()
                .map(option ->
                        option(option, most.signum() > 0 && option.weight().compareTo(most) == 0))
                .toList());
    }

    private static Option option(Weighted option, boolean correct) {
        return new Option(option.text(), correct, option.why());
    }
}
