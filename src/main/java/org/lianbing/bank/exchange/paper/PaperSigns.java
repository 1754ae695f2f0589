package org.lianbing.bank.exchange.paper;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.lianbing.bank.ItemType;
import org.lianbing.bank.exchange.wide.TypeNames;

/** The signs by which people tell the parts of a paper, with full and half width alike. */
final class PaperSigns {

    static final Pattern QUESTION = Pattern.compile(
            "^(?:第\\s*)?(\\d{1,5})\\s*(?:题\\s*[、.．:：]?|、|[.．](?!\\d)|[)）](?!\\s*[)）]))\\s*(.*)$", Pattern.DOTALL);
    private static final Pattern QUESTION_IN_BRACKETS =
            Pattern.compile("^[(（]\\s*(\\d{1,4})\\s*[)）]\\s*(.*)$", Pattern.DOTALL);
    static final Pattern ANSWER = Pattern.compile(
            "^[\\[【(（]?\\s*(?:参考答案|正确答案|标准答案|试题答案|本题答案|答案要点|答题要点|参考要点|答案|答)\\s*[\\]】)）]?\\s*[:：]\\s*(.*)$|^[\\[【]\\s*(?:参考答案|正确答案|标准答案|答案)\\s*[\\]】]\\s*(.*)$",
            Pattern.DOTALL);
    /** An answer behind the question in the same line. */
    static final Pattern ANSWER_WITHIN = Pattern.compile(
            "^(.*\\S)(?:[\\s\\u3000]+|(?<=[。．？?！!；;）)】])|(?=[\\[【]\\s*(?:参考|正确|标准)?答案\\s*[\\]】]))([\\[【(（]?\\s*(?:参考答案|正确答案|标准答案|答案)\\s*[\\]】)）]?\\s*[:：]\\s*\\S.*|[\\[【]\\s*(?:参考答案|正确答案|标准答案|答案)\\s*[\\]】]\\s*\\S.*)$",
            Pattern.DOTALL);

    static final Pattern EXPLANATION = Pattern.compile(
            "^[\\[【(（]?\\s*(?:试题解析|答案解析|参考解析|答案说明|题目解析|解析|解答|详解|分析|说明|依据)\\s*(?:[\\]】)）]\\s*[:：]?|[:：])\\s*(.*)$",
            Pattern.DOTALL);
    private static final String META_NAMES = "(难度|难易程度|知识点|考点|考查点|鉴定点|出处|来源|依据来源|分值|题型|等级|级别)";
    static final Pattern META = Pattern.compile(
            "^(?:[\\[【(（]\\s*" + META_NAMES + "\\s*[\\]】)）]\\s*[:：]?|" + META_NAMES + "\\s*[:：])\\s*(.*)$");
    static final Pattern KEY_HEADING = Pattern.compile(
            "^[\\[【(（]?\\s*(?:附[:：]?)?\\s*(?:[^。？?，,：:]{0,30}(?=参考|标准|试题|试卷))?(?:参考|标准|正确|试题|试卷)?\\s*答案\\s*(?:[与和及]?\\s*(?:解析|详解|解答|评分标准|评分参考)|部分|页|表)?\\s*[\\]】)）]?\\s*[:：]?$");
    /** A chapter of a bank: ends the question before it, and belongs to none. */
    static final Pattern CHAPTER = Pattern.compile(
            "^第\\s*[一二三四五六七八九十百\\d]{1,4}\\s*[章节篇](?:[\\s\\u3000:：、.．].{0,40})?$|^[一二三四五六七八九十百\\d]{1,4}[、.．]\\s*第\\s*[一二三四五六七八九十百\\d]{1,4}\\s*[章节篇].{0,40}$");
    /** The type of a single question before or behind its number. */
    private static final Pattern TAG = Pattern.compile(
            "^([^\\[【(（]{0,12})[\\[【(（]\\s*([\\u4e00-\\u9fff]{2,6}题?)\\s*[\\]】)）]\\s*(.*)$", Pattern.DOTALL);

    static final Pattern SECTION = Pattern.compile(
            "^(?:第?\\s*[一二三四五六七八九十]{1,3}\\s*(?:部分|大题|[、.．:：])|[(（]\\s*[一二三四五六七八九十]{1,3}\\s*[)）])\\s*(.*)$");

