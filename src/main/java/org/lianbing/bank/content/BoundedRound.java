package org.lianbing.bank.content;

import java.math.BigDecimal;
import java.math.RoundingMode;

import com.ezylang.evalex.EvaluationException;
import com.ezylang.evalex.Expression;
import com.ezylang.evalex.data.EvaluationValue;
import com.ezylang.evalex.functions.AbstractFunction;
import com.ezylang.evalex.functions.FunctionParameter;
import com.ezylang.evalex.parser.Token;

/** {@code ROUND(value, places)} by the rule of schools (half up), with at most fifteen places. */
@FunctionParameter(name = "value")
@FunctionParameter(name = "places")
final class BoundedRound extends AbstractFunction {

    private static final int MOST = 15;

    @Override
    public EvaluationValue evaluate(Expression expression, Token name, EvaluationValue... parameters)
            throws EvaluationException {
        BigDecimal places = parameters[1].getNumberValue();
        if (places.abs().compareTo(BigDecimal.valueOf(MOST)) > 0) {
            throw new EvaluationException(name, "so many places are not kept");
        }
        return expression.convertValue(
                parameters[0].getNumberValue().setScale(places.intValue(), RoundingMode.HALF_UP));
    }
}
