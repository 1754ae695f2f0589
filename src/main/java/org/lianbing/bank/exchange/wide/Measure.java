package org.lianbing.bank.exchange.wide;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.text.Normalizer;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.jspecify.annotations.Nullable;

/**
 * A number as people write it: 3.2±0.1 kΩ, 311±1%, 3.1~3.3, 1,200 N.
 *
 * @param value the number
 * @param tolerance how far a response may be off, or null where nothing is said
 * @param unit what stands behind it; may be empty
 */
public record Measure(BigDecimal value, @Nullable BigDecimal tolerance, String unit) {

    private static final String NUMBER =
            "([+-]?(?:[1-9]\\d{0,2}(?:,\\d{3})+|0,\\d+|\\d+)(?:\\.\\d+)?(?:E[+-]?\\d{1,2})?)";
    private static final Pattern PLAIN =
            Pattern.compile("约?\\s*" + NUMBER + "\\s*([^\\d.].*)?", Pattern.CASE_INSENSITIVE);
    private static final Pattern AROUND = Pattern.compile(
            NUMBER + "\\s*([^\\d±]*?)\\s*(?:±|\\+/-|\\+-)\\s*" + NUMBER + "\\s*(%?)\\s*(\\D.*)?",
            Pattern.CASE_INSENSITIVE);
    private static final Pattern BETWEEN =
            Pattern.compile(NUMBER + "\\s*(?:~|—|–|至|到)\\s*" + NUMBER + "\\s*(\\D.*)?", Pattern.CASE_INSENSITIVE);
    private static final BigDecimal TWO = BigDecimal.valueOf(2);

    public static Optional<Measure> find(String text) {
        String folded = Normalizer.normalize(text.strip(), Normalizer.Form.NFKC).replace('−', '-');
        Matcher around = AROUND.matcher(folded);
        if (around.matches()) {
            BigDecimal value = number(around.group(1));
            String unit = unit(around.group(2)).isEmpty() ? unit(around.group(5)) : unit(around.group(2));
            return Optional.of(new Measure(value, tolerance(value, around.group(3), around.group(4)), unit));
        }
        Matcher between = BETWEEN.matcher(folded);
        if (between.matches()) {
            BigDecimal low = number(between.group(1));
            BigDecimal high = number(between.group(2));
            BigDecimal middle = low.add(high).divide(TWO, low.scale() + high.scale() + 1, RoundingMode.HALF_UP);
            return high.compareTo(low) < 0
                    ? Optional.empty()
                    : Optional.of(new Measure(bare(middle), bare(high.subtract(middle)), unit(between.group(3))));
        }
        Matcher plain = PLAIN.matcher(folded);
        return plain.matches()
                ? Optional.of(new Measure(number(plain.group(1)), null, unit(plain.group(2))))
                : Optional.empty();
    }

    /** A tolerance of its own: 0.1, ±0.1, 5%. */
    public static Optional<BigDecimal> tolerance(BigDecimal value, String text) {
        String folded = Folded.of(text).replaceAll("^(?:±|\\+/-)", "");
        Matcher matcher = Pattern.compile(NUMBER + "(%?)[^\\d%]*").matcher(folded);
        return matcher.matches() ? Optional.of(tolerance(value, matcher.group(1), matcher.group(2))) : Optional.empty();
    }

    private static BigDecimal tolerance(BigDecimal value, String number, String percent) {
        BigDecimal tolerance = number(number);
        return percent.isEmpty() ? tolerance : bare(value.abs().multiply(tolerance.movePointLeft(2)));
    }

    private static BigDecimal number(String text) {
        // No thousands begin with nothing.
        return bare(new BigDecimal(text.replaceFirst("^([+-]?0),", "$1.").replace(",", "")));
    }

    private static BigDecimal bare(BigDecimal number) {
        BigDecimal bare = number.stripTrailingZeros();
        return bare.scale() < 0 ? bare.setScale(0) : bare;
    }

    private static String unit(@Nullable String text) {
        return text == null ? "" : text.strip();
    }
}
