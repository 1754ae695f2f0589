package org.lianbing.bank.content;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;

import com.ezylang.evalex.EvaluationException;
import com.ezylang.evalex.Expression;
import com.ezylang.evalex.config.ExpressionConfiguration;
import com.ezylang.evalex.config.FunctionDictionaryIfc;
import com.ezylang.evalex.config.MapBasedFunctionDictionary;
import com.ezylang.evalex.config.MapBasedOperatorDictionary;
import com.ezylang.evalex.config.OperatorDictionaryIfc;
import com.ezylang.evalex.data.EvaluationValue;
import com.ezylang.evalex.functions.FunctionIfc;
import com.ezylang.evalex.functions.basic.AbsFunction;
import com.ezylang.evalex.functions.basic.CeilingFunction;
import com.ezylang.evalex.functions.basic.FloorFunction;
import com.ezylang.evalex.functions.basic.IfFunction;
import com.ezylang.evalex.functions.basic.Log10Function;
import com.ezylang.evalex.functions.basic.LogFunction;
import com.ezylang.evalex.functions.basic.MaxFunction;
import com.ezylang.evalex.functions.basic.MinFunction;
import com.ezylang.evalex.functions.basic.SqrtFunction;
import com.ezylang.evalex.functions.trigonometric.AcosFunction;
import com.ezylang.evalex.functions.trigonometric.AsinFunction;
import com.ezylang.evalex.functions.trigonometric.AtanFunction;
import com.ezylang.evalex.functions.trigonometric.CosFunction;
import com.ezylang.evalex.functions.trigonometric.SinFunction;
import com.ezylang.evalex.functions.trigonometric.TanFunction;
import com.ezylang.evalex.operators.arithmetic.InfixDivisionOperator;
import com.ezylang.evalex.operators.arithmetic.InfixMinusOperator;
import com.ezylang.evalex.operators.arithmetic.InfixMultiplicationOperator;
import com.ezylang.evalex.operators.arithmetic.InfixPlusOperator;
import com.ezylang.evalex.operators.arithmetic.PrefixMinusOperator;
import com.ezylang.evalex.operators.arithmetic.PrefixPlusOperator;
import com.ezylang.evalex.operators.booleans.InfixEqualsOperator;
import com.ezylang.evalex.operators.booleans.InfixGreaterEqualsOperator;
import com.ezylang.evalex.operators.booleans.InfixGreaterOperator;
import com.ezylang.evalex.operators.booleans.InfixLessEqualsOperator;
import com.ezylang.evalex.operators.booleans.InfixLessOperator;
import com.ezylang.evalex.parser.ASTNode;
import com.ezylang.evalex.parser.ParseException;

import org.lianbing.base.Problem;

/**
 * Arithmetic that authors write, by EvalEx: numbers, variables, {@code + - * / ^ ( )}, comparisons and the functions
 * named below; angles in degrees; the constants PI and E. Nothing else of the library is in reach: no text, no dates,
 * no chance, no access to anything outside, and nothing that could run on for long.
 */
public final class Formula {

    /** A number with a power of ten of three digits: nothing in a workshop, and slow to add to. */
    private static final Pattern HUGE = Pattern.compile("[eE][+-]?\\d{3}|0[xX]");

    private static final int LONGEST = 300;
    private static final int DEEPEST = 60;
    private static final int MOST_NODES = 200;
    /** 10 to the 15th is more than any result in a workshop. */
    private static final int MOST_PLACES = 15;

    private static final Map<String, FunctionIfc> FUNCTIONS = Map.ofEntries(
            Map.entry("ABS", new AbsFunction()),
            Map.entry("CEILING", new CeilingFunction()),
            Map.entry("FLOOR", new FloorFunction()),
            Map.entry("IF", new IfFunction()),
            Map.entry("LOG", new LogFunction()),
            Map.entry("LOG10", new Log10Function()),
            Map.entry("MAX", new MaxFunction()),
            Map.entry("MIN", new MinFunction()),
            Map.entry("ROUND", new BoundedRound()),
            Map.entry("SQRT", new SqrtFunction()),
            Map.entry("SIN", new SinFunction()),
            Map.entry("COS", new CosFunction()),
            Map.entry("TAN", new TanFunction()),
            Map.entry("ASIN", new AsinFunction()),
            Map.entry("ACOS", new AcosFunction()),
            Map.entry("ATAN", new AtanFunction()));

