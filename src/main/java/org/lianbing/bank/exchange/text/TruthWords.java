package org.lianbing.bank.exchange.text;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** Options that only say yes and no, as other systems write a 判断. */
public final class TruthWords {

    private static final Set<String> TRUE = Set.of(
            "true",
            "t",
            "yes",
            "right",
            "correct",
            "对",
            "正确",
            "是",
            "√",
            "wahr",
            "richtig",
            "ja",
            "vrai",
            "oui",
            "verdadero",
            "sí",
            "si",
            "vero",
            "verdadeiro",
            "sim",
            "waar",
            "juist",
            "да",
            "верно");
    private static final Set<String> FALSE = Set.of(
            "false",
            "f",
            "no",
            "wrong",
            "incorrect",
            "错",
            "错误",
            "否",
            "×",
            "falsch",
            "nein",
            "faux",
            "non",
            "falso",
            "não",
            "onwaar",
            "onjuist",
            "nee",
            "нет",
            "неверно");

    private TruthWords() {}

    /** Which of the texts is the yes where one is a yes and the other a no; empty where they say anything else. */
    public static Optional<Integer> yes(List<String> texts) {
        List<String> words = texts.stream()
                .map(text -> text.strip().toLowerCase(Locale.ROOT))
                .toList();
        if (words.size() != 2) {
            return Optional.empty();
        }
        for (int yes = 0; yes < 2; yes++) {
            if (TRUE.contains(words.get(yes)) && FALSE.contains(words.get(1 - yes))) {
                return Optional.of(yes);
            }
        }
        return Optional.empty();
    }
}