    private static final Pattern OPTION = Pattern.compile(
            "([\\uE100\\uE101√✓✔☑]*)(?:[(（]\\s*)?([A-Ha-hＡ-Ｈ])\\s*(?:[)）]\\s*[、.．:：]?|[、.．:：]|(?=[\\uE100\\uE101]*[\\u3000 \\t]))\\s*");
    private static final Pattern GAP = Pattern.compile("[(（][\\s\\u3000]*[)）]|_{2}|＿{2}");
    /** What may stand before an option in a line; before a letter with a sign behind it, and others before that, anything may. */
    private static final Pattern BEFORE_OPTION = Pattern.compile("[\\s\\u3000;；。，,\\uE100\\uE101\\u4e00-\\u9fff]");

    private static final int LETTERS = 8;

    private static final Pattern SIGNED = Pattern.compile("[、.．:：]\\s*$");
    /** A place to fill in, and the end of the sentence that has it: the first option may stand behind that. */
    private static final Pattern ASKED =
            Pattern.compile(".*(?:[(（][\\s\\u3000]*[)）]|_{2}|[？?]).{0,30}(?:[。.；;：:？?)）_]|\\s)\\s*$", Pattern.DOTALL);

    private PaperSigns() {}

    private static final Pattern BEFORE_FIGURES =
            Pattern.compile("^(\\d{1,4})[.．](\\d.*[\\u4e00-\\u9fff].*)$", Pattern.DOTALL);

    private static final Pattern BARE = Pattern.compile(
            "^(\\d{1,4})[\\s\\u3000]*(?=[\\s\\u3000]\\p{IsLatin}|[\\u4e00-\\u9fff《“])((?=.{0,400}(?:[(（][\\s\\u3000A-H√×]*[)）]|_{2}|[？?]\\s*$)).*)$",
            Pattern.DOTALL);

    /** A question's number and what follows it. */
    record Numbered(int number, String rest) {}

    /**
     * A line without the type that is written at its beginning, before or behind the number.
     *
     * @param type what it says
     * @param line the rest
     */
    record Tagged(ItemType type, String line) {}

    static Optional<Tagged> tagged(String line) {
        Matcher tag = TAG.matcher(line);
        if (!tag.matches() || !tag.group(1).isBlank() && question(tag.group(1)).isEmpty()) {
            return Optional.empty();
        }
        return TypeNames.find(tag.group(2))
                .map(type -> new Tagged(type, tag.group(1).strip() + tag.group(3)));
    }

    static Optional<Numbered> question(String line) {
        Matcher plain = QUESTION.matcher(line);
        if (plain.matches()) {
            return Optional.of(new Numbered(Integer.parseInt(plain.group(1)), plain.group(2)));
        }
        Matcher brackets = QUESTION_IN_BRACKETS.matcher(line);
        return brackets.matches()
                ? Optional.of(new Numbered(Integer.parseInt(brackets.group(1)), brackets.group(2)))
                : Optional.empty();
    }

    /** A question whose text begins with a figure, as in 3.10kV 线路: only where its number is the one that is due. */
    static Optional<Numbered> question(String line, int due) {
        Matcher figures = BEFORE_FIGURES.matcher(line);
        return figures.matches() && Integer.parseInt(figures.group(1)) == due
                ? Optional.of(new Numbered(due, figures.group(2)))
                : question(line);
    }

    /** A number without any sign behind it, of a question that shows by a place to fill in that it asks something. */
    static Optional<Numbered> bare(String line, int due) {
        Matcher bare = BARE.matcher(line);
        return bare.matches() && Integer.parseInt(bare.group(1)) == due
                ? Optional.of(new Numbered(due, bare.group(2)))
                : Optional.empty();
    }

    /**
     * A line taken apart at its options.
     *
     * @param before what stands before the first
     * @param options their texts, marks kept
     */
    record Options(String before, List<String> options) {}

    /**
     * The options in a line, from the letter that is due on. One alone counts only at the beginning of the line, since
     * a text may speak of point A.
     *
     * @param due the place of the first letter, 0 is A
     */
    static Optional<Options> options(String line, int due) {
        return options(line, due, false);
    }

