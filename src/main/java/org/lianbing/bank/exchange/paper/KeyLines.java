package org.lianbing.bank.exchange.paper;

import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.jspecify.annotations.Nullable;

import org.lianbing.bank.ItemType;

/**
 * Reads the lines of a key: many answers in a line, or one with its explanation, or answers in sentences of several
 * lines.
 */
final class KeyLines {

    private static final Pattern LABEL = Pattern.compile(
            "^\\s*(?:[\\[【(（]\\s*(?:参考|正确|标准)?答案\\s*[\\]】)）]\\s*[:：]?|(?:参考|正确|标准)?答案\\s*[:：]|答\\s*[:：])\\s*");
    private static final Pattern EXPLAINED = Pattern.compile(
            "^(.{1,16}?)[\\s。.；;]*[\\[【(（]?\\s*(?:答案|试题|题目)?(?:解析|详解|说明)\\s*(?:[\\]】)）]\\s*[:：]?|[:：])\\s*(.*)$",
            Pattern.DOTALL);
    /** A letter, and why, without a word that says so. */
    private static final Pattern REASON =
            Pattern.compile("^([A-HＡ-Ｈ]{1,8}|√|×)\\s*[。.，,;；:：（(]\\s*(.{4,})$", Pattern.DOTALL);

    /** The number of a part straight before that of its first answer: 五、20、答：…. */
    private static final Pattern PART =
            Pattern.compile("^[一二三四五六七八九十]{1,3}\\s*[、.．]\\s*(\\d{1,4}\\s*[、.．:：](?!\\d).*)$", Pattern.DOTALL);

    /** The same before an answer in points: 六、（1）…. */
    private static final Pattern POINTED =
            Pattern.compile("^([二三四五六七八九十])\\s*[、.．]\\s*([(（]\\s*1\\s*[)）].*)$", Pattern.DOTALL);

    private static final String PARTS = "一二三四五六七八九十";

    private static final Pattern ASKS = Pattern.compile("[(（][\\s\\u3000]*[)）]\\s*[。.？?]?\\s*$");

    private static final Pattern ROW = Pattern.compile("^(题号|答案)[\\s\\u3000:：]+(\\S+(?:[\\s\\u3000]+\\S+)+)$");

    private static final int LONGEST_ROW = 2_000;

    private static final Pattern NUMBERS = Pattern.compile("^\\d{1,3}(?:[\\s\\u3000]+\\d{1,3}){2,}$");

    /** 1. B 【解析】… 2. A 【解析】…: where the next of several explained answers begins in a line. */
    private static final Pattern EACH_EXPLAINED = Pattern.compile(
            "(?<=[\\s\\u3000。；;])(?=\\d{1,3}\\s*[.．、]\\s*(?:[\\[【]答案[\\]】]\\s*)?[A-H√×对错]{1,8}[\\s。.；;]*[\\[【(（]?\\s*(?:答案)?解析)");

    private final AnswerKey key;
    private List<String> numbers = List.of();
    private AnswerKey.@Nullable Entry last;
    private int lastNumber;
    private boolean explaining;
    private boolean sentences;

    KeyLines(AnswerKey key) {
        this.key = key;
    }

    /** A part of the key begins; answers may stand in the line of its heading. */
    void section(@Nullable ItemType type, String heading) {
        key.section(type);
        last = null;
        lastNumber = 0;
        String behind = heading.replaceFirst("^\\D*", "");
        if (!behind.isEmpty()
                && !heading.matches(".*[(（][^)）]*\\d[^)）]*[)）]?\\s*[:：]?\\s*$")
                && key.line(behind) == 0
                && PaperSigns.question(behind).isPresent()) {
            single(behind);
        }
    }

    void line(String said) {
        for (String one : EACH_EXPLAINED.split(said)) {
            single(one);
        }
    }

    private void single(String said) {
        String plain = behindPart(said);
        if (row(plain)) {
            return;
        }
        Optional<String> explanation = PaperWords.explanation(plain);
        Optional<PaperSigns.Numbered> numbered = PaperSigns.question(plain);
        AnswerKey.Entry entry = last;
        if (entry != null && explanation.isPresent()) {
            explaining = true;
            entry.moreExplanation(explanation.get());
        } else if (numbered.isPresent() && !point(plain, numbered.get().number())) {
            numbered(plain, numbered.get());
        } else if ((entry == null || AnswerKey.isDense(plain)) && key.line(plain) > 0) {
            last = null;
        } else if (entry != null && explaining) {
            entry.moreExplanation(plain);
        } else if (entry != null) {
            entry.moreAnswer(LABEL.matcher(plain).replaceFirst(""));
        }
    }

