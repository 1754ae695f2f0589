package org.lianbing.bank.exchange.paper;

import java.util.Optional;
import java.util.Set;
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
            if (letters == options) {
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
        return INLINE.matcher(plain).find();
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