    private static final ExpressionConfiguration CONFIGURATION = ExpressionConfiguration.builder()
            .functionDictionary(functions())
            .operatorDictionary(operators())
            .mathContext(MathContext.DECIMAL64)
            .arraysAllowed(false)
            .structuresAllowed(false)
            .binaryAllowed(false)
            .implicitMultiplicationAllowed(false)
            .allowOverwriteConstants(false)
            .maxRecursionDepth(DEEPEST)
            .build();

    private final String text;
    private final Expression expression;

    private Formula(String text, Expression expression) {
        this.text = text;
        this.expression = expression;
    }

    private static FunctionDictionaryIfc functions() {
        MapBasedFunctionDictionary dictionary = new MapBasedFunctionDictionary();
        FUNCTIONS.forEach(dictionary::addFunction);
        return dictionary;
    }

    @SuppressWarnings("unchecked")
    private static OperatorDictionaryIfc operators() {
        return MapBasedOperatorDictionary.ofOperators(
                Map.entry("+", new PrefixPlusOperator()),
                Map.entry("-", new PrefixMinusOperator()),
                Map.entry("+", new InfixPlusOperator()),
                Map.entry("-", new InfixMinusOperator()),
                Map.entry("*", new InfixMultiplicationOperator()),
                Map.entry("/", new InfixDivisionOperator()),
                Map.entry("^", new BoundedPower()),
                Map.entry("=", new InfixEqualsOperator()),
                Map.entry("<", new InfixLessOperator()),
                Map.entry("<=", new InfixLessEqualsOperator()),
                Map.entry(">", new InfixGreaterOperator()),
                Map.entry(">=", new InfixGreaterEqualsOperator()));
    }

    /**
     * Reads a formula. Signs of Chinese keyboards and of print ({@code ×÷－（）}) are taken as they are meant.
     *
     * @throws Problem invalid, where it is none
     */
    public static Formula of(String text) {
        String plain = plain(text);
        if (plain.isEmpty() || plain.length() > LONGEST || HUGE.matcher(plain).find()) {
            throw refused(text);
        }
        try {
            Expression expression = new Expression(plain, CONFIGURATION);
            expression.validate();
            if (size(expression.getAbstractSyntaxTree(), 0) > MOST_NODES) {
                throw refused(text);
            }
            return new Formula(text, expression);
        } catch (ParseException | ArithmeticException e) {
            throw refused(text);
        }
    }

    private static String plain(String text) {
        return java.text.Normalizer.normalize(text, java.text.Normalizer.Form.NFKC)
                .replace('×', '*')
                .replace('·', '*')
                .replace('÷', '/')
                .replace('−', '-')
                .replace('–', '-')
                .strip();
    }

    private static int size(ASTNode node, int depth) {
        if (depth > DEEPEST) {
            return MOST_NODES + 1;
        }
        int size = 1;
        for (ASTNode part : node.getParameters()) {
            size += size(part, depth + 1);
        }
        return size;
    }

    /** The variables it needs, in upper case. */
    public Set<String> variables() {
        try {
            Set<String> names = new TreeSet<>();
            expression.getUndefinedVariables().forEach(name -> names.add(name.toUpperCase(java.util.Locale.ROOT)));
            return names;
        } catch (ParseException e) {
            throw refused(text);
        }
    }

    /**
     * The result for these values.
     *
     * @throws Problem invalid, where there is none: a division by nothing, a root of less than nothing, no number
     */
    public BigDecimal value(Map<String, BigDecimal> values) {
        try {
            EvaluationValue result = expression.copy().withValues(values).evaluate();
            BigDecimal value = result.getNumberValue();
            if (!result.isNumberValue() || value.precision() - value.scale() > MOST_PLACES) {
                throw refused(text);
            }
            return value;
        } catch (EvaluationException | ParseException | ArithmeticException | UnsupportedOperationException e) {
            throw refused(text);
        }
    }

    private static Problem refused(String text) {
        return Problem.invalid("bank.formula", text.length() > 80 ? text.substring(0, 80) + "…" : text);
    }
}
