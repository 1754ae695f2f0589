package org.lianbing.bank.exchange.wide;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.jspecify.annotations.Nullable;

import org.lianbing.bank.exchange.ImportField;
import org.lianbing.bank.exchange.wide.Heading.Other;

/** The names that people and programs give the columns of a bank, and what they mean. */
final class ColumnNames {

    /** What a column says of an option. */
    enum Part {
        TEXT,
        FLAG,
        PICTURE,
        /** Why it is right or wrong. */
        WHY
    }

    /**
     * A column of an option.
     *
     * @param option from 0; may be more than items take
     */
    record OptionName(int option, Part part) {}

    private static final Map<ImportField, Pattern> NAMES = names();
    private static final String ORDINAL = "([A-L]|[1-9]\\d?|[一二三四五六七八九十])";
    private static final String OPTION_WORDS = "备?选项|备选答案|答案选项|候选项|选择项|OPT(?:ION)?|CHOICE|ALTERNATIVE";
    private static final Pattern OPTION = Pattern.compile(
            "(?:" + OPTION_WORDS + "|答案|ANSWER(?:OPTION)?)" + ORDINAL + "(?:选?项|答案)?|([A-L])(?:选?项|答案)?");
    private static final Pattern FLAGGED = Pattern.compile(
            "(?:" + OPTION_WORDS + ")?" + ORDINAL + "(?:选?项)?[-_/:.、]?"
                    + "(内容|文本|描述|TEXT|(?:是否)?(?:为)?正确(?:答案|选项)?|是否答案|对错|(?:IS)?CORRECT|图片|配图|附图|图|IMAGE|PICTURE|(?:的?答案)?(?:解析|说明|解释|反馈)|EXPLANATION|FEEDBACK)");
    private static final Pattern SECOND =
            Pattern.compile("内容|文本|选项内容|(?:是否)?正确(?:答案)?|是否答案|图片|配图|TEXT|(?:IS)?CORRECT|IMAGE");
    /** Each of those names holds one of these, some of them in full width. */
    private static final String IN_SECOND_NAMES = "内文正否图tTcCmMｔＴｃＣｍＭ";
    /** They stand below the name of an option, or are fields of their own. */
    private static final Pattern SECOND_OF_OPTION = Pattern.compile("解析|说明|反馈|EXPLANATION|FEEDBACK");

    /** Options that are wrong each, beside an answer that is written out. */
    private static final Pattern WRONG = Pattern.compile(
            "(?:错误|干扰)(?:答案|选?项)" + ORDINAL + "?|(?:INCORRECT|WRONG)(?:ANSWERS?|OPTIONS?)" + ORDINAL + "?");

    private static final Pattern BRACKETS = Pattern.compile("[()（）\\[\\]【】]");
    private static final Pattern ASIDE = Pattern.compile("[(（\\[【].*?[)）\\]】]|[*＊_]");
    /** What stands behind the name and explains it: Question - max 120 characters, 题型：1 单选 2 多选. */
    private static final Pattern BEHIND = Pattern.compile("[:：].*|[-–—](?:MAX|CHOOSE|ATLEAST).*");

    private static final Pattern OR = Pattern.compile("[/／、].*");

    private static final Pattern STEM = Objects.requireNonNull(NAMES.get(ImportField.STEM));
    /** Such columns are the stem only where none is that says so more plainly. */
    private static final Pattern TITLE = Pattern.compile("标题|(?:试题|题目|问题)(?:名称|标题)|(?:QUESTION)?TITLE");

    private static final Pattern PLAIN = Pattern.compile("题目|试题|问题|考题|QUESTION");
    /** Each of the names holds one of these, some of them in full width. */
    private static final String IN_NAMES_OF_STEM = "题问sSqQcCpPtTｓＳｑＱ";
    /** With all that is said in brackets. */
    private static final int LONGEST_NAME = 200;

