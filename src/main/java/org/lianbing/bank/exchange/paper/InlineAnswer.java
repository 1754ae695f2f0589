package org.lianbing.bank.exchange.paper;

import java.util.Optional;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.lianbing.bank.exchange.wide.Letters;
import org.lianbing.bank.exchange.wide.Truths;

/**
 * An answer inside the brackets of a stem.
 *
 * @param said the answer as it is written
 * @param from where its brackets begin
 * @param to where they have ended
 */
record InlineAnswer(String said, int from, int to) {

    private static final Pattern INLINE = Pattern.compile(
            "[(（]\\s*([A-HＡ-Ｈ](?:[、,，\\s]*[A-HＡ-Ｈ]){0,7}|[√×✓✗✔✘]|对|错|正确|错误|T|F|Y|N)\\s*[)）]|(?<![\\p{IsLatin}\\d])[\\[【]\\s*([A-HＡ-Ｈ]{1,8})\\s*[\\]】]");
    /** Such letters are also the names of things, as in 中性线（N）, unless they stand at an edge of the text. */
    private static final Pattern VERDICT_LETTER = Pattern.compile("[TFＦYN]");
    /** What may stand before a question's first word. */
    private static final Pattern NO_WORD_BEFORE = Pattern.compile("\\P{L}*+");
    /** What may stand behind its last. */
    private static final Pattern NO_WORD_BEHIND =
            Pattern.compile("[^\\p{L}\\p{N}(（_]*+(?:[(（]\\s*+\\d{1,2}(?:\\.\\d)?\\s*+分\\s*+[)）][^\\p{L}\\p{N}(（_]*+)?");

    private static final Pattern MARKED = Pattern.compile("[\\uE100\\uE101]*[(（\\[【][\\s\\uE100\\uE101]*(?:"
            + PaperWords.CLOSED + ")[\\s\\uE100\\uE101]*[)）\\]】][\\uE100\\uE101]*");
    private static final Pattern ANSWERED =
            Pattern.compile(INLINE.pattern() + "|答案\\s{0,3}(?:[\\]】)）]\\s{0,3}[:：]?|[:：])");

    /**
     * The last one in a stem.
     *
     * @param options whether there are options: letters in brackets answer what has some; behind a result they are its
     *     unit, as in 19.86（A）
     */
    static Optional<InlineAnswer> find(String stem, boolean options) {
        Matcher inline = INLINE.matcher(stem);
        InlineAnswer last = null;
        while (inline.find()) {
            String said = inline.group(1) == null ? inline.group(2) : inline.group(1);
            boolean letters = Truths.find(said).isEmpty();
            if (letters == options && answers(inline, stem)) {
                last = new InlineAnswer(said, inline.start(), inline.end());
            }
        }
        return Optional.ofNullable(last);
    }

    /** A stem in which a key is not marked within its brackets, as in a paper that has its keys in red. */
    static String unmarked(String stem) {
        return MARKED.matcher(stem).replaceAll(found -> Matcher.quoteReplacement(Atoms.unmarked(found.group())));
    }

    /** Whether a statement has its answer in brackets. */
    static boolean answersWithin(String plain) {
        return INLINE.matcher(plain).results().anyMatch(inline -> answers(inline, plain));
    }

    /** Whether brackets hold an answer, and not the name of something that the text speaks of. */
    private static boolean answers(MatchResult inline, String text) {
        boolean framed = inline.group(1) == null;
        if (!framed && !VERDICT_LETTER.matcher(inline.group(1)).matches()) {
            return true;
        }
        boolean yesOrNo = !framed && "YN".contains(inline.group(1));
        return NO_WORD_BEHIND.matcher(text).region(inline.end(), text.length()).matches()
                || !yesOrNo
                        && NO_WORD_BEFORE
                                .matcher(text)
                                .region(0, inline.start())
                                .matches();
    }

    /** Where an answer stands in a line from a place on, in brackets or by its word; -1 where none does. */
    static int answerIn(String line, int from) {
        Matcher answer = ANSWERED.matcher(line);
        return answer.find(from) ? answer.start() : -1;
    }

    /** Whether another way of writing means the same key. */
    boolean says(String other) {
        return Truths.find(said).isPresent()
                ? Truths.find(said).equals(Truths.find(other))
                : Letters.find(said).map(Set::copyOf).equals(Letters.find(other).map(Set::copyOf));
    }

    /** The stem with empty brackets in its place. */
    String takenOutOf(String stem) {
        String rest = stem.substring(0, from) + stem.substring(to);
        boolean framed = "[【".indexOf(stem.charAt(from)) >= 0;
        return framed && PaperBlanks.hasGap(rest) ? rest.strip() : stem.substring(0, from) + "（　）" + stem.substring(to);
    }
}
