package org.lianbing.bank.check;

import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import org.lianbing.bank.Interaction;
import org.lianbing.bank.Option;
import org.lianbing.base.disk.Flaws;

/**
 * Nobody gets points by guessing after a pattern: no place of the key in more than 30 % of the single choices, 45 to
 * 55 % of the statements true, the key no oftener the longest option than chance would have it, no 多选 of which every
 * option is right, and no more than 60 % of a set of one difficulty. Sets with few items of a kind are left alone, since there chance alone goes further.
 */
final class Balance implements BankRule {

    private static final int FEW = 20;
    private static final double MOST_ON_ONE_PLACE = 0.30;
    private static final double LEAST_TRUE = 0.45;
    private static final double MOST_TRUE = 0.55;
    private static final double MOST_OF_ONE_DIFFICULTY = 0.60;

    @Override
    public void check(BankOnDisk bank, Flaws flaws) {
        for (SetOnDisk set : bank.sets()) {
            Collection<Interaction.SingleChoice> choices =
                    set.answered(Interaction.SingleChoice.class).values();
            if (choices.size() >= FEW) {
                choices(set, choices, flaws);
            }
            set.answered(Interaction.MultipleChoice.class).forEach((item, choice) -> {
                if (choice.options().stream().allMatch(Option::correct)) {
                    flaws.add(item.file(), item.line(), "bank.check.all-right", item.code());
                }
            });
            Collection<Interaction.TrueFalse> statements =
                    set.answered(Interaction.TrueFalse.class).values();
            if (statements.size() >= FEW) {
                double right = (double) right(statements) / statements.size();
                if (right < LEAST_TRUE || right > MOST_TRUE) {
                    flaws.add(set.entry().code(), 0, "bank.check.true", percent(right));
                }
            }
            difficulties(set).forEach((difficulty, count) -> {
                double share = (double) count / set.items().size();
                if (set.items().size() >= FEW && share > MOST_OF_ONE_DIFFICULTY) {
                    flaws.add(set.entry().code(), 0, "bank.check.difficulty", difficulty, percent(share));
                }
            });
        }
    }

    private static void choices(SetOnDisk set, Collection<Interaction.SingleChoice> choices, Flaws flaws) {
        places(choices).forEach((place, count) -> {
            double share = (double) count / choices.size();
            if (share > MOST_ON_ONE_PLACE) {
                flaws.add(set.entry().code(), 0, "bank.check.place", letter(place), percent(share));
            }
        });
        if (longest(choices) > byChance(choices)) {
            flaws.add(set.entry().code(), 0, "bank.check.longest", longest(choices), choices.size(), byChance(choices));
        }
    }

    static String letter(int place) {
        return String.valueOf((char) ('A' + place));
    }

    static int percent(double share) {
        return (int) Math.round(share * 100);
    }

    static long right(Collection<Interaction.TrueFalse> statements) {
        return statements.stream().filter(Interaction.TrueFalse::key).count();
    }

    /** How often the key stands in each place, as the options are written. */
    static Map<Integer, Long> places(Collection<Interaction.SingleChoice> choices) {
        return choices.stream()
                .map(choice -> IntStream.range(0, choice.options().size())
                        .filter(i -> choice.options().get(i).correct())
                        .findFirst()
                        .orElseThrow())
                .collect(Collectors.groupingBy(place -> place, TreeMap::new, Collectors.counting()));
    }

    /** How often the key is longer than every other option. */
    static long longest(Collection<Interaction.SingleChoice> choices) {
        return choices.stream().filter(choice -> keyIsLongest(choice.options())).count();
    }

    private static boolean keyIsLongest(List<Option> options) {
        List<Option> byLength = options.stream()
                .sorted(Comparator.comparingInt((Option option) -> option.text().length())
                        .reversed())
                .toList();
        return byLength.getFirst().correct()
                && byLength.getFirst().text().length() > byLength.get(1).text().length();
    }

    /** How often it would be where any option were as likely to be the key. */
    static long byChance(Collection<Interaction.SingleChoice> choices) {
        return Math.round(Math.ceil(choices.stream()
                .mapToDouble(choice -> 1.0 / choice.options().size())
                .sum()));
    }

    static Map<Integer, Long> difficulties(SetOnDisk set) {
        return set.items().stream()
                .collect(Collectors.groupingBy(
                        item -> item.content().difficulty(), TreeMap::new, Collectors.counting()));
    }
}
