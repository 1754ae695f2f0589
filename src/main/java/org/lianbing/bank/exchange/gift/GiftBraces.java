package org.lianbing.bank.exchange.gift;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * The braces of a question that hold its answers. A formula has braces too where its author forgot to escape them; what
 * begins like an answer tells which are which.
 *
 * @param before the text in front of them
 * @param inner what stands between them
 * @param after the text behind them
 */
record GiftBraces(String before, String inner, String after) {

    private static final Pattern ANSWERS = Pattern.compile("(?is)\\s*([=~#].*|(T|TRUE|F|FALSE|对|错|正确|错误)\\s*(#.*)?|)");

    /** A pair of braces by its places. */
    private record Pair(int open, int close) {}

    /** Whether the text has any brace. */
    static boolean any(String text) {
        return text.indexOf('{') >= 0 || text.indexOf('}') >= 0;
    }

    /** The answers of a text whose escaped signs are put aside; empty where braces do not match, or several pairs could be them. */
    static Optional<GiftBraces> of(String text) {
        List<Pair> likely = outermost(text).stream()
                .filter(pair -> ANSWERS.matcher(text.substring(pair.open + 1, pair.close))
                        .matches())
                .toList();
        List<Pair> filled = likely.stream()
                .filter(pair -> !text.substring(pair.open + 1, pair.close).isBlank())
                .toList();
        List<Pair> only = filled.isEmpty() ? likely : filled;
        return only.size() == 1 ? Optional.of(at(text, only.getFirst())) : Optional.empty();
    }

    private static GiftBraces at(String text, Pair pair) {
        return new GiftBraces(
                text.substring(0, pair.open),
                text.substring(pair.open + 1, pair.close),
                text.substring(pair.close + 1));
    }

    /** Whether what stands between braces are answers, and some. */
    static boolean answers(CharSequence inner) {
        return !inner.chars().allMatch(Character::isWhitespace)
                && ANSWERS.matcher(inner).matches();
    }

    private static List<Pair> outermost(String text) {
        List<Pair> pairs = new ArrayList<>();
        int depth = 0;
        int open = 0;
        for (int i = 0; i < text.length(); i++) {
            if (text.charAt(i) == '{' && depth++ == 0) {
                open = i;
            } else if (text.charAt(i) == '}' && --depth == 0) {
                pairs.add(new Pair(open, i));
            }
            if (depth < 0) {
                return List.of();
            }
        }
        return depth == 0 ? pairs : List.of();
    }
}
