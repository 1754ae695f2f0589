package org.lianbing.bank.rules;

import java.math.BigDecimal;
import java.util.List;

import org.lianbing.bank.Found;
import org.lianbing.bank.Interaction;
import org.lianbing.base.Digits;

/** 数值, and whatever else is a number with a tolerance. */
final class NumberRules {

    static final int LONGEST_UNIT = 20;

    private static final int MOST_FIGURES = 10;

    private NumberRules() {}

    static void check(Interaction.Numeric number, Found found) {
        check("", number.key(), number.tolerance(), found);
        found.length("unit", number.unit(), 0, LONGEST_UNIT);
        Integer figures = number.figures();
        if (figures != null && (figures < 1 || figures > MOST_FIGURES)) {
            found.add("figures", "bank.rule.figures", MOST_FIGURES);
        }
    }

    /** A key with its tolerance; the path is empty where they are the item's own. */
    static void check(String path, BigDecimal key, BigDecimal tolerance, Found found) {
        if (tolerance.signum() < 0) {
            found.add(path.isEmpty() ? "tolerance" : path, "bank.rule.tolerance");
        }
        for (BigDecimal value : List.of(key, tolerance)) {
            digits(path.isEmpty() ? "key" : path, value, found);
        }
    }

    static void digits(String path, BigDecimal value, Found found) {
        digits(path, value, Digits.MOST, found);
    }

    static void digits(String path, BigDecimal value, int most, Found found) {
        if (!Digits.fit(value, most)) {
            found.add(path, "bank.rule.digits", most);
        }
    }
}