    /** A line without the number of a part that begins with it. */
    private String behindPart(String said) {
        Matcher part = PART.matcher(said);
        if (part.matches()) {
            section(null, "");
            return part.group(1);
        }
        Matcher pointed = POINTED.matcher(said);
        if (pointed.matches() && last != null && !isPoint(last, pointed.group(1))) {
            section(null, "");
            return pointed.group(2);
        }
        return said;
    }

    /** Whether the answer at hand has come as far as the point before: then this is its next, and no part. */
    private static boolean isPoint(AnswerKey.Entry entry, String number) {
        char before = PARTS.charAt(PARTS.indexOf(number) - 1);
        return entry.answer().indexOf(before + "、") >= 0;
    }

    /** A table that came as text: 题号 1 2 3 in a line, 答案 B C A in the next. */
    private boolean row(String plain) {
        if (plain.length() > LONGEST_ROW) {
            return false;
        }
        if (NUMBERS.matcher(plain).matches()) {
            numbers = List.of(plain.strip().split("[\\s\\u3000]+"));
            return true;
        }
        List<String> below = List.of(plain.strip().split("[\\s\\u3000]+"));
        if (!numbers.isEmpty()
                && below.size() == numbers.size()
                && below.stream().allMatch(AnswerKey::closed)) {
            key.table(List.of(numbers, below));
            numbers = List.of();
            return true;
        }
        Matcher row = ROW.matcher(plain);
        if (!row.matches()) {
            return false;
        }
        List<String> cells = List.of(row.group(2).strip().split("[\\s\\u3000]+"));
        if (row.group(1).equals("题号")) {
            numbers = cells;
            return true;
        }
        boolean answers = !numbers.isEmpty() && key.table(List.of(numbers, cells));
        numbers = List.of();
        return answers;
    }

    /** Whether a number is that of a point in an answer. */
    private boolean point(String plain, int number) {
        boolean brackets = plain.startsWith("(") || plain.startsWith("（");
        return last != null && (brackets || sentences && number <= lastNumber);
    }

    private void numbered(String plain, PaperSigns.Numbered line) {
        if (AnswerKey.count(plain) > 1 && AnswerKey.isDense(plain)) {
            key.line(plain);
            last = null;
            return;
        }
        String said = LABEL.matcher(line.rest()).replaceFirst("").strip();
        Matcher explained = EXPLAINED.matcher(said);
        if (!explained.matches()) {
            explained = REASON.matcher(said);
        }
        boolean withReason = explained.matches() && AnswerKey.closed(explained.group(1));
        String answer = withReason ? explained.group(1) : said;
        explaining = withReason;
        lastNumber = line.number();
        sentences = !AnswerKey.closed(answer);
        if (sentences && AnswerKey.count(plain) > 1) {
            key.line(plain);
            last = null;
            return;
        }
        AnswerKey.Entry entry = key.put(line.number(), sentences ? said : folded(answer));
        if (withReason) {
            entry.moreExplanation(explained.group(2));
        }
        last = entry;
    }

    private static String folded(String answer) {
        return java.text.Normalizer.normalize(Atoms.unmarked(answer), java.text.Normalizer.Form.NFKC)
                .replaceAll("[\\s。.]+$", "")
                .strip();
    }

    /**
     * Whether the line that was taken for an answer last was a question after all: options follow it, or it ends with
     * brackets to be filled. Then it is taken back.
     *
     * @param next the line behind it
     */
    Optional<PaperSigns.Numbered> question(String next) {
        AnswerKey.Entry entry = last;
        if (entry == null || !sentences || explaining) {
            return Optional.empty();
        }
        boolean options = PaperOptions.of(next, 0).isPresent() && !AnswerKey.closed(next);
        if (!options) {
            return Optional.empty();
        }
        key.forget(entry);
        last = null;
        return Optional.of(new PaperSigns.Numbered(lastNumber, entry.answer()));
    }

    /** Whether a line is the number of a part and that of its first answer, or the first row of a table. */
    static boolean begins(String plain) {
        return plain.length() <= LONGEST_ROW && begun(plain);
    }

    private static boolean begun(String plain) {
        return PART.matcher(plain).matches()
                || NUMBERS.matcher(plain).matches()
                || plain.startsWith("题号") && ROW.matcher(plain).matches();
    }

    /** Whether a line asks something, and answers nothing. */
    static boolean asks(String plain) {
        return PaperSigns.question(plain).isPresent() && ASKS.matcher(plain).find();
    }
}
