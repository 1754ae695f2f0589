package org.lianbing.bank.exchange.paper;

import java.util.Optional;
import java.util.function.IntPredicate;
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
    /** Numbers in a box or behind a word: 【12】, Q12:, Question 12., 题目12：. */
    private static final Pattern QUESTION_OTHERWISE = Pattern.compile(
            "^(?:[【\\[]\\s*第?\\s*(\\d{1,4})\\s*题?\\s*[】\\]]\\s*[、.．:：]?|(?:Q|q|Question|QUESTION|No|题目|试题)\\s*[.．#]?\\s*(\\d{1,4})\\s*(?:[、.．:：)）]|(?=\\s)))\\s*(.*)$",
            Pattern.DOTALL);
    /** ① to ⑳, where the questions of a section are numbered so. */
    private static final Pattern QUESTION_IN_CIRCLE = Pattern.compile("^([①-⑳])\\s*[、.．]?\\s*(.*)$", Pattern.DOTALL);

    /** A chapter of a bank: ends the question before it, and belongs to none. */
    static final Pattern CHAPTER = Pattern.compile(
            "^第\\s*[一二三四五六七八九十百\\d]{1,4}\\s*[章节篇](?:[\\s\\u3000:：、.．].{0,40})?$|^[一二三四五六七八九十百\\d]{1,4}[、.．]\\s*第\\s*[一二三四五六七八九十百\\d]{1,4}\\s*[章节篇].{0,40}$");
    /** The type of a single question before or behind its number. */
    private static final Pattern TAG = Pattern.compile(
            "^([^\\[【(（]{0,12})[\\[【(（]\\s*([\\u4e00-\\u9fff]{2,6}题?)\\s*(?:[,，、:：]?\\s*\\d{1,3}(?:\\.\\d)?\\s*分)?\\s*[\\]】)）]\\s*(.*)$",
            Pattern.DOTALL);

    static final Pattern SECTION = Pattern.compile(
            "^(?:第?\\s*[一二三四五六七八九十]{1,3}\\s*(?:部分|大题|[、.．:：])|[(（]\\s*[一二三四五六七八九十]{1,3}\\s*[)）])\\s*(.*)$");

    private PaperSigns() {}

    /** What survey sites put behind the type of a question that has to be answered. */
    private static final Pattern SURVEY_STAR = Pattern.compile("^\\s*\\*\\s*$");

    private static final Pattern BEFORE_FIGURES = Pattern.compile(
            "^(\\d{1,4})[.．](\\d.*(?:[\\u4e00-\\u9fff]|[(（][\\s\\u3000]*[)）]|_{2}).*)$", Pattern.DOTALL);

    private static final Pattern BARE = Pattern.compile(
            "^(\\d{1,4})[\\s\\u3000]*[,，:：]?(?=[\\s\\u3000]\\p{IsLatin}|[\\u4e00-\\u9fff《“])((?=.{0,400}(?:[(（][\\s\\u3000A-H√×]*[)）]|_{2}|[？?]\\s*$)).*)$",
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
                .map(type -> new Tagged(
                        type,
                        tag.group(1).strip() + SURVEY_STAR.matcher(tag.group(3)).replaceFirst("")));
    }

    static Optional<Numbered> question(String line) {
        Matcher plain = QUESTION.matcher(line);
        if (plain.matches()) {
            return Optional.of(new Numbered(Integer.parseInt(plain.group(1)), plain.group(2)));
        }
        Matcher brackets = QUESTION_IN_BRACKETS.matcher(line);
        if (brackets.matches()) {
            return Optional.of(new Numbered(Integer.parseInt(brackets.group(1)), brackets.group(2)));
        }
        Matcher otherwise = QUESTION_OTHERWISE.matcher(line);
        if (!otherwise.matches()) {
            return Optional.empty();
        }
        String number = otherwise.group(1) == null ? otherwise.group(2) : otherwise.group(1);
        return Optional.of(new Numbered(Integer.parseInt(number), otherwise.group(3)));
    }

    /**
     * A question whose text begins with a figure, as in 3.10kV 线路: only where its number is one that is due.
     *
     * @param due which numbers may come next
     */
    static Optional<Numbered> question(String line, IntPredicate due) {
        Matcher figures = BEFORE_FIGURES.matcher(line);
        return figures.matches() && due.test(Integer.parseInt(figures.group(1)))
                ? Optional.of(new Numbered(Integer.parseInt(figures.group(1)), figures.group(2)))
                : question(line);
    }

    /** A question whose number stands in a circle, which is the sign of a point in a text as well. */
    static Optional<Numbered> circled(String line) {
        Matcher circled = QUESTION_IN_CIRCLE.matcher(line);
        return circled.matches()
                ? Optional.of(new Numbered(circled.group(1).charAt(0) - '①' + 1, circled.group(2)))
                : Optional.empty();
    }

    /** A number without any sign behind it, of a question that shows by a place to fill in that it asks something. */
    static Optional<Numbered> bare(String line, int due) {
        if (line.equals(String.valueOf(due))) {
            return Optional.of(new Numbered(due, ""));
        }
        Matcher bare = BARE.matcher(line);
        return bare.matches() && Integer.parseInt(bare.group(1)) == due
                ? Optional.of(new Numbered(due, bare.group(2)))
                : Optional.empty();
    }
}
