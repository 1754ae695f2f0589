package org.lianbing.bank.exchange.wide;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Options that stand together in one cell: each behind its letter, on lines of their own, or between signs. Programs
 * write them as JSON too.
 */
final class AllOptions {

    private static final Pattern LINES = Pattern.compile("\\n+");

    /** Signs between options, the surer ones first. */
    private static final List<Pattern> SEPARATORS = List.of(
            Pattern.compile("\\|\\|+|｜｜+"),
            Pattern.compile("[|｜]"),
            Pattern.compile("##+|@@+|&&+"),
            LINES,
            Pattern.compile("[;；]"),
            Pattern.compile("\\t+"));

    private static final List<Pattern> COMMAS = List.of(Pattern.compile("[,，]"), Pattern.compile("、"));

    private static final List<Pattern> SIGNS = List.of(Pattern.compile("#"), Pattern.compile("\\$"));
    /** They belong to C#, 1#主变 and formulas as well. */
    private static final Pattern OWN_SIGN = Pattern.compile("[0-9A-Za-z]#|\\$[^$]++\\$");

    private static final Pattern LETTER = Pattern.compile("^\\s*[A-HＡ-Ｈ]\\s*[、.．:：)）]\\s*");
    /** As people write it in one cell, where each option has it. */
    private static final Pattern LOOSE_LETTER = Pattern.compile(
            "^\\s*(?:[(（\\[【]\\s*([A-LＡ-Ｌ])\\s*[)）\\]】][、.．:：]?|" + "([A-LＡ-Ｌ])(?:\\s*[、.．:：)）=，,]|\\s+(?=\\S)))\\s*");

    private static final String END = "|｜;；";

    private AllOptions() {}

    static List<String> split(String text) {
        List<String> options = JsonOptions.read(text);
        if (!options.isEmpty()) {
            return bare(options);
        }
        options = LetteredOptions.split(text);
        return options.isEmpty() ? bare(separated(text)) : bareOfSigns(options);
    }

    private static List<String> separated(String text) {
        List<String> between = betweenDollars(text);
        if (between.size() > 1) {
            return between;
        }
        for (Pattern separator : SEPARATORS) {
            List<String> parts = parts(separator, text);
            if (parts.size() > 1) {
                return separator == LINES ? withoutSigns(parts) : parts;
            }
        }
        // B、铜 is one option behind its letter, the others stand elsewhere.
        return LETTER.matcher(text).find() ? withoutSigns(List.of(text)) : loosely(text);
    }

    /** By a comma where there is nothing else, or where each option has another sign of its own. */
    private static List<String> loosely(String text) {
        List<List<String>> commas =
                COMMAS.stream().map(comma -> parts(comma, text)).toList();
        Stream<List<String>> sure = commas.stream()
                .filter(parts ->
                        parts.stream().allMatch(part -> OWN_SIGN.matcher(part).find()));
        Stream<List<String>> signs = SIGNS.stream().map(sign -> parts(sign, text));
        return Stream.of(sure, signs, commas.stream())
                .flatMap(one -> one)
                .filter(parts -> parts.size() > 1)
                .findFirst()
                .orElseGet(() -> withoutSigns(List.of(text)));
    }

    /** Between 铁$;$铜; in $x$;$y$ the same signs end a formula and begin the next. */
    private static List<String> betweenDollars(String text) {
        List<String> parts = new ArrayList<>();
        int from = 0;
        int at = text.indexOf('$');
        while (at >= 0) {
            int next = text.indexOf('$', at + 1);
            if (next > 0 && text.substring(at + 1, next).strip().equals(";")) {
                parts.add(text.substring(from, at));
                from = next + 1;
            }
            at = next < 0 ? next : text.indexOf('$', next + 1);
        }
        parts.add(text.substring(from));
        return filled(parts);
    }

    private static List<String> parts(Pattern separator, String text) {
        return filled(Arrays.asList(separator.split(text)));
    }

    private static List<String> filled(List<String> parts) {
        return parts.stream().map(String::strip).filter(part -> !part.isEmpty()).toList();
    }

    /** On lines and in rows of their own people set a sign behind options all the same. */
    private static List<String> withoutSigns(List<String> options) {
        return filled(options.stream().map(AllOptions::withoutSigns).toList());
    }

    private static String withoutSigns(String option) {
        int end = option.length();
        while (end > 0
                && (END.indexOf(option.charAt(end - 1)) >= 0 || Character.isWhitespace(option.charAt(end - 1)))) {
            end--;
        }
        return option.substring(0, end);
    }

    /** The options without the signs behind them, and without their letters where each has its own. */
    static List<String> bareOfSigns(List<String> options) {
        return bare(withoutSigns(options));
    }

    private static List<String> bare(List<String> options) {
        List<String> clean = filled(options);
        for (int i = 0; i < clean.size(); i++) {
            if (!isLettered(clean.get(i), i)) {
                return clean;
            }
        }
        List<String> bare = new ArrayList<>();
        for (String option : clean) {
            bare.add(LOOSE_LETTER.matcher(option).replaceFirst("").strip());
        }
        // A 相, B 相 and C 相 are named so.
        boolean same = new HashSet<>(bare).size() < bare.size();
        return clean.size() < 2 || same || bare.stream().anyMatch(String::isEmpty) ? clean : bare;
    }

    /** Whether an option stands behind the letter of its place in any of the ways that people write it. */
    private static boolean isLettered(String option, int place) {
        Matcher matcher = LOOSE_LETTER.matcher(option);
        if (!matcher.find()) {
            return false;
        }
        String letter = matcher.group(1) == null ? matcher.group(2) : matcher.group(1);
        return Folded.of(letter).charAt(0) - 'A' == place;
    }

    static String withoutLetter(String option) {
        return LETTER.matcher(option).replaceFirst("");
    }

    static boolean hasLetter(String option, String letter) {
        return LETTER.matcher(option).find() && Folded.of(option).startsWith(letter);
    }
}
