package org.lianbing.bank.exchange.wide;

import java.math.BigDecimal;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/** Difficulty in the words and numbers people use, as 1 (nearly everybody knows it) to 5 (few do). */
public final class DifficultyText {

    public static final int MIDDLE = 3;

    private static final Map<String, Integer> WORDS = Map.ofEntries(
            Map.entry("很易", 1),
            Map.entry("极易", 1),
            Map.entry("易", 1),
            Map.entry("容易", 1),
            Map.entry("简单", 1),
            Map.entry("低", 1),
            Map.entry("较易", 2),
            Map.entry("较容易", 2),
            Map.entry("较低", 2),
            Map.entry("较简单", 2),
            Map.entry("中", 3),
            Map.entry("中等", 3),
            Map.entry("适中", 3),
            Map.entry("一般", 3),
            Map.entry("普通", 3),
            Map.entry("较难", 4),
            Map.entry("较高", 4),
            Map.entry("偏难", 4),
            Map.entry("难", 5),
            Map.entry("困难", 5),
            Map.entry("高", 5),
            Map.entry("很难", 5),
            Map.entry("极难", 5),
            Map.entry("非常简单", 1),
            Map.entry("非常容易", 1),
            Map.entry("初", 1),
            Map.entry("较为简单", 2),
            Map.entry("比较简单", 2),
            Map.entry("比较容易", 2),
            Map.entry("偏易", 2),
            Map.entry("正常", 3),
            Map.entry("比较难", 4),
            Map.entry("较为困难", 4),
            Map.entry("较困难", 4),
            Map.entry("非常难", 5),
            Map.entry("非常困难", 5),
            Map.entry("VERYEASY", 1),
            Map.entry("EASY", 1),
            Map.entry("SIMPLE", 1),
            Map.entry("NORMAL", 3),
            Map.entry("DIFFICULT", 5),
            Map.entry("VERYHARD", 5),
            Map.entry("VERYDIFFICULT", 5),
            Map.entry("MEDIUM", 3),
            Map.entry("HARD", 5));

    private static final Pattern ASIDE = Pattern.compile("[级星*★☆]|^难度[:：]?|(?<=.)难度$");
    private static final Pattern STARS = Pattern.compile("[★☆]{1,5}");
    private static final Pattern NUMBER = Pattern.compile("\\d+(?:\\.\\d+)?");

    private DifficultyText() {}

    /** A word, a whole number from 1 to 5, or between 0 and 1 the share of people who know the answer (通过率). */
    public static Optional<Integer> find(String text) {
        String folded = ASIDE.matcher(Folded.of(text)).replaceAll("");
        if (STARS.matcher(text).matches()) {
            return Optional.of((int) text.chars().filter(star -> star == '★').count());
        }
        Integer word = WORDS.get(folded);
        if (word != null) {
            return Optional.of(word);
        }
        return NUMBER.matcher(folded).matches() ? number(new BigDecimal(folded)) : Optional.empty();
    }

    private static Optional<Integer> number(BigDecimal number) {
        if (number.compareTo(BigDecimal.ONE) < 0) {
            return Optional.of(ofFacility(number.doubleValue()));
        }
        boolean whole = number.stripTrailingZeros().scale() <= 0;
        return whole && number.compareTo(BigDecimal.valueOf(5)) <= 0
                ? Optional.of(number.intValue())
                : Optional.empty();
    }

    private static int ofFacility(double facility) {
        if (facility >= 0.85) {
            return 1;
        }
        if (facility >= 0.7) {
            return 2;
        }
        if (facility >= 0.5) {
            return 3;
        }
        return facility >= 0.3 ? 4 : 5;
    }
}
