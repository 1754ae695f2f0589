package org.lianbing.bank.exchange.qti;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.DoubleBinaryOperator;
import java.util.stream.DoubleStream;

import org.jsoup.nodes.Element;

import org.lianbing.bank.exchange.qti.QtiExpressions.NotExact;

/** What operators of QTI make of the values before them ("QTI Information Model" 2.2, 5.1): those that scoring uses. */
final class QtiOperators {

    private static final int MOST_FIGURES = 15;
    /** What is put into itself grows without end. */
    private static final int MOST_VALUES = 1000;
    /** So much may be lost by counting in binary numbers. */
    private static final double SLACK = 1e-9;

    private QtiOperators() {}

    /** The value of an operator; what is drawn by chance, or known to one program alone, is not exact. */
    static QtiValue of(Element operator, List<QtiValue> parts) throws NotExact {
        return switch (operator.normalName()) {
            case "null" -> QtiValue.NULL;
            case "multiple", "ordered" -> container(parts, operator.nameIs("ordered"));
            case "isnull" -> QtiValue.of(parts.getFirst().isNull());
            case "not" -> not(parts.getFirst());
            case "and" -> and(parts);
            case "or" -> or(parts);
            case "anyn" -> anyOf(operator, parts);
            case "containersize" -> QtiValue.of(parts.getFirst().all().size());
            default -> parts.stream().anyMatch(QtiValue::isNull) ? QtiValue.NULL : known(operator, parts);
        };
    }

    private static QtiValue known(Element operator, List<QtiValue> parts) throws NotExact {
        QtiValue first = parts.getFirst();
        QtiValue last = parts.getLast();
        return switch (operator.normalName()) {
            case "match" -> QtiValue.of(first.sameAs(last));
            case "stringmatch" -> QtiValue.of(words(operator, first, last));
            case "substring" -> QtiValue.of(folded(operator, last).contains(folded(operator, first)));
            case "member" -> QtiValue.of(last.holds(first.all().getFirst()));
            case "contains" -> QtiValue.of(first.all().containsAll(last.all()));
            case "delete" ->
                new QtiValue(
                        last.all().stream()
                                .filter(one -> !QtiValue.same(one, first.all().getFirst(), last.type()))
                                .toList(),
                        last.type(),
                        last.ordered());
            case "index" -> index(operator, first);
            case "equal" -> QtiValue.of(near(operator, first.number(), last.number()));
            case "equalrounded" -> QtiValue.of(rounded(operator, first).compareTo(rounded(operator, last)) == 0);
            case "gt" -> QtiValue.of(first.number() > last.number());
            case "gte" -> QtiValue.of(first.number() >= last.number());
            case "lt" -> QtiValue.of(first.number() < last.number());
            case "lte" -> QtiValue.of(first.number() <= last.number());
            case "sum" -> QtiValue.of(numbers(parts).sum());
            case "product" -> QtiValue.of(numbers(parts).reduce(1, (one, other) -> one * other));
            case "max" -> QtiValue.of(numbers(parts).max().orElseThrow());
            case "min" -> QtiValue.of(numbers(parts).min().orElseThrow());
            case "subtract" -> two(parts, (one, other) -> one - other);
            case "divide" -> two(parts, (one, other) -> one / other);
            case "integerdivide" -> two(parts, (one, other) -> Math.floor(one / other));
            case "integermodulus" -> two(parts, (one, other) -> one - other * Math.floor(one / other));
            case "power" -> two(parts, Math::pow);
            case "truncate" -> QtiValue.of(first.number() < 0 ? Math.ceil(first.number()) : Math.floor(first.number()));
            case "round" -> QtiValue.of(Math.floor(first.number() + 0.5));
            case "integertofloat" -> first;
            default -> throw new NotExact();
        };
    }

    private static QtiValue container(List<QtiValue> parts, boolean ordered) throws NotExact {
        if (parts.stream().mapToLong(part -> part.all().size()).sum() > MOST_VALUES) {
            throw new NotExact();
        }
        List<String> all = new ArrayList<>();
        parts.forEach(part -> all.addAll(part.all()));
        String type = parts.stream()
                .map(QtiValue::type)
                .filter(one -> !one.isEmpty())
                .findFirst()
                .orElse("");
        return new QtiValue(all, type, ordered);
    }

