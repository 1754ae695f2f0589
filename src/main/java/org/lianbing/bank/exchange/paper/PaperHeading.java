package org.lianbing.bank.exchange.paper;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.jspecify.annotations.Nullable;

import org.lianbing.bank.ItemType;
import org.lianbing.bank.exchange.wide.TypeNames;

/**
 * A line that begins a part of a paper.
 *
 * @param kind what begins
 * @param type of the questions of a section; null for a kind that has no type here, and for other parts
 * @param name its words without its number
 */
record PaperHeading(Kind kind, @Nullable ItemType type, String name) {

    /** What begins with a heading. */
    enum Kind {
        /** The answers: 参考答案及解析. */
        KEY,
        /** A chapter of a bank, with numbers and sections of its own: 第二章 低压电器. */
        CHAPTER,
        /** Questions of one type: 二、多项选择题（每题 2 分）. */
        SECTION
    }

    private static final Pattern FOREIGN = Pattern.compile("^[\\u4e00-\\u9fff]{1,8}题(?:[（(].*|\\s*)$");
    private static final Pattern ASIDE = Pattern.compile("[(（][^()（）]*[)）]\\s*[:：]?\\s*$");
    private static final Pattern FRAMED = Pattern.compile("^[\\[【]\\s*([\\u4e00-\\u9fff]{2,8})\\s*[\\]】]\\s*$");
    private static final Pattern ASIDES = Pattern.compile("[(（][^()（）]*[)）]");
    private static final Pattern SHORT = Pattern.compile("^[\\u4e00-\\u9fff]{2,6}\\s*[:：].*$");
    private static final Pattern KEYED = Pattern.compile("^([\\u4e00-\\u9fff]{2,6}题?)\\s*[:：]?\\s*(\\d.*)$");
    private static final Pattern IN_CHAPTER =
            Pattern.compile("^第[一二三四五六七八九十\\d]{1,4}[章节篇部][^。？?；;]{0,20}(?:判断|单选|多选|选择|填空|简答|问答|计算|论述)题$");
    /** Types by letters, as papers of medicine have them: A1/A2 型题, 【B1型题】. */
    private static final Pattern MEDICAL = Pattern.compile(
            "^[\\[【(（]?\\s*([ABCKX])\\s*\\d?(?:\\s*[/／、]\\s*[ABCKX]\\s*\\d?)*\\s*型\\s*(?:单选|多选|选择|配伍)?题?(?![^\\s(（\\]】)）:：、。]).*$");
    /** One of several cases, each with questions of its own: 案例二, 【案例 3】, 案例分析题一：. */
    private static final Pattern CASE = Pattern.compile(
            "^[\\[【(（]?\\s*(案例(?:分析)?题?\\s*[(（]?\\s*[一二三四五六七八九十\\d]{1,3})\\s*[)）]?\\s*[\\]】)）]?\\s*[:：、.．]?[^，,。？?]{0,20}$");

    private static final Pattern ENGLISH = Pattern.compile(
            "^(?i:(?:(?:part|section)\\s+(?:[ivx]{1,4}|[a-h]|\\d{1,2}|one|two|three|four|five|six)|[ivx]{1,4}(?=[.、:])|[a-h](?=[.、:]))?\\s*[.:：、–-]?\\s*)([A-Za-z][A-Za-z/ &-]{2,40}?)\\s*(?:[(（\\[].*)?[:：.]?$");
    /** A type that is too common a word to be told by its name alone, save with nothing else in its line. */
    private static final Pattern BARE =
            Pattern.compile("^(?:选择|简述|综合|分析|论述|计算|问答|操作|实操|作图|识图|连线|改错)题\\s*(?:[(（].*[)）])?\\s*[:：]?$");

    private static final Pattern KEY_OF = Pattern.compile("^[^（(]{2,10}(?:参考)?答案(?:[与及]?解析)?\\s*[:：]?$");
    /** A part that names what it is of: 第二部分 实操. */
    private static final Pattern PART =
            Pattern.compile("^第\\s*[一二三四五六七八九十]{1,3}\\s*部分[\\s\\u3000:：]*[^。？?，,；;]{0,20}$");

    private static final Pattern ENGLISH_PART =
            Pattern.compile("^(?i:part|section)\\s+(?i:[ivx]{1,4}|[a-h]|\\d{1,2})\\s*[.:]?$");
    private static final int LONGEST = 80;
    private static final int LONGEST_WITH_ASIDE = 400;
    private static final Pattern CHOOSING = Pattern.compile("^[\\[【(（]?\\s*B\\s*\\d?\\s*型|配伍");
    private static final Pattern NUMBER = Pattern.compile(
            "^[\\[【(（]?\\s*(第?\\s*[一二三四五六七八九十]{1,3}\\s*(?=部分|大题|[、.．:：)）])|案例(?:分析)?题?\\s*[一二三四五六七八九十\\d]{1,3}|(?i:part|section)\\s+\\w{1,5})");
    private static final int LONGEST_NAME = 12;
    private static final int LONGEST_LABEL = 8;

