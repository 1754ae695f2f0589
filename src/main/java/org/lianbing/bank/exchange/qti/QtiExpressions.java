package org.lianbing.bank.exchange.qti;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

import org.jsoup.nodes.Element;
import org.jspecify.annotations.Nullable;

import org.lianbing.bank.Variable;
import org.lianbing.bank.content.Formula;
import org.lianbing.base.Problem;

/** The expressions by which template variables get their values, as far as our formulas say exactly the same. */
final class QtiExpressions {

    /** Something that cannot be said here exactly. */
    static final class NotExact extends Exception {
        private static final long serialVersionUID = 1L;

        NotExact() {
            super(null, null, false, false);
        }
    }

    /**
     * The value of a variable or an expression.
     *
     * @param formula of our kind; empty for words
     * @param scale how many places behind the point it has at most; -1 for words
     * @param constant what it is, where that never changes
     * @param drawn whether it is a number drawn by chance, by its name
     */
    record Value(String formula, int scale, @Nullable String constant, boolean drawn) {}

    private final Map<String, String> types = new LinkedHashMap<>();
    private final Map<String, Value> values = new LinkedHashMap<>();
    private final List<Variable> drawn = new ArrayList<>();

    /** A variable with its default value. */
    void declare(String name, String type, @Nullable String otherwise) throws NotExact {
        types.put(name, type);
        if (otherwise != null) {
            values.put(name, constant(type, otherwise));
        }
    }

    boolean knows(String name) {
        return types.containsKey(name);
    }

    /** The value of a variable; one without is nothing, which is shown as nothing nowhere here. */
    Value named(String name) throws NotExact {
        Value value = values.get(name);
        if (value == null) {
            throw new NotExact();
        }
        return value;
    }

    List<Variable> drawn() {
        return List.copyOf(drawn);
    }

    void set(String name, Element expression) throws NotExact {
        String type = types.get(name);
        if (type == null) {
            throw new NotExact();
        }
        Value value = switch (expression.normalName()) {
            case "randominteger" ->
                drawn(
                        name,
                        number(expression.attr("min")),
                        number(expression.attr("max")),
                        number(expression.hasAttr("step") ? expression.attr("step") : "1"));
            case "random" -> oneOf(name, expression);
            default -> value(expression);
        };
        if (value.scale() > 0 && type.equals("integer")) {
            throw new NotExact();
        }
        values.put(name, value);
    }

    private Value drawn(String name, BigDecimal from, BigDecimal to, BigDecimal step) throws NotExact {
        boolean sound = name.matches("[A-Za-z][A-Za-z0-9_]{0,19}")
                && variablesOf(name).equals(Set.of(name.toUpperCase(Locale.ROOT)))
                && drawn.stream().noneMatch(other -> other.name().equalsIgnoreCase(name));
        Variable variable = new Variable(name, from, to, step);
        if (!sound || variable.values() < 1) {
            throw new NotExact();
        }
        drawn.add(variable);
        return new Value(name, Math.max(scale(from), scale(step)), null, true);
    }

    /** One of several numbers is drawn from a range where they stand at even distances. */
    private Value oneOf(String name, Element random) throws NotExact {
        List<BigDecimal> all = new ArrayList<>();
        for (Element one : random.select("> multiple > basevalue")) {
            if (!one.attr("basetype").matches("integer|float")) {
                throw new NotExact();
            }
            all.add(number(one.wholeText()));
        }
        List<BigDecimal> sorted = all.stream().sorted().toList();
        if (sorted.size() < 2 || random.select("> multiple > *").size() != sorted.size()) {
            throw new NotExact();
        }
        BigDecimal step = sorted.get(1).subtract(sorted.get(0));
        for (int i = 1; i < sorted.size(); i++) {
            if (step.signum() == 0 || sorted.get(i).subtract(sorted.get(i - 1)).compareTo(step) != 0) {
                throw new NotExact();
            }
        }
        return drawn(name, sorted.getFirst(), sorted.getLast(), step);
    }

    /** The value of an expression. */
    Value value(Element expression) throws NotExact {
        return switch (expression.normalName()) {
            case "basevalue" ->
                constant(expression.attr("basetype"), expression.wholeText().strip());
            case "variable" -> named(expression.attr("identifier"));
            case "sum", "product", "subtract", "integerdivide", "integermodulus" -> computed(expression);
            default -> throw new NotExact();
        };
    }

    private Value computed(Element expression) throws NotExact {
        List<Value> parts = new ArrayList<>();
        for (Element part : expression.children()) {
            Value value = value(part);
            if (value.scale() < 0) {
                throw new NotExact();
            }
            parts.add(value);
        }
        boolean many = expression.nameIs("sum") || expression.nameIs("product");
        if (many ? parts.isEmpty() : parts.size() != 2) {
            throw new NotExact();
        }
        int widest = parts.stream().mapToInt(Value::scale).max().orElse(0);
        int together = parts.stream().mapToInt(Value::scale).sum();
        List<String> formulas = parts.stream().map(Value::formula).toList();
        return switch (expression.normalName()) {
            case "sum" -> settled("(" + String.join(" + ", formulas) + ")", widest);
            case "product" -> settled("(" + String.join(" * ", formulas) + ")", together);
            case "subtract" -> settled("(" + formulas.get(0) + " - " + formulas.get(1) + ")", widest);
            default -> ofWhole(expression, formulas, widest);
        };
    }

    /** Down to the next whole number, and what is left ("QTI Information Model" 2.2, 2.11). */
    private static Value ofWhole(Element expression, List<String> parts, int scale) throws NotExact {
        if (scale > 0) {
            throw new NotExact();
        }
        String down = "FLOOR(" + parts.get(0) + " / " + parts.get(1) + ")";
        return settled(
                expression.nameIs("integerdivide")
                        ? down
                        : "(" + parts.get(0) + " - " + parts.get(1) + " * " + down + ")",
                0);
    }

    /** Computed at once where nothing in it changes. */
    private static Value settled(String formula, int scale) throws NotExact {
        try {
            Formula read = Formula.of(formula);
            return read.variables().isEmpty()
                    ? constant("float", read.value(Map.of()).toPlainString())
                    : new Value(formula, scale, null, false);
        } catch (Problem none) {
            throw new NotExact();
        }
    }

    private static Set<String> variablesOf(String formula) throws NotExact {
        try {
            return Formula.of(formula).variables();
        } catch (Problem none) {
            throw new NotExact();
        }
    }

    private static Value constant(String type, String text) throws NotExact {
        if (!type.matches("integer|float")) {
            return new Value("", -1, text, false);
        }
        BigDecimal number = number(text).stripTrailingZeros();
        BigDecimal plain = number.scale() < 0 ? number.setScale(0) : number;
        String formula = plain.signum() < 0 ? "(" + plain.toPlainString() + ")" : plain.toPlainString();
        return new Value(formula, plain.scale(), plain.toPlainString(), false);
    }

    private static int scale(BigDecimal number) {
        return Math.max(0, number.stripTrailingZeros().scale());
    }

    /** A number as it is written without a power of ten. */
    static BigDecimal number(String text) throws NotExact {
        String bare = text.strip();
        if (!bare.matches("[+-]?\\d{1,12}(\\.\\d{1,9})?")) {
            throw new NotExact();
        }
        return new BigDecimal(bare);
    }
}
