package org.lianbing.bank.rules;

import java.util.HashSet;
import java.util.List;
import java.util.Set;

import org.lianbing.bank.Found;
import org.lianbing.bank.Interaction;
import org.lianbing.bank.Pair;

/** 连线 and 步骤排序: texts that belong together or follow one another. */
final class OrderRules {

    static final int LONGEST_STEP = 300;

    private static final int MOST_STEPS = 8;
    private static final int MOST_PAIRS = 10;

    private OrderRules() {}

    static void matching(Interaction.Matching matching, Found found) {
        int rights = matching.pairs().size() + matching.extras().size();
        if (matching.pairs().size() < 2 || rights > MOST_PAIRS) {
            found.add("pairs", "bank.rule.pairs-count", 2, MOST_PAIRS, rights);
        }
        for (int i = 0; i < matching.pairs().size(); i++) {
            found.length("pairs/" + i + "/left", matching.pairs().get(i).left(), 1, LONGEST_STEP);
            found.length("pairs/" + i + "/right", matching.pairs().get(i).right(), 1, LONGEST_STEP);
        }
        for (int i = 0; i < matching.extras().size(); i++) {
            found.length("extras/" + i, matching.extras().get(i), 1, LONGEST_STEP);
        }
        found.unique("pairs", matching.pairs().stream().map(Pair::left).toList());
        found.unique("extras", matching.extras());
        Set<String> rightWords = new HashSet<>();
        matching.pairs().forEach(pair -> rightWords.add(Found.folded(pair.right())));
        matching.extras().stream()
                .filter(extra -> rightWords.contains(Found.folded(extra)))
                .forEach(extra -> found.add("extras", "bank.rule.twice", extra.strip()));
    }

    static void ordering(Interaction.Ordering ordering, Found found) {
        List<String> steps = ordering.steps();
        if (steps.size() < 3 || steps.size() > MOST_STEPS) {
            found.add("steps", "bank.rule.steps-count", 3, MOST_STEPS, steps.size());
        }
        for (int i = 0; i < steps.size(); i++) {
            found.length("steps/" + i, steps.get(i), 1, LONGEST_STEP);
        }
        found.unique("steps", steps);
    }
}
