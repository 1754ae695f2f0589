package org.lianbing.bank.exchange.qti;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

import org.lianbing.bank.exchange.text.Numbers;

/**
 * A value while the rules of an item are tried: one or several of a base type; none is what QTI calls NULL.
 *
 * @param type the base type
 * @param ordered whether the order of several counts
 */
record QtiValue(List<String> all, String type, boolean ordered) {

    static final QtiValue NULL = new QtiValue(List.of(), "", false);

    private static final double CLOSE = 1e-9;

    QtiValue {
        all = all.stream().filter(one -> !one.isEmpty()).toList();
    }

    static QtiValue of(String one, String type) {
        return new QtiValue(List.of(one), type, false);
    }

    static QtiValue of(double number) {
        return of(String.valueOf(number), "float");
    }

    static QtiValue of(boolean truth) {
        return of(String.valueOf(truth), "boolean");
    }

    boolean isNull() {
        return all.isEmpty();
    }

    boolean isTrue() {
        return all.equals(List.of("true"));
    }

    boolean isFalse() {
        return all.equals(List.of("false"));
    }

    /** The number that it is. */
    double number() {
        return Double.parseDouble(all.getFirst());
    }

    /** Whether both hold the same: as often, and where order counts in the same order. */
    boolean sameAs(QtiValue other) {
        if (all.size() != other.all.size()) {
            return false;
        }
        List<String> left = new ArrayList<>(other.all);
        for (int i = 0; i < all.size(); i++) {
            int at = ordered ? (same(all.get(i), other.all.get(i), type) ? i : -1) : place(left, all.get(i));
            if (at < 0) {
                return false;
            }
            if (!ordered) {
                left.remove(at);
            }
        }
        return true;
    }

    private int place(List<String> among, String sought) {
        for (int i = 0; i < among.size(); i++) {
            if (same(among.get(i), sought, type)) {
                return i;
            }
        }
        return -1;
    }

    boolean holds(String one) {
        return place(all, one) >= 0;
    }

    /** Whether two single values are the same: pairs either way round, numbers by what they are worth. */
    static boolean same(String one, String other, String type) {
        return one.equals(other)
                || switch (type) {
                    case "pair" -> one.equals(turned(other));
                    case "float", "integer" -> isNumber(one) && isNumber(other) && close(one, other);
                    default -> false;
                };
    }

    private static boolean close(String one, String other) {
        return Math.abs(Double.parseDouble(one) - Double.parseDouble(other)) < CLOSE;
    }

    private static String turned(String pair) {
        return String.join(" ", Arrays.asList(pair.split("\\s+")).reversed());
    }

    private static boolean isNumber(String text) {
        try {
            Double.parseDouble(text);
            return true;
        } catch (NumberFormatException none) {
            return false;
        }
    }

    /** A number as files write it. */
    static double number(String text) {
        BigDecimal number = Numbers.of(text);
        return number.doubleValue();
    }
}
