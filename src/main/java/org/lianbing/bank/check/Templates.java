package org.lianbing.bank.check;

import java.math.BigDecimal;

import org.lianbing.bank.Interaction;
import org.lianbing.bank.content.Calculation;
import org.lianbing.bank.content.Calculation.Variant;
import org.lianbing.base.Problem;
import org.lianbing.base.disk.Flaws;

/**
 * Each 计算 has a sensible key and distinct options for every set of values it can draw: a result that is not rounded
 * away, does not change its sign within the range, and tells from the next within the tolerance.
 */
final class Templates implements BankRule {

    /** Beyond so many sets of values they are tried at equal distances. */
    private static final long MOST = 20_000;

    private static final BigDecimal LARGEST = BigDecimal.valueOf(1_000_000_000);

    @Override
    public void check(BankOnDisk bank, Flaws flaws) {
        for (SetOnDisk set : bank.sets()) {
            set.templates().forEach(template -> check(template.item(), template.calculated(), flaws));
        }
    }

    private static void check(ItemOnDisk item, Interaction.Calculated calculated, Flaws flaws) {
        try {
            Calculation calculation = Calculation.of(calculated);
            long all = calculation.combinations();
            long step = Math.max(1, all / MOST);
            int sign = 0;
            for (long combination = 0; combination < all; combination += step) {
                Variant variant = calculation.at(combination);
                boolean sensible = variant.key().abs().compareTo(LARGEST) < 0
                        && variant.key().signum() != 0
                        && (sign == 0 || sign == variant.key().signum());
                sign = variant.key().signum();
                if (!sensible || !Calculation.isSound(variant) || !apart(variant, calculated.tolerance())) {
                    flaws.add(
                            item.file(),
                            item.line(),
                            sensible ? "bank.check.template-options" : "bank.check.template-key",
                            item.code(),
                            variant.values().toString(),
                            variant.key().toPlainString());
                    return;
                }
            }
        } catch (Problem problem) {
            flaws.add(item.file(), item.line(), problem.code(), problem.arguments());
        }
    }

    /** Whether no distractor lies within the tolerance of the key. */
    private static boolean apart(Variant variant, BigDecimal tolerance) {
        return variant.wrong().stream()
                .allMatch(wrong -> wrong.subtract(variant.key()).abs().compareTo(tolerance) > 0);
    }
}
