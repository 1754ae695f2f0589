package org.lianbing.bank.rules;

import java.math.BigDecimal;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

import org.lianbing.bank.Found;
import org.lianbing.bank.Interaction;
import org.lianbing.bank.Variable;
import org.lianbing.bank.content.Calculation;
import org.lianbing.base.Digits;
import org.lianbing.base.Problem;

/** 计算: variables, formulas, and whether there are as many sound variants as asked for. */
final class CalculationRules {

    private static final int MOST_VARIABLES = 8;
    private static final int MOST_VARIANTS = 100;
    private static final int MOST_DISTRACTORS = 5;
    private static final Pattern VARIABLE = Pattern.compile("[A-Za-z][A-Za-z0-9_]{0,19}");
    private static final Set<String> TAKEN = Set.of("PI", "E", "KEY", "TRUE", "FALSE", "NULL");

    private CalculationRules() {}

    static void check(String stem, String explanation, Interaction.Calculated calculated, Found found) {
        int before = found.problems().size();
        variables(calculated.variables(), found);
        found.length("unit", calculated.unit(), 0, NumberRules.LONGEST_UNIT);
        NumberRules.check("tolerance", calculated.tolerance(), BigDecimal.ZERO, found);
        if (calculated.tolerance().signum() < 0) {
            found.add("tolerance", "bank.rule.tolerance");
        }
        if (calculated.decimals() < 0 || calculated.decimals() > Digits.MOST_DECIMALS) {
            found.add("decimals", "bank.rule.decimals", Digits.MOST_DECIMALS);
        }
        if (calculated.variants() < 1 || calculated.variants() > MOST_VARIANTS) {
            found.add("variants", "bank.rule.variants", MOST_VARIANTS);
        }
        if (calculated.distractors().size() > MOST_DISTRACTORS) {
            found.add(
                    "distractors",
                    "bank.rule.options-count",
                    1,
                    MOST_DISTRACTORS,
                    calculated.distractors().size());
        }
        if (found.problems().size() == before) {
            formulas(stem, explanation, calculated, found);
        }
    }

    private static void variables(List<Variable> variables, Found found) {
        if (variables.isEmpty() || variables.size() > MOST_VARIABLES) {
            found.add("variables", "bank.rule.variables-count", MOST_VARIABLES, variables.size());
        }
        Set<String> names = new HashSet<>(TAKEN);
        for (int i = 0; i < variables.size(); i++) {
            Variable variable = variables.get(i);
            String path = "variables/" + i;
            if (!VARIABLE.matcher(variable.name()).matches()
                    || !names.add(variable.name().toUpperCase(Locale.ROOT))) {
                found.add(path, "bank.rule.variable-name", variable.name());
            }
            List<BigDecimal> range = List.of(variable.from(), variable.to(), variable.step());
            range.forEach(value -> NumberRules.digits(path, value, found));
            // To count the values of a range without bounds takes all memory.
            if (range.stream().allMatch(Digits::fit) && variable.values() < 1) {
                found.add(path, "bank.rule.variable-range", variable.name());
            }
        }
    }

    private static void formulas(String stem, String explanation, Interaction.Calculated calculated, Found found) {
        String at = "formula";
        try {
            Calculation calculation = Calculation.of(calculated);
            unknown("formula", calculation.unknown(calculated.formula()), found);
            for (int i = 0; i < calculated.distractors().size(); i++) {
                unknown(
                        "distractors/" + i,
                        calculation.unknown(calculated.distractors().get(i).formula()),
                        found);
            }
            at = "stem";
            unknown("stem", calculation.unknownIn(stem), found);
            at = "explanation";
            unknown("explanation", calculation.unknownIn(explanation), found);
            at = "variables";
            if (found.problems().stream().noneMatch(problem -> "bank.rule.variable-unknown".equals(problem.code()))) {
                int there = calculation.variants(1).size();
                if (there < calculated.variants()) {
                    found.add("variants", "bank.rule.variants-few", calculated.variants(), there);
                }
            }
        } catch (Problem problem) {
            found.add(at, problem.code(), problem.arguments());
        }
    }

    private static void unknown(String path, Set<String> names, Found found) {
        if (!names.isEmpty()) {
            found.add(path, "bank.rule.variable-unknown", String.join(", ", names));
        }
    }
}
