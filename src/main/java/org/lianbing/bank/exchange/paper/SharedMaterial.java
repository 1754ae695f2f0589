package org.lianbing.bank.exchange.paper;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What several questions need and stands once before them: a text that they ask about (共用题干, 根据以下材料回答 1-3 题) or
 * options to choose from (共用备选答案, as papers of medicine have them).
 */
final class SharedMaterial {

    private static final String RANGE =
            "第?\\s*(\\d{1,4})\\s*题?\\s*(?:[-~～—–−]{1,2}|至|到|、|和)\\s*第?\\s*(\\d{1,4})\\s*(?:小题|题)?";
    private static final Pattern ANNOUNCED = Pattern.compile("^[(（【\\[]?[^。？?]{0,40}?" + RANGE
            + "([^()（）【】\\[\\]。:：]{0,30})(?:[)）】\\]]\\s*[。.:：]?|[。.:：]|$)\\s*([\\s\\S]*)$");
    private static final Pattern WORDS = Pattern.compile("共用|共同|根据|阅读|材料|资料|回答|完成|备选|选项|题干|案例");
    private static final Pattern OPTIONS = Pattern.compile("备选|选项");
    private static final Pattern STEM =
            Pattern.compile("^[(（【\\[]?\\s*(?:共用题干|公用题干|共用材料)\\s*[)）】\\]]?\\s*[:：]?\\s*(.*)$", Pattern.DOTALL);
    /** The questions that it is for, between those words and the text: （1-3题）. */
    private static final Pattern FOR =
            Pattern.compile("^[(（【\\[,，]?\\s*" + RANGE + "(?:(?<=题)|(?=\\s*[)）】\\]]))\\s*[)）】\\]]?\\s*[。.:：]?\\s*");

    private static final Pattern CHOICE =
            Pattern.compile("^[(（【\\[]?\\s*(?:共用|公用|共同的?)?(?:备选答案|答案选项|备选项|共用选项)\\s*[)）】\\]]?\\s*[:：]?\\s*$");
    private static final int LONGEST_ANNOUNCEMENT = 120;
    private static final int LONGEST = 20_000;

    private final int from;
    private final int to;
    private final boolean choosing;
    private final StringBuilder text = new StringBuilder();
    private final List<String> options = new ArrayList<>();
    private boolean asked;

    private SharedMaterial(int from, int to, boolean choosing) {
        this.from = from;
        this.to = to;
        this.choosing = choosing;
    }

    /** Options for all questions up to the next of these. */
    static SharedMaterial choices() {
        return new SharedMaterial(1, Integer.MAX_VALUE, true);
    }

    /** What a line announces, with the words that stand behind that in the line; empty where it announces nothing. */
    static Optional<SharedMaterial> announced(String line) {
        if (line.length() > LONGEST || PaperSigns.question(line).isPresent()) {
            return Optional.empty();
        }
        // Papers out of a PDF have signs that only look like the usual ones.
        String plain = Atoms.unmarked(line).strip();
        String folded = folded(plain);
        if (CHOICE.matcher(folded).matches()) {
            return Optional.of(choices());
        }
        Matcher stem = STEM.matcher(folded);
        if (stem.matches()) {
            return Optional.of(stem(stem.group(1), plain.substring(stem.start(1))));
        }
        Matcher range = ANNOUNCED.matcher(folded);
        if (!range.matches()) {
            return Optional.empty();
        }
        String head = folded.substring(0, range.start(4));
        int from = Integer.parseInt(range.group(1));
        int to = Integer.parseInt(range.group(2));
        boolean announces =
                head.length() <= LONGEST_ANNOUNCEMENT && WORDS.matcher(head).find() && head.contains("题");
        return announces && from < to
                ? Optional.of(new SharedMaterial(from, to, OPTIONS.matcher(head).find())
                        .with(plain.substring(range.start(4))))
                : Optional.empty();
    }

    /** A text for all questions up to the next, or for those that it names. */
    private static SharedMaterial stem(String folded, String plain) {
        Matcher named = FOR.matcher(folded);
        if (!named.find() || Integer.parseInt(named.group(1)) >= Integer.parseInt(named.group(2))) {
            return new SharedMaterial(1, Integer.MAX_VALUE, false).with(plain);
        }
        return new SharedMaterial(Integer.parseInt(named.group(1)), Integer.parseInt(named.group(2)), false)
                .with(plain.substring(named.end()));
    }

    /** Sign by sign, so that places stay the same. */
    private static String folded(String plain) {
        StringBuilder folded = new StringBuilder(plain.length());
        for (int i = 0; i < plain.length(); i++) {
            String sign = Normalizer.normalize(plain.substring(i, i + 1), Normalizer.Form.NFKC);
            folded.append(sign.length() == 1 ? sign.charAt(0) : plain.charAt(i));
        }
        return folded.toString();
    }

    private SharedMaterial with(String behind) {
        more(behind);
        return this;
    }

    /** A line before the first question. */
    void more(String line) {
        Optional<PaperOptions> found = choosing ? PaperOptions.of(line, options.size(), true) : Optional.empty();
        if (found.isPresent()) {
            options.addAll(found.get().options());
        } else if (!line.isBlank() && text.length() < LONGEST) {
            text.append(text.isEmpty() ? "" : "\n").append(line.strip());
        }
    }

    /** A question of it was asked: what comes now belongs to that. */
    void ask() {
        asked = true;
    }

    boolean isEmpty() {
        return text.isEmpty() && options.isEmpty();
    }

    boolean isAsked() {
        return asked;
    }

    boolean isFor(int number) {
        return number >= from && number <= to;
    }

    /** Whether questions behind that number have nothing of it. */
    boolean isOver(int number) {
        return number > to;
    }

    /** The text, as it belongs before the stem of each. */
    String text() {
        return text.toString();
    }

    List<String> options() {
        return options;
    }
}
