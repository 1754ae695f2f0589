package org.lianbing.bank.exchange.paper;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.lianbing.bank.ItemType;
import org.lianbing.bank.exchange.wide.TypeNames;

/** The words by which a line says what it is: an answer, an explanation, a difficulty, the heading of a key. */
final class PaperWords {

    private static final String KEYS = "(?:参考答案|正确答案|标准答案|试题答案|本题答案|正确选项|参考解答|答案|标答)";
    private static final String ANSWERS = "(?:" + KEYS + "|答案要点|答题要点|参考要点|评分要点|答)";
    private static final String ENGLISH =
            "(?i:(?:the\\s+)?(?:(?:correct|right|sample|model|suggested|expected)\\s+)?(?:answers?|ans)(?:\\s+(?:is|are))?)";

    /** Letters or a verdict, and nothing else. */
    static final String CLOSED = "[A-HＡ-Ｈ](?:[\\s、,，;；]{0,3}[A-HＡ-Ｈ]){0,7}|[√×✓✗✔✘]|对|错|正确|错误|(?i:true|false)|[TFYN]";

    private static final Pattern ANSWER = Pattern.compile(
            "^[\\[【(（]?\\s*+" + ANSWERS
                    + "\\s*+[\\]】)）]?\\s*+(?:[是为选]\\s*+)?[:：]\\s*+(.*)$|^[\\[【]\\s*+" + ANSWERS
                    + "\\s*+[\\]】]\\s*+(.*)$|^" + KEYS + "\\s*+(?:应?[是为选]\\s*+)?[(（【\\[]?\\s*+(" + CLOSED
                    + ")\\s*+[)）】\\]]?\\s*+[。.]?$|^[\\[(]?" + ENGLISH + "\\s*+[\\])]?\\s*+[:：]\\s*+(.*)$|^" + ENGLISH
                    + "\\s*+[-–.]?\\s*+[(]?(" + CLOSED + ")[)]?\\s*[.]?$",
            Pattern.DOTALL);

    /** An answer behind the question in the same line. */
    private static final Pattern ANSWER_WITHIN = Pattern.compile(
            "^(.*\\S)(?:[\\s\\u3000]++|(?<=[。．？?！!；;）)】])|(?=[\\[【]\\s*(?:参考|正确|标准)?答案\\s*[\\]】])|(?=[(（]\\s*(?:参考|正确|标准)?答案\\s*[:：]))([\\[【(（]?\\s*"
                    + KEYS + "\\s*[\\]】)）]?\\s*[:：]\\s*\\S.*|[\\[【]\\s*" + KEYS + "\\s*[\\]】]\\s*\\S.*|[(]?" + ENGLISH
                    + "\\s*[:：]\\s*[(]?(?:" + CLOSED + ")[)]?[.]?)$",
            Pattern.DOTALL);

    private static final Pattern EXPLANATION = Pattern.compile(
            "^[\\[【(（]?\\s*(?:[\\u4e00-\\u9fff]{0,4}解析|答案说明|答案依据|解答|详解|分析|试题分析|题目分析|名师点评|点评|解题思路|说明|依据|(?i:explanations?|rationale|feedback|reason|solution))\\s*(?:[\\]】)）]\\s*[:：]?|[:：])\\s*(.*)$",
            Pattern.DOTALL);

    private static final String META_NAMES =
            "((?:试题|题目)?难(?:易程)?度(?:系数|等级)?|(?:考[查察]|涉及|所属)?知识点|考点|考[查察核]点|鉴定点|认定点|出处|来源|依据来源|分值|题型|等级|级别|(?:我|你|您|考生|学生)的?答案|(?:本题|题目)?得分|(?i:diff|dif|difficulty|topics?|pts|points?|ref|obj|objective|skill|top))";
    private static final Pattern META = Pattern.compile(
            "^(?:[\\[【(（]\\s*" + META_NAMES + "\\s*[\\]】)）]\\s*[:：]?|" + META_NAMES + "\\s*[:：])\\s*(.*)$");
    /** Where another of these begins in a line, as in 【难度】易 【知识点】接地. */
    private static final Pattern APART = Pattern.compile("(?<=\\S)\\s*(?=[\\[【]\\s*(?:" + META_NAMES + "|" + KEYS
            + "|[\\u4e00-\\u9fff]{0,4}解析|详解|点评)\\s*[\\]】])|(?<=\\S)[\\s\\u3000；;]+(?=" + META_NAMES + "\\s*[:：])");

