package org.lianbing.bank.exchange.wide;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

import org.lianbing.bank.Blank;
import org.lianbing.bank.StemBlanks;

/**
 * The answers of a 填空 in one cell: one behind another with semicolons between, several that are right with bars or
 * slashes between. {@code Aa:Co} keeps upper and lower case apart, {@code 50±0} is a number, {@code [红|*绿|蓝]} is
 * picked. A backslash takes the meaning from the sign behind it.
 */
final class Blanks {

    private static final String PLACE = "____";
    private static final Pattern EMPTY = Pattern.compile("[（(][\\s\\u3000_]*[）)]|[_＿]{2,}");
    private static final Pattern LINE = Pattern.compile("[_＿]{2,}");
    private static final Pattern NUMBER = Pattern.compile("\\s*([+-]?\\d+(?:\\.\\d+)?)\\s*±\\s*(\\d+(?:\\.\\d+)?)\\s*");
    private static final Pattern ESCAPED = Pattern.compile("(?:\\\\_){3,}");
    private static final String CASE = "Aa:";
    /** Signs between answers besides semicolons, the surer ones first. */
    private static final List<String> OTHERS = List.of("|｜", "#", "、", ",，", " \u3000", "/");

    private Blanks() {}

    static int count(String stem) {
        return (int) EMPTY.matcher(stem).results().count();
    }

    /** Whether words are missing in a stem; brackets with nothing in them before or behind it take a sign of truth too. */
    static boolean mustBeFilled(String stem) {
        return StemBlanks.count(stem) > 0
                || LINE.matcher(stem).find()
                || EMPTY.matcher(withinWords(stem)).find();
    }

    /** The stem from its first letter to its last. */
    private static String withinWords(String stem) {
        int from = 0;
        int to = stem.length();
        while (from < to && !Character.isLetter(stem.charAt(from))) {
            from++;
        }
        while (to > from && !Character.isLetter(stem.charAt(to - 1))) {
            to--;
        }
        return stem.substring(from, to);
    }

    /** The stem with underscores in its places. */
    static String places(String stem) {
        return EMPTY.matcher(stem).replaceAll(PLACE);
    }

    /** Escaped underscores are the same place; without the escapes the text reads better. */
    static String kept(String markdown) {
        return ESCAPED.matcher(markdown).replaceAll(PLACE);
    }

    static List<String> split(String cell) {
        return split(cell, ";；\n");
    }

    /**
     * The answers of so many places: apart by semicolons and lines; where that gives one for several places, by bars or
     * other signs, since a bar inside of one place says another that is right there.
     */
    static List<String> split(String cell, int places) {
        List<String> answers = split(cell);
        for (String separators : OTHERS) {
            List<String> others = split(cell, separators);
            if (places > 1 && answers.size() == 1 && others.size() == places) {
                return others;
            }
        }
        return answers;
    }

    /** Answers that stand where options do: one for each place, or all that are right in the only one. */
    static List<String> ofOptions(List<String> options, int places) {
        boolean alone = places == 1 && !options.isEmpty();
        List<String> escaped = options.stream().map(Blanks::escaped).toList();
        return alone ? List.of(String.join("|", escaped)) : escaped;
    }

    static Blank read(String text) {
        Matcher number = NUMBER.matcher(text);
        if (number.matches()) {
            return new Blank.Value(new BigDecimal(number.group(1)), new BigDecimal(number.group(2)));
        }
        String bare = text.strip();
        if (bare.startsWith("[") && bare.endsWith("]") && bare.contains("*")) {
            List<String> choices = split(bare.substring(1, bare.length() - 1), "|");
            int key = 0;
            List<String> plain = new ArrayList<>();
            for (int i = 0; i < choices.size(); i++) {
                boolean right = choices.get(i).startsWith("*");
                key = right ? i : key;
                plain.add(unescaped(right ? choices.get(i).substring(1) : choices.get(i)));
            }
            return new Blank.Pick(plain, key);
        }
        boolean exact = bare.startsWith(CASE);
        String words = exact ? bare.substring(CASE.length()) : bare;
        List<String> accepted = split(words, "|｜");
        if (accepted.size() == 1 && !words.matches("[\\d./\\s]+")) {
            accepted = split(words, "/");
        }
        return new Blank.Words(accepted.stream().map(Blanks::unescaped).toList(), exact);
    }

    /** The cell that says these blanks. */
    static String write(List<Blank> blanks) {
        return blanks.stream().map(Blanks::write).collect(Collectors.joining("；"));
    }

    private static String write(Blank blank) {
        return switch (blank) {
            case Blank.Value value ->
                value.key().toPlainString() + "±" + value.tolerance().toPlainString();
            case Blank.Pick pick -> {
                List<String> choices = new ArrayList<>();
                for (int i = 0; i < pick.choices().size(); i++) {
                    choices.add((i == pick.key() ? "*" : "")
                            + escaped(pick.choices().get(i)));
                }
                yield "[" + String.join("|", choices) + "]";
            }
            case Blank.Words words ->
                (words.exactCase() ? CASE : "")
                        + words.accepted().stream().map(Blanks::escaped).collect(Collectors.joining("|"));
        };
    }

    private static String escaped(String text) {
        return text.replaceAll("[\\\\;；|｜/*\\[\\]]", "\\\\$0");
    }

    private static String unescaped(String text) {
        return text.replaceAll("\\\\(.)", "$1");
    }

    private static List<String> split(String text, String separators) {
        String any = "(?<!\\\\)[" + separators.replace("|", "\\|") + "]";
        return Arrays.stream(text.split(any))
                .map(String::strip)
                .filter(part -> !part.isEmpty())
                .toList();
    }
}
