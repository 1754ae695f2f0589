package org.lianbing.bank.exchange.wide;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Options one behind another in a text, each behind its letter or number in order. */
final class LetteredOptions {

    private static final String BETWEEN = "(?:^|(?<=[\\s\\u3000|｜;；$#,，。（）()]))";
    /** Behind a line's end, a space or a sign. */
    private static final Pattern APART =
            Pattern.compile(BETWEEN + "(?:[(（\\[【]\\s*([A-LＡ-Ｌ])\\s*[)）\\]】]|([A-LＡ-Ｌ])\\s*([、.．:：)）]))[、.．:：]?");
    /** Right behind the option before. */
    private static final Pattern TIGHT =
            Pattern.compile("(?:[(（\\[【]\\s*([A-LＡ-Ｌ])\\s*[)）\\]】]|(?<![A-Za-z0-9])([A-LＡ-Ｌ])\\s*([、.．:：)）]))[、.．:：]?");

    private static final Pattern NUMBERED =
            Pattern.compile("(?:^|(?<=[\\s\\u3000|｜;；$#]))(?:([1-9])\\s*([、.．)）])(?!\\d)|([①-⑨]))");

    /** Behind an option and right before the next. */
    private static final Pattern SIGN = Pattern.compile("(?:\\$;\\s*\\$|(?<!#)#++|\\$)\\z");

    private static final String BLANK = " \t\u3000";

    private record Mark(int from, int to) {}

    private LetteredOptions() {}

    /** The options of a text that is nothing else; none where it does not begin with the first. */
    static List<String> split(String text) {
        List<Mark> marks = marks(text);
        if (marks.isEmpty()) {
            marks = numbers(text);
        }
        return marks.size() < 2 || !text.substring(0, marks.getFirst().from()).isBlank()
                ? List.of()
                : between(text, marks);
    }

    /** Whether it is worth looking for them. */
    static boolean mayBeIn(String text) {
        return text.indexOf('B') > 0 || text.indexOf('Ｂ') > 0;
    }

    /** A question's text, and behind it its options; none where they are not told apart. */
    static List<String> stemAndOptions(String text) {
        List<Mark> marks = marks(text);
        if (marks.size() < 2) {
            return List.of();
        }
        List<String> all = new ArrayList<>();
        all.add(text.substring(0, marks.getFirst().from()).strip());
        all.addAll(between(text, marks));
        return all.stream().anyMatch(String::isEmpty) ? List.of() : all;
    }

    /** Options that follow so many before them; none where the text begins with anything else. */
    static List<String> following(String text, int before) {
        List<Mark> apart = run(APART, text, before);
        List<Mark> tight = run(TIGHT, text, before);
        List<Mark> marks = tight.size() > apart.size() ? tight : apart;
        return marks.isEmpty() || marks.getFirst().from() > 0 ? List.of() : between(text, marks);
    }

    private static List<String> between(String text, List<Mark> marks) {
        List<String> options = new ArrayList<>();
        boolean signs = false;
        for (int i = 0; i < marks.size(); i++) {
            boolean last = i + 1 == marks.size();
            String option = text.substring(
                    marks.get(i).to(), last ? text.length() : marks.get(i + 1).from());
            String without = withoutSign(option);
            // Right before a letter it stands between options; at a line's end it belongs to one.
            signs = last ? signs : !without.equals(option);
            options.add((signs ? without : option).strip());
        }
        return options;
    }

    private static String withoutSign(String option) {
        Matcher sign = SIGN.matcher(option);
        if (!sign.find()) {
            return option;
        }
        // The second of two ends a formula.
        long dollars = option.chars().filter(one -> one == '$').count();
        return sign.group().equals("$") && dollars % 2 == 0 ? option : option.substring(0, sign.start());
    }

    /** Those that stand apart, unless more follow each other where some stand right behind the option before. */
    private static List<Mark> marks(String text) {
        List<Mark> apart = run(APART, text, 0);
        List<Mark> tight = run(TIGHT, text, 0);
        return tight.size() > apart.size() ? tight : apart;
    }

    /** Letters in their order; within a line all with the same sign behind them. */
    private static List<Mark> run(Pattern pattern, String text, int before) {
        List<Mark> marks = new ArrayList<>();
        String sign = "";
        Matcher matcher = pattern.matcher(text);
        while (matcher.find()) {
            String letter = Folded.of(matcher.group(1) == null ? matcher.group(2) : matcher.group(1));
            String behind = matcher.group(3) == null ? "()" : Folded.of(matcher.group(3));
            boolean alike = marks.isEmpty() || behind.equals(sign) || beginsLine(text, matcher.start());
            if (letter.charAt(0) - 'A' == before + marks.size() && alike) {
                sign = behind;
                marks.add(new Mark(matcher.start(), matcher.end()));
            }
        }
        return marks;
    }

    private static boolean beginsLine(String text, int at) {
        int behind = at;
        while (behind > 0 && BLANK.indexOf(text.charAt(behind - 1)) >= 0) {
            behind--;
        }
        return behind == 0 || text.charAt(behind - 1) == '\n';
    }

    private static List<Mark> numbers(String text) {
        List<Mark> marks = new ArrayList<>();
        Matcher matcher = NUMBERED.matcher(text);
        while (matcher.find()) {
            int number = matcher.group(1) == null
                    ? matcher.group(3).charAt(0) - '①'
                    : matcher.group(1).charAt(0) - '1';
            if (number == marks.size()) {
                marks.add(new Mark(matcher.start(), matcher.end()));
            }
        }
        return marks;
    }
}
