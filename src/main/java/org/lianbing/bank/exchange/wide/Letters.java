package org.lianbing.bank.exchange.wide;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/** Answers that name options by their letters: ABD, A,B,D, Ａ、Ｂ, C-A-B-D. */
public final class Letters {

    private static final Pattern BETWEEN = Pattern.compile("[\"“”,，、;；:：/|.。和及与()（）\\[\\]→>—-]+|选?项|答案");
    private static final Pattern LETTERS = Pattern.compile("[A-Z]{1,26}");
    private static final Pattern NUMBERS = Pattern.compile("[1-8]+");

    private Letters() {}

    /** The letters in their order, each once; empty where the text is something else. */
    public static Optional<List<String>> find(String answer) {
        return letters(bare(answer));
    }

    /** The same, where numbers may stand for letters too: 3124 is CABD. */
    public static Optional<List<String>> findOrNumbers(String answer) {
        String bare = bare(answer);
        if (!NUMBERS.matcher(bare).matches()) {
            return letters(bare);
        }
        StringBuilder asLetters = new StringBuilder();
        bare.chars().forEach(digit -> asLetters.append((char) (digit - '1' + 'A')));
        return letters(asLetters.toString());
    }

    private static String bare(String answer) {
        return BETWEEN.matcher(Folded.of(answer)).replaceAll("");
    }

    private static Optional<List<String>> letters(String bare) {
        if (!LETTERS.matcher(bare).matches()) {
            return Optional.empty();
        }
        List<String> letters = new ArrayList<>();
        bare.chars().mapToObj(Character::toString).distinct().forEach(letters::add);
        return Optional.of(letters);
    }
}