    /** 题干|A.一|B.二|答案:A. */
    private static final Pattern BARS = Pattern.compile("\\|\\s*(?:[A-H]\\s*[.．、:：)）]|(?:正确|参考)?答案\\s*[:：])");

    private static final int LONGEST_APART = 4_000;
    private static final Pattern TYPE =
            Pattern.compile("^[\\[【]?\\s*(?:题型|(?:试题|题目)类型)\\s*[\\]】]?\\s*[:：]?\\s*(\\S{2,8})$");

    private static final Pattern KEY_HEADING = Pattern.compile(
            "^[\\[【(（]?\\s*(?:附[:：]?)?\\s*(?:[^。？?，,：:]{0,30}(?=参考|标准|试题|试卷))?(?:参考|标准|正确|试题|试卷)?\\s*答案\\s*(?:[与和及]?\\s*(?:解析|详解|解答|评分标准|评分参考)|部分|页|表|汇总|速查表?)?\\s*[\\]】)）]?\\s*[:：]?$"
                    + "|^(?i:(?:answers?(?:\\s+(?:keys?|sheet))?|key|keys?\\s+to\\s+.{1,40})(?:\\s*(?:and|&|with)\\s*(?:explanations?|solutions?|rationales?))?)\\s*[:：]?$");

    private PaperWords() {}

    /** What a line says of an answer; empty where it says none by a word. */
    static Optional<String> answer(String plain) {
        Matcher answer = ANSWER.matcher(plain);
        if (!answer.matches()) {
            return Optional.empty();
        }
        for (int group = 1; group <= answer.groupCount(); group++) {
            if (answer.group(group) != null) {
                return Optional.of(closing(plain, answer.group(group)));
            }
        }
        return Optional.empty();
    }

    /** Without the bracket that was opened before the word: （答案：B）. */
    private static String closing(String plain, String said) {
        boolean opened = plain.matches("^[\\[【(（][^\\]】)）]*[:：].*[\\]】)）]\\s*$")
                && said.chars().noneMatch(sign -> "[【(（".indexOf(sign) >= 0);
        return opened ? said.strip().substring(0, said.strip().length() - 1) : said;
    }

    /** A question and the answer behind it, where a line has both; empty for any other, and for one too long to be looked at. */
    static Optional<Matcher> within(String line) {
        Matcher within = ANSWER_WITHIN.matcher(line);
        return line.length() <= LONGEST_APART && within.matches() ? Optional.of(within) : Optional.empty();
    }

    /** What a line explains. */
    static Optional<String> explanation(String plain) {
        Matcher explanation = EXPLANATION.matcher(plain);
        return explanation.matches() ? Optional.of(explanation.group(1)) : Optional.empty();
    }

    /**
     * What a line says about its question besides.
     *
     * @param name what of
     * @param said what
     */
    record Meta(String name, String said) {}

    static Optional<Meta> meta(String plain) {
        Matcher meta = META.matcher(plain);
        return meta.matches()
                ? Optional.of(new Meta(
                        meta.group(1) == null ? meta.group(2) : meta.group(1),
                        meta.group(3).strip()))
                : Optional.empty();
    }

    /** The type that a line names: 题型：单选题. */
    static Optional<ItemType> type(String plain) {
        Matcher type = TYPE.matcher(plain);
        return type.matches() ? TypeNames.find(type.group(1)) : Optional.empty();
    }

    /** A line in which several of these stand, one by one. */
    static String[] apart(String line) {
        if (line.length() > LONGEST_APART) {
            return new String[] {line};
        }
        return BARS.matcher(line).find() ? line.split("\\|") : APART.split(line);
    }

    /** Whether answers begin behind a line. */
    static boolean isKeyHeading(String plain) {
        return KEY_HEADING.matcher(plain).matches();
    }
}
