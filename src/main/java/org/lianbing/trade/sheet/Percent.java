package org.lianbing.trade.sheet;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;

import org.lianbing.trade.editing.OutlineField;
import org.lianbing.trade.editing.OutlineLine;

/** Weights as written, 30, 30% or 0.3, all in percent. Whether 0.3 means thirty only the whole outline can tell. */
final class Percent {

    private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

    private Percent() {}

    static List<OutlineLine> of(List<OutlineLine> lines) {
        boolean fractions = areFractions(lines);
        return lines.stream().map(line -> inPercent(line, fractions)).toList();
    }

    private static boolean areFractions(List<OutlineLine> lines) {
        List<BigDecimal> bare = lines.stream()
                .filter(line -> !Texts.isPercent(line.weight()))
                .flatMap(line -> Texts.number(line.weight()).stream())
                .toList();
        return bare.stream().allMatch(weight -> weight.compareTo(BigDecimal.ONE) <= 0)
                && bare.stream().anyMatch(weight -> weight.stripTrailingZeros().scale() > 0);
    }

    private static OutlineLine inPercent(OutlineLine line, boolean fractions) {
        Optional<BigDecimal> number = Texts.number(line.weight());
        if (number.isEmpty()) {
            return line;
        }
        boolean scaled = fractions && !Texts.isPercent(line.weight());
        BigDecimal percent = scaled ? number.get().multiply(HUNDRED) : number.get();
        return line.with(OutlineField.WEIGHT, Texts.plain(percent));
    }
}