    static Optional<PaperHeading> of(String plain) {
        if (plain.length() > LONGEST_WITH_ASIDE
                || ASIDES.matcher(plain).replaceAll("").length() > LONGEST) {
            return Optional.empty();
        }
        if (PaperWords.isKeyHeading(plain) && !isLabel(plain)) {
            return Optional.of(new PaperHeading(Kind.KEY, null, plain));
        }
        if (PaperSigns.CHAPTER.matcher(plain).matches()
                && PaperTypes.inHeading(plain).isEmpty()) {
            return Optional.of(new PaperHeading(Kind.CHAPTER, null, plain));
        }
        return section(plain);
    }

    private static Optional<ItemType> english(String name) {
        Matcher english = ENGLISH.matcher(name);
        return english.matches() ? PaperTypes.english(english.group(1)) : Optional.empty();
    }

    /** Whether it names the answers to questions of that type: 一、单选题答案. */
    boolean isKey() {
        return kind == Kind.SECTION && KEY_OF.matcher(name).matches();
    }

    /** Whether its questions choose from options that stand before several of them. */
    boolean isChoosing() {
        return kind == Kind.SECTION && CHOOSING.matcher(name).find();
    }

    /** What tells it from other sections: its number, or its name where it has none. */
    static String mark(String plain) {
        Matcher number = NUMBER.matcher(plain);
        return number.find() ? number.group(1) : plain.replaceAll("[\\s\\d:：（）()【】]", "");
    }

    /** The name of a type without a number before it: 单项选择题（每题 2 分）, 第一章绪论单选题, or with its key behind it. */
    private static boolean alone(String plain) {
        Matcher framed = FRAMED.matcher(plain);
        String bare = ASIDE.matcher(framed.matches() ? framed.group(1) : plain)
                .replaceFirst("")
                .strip();
        Matcher keyed = KEYED.matcher(bare);
        String name = keyed.matches() && AnswerKey.count(keyed.group(2)) > 0 ? keyed.group(1) : bare;
        return name.length() < LONGEST_NAME
                        && TypeNames.find(name.replaceAll("[:：]$", "")).isPresent()
                || IN_CHAPTER.matcher(name).matches();
    }

    /** 【参考答案及解析】 in front of an answer is long, 【答案】 alone is a heading. */
    private static boolean isLabel(String plain) {
        return plain.startsWith("【") && plain.length() > LONGEST_LABEL;
    }

    private static Optional<PaperHeading> section(String plain) {
        Matcher numbered = PaperSigns.SECTION.matcher(plain);
        boolean section = numbered.matches();
        String name = section ? numbered.group(1) : plain;
        Matcher medical = MEDICAL.matcher(name);
        if (medical.matches()) {
            ItemType type = medical.group(1).equals("X") ? ItemType.MULTIPLE_CHOICE : ItemType.SINGLE_CHOICE;
            return Optional.of(new PaperHeading(Kind.SECTION, type, name));
        }
        Matcher single = CASE.matcher(name);
        if (single.matches()) {
            return Optional.of(new PaperHeading(Kind.SECTION, ItemType.CASE, name));
        }
        if (ENGLISH_PART.matcher(name).matches()) {
            return Optional.of(new PaperHeading(Kind.SECTION, null, name));
        }
        Optional<ItemType> english = english(name);
        if (english.isPresent()) {
            return Optional.of(new PaperHeading(Kind.SECTION, english.get(), name));
        }
        Optional<ItemType> named =
                section && (name.contains("题") || SHORT.matcher(name).matches() || alone(name)) || alone(plain)
                        ? PaperTypes.inHeading(name.replaceAll("[\\[【\\]】]", ""))
                        : Optional.empty();
        // A part of a kind that has no type here is a part all the same.
        if (named.isEmpty() && BARE.matcher(plain).matches()) {
            named = PaperTypes.inHeading(plain);
            section = true;
        }
        boolean foreign = section && FOREIGN.matcher(name).find()
                || named.isEmpty() && PART.matcher(plain).matches();
        return named.isEmpty() && !foreign
                ? Optional.empty()
                : Optional.of(new PaperHeading(Kind.SECTION, named.orElse(null), name));
    }
}