    private static final int LONGEST_BARE_NAME = 24;
    private static final int LONGEST_OPTION = 8;
    private static final String IN_OPTIONS = "ABCDEFGHIJKLabcdefghijklＡＢＣＤＥＦＧＨ123456789一二三四五六七八九十";
    private static final String EXPLAINS = "(（[【:：-–—";
    private static final String HAN_DIGITS = "一二三四五六七八九十";

    private ColumnNames() {}

    private static Map<ImportField, Pattern> names() {
        Map<ImportField, String> names = new LinkedHashMap<>();
        names.put(
                ImportField.TYPE,
                "题型|类型|题类|(?:试题|题目|问题|考题)(?:类型|题型|类别)|题型名称|(?:题型|(?:试题|题目)类型)代码|TYPE|QUESTIONTYPE|ITEMTYPE");
        names.put(
                ImportField.STEM,
                "题干|题目|试题|问题|考题|题面|标题|大题题干|(?:试题|题目|题干|问题|考题)(?:内容|题干|正文|描述|名称|标题|文本)|STEM|PROMPT|CONTENT|TITLE|QUESTION(?:TEXT|CONTENT|STEM|TITLE|BODY)?");
        names.put(
                ImportField.ANSWER,
                "(?:正确|参考|标准|试题|题目|客观题|本题)?答案(?:选项|内容)?|正确选?项|标答|(?:CORRECT|RIGHT)?ANSWERS?|ANSWERKEY|KEY|CORRECT(?:OPTION|CHOICE)S?");
        names.put(ImportField.TOLERANCE, "(?:允许)?误差(?:范围)?|容差|公差|TOLERANCE");
        names.put(ImportField.UNIT, "(?:计量|答案)?单位|UNIT");
        names.put(ImportField.RUBRIC, "(?:评分|答案|得分|采分)(?:要点|标准|点)|要点|RUBRIC");
        names.put(ImportField.UPLOADS, "(?:可|允许)?(?:上?传|附件|照片)(?:文件|照片)?(?:数|个数|数量|上限)|UPLOADS|ATTACHMENTS");
        names.put(
                ImportField.EXPLANATION,
                "(?:答案|试题|题目|整体|答题|详细|参考|本题)?(?:解析|详解|分析|解释)|解析(?:说明|内容)|题解|答案说明|详细答案|答案详解|解题(?:思路|分析)|(?:ANSWER)?EXPLANATIONS?|ANALYSIS|RATIONALE|(?:GENERAL)?FEEDBACK");
        names.put(ImportField.DIFFICULTY, "(?:试题|题目)?(?:难度|难易度?|难易程度)(?:系数|等级|级别|代码|程度)?|DIFFICULTY(?:LEVEL)?");
        names.put(
                ImportField.POINTS,
                "(?:所属|对应|关联)?(?:知识点|鉴定点|考点|考核点|考核要点|要素|鉴定要素)(?:代码|编码|编号|名称)?|POINTS?|KNOWLEDGE(?:POINTS?)?");
        names.put(ImportField.LEVELS, "(?:技能|职业|适用|鉴定|职业技能|工种|考核)?(?:等级|级别)|LEVELS?");
        names.put(ImportField.SOURCE, "(?:试题|题目|参考)?(?:出处|来源)|(?:出题|命题|试题|法规)?依据|教材出处|SOURCE|REFERENCE");
        names.put(ImportField.CREDIT, "得分规则|给分规则|计分规则|CREDIT");
        Map<ImportField, Pattern> compiled = new LinkedHashMap<>();
        names.forEach((field, regex) -> compiled.put(field, Pattern.compile(regex)));
        return compiled;
    }

    /** Whether it is a stem's; every row is asked, so this comes before all the other names. */
    static boolean namesStem(String text) {
        if (!mayBeName(text) || said(text) > LONGEST_BARE_NAME || !hasOneOf(IN_NAMES_OF_STEM, text)) {
            return false;
        }
        String bare = bare(Folded.of(text));
        return bare.length() <= LONGEST_BARE_NAME && STEM.matcher(bare).matches();
    }