    private static QtiValue not(QtiValue part) {
        return part.isNull() ? part : QtiValue.of(part.isFalse());
    }

    private static QtiValue and(List<QtiValue> parts) {
        if (parts.stream().anyMatch(QtiValue::isFalse)) {
            return QtiValue.of(false);
        }
        return parts.stream().anyMatch(QtiValue::isNull) ? QtiValue.NULL : QtiValue.of(true);
    }

    private static QtiValue or(List<QtiValue> parts) {
        if (parts.stream().anyMatch(QtiValue::isTrue)) {
            return QtiValue.of(true);
        }
        return parts.stream().anyMatch(QtiValue::isNull) ? QtiValue.NULL : QtiValue.of(false);
    }

    private static QtiValue anyOf(Element operator, List<QtiValue> parts) {
        long sure = parts.stream().filter(QtiValue::isTrue).count();
        return QtiValue.of(
                sure >= QtiValue.number(operator.attr("min")) && sure <= QtiValue.number(operator.attr("max")));
    }

    private static boolean words(Element operator, QtiValue one, QtiValue other) {
        String said = folded(operator, one);
        String sought = folded(operator, other);
        return operator.attr("substring").equals("true") ? said.contains(sought) : said.equals(sought);
    }

    private static String folded(Element operator, QtiValue value) {
        String said = value.all().getFirst();
        return operator.attr("casesensitive").equals("false") ? said.toLowerCase(Locale.ROOT) : said;
    }

    private static QtiValue index(Element operator, QtiValue container) {
        int place = (int) QtiValue.number(operator.attr("n"));
        return place < 1 || place > container.all().size()
                ? QtiValue.NULL
                : QtiValue.of(container.all().get(place - 1), container.type());
    }

    private static boolean near(Element operator, double said, double key) {
        String mode = operator.attr("tolerancemode");
        String[] widths = operator.attr("tolerance").strip().split("\\s+");
        if (!mode.matches("absolute|relative") || widths[0].isEmpty()) {
            return Math.abs(said - key) <= SLACK;
        }
        double below = QtiValue.number(widths[0]);
        double above = QtiValue.number(widths[widths.length - 1]);
        boolean relative = mode.equals("relative");
        double low = relative ? key * (1 - below / 100) : key - below;
        double high = relative ? key * (1 + above / 100) : key + above;
        double slack = slack(Math.max(Math.abs(low), Math.abs(high)));
        double from = operator.attr("includelowerbound").equals("false") ? slack : -slack;
        double to = operator.attr("includeupperbound").equals("false") ? -slack : slack;
        return said >= Math.min(low, high) + from && said <= Math.max(low, high) + to;
    }

    /** What may be lost beside a number: large ones are told apart by no less. */
    static double slack(double number) {
        return Math.max(SLACK, 2 * Math.ulp(number));
    }

    private static BigDecimal rounded(Element operator, QtiValue value) throws NotExact {
        int figures = (int) QtiValue.number(operator.attr("figures"));
        if (figures < 0 || figures > MOST_FIGURES) {
            throw new NotExact();
        }
        BigDecimal number = BigDecimal.valueOf(value.number());
        return operator.attr("roundingmode").equals("decimalPlaces")
                ? number.setScale(figures, RoundingMode.HALF_UP)
                : number.round(new MathContext(Math.max(1, figures), RoundingMode.HALF_UP));
    }

    private static DoubleStream numbers(List<QtiValue> parts) {
        return parts.stream().flatMap(part -> part.all().stream()).mapToDouble(Double::parseDouble);
    }

    private static QtiValue two(List<QtiValue> parts, DoubleBinaryOperator operator) {
        double result = operator.applyAsDouble(
                parts.getFirst().number(), parts.getLast().number());
        return Double.isFinite(result) ? QtiValue.of(result) : QtiValue.NULL;
    }
}
