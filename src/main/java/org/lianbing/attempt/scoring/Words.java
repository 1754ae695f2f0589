package org.lianbing.attempt.scoring;

import java.math.BigDecimal;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * When two words for a blank are the same: whatever their width (全角/半角), spaces, Chinese or Latin punctuation and,
 * unless it matters, case. Formulas count as written in a line: m² is m2, 2×3 is 2x3 and 2*3; but a power of a number,
 * 10³, is 10^3 and not 103. Numbers are compared as numbers: 36.0 is 36.
 */
final class Words {

    private static final String LOOK = "。、“”‘’「」『』【】〔〕《》〈〉—–‐‑−～×✕✖╳∗*·•・÷";
    private static final String SAME = ".,\"\"''\"\"\"\"[][]<><>-----~xxxxxx...÷";

    private static final Pattern SPACES = Pattern.compile("\\s+");
    /** A space that stands between neither two Latin letters nor two digits parts nothing. */
    private static final Pattern IDLE_SPACE = Pattern.compile("(?<![A-Za-z]) | (?![A-Za-z])");

    private static final Pattern DIGIT_SPACE = Pattern.compile("(?<=\\d) (?=\\d)");
    private static final Pattern RAISED = Pattern.compile("(?<!\\d)\\^(?=[-+]?\\d)");
    private static final Pattern THOUSANDS = Pattern.compile("(?<=\\d),(?=\\d{3}(?!\\d))");
    private static final Pattern FULL_STOP = Pattern.compile("[.,;]+$");

    private Words() {}

    /** Whether what was typed is what is accepted. */
    static boolean same(String typed, String accepted, boolean exactCase) {
        Optional<BigDecimal> number = number(typed);
        Optional<BigDecimal> key = number(accepted);
        if (number.isPresent() && key.isPresent()) {
            return number.get().compareTo(key.get()) == 0;
        }
        return folded(typed, exactCase).equals(folded(accepted, exactCase));
    }

    private static Optional<BigDecimal> number(String text) {
        return Numbers.read(THOUSANDS.matcher(Numbers.typed(text)).replaceAll(""));
    }

    static String folded(String text, boolean exactCase) {
        String plain = Numbers.plain(text);
        StringBuilder alike = new StringBuilder(plain.length());
        plain.chars().forEach(sign -> {
            int place = LOOK.indexOf(sign);
            alike.append(place < 0 ? (char) sign : SAME.charAt(place));
        });
        String spaced = SPACES.matcher(alike).replaceAll(" ").strip();
        // A space between two numbers parts them: 3 4 is not 34.
        String kept = DIGIT_SPACE.matcher(spaced).replaceAll("\u0001");
        String closed = IDLE_SPACE.matcher(kept).replaceAll("").replace('\u0001', ' ');
        String inLine = RAISED.matcher(closed).replaceAll("");
        String ended = FULL_STOP.matcher(inLine).replaceAll("");
        String whole = ended.isEmpty() ? inLine : ended;
        return exactCase ? whole : whole.toLowerCase(Locale.ROOT);
    }
}
