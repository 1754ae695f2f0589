package org.lianbing.bank.rules;

import java.math.BigDecimal;

import org.lianbing.bank.Criterion;
import org.lianbing.bank.Found;
import org.lianbing.bank.Interaction;
import org.lianbing.bank.Rubric;
import org.lianbing.base.Digits;

/** 简答, 论述 and 技能操作: what people mark by a rubric or a score sheet. */
final class MarkedRules {

    private static final int LONGEST_LINE = 500;
    private static final int LONGEST_SAMPLE = 8000;
    private static final int MOST_RUBRIC = 20;
    private static final int MOST_CRITERIA = 60;
    private static final int MOST_MINUTES = 1_440;
    private static final BigDecimal MOST_WEIGHT = BigDecimal.valueOf(1000);

    private MarkedRules() {}

    static void written(Rubric rubric, int uploads, Found found) {
        rubric(rubric, found);
        if (uploads < 0 || uploads > Interaction.MOST_UPLOADS) {
            found.add("uploads", "bank.rule.uploads", Interaction.MOST_UPLOADS);
        }
    }

    private static void rubric(Rubric rubric, Found found) {
        if (rubric.points().size() > MOST_RUBRIC) {
            found.add("rubric/points", "bank.rule.rubric-count", MOST_RUBRIC);
        }
        for (int i = 0; i < rubric.points().size(); i++) {
            Rubric.Point point = rubric.points().get(i);
            found.length("rubric/points/" + i + "/text", point.text(), 1, LONGEST_LINE);
            weight("rubric/points/" + i, point.weight(), found);
        }
        found.length("rubric/sample", rubric.sample(), 0, LONGEST_SAMPLE);
        found.length("rubric/hints", rubric.hints(), 0, LONGEST_SAMPLE);
    }

    static void practical(Interaction.Practical practical, Found found) {
        if (practical.preparation().size() > MOST_CRITERIA) {
            found.add("preparation", "bank.rule.criteria-count", MOST_CRITERIA);
        }
        for (int i = 0; i < practical.preparation().size(); i++) {
            found.length("preparation/" + i, practical.preparation().get(i), 1, OrderRules.LONGEST_STEP);
        }
        if (practical.minutes() < 1 || practical.minutes() > MOST_MINUTES) {
            found.add("minutes", "bank.rule.minutes", MOST_MINUTES);
        }
        if (practical.criteria().isEmpty() || practical.criteria().size() > MOST_CRITERIA) {
            found.add("criteria", "bank.rule.criteria-count", MOST_CRITERIA);
        }
        for (int i = 0; i < practical.criteria().size(); i++) {
            Criterion criterion = practical.criteria().get(i);
            found.length("criteria/" + i + "/text", criterion.text(), 1, LONGEST_LINE);
            found.length("criteria/" + i + "/deductions", criterion.deductions(), 0, LONGEST_LINE);
            weight("criteria/" + i, criterion.points(), found);
        }
    }

    static void weight(String path, BigDecimal weight, Found found) {
        if (weight.signum() <= 0 || weight.compareTo(MOST_WEIGHT) > 0) {
            found.add(path, "bank.rule.weight");
        }
        NumberRules.digits(path, weight, Digits.MOST_OF_WEIGHT, found);
    }
}
