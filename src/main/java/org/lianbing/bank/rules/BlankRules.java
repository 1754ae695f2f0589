package org.lianbing.bank.rules;

import java.util.List;

import org.lianbing.bank.Blank;
import org.lianbing.bank.Found;
import org.lianbing.bank.Interaction;
import org.lianbing.bank.StemBlanks;

/** 填空. */
final class BlankRules {

    private static final int MOST_BLANKS = 10;
    private static final int MOST_ACCEPTED = 20;
    private static final int LONGEST_WORDS = 100;

    private BlankRules() {}

    /** The stem has as many places as there are blanks, or none where there is one blank. */
    static void check(String stem, Interaction.FillIn fill, Found found) {
        List<Blank> blanks = fill.blanks();
        if (blanks.isEmpty() || blanks.size() > MOST_BLANKS) {
            found.add("blanks", "bank.rule.blanks-count", MOST_BLANKS, blanks.size());
        }
        int places = StemBlanks.count(stem);
        if (places != blanks.size() && !(places == 0 && blanks.size() == 1)) {
            found.add("blanks", "bank.rule.blanks-places", places, blanks.size());
        }
        for (int i = 0; i < blanks.size(); i++) {
            blank("blanks/" + i, blanks.get(i), found);
        }
    }

    private static void blank(String path, Blank blank, Found found) {
        switch (blank) {
            case Blank.Words words -> {
                if (words.accepted().isEmpty() || words.accepted().size() > MOST_ACCEPTED) {
                    found.add(path, "bank.rule.accepted-count", MOST_ACCEPTED);
                }
                for (int i = 0; i < words.accepted().size(); i++) {
                    found.length(path + "/accepted/" + i, words.accepted().get(i), 1, LONGEST_WORDS);
                }
            }
            case Blank.Value value -> NumberRules.check(path, value.key(), value.tolerance(), found);
            case Blank.Pick pick -> {
                if (pick.choices().size() < 2 || pick.choices().size() > ChoiceRules.MOST_OPTIONS) {
                    found.add(
                            path,
                            "bank.rule.options-count",
                            2,
                            ChoiceRules.MOST_OPTIONS,
                            pick.choices().size());
                }
                if (pick.key() < 0 || pick.key() >= pick.choices().size()) {
                    found.add(path, "bank.rule.one-key", 0);
                }
                for (int i = 0; i < pick.choices().size(); i++) {
                    found.length(path + "/choices/" + i, pick.choices().get(i), 1, LONGEST_WORDS);
                }
                found.unique(path, pick.choices());
            }
        }
    }
}
