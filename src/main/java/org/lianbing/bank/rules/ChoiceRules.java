package org.lianbing.bank.rules;

import java.util.List;

import org.lianbing.bank.Found;
import org.lianbing.bank.Interaction;
import org.lianbing.bank.Option;

/** 单选 and 多选. */
final class ChoiceRules {

    static final int MOST_OPTIONS = 8;

    private static final int LONGEST_OPTION = 500;

    private ChoiceRules() {}

    static void single(Interaction.SingleChoice choice, Found found) {
        options(choice.options(), 2, found);
        if (keys(choice.options()) != 1) {
            found.add("options", "bank.rule.one-key", keys(choice.options()));
        }
    }

    static void multiple(Interaction.MultipleChoice choice, Found found) {
        options(choice.options(), 3, found);
        long keys = keys(choice.options());
        if (keys < 2) {
            found.add("options", "bank.rule.several-keys", keys);
        }
    }

    private static long keys(List<Option> options) {
        return options.stream().filter(Option::correct).count();
    }

    private static void options(List<Option> options, int least, Found found) {
        if (options.size() < least || options.size() > MOST_OPTIONS) {
            found.add("options", "bank.rule.options-count", least, MOST_OPTIONS, options.size());
        }
        for (int i = 0; i < options.size(); i++) {
            Option option = options.get(i);
            found.length("options/" + i + "/text", option.text(), 1, LONGEST_OPTION);
            String why = option.why();
            found.length("options/" + i + "/why", why == null ? "" : why, 0, LONGEST_OPTION);
        }
        found.unique("options", options.stream().map(Option::text).toList());
    }
}
