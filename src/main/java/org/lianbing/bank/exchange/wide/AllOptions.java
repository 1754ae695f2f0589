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

    /** Signs between options, the surer ones first; a comma only where there is nothing else. */
    private static final List<Pattern> SEPARATORS = List.of(
            Pattern.compile("\\$;\\s*\\$"),
            Pattern.compile("\\|\\|+|｜｜+"),
            Pattern.compile("[|｜]"),
            Pattern.compile("##+|@@+|&&+"),
            Pattern.compile("\\n+"),
            Pattern.compile("#"),
            Pattern.compile("\\$"),
            Pattern.compile("[;；]"),
            Pattern.compile("\\t+"));

    private static final List<Pattern> COMMAS = List.of(Pattern.compile("[,，]"), Pattern.compile("、"));

    private static final Pattern LETTER = Pattern.compile("^\\s*[A-HＡ-Ｈ]\\s*[、.．:：)）]\\s*");
    /** As people write it in one cell, where each option has it. */
    private static final Pattern LOOSE_LETTER = Pattern.compile(
            "^\\s*(?:[(（\\[【]\\s*([A-LＡ-Ｌ])\\s*[)）\\]】][、.．:：]?|" + "([A-LＡ-Ｌ])(?:\\s*[、.．:：)）=，,]|\\s+(?=\\S)))\\s*");

    private static final Pattern END = Pattern.compile("(?:\\s|[|｜;；$#])+$");

    private AllOptions() {}

    static List<String> split(String text) {
        List<String> options = JsonOptions.read(text);
        if (options.isEmpty()) {
            options = LetteredOptions.split(text);
        }
        if (options.isEmpty()) {
            options = separated(text);
        }
        return bare(options);
    }

    private static List<String> separated(String text) {
        // B、铜 is one option behind its letter, the others stand elsewhere.
        Stream<Pattern> commas = LETTER.matcher(text).find() ? Stream.of() : COMMAS.stream();
        return Stream.concat(SEPARATORS.stream(), commas)
                .map(separator -> parts(separator.split(text)))
                .filter(parts -> parts.size() > 1)
                .findFirst()
                .orElseGet(() -> parts(text));
    }

    private static List<String> parts(String... parts) {
        return Arrays.stream(parts)
                .map(part -> END.matcher(part).replaceAll("").strip())
                .filter(part -> !part.isEmpty())
                .toList();
    }

    /** The options without the signs behind them, and without their letters where each has its own. */
    static List<String> bare(List<String> options) {
        List<String> clean = parts(options.toArray(String[]::new));
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