    /** How much is said before what only explains it may begin. */
    private static int said(String text) {
        for (int i = 0; i < text.length(); i++) {
            if (EXPLAINS.indexOf(text.charAt(i)) >= 0) {
                return i;
            }
        }
        return text.length();
    }

    /** Whether it stands below a name that spans columns; every row is asked this too. */
    static boolean isSecond(String text) {
        return mayBeName(text)
                && hasOneOf(IN_SECOND_NAMES, text)
                && SECOND.matcher(Folded.of(text)).matches();
    }

    /** Longer texts name nothing; to look for brackets in them takes long. */
    static boolean mayBeName(String text) {
        return text.length() <= LONGEST_NAME;
    }

    /** Two names, one above the other, as one. */
    static String below(String above, String text) {
        if (!mayBeName(above) || !mayBeName(text)) {
            return text;
        }
        boolean second = isSecond(text)
                || SECOND_OF_OPTION.matcher(Folded.of(text)).matches()
                        && option(above).isPresent();
        return second ? above + text : text;
    }

    /** Whether it names an option and nothing else. */
    static boolean isOption(String text) {
        return text.length() <= LONGEST_OPTION
                && hasOneOf(IN_OPTIONS, text)
                && option(text).isPresent();
    }

    private static Optional<OptionName> option(String text) {
        String folded = Folded.of(text);
        return option(folded, bare(folded));
    }

    private static boolean hasOneOf(String signs, String text) {
        for (int i = 0; i < text.length(); i++) {
            if (signs.indexOf(text.charAt(i)) >= 0) {
                return true;
            }
        }
        return false;
    }

    /** The name without what explains it. */
    static String bare(String folded) {
        return BEHIND.matcher(ASIDE.matcher(folded).replaceAll("")).replaceFirst("");
    }

    /** The field of a bare name: of 解析/备注 that of the first. */
    static @Nullable ImportField field(String bare) {
        for (Map.Entry<ImportField, Pattern> entry : NAMES.entrySet()) {
            if (entry.getValue().matcher(bare).matches()) {
                return entry.getKey();
            }
        }
        String first = OR.matcher(bare).replaceFirst("");
        return first.length() == bare.length() ? null : field(first);
    }

    static @Nullable Other other(String bare) {
        for (Other one : Other.values()) {
            if (one.matches(bare)) {
                return one;
            }
        }
        return null;
    }

    /** Which option a column says something of. */
    static Optional<OptionName> option(String folded, String bare) {
        Matcher option = OPTION.matcher(bare);
        if (option.matches()) {
            return Optional.of(
                    new OptionName(ordinal(Objects.requireNonNullElse(option.group(1), option.group(2))), Part.TEXT));
        }
        Matcher flagged = FLAGGED.matcher(BRACKETS.matcher(folded).replaceAll(""));
        return flagged.matches()
                ? Optional.of(new OptionName(ordinal(flagged.group(1)), part(flagged.group(2))))
                : Optional.empty();
    }

    private static Part part(String what) {
        if (what.matches("内容|文本|描述|TEXT")) {
            return Part.TEXT;
        }
        if (what.matches(".*图|图片|IMAGE|PICTURE")) {
            return Part.PICTURE;
        }
        return what.matches(".*(?:解析|说明|解释|反馈)|EXPLANATION|FEEDBACK") ? Part.WHY : Part.FLAG;
    }

    static boolean isWrongOption(String bare) {
        return WRONG.matcher(bare).matches();
    }

    /** How plainly the name of a stem says that it is one: the higher the more. */
    static int plainness(String bare) {
        if (TITLE.matcher(bare).matches()) {
            return 0;
        }
        return PLAIN.matcher(bare).matches() ? 1 : 2;
    }

    private static int ordinal(String text) {
        char first = text.charAt(0);
        if (Character.isDigit(first)) {
            return Integer.parseInt(text) - 1;
        }
        return first >= 'A' && first <= 'L' ? first - 'A' : HAN_DIGITS.indexOf(first);
    }
}
