package org.lianbing.bank.exchange.wide;

import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/** The signs and words by which people say that a statement is right or wrong. */
public final class Truths {

    private static final Set<String> RIGHT =
            Set.of("对", "正确", "是", "√", "✓", "✔", "☑", "T", "TRUE", "Y", "YES", "R", "RIGHT", "1", "对的", "正", "V");
    private static final Set<String> WRONG = Set.of(
            "错", "错误", "否", "×", "✕", "✖", "✗", "✘", "☒", "X", "F", "FALSE", "N", "NO", "W", "WRONG", "0", "不对", "不正确",
            "非", "错的", "误");

    private static final Pattern ASIDE = Pattern.compile("[()（）.。]");

    /** 正确（√） says it twice. */
    private static final Pattern IN_BRACKETS = Pattern.compile("[(（][^()（）]*[)）]");

    private Truths() {}

    public static Optional<Boolean> find(String text) {
        String folded = Folded.of(text);
        return said(ASIDE.matcher(folded).replaceAll(""))
                .or(() -> said(IN_BRACKETS.matcher(folded).replaceAll("")));
    }

    private static Optional<Boolean> said(String word) {
        if (RIGHT.contains(word)) {
            return Optional.of(true);
        }
        return WRONG.contains(word) ? Optional.of(false) : Optional.empty();
    }
}