    /**
     * The same.
     *
     * @param bare whether a letter with nothing but a space behind it counts too, since options are awaited
     */
    static Optional<Options> options(String line, int due, boolean bare) {
        Matcher matcher = OPTION.matcher(line);
        List<int[]> found = new ArrayList<>();
        int[] signed = {};
        int next = due;
        while (matcher.find()) {
            int place = letter(matcher.group(2).charAt(0));
            int[] at = {matcher.start(), matcher.end()};
            // In B. B和C C. 都是 the letter of an option is the one with a sign behind it, as the others have.
            boolean spoken = place == next && !found.isEmpty() && bare(line, at) && !bare(line, found.getFirst());
            if (spoken) {
                signed = signed.length == 0 ? signed(line) : signed;
                spoken = signed[place] > matcher.start();
            }
            if (place == next && !spoken && mayStand(line, matcher, found.isEmpty())) {
                found.add(new int[] {matcher.start(), matcher.end(), matcher.start(1), matcher.end(1)});
                next++;
            }
        }
        boolean atStart = !found.isEmpty()
                && Atoms.unmarked(line.substring(0, found.getFirst()[0])).isBlank();
        if (found.isEmpty() || found.size() == 1 && !alone(line, found.getFirst(), atStart, bare)) {
            return Optional.empty();
        }
        List<String> options = new ArrayList<>();
        for (int i = 0; i < found.size(); i++) {
            int[] at = found.get(i);
            int end = i + 1 < found.size() ? found.get(i + 1)[0] : line.length();
            String sign = line.substring(at[2], at[3]);
            String tick = sign.chars().anyMatch(each -> "√✓✔☑".indexOf(each) >= 0) ? "√" : "";
            String marks = sign.replaceAll("[^\\uE100\\uE101]", "");
            String inner = line.substring(at[0], at[1]).indexOf(Atoms.MARK) >= 0 && !marks.contains("\uE100")
                    ? "\uE100"
                    : marks;
            options.add(inner + line.substring(at[1], end).strip() + tick);
        }
        return Optional.of(new Options(line.substring(0, found.getFirst()[0]), options));
    }

    /** Where each letter stands last with a sign behind it; -1 for those that never do. */
    private static int[] signed(String line) {
        int[] last = new int[LETTERS];
        java.util.Arrays.fill(last, -1);
        Matcher matcher = OPTION.matcher(line);
        while (matcher.find()) {
            if (!bare(line, new int[] {matcher.start(), matcher.end()}) && mayStand(line, matcher, false)) {
                last[letter(matcher.group(2).charAt(0))] = matcher.start();
            }
        }
        return last;
    }

    /** Whether a text has a place to fill in. */
    static boolean hasGap(CharSequence text) {
        return GAP.matcher(text).find();
    }

    private static boolean mayStand(String line, Matcher option, boolean first) {
        if (option.start() == 0) {
            return true;
        }
        String before = line.substring(option.start() - 1, option.start());
        boolean within = Character.isIdeographic(before.charAt(0));
        boolean signed = SIGNED.matcher(option.group()).find();
        return first
                ? !within
                        && (BEFORE_OPTION.matcher(before).matches()
                                || signed && !Character.isLetterOrDigit(before.charAt(0)))
                : signed || BEFORE_OPTION.matcher(before).matches();
    }

    /** Whether a single letter in a line is an option: at its beginning, or behind a sentence that asks. */
    private static boolean alone(String line, int[] at, boolean atStart, boolean bare) {
        if (bare(line, at)) {
            return bare && atStart;
        }
        boolean signed = SIGNED.matcher(line.substring(at[0], at[1])).find();
        return atStart || signed && ASKED.matcher(line.substring(0, at[0])).matches();
    }

    /** A letter and nothing behind it but a space, as in "A dog": an option only where others follow in the line. */
    private static boolean bare(String line, int[] at) {
        return line.substring(at[0], at[1]).strip().matches("[\\uE100\\uE101]*[A-Ha-hＡ-Ｈ]");
    }

    private static int letter(char sign) {
        char half = sign >= 'Ａ' ? (char) (sign - 'Ａ' + 'A') : sign;
        return Character.toUpperCase(half) - 'A';
    }
}
