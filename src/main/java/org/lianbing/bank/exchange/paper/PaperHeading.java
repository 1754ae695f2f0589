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
    private static final Pattern SHORT = Pattern.compile("^[\\u4e00-\\u9fff]{2,6}\\s*[:：].*$");
    private static final Pattern KEYED = Pattern.compile("^([\\u4e00-\\u9fff]{2,6}题?)\\s*[:：]?\\s*(\\d.*)$");
    private static final Pattern IN_CHAPTER =
            Pattern.compile("^第[一二三四五六七八九十\\d]{1,4}[章节篇部][^。？?；;]{0,20}(?:判断|单选|多选|选择|填空|简答|问答|计算|论述)题$");
    private static final int LONGEST = 80;
    private static final int LONGEST_NAME = 12;
    private static final int LONGEST_LABEL = 8;

    static Optional<PaperHeading> of(String plain) {
        if (plain.length() > LONGEST) {
            return Optional.empty();
        }
        if (PaperSigns.KEY_HEADING.matcher(plain).matches() && !isLabel(plain)) {
            return Optional.of(new PaperHeading(Kind.KEY, null, plain));
        }
        if (PaperSigns.CHAPTER.matcher(plain).matches()
                && PaperTypes.inHeading(plain).isEmpty()) {
            return Optional.of(new PaperHeading(Kind.CHAPTER, null, plain));
        }
        return section(plain);
    }

    /** The name of a type without a number before it: 单项选择题（每题 2 分）, 第一章绪论单选题, or with its key behind it. */
    private static boolean alone(String plain) {
        String bare = ASIDE.matcher(plain).replaceFirst("").strip();
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
        Optional<ItemType> named =
                section && (name.contains("题") || SHORT.matcher(name).matches()) || alone(plain)
                        ? PaperTypes.inHeading(name)
                        : Optional.empty();
        // A part of a kind that has no type here is a part all the same.
        boolean foreign = section && FOREIGN.matcher(name).find();
        return named.isEmpty() && !foreign
                ? Optional.empty()
                : Optional.of(new PaperHeading(Kind.SECTION, named.orElse(null), name));
    }
}
