package org.lianbing.bank.content;

import java.math.BigDecimal;

import com.ezylang.evalex.EvaluationException;
import com.ezylang.evalex.Expression;
import com.ezylang.evalex.data.EvaluationValue;
import com.ezylang.evalex.operators.AbstractOperator;
import com.ezylang.evalex.operators.InfixOperator;
import com.ezylang.evalex.operators.OperatorIfc;
import com.ezylang.evalex.parser.Token;

/** The power sign for quantities of a workshop: the library's own would work on 9^9^9^9 for hours. */
@InfixOperator(precedence = OperatorIfc.OPERATOR_PRECEDENCE_POWER, leftAssociative = false)
final class BoundedPower extends AbstractOperator {

    private static final double MOST = 1e40;
    /** What is smaller is kept as a binary fraction: written exactly, a power of a power has millions of places. */
    private static final double LEAST = 1e-40;

    @Override
    public EvaluationValue evaluate(Expression expression, Token sign, EvaluationValue... operands)
            throws EvaluationException {
        double power = Math.pow(
                operands[0].getNumberValue().doubleValue(),
                operands[1].getNumberValue().doubleValue());
        if (Double.isNaN(power) || Math.abs(power) > MOST) {
            throw new EvaluationException(sign, "no number of a size that occurs");
        }
        BigDecimal exact = Math.abs(power) < LEAST ? null : exact(expression, operands);
        return expression.convertValue(exact == null ? BigDecimal.valueOf(power) : exact);
    }

    /** Small whole powers without the error of binary fractions. */
    private static @org.jspecify.annotations.Nullable BigDecimal exact(
            Expression expression, EvaluationValue... operands) {
        BigDecimal exponent = operands[1].getNumberValue();
        boolean small =
                exponent.stripTrailingZeros().scale() <= 0 && exponent.abs().compareTo(BigDecimal.valueOf(40)) <= 0;
        return small
                ? operands[0]
                        .getNumberValue()
                        .pow(
                                exponent.intValueExact(),
                                expression.getConfiguration().getMathContext())
                : null;
    }
}
