package org.lianbing.bank.exchange.qti;

import java.math.BigDecimal;
import java.util.List;
import java.util.regex.Pattern;

import org.jsoup.nodes.Element;

import org.lianbing.bank.Interaction;
import org.lianbing.bank.Variable;
import org.lianbing.bank.exchange.format.Question.Remark;
import org.lianbing.bank.exchange.text.Numbers;

/** A formula question as Canvas writes it behind an item of QTI 1.2: {@code [x]} in the text is a variable. */
final class Qti1Calculation {

    private static final int VARIANTS = 10;
    private static final int MOST_DECIMALS = 9;

    private final Element calculated;
    private final List<Remark> remarks;
    private final List<Variable> variables;

    Qti1Calculation(Element calculated, List<Remark> remarks) {
        this.calculated = calculated;
        this.remarks = remarks;
        this.variables = calculated.select("> vars > var").stream()
                .map(Qti1Calculation::variable)
                .toList();
    }

    private static Variable variable(Element variable) {
        int scale = Numbers.of(variable.hasAttr("scale") ? variable.attr("scale") : "0")
                .intValue();
        return new Variable(
                variable.attr("name").strip(),
                Numbers.of(variable.select("> min").text()),
                Numbers.of(variable.select("> max").text()),
                BigDecimal.ONE.movePointLeft(Math.clamp(scale, 0, MOST_DECIMALS)));
    }

    /** The text with its variables as ours. */
    String stem(String written) {
        String stem = written;
        for (Variable variable : variables) {
            stem = Pattern.compile("\\\\?\\[" + Pattern.quote(variable.name()) + "\\\\?]")
                    .matcher(stem)
                    .replaceAll("{{" + java.util.regex.Matcher.quoteReplacement(variable.name()) + "}}");
        }
        return stem;
    }

    Interaction interaction() {
        String places = calculated.select("> formulas").attr("decimal_places");
        int decimals = Math.clamp(Numbers.of(places.isEmpty() ? "2" : places).intValue(), 0, MOST_DECIMALS);
        // Only the last formula gives the answer; those before it name what is computed on the way.
        List<Element> formulas = calculated.select("> formulas > formula");
        if (formulas.size() != 1) {
            throw new IllegalArgumentException("formulas");
        }
        return new Interaction.Calculated(
                variables,
                formulas.getFirst().wholeText().strip().replace("**", "^").replaceFirst("^[A-Za-z]\\w*\\s*=\\s*", ""),
                decimals,
                tolerance(decimals),
                "",
                List.of(),
                VARIANTS);
    }

    private BigDecimal tolerance(int decimals) {
        String written = calculated.select("> answer_tolerance").text().strip();
        if (written.endsWith("%")) {
            remarks.add(Remark.guess(0.6, "exchange.remark.relative-tolerance", written));
            return BigDecimal.valueOf(5, decimals + 1);
        }
        return written.isEmpty() ? BigDecimal.ZERO : Numbers.of(written).abs();
    }
}
