package org.lianbing.bank.exchange.paper;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.lianbing.bank.exchange.format.Question.Remark;
import org.lianbing.bank.exchange.wide.Folded;
import org.lianbing.bank.exchange.wide.Letters;

/** Which of the options of a question are right. */
final class PaperKeys {

    private static final double MARK_CONFIDENCE = 0.8;
    private static final Pattern LETTERS_AND_WORDS =
            Pattern.compile("^\\s*([A-H]{1,8})\\s*[:：.．、]\\s*(.+)$", Pattern.DOTALL);
    private static final Pattern LETTER_AND_WORDS = Pattern.compile(
            "(?:^|(?<=[\\s,，;；、]))([A-H])\\s*[:：.．、)）]?\\s*(.+?)(?=(?<![\\s,，;；、])[\\s,，;；、]++[A-H]\\s*[:：.．、)）]|$)",
            Pattern.DOTALL);
    private static final Pattern TICK = Pattern.compile("[√✓✔☑]");

    private final List<String> options;
    private final List<Remark> remarks;

    /**
     * @param remarks where a guess is noted
     */
    PaperKeys(List<String> options, List<Remark> remarks) {
        this.options = options;
        this.remarks = remarks;
    }

    /** The text of an option without the ticks that say that it is right. */
    static String unticked(String option) {
        return TICK.matcher(option).replaceAll("");
    }

    /** Their places; empty where nothing says it, and beyond the options where the answer names one that is not there. */
    List<Integer> of(String answer) {
        List<Integer> keys = AnswerKey.closed(answer) ? letters(answer) : List.of();
        if (keys.isEmpty()) {
            keys = lettered(answer).orElseGet(() -> byText(answer));
        }
        if (keys.isEmpty()) {
            keys = letters(answer);
        }
        return keys.isEmpty() && answer.isEmpty() ? byMarks() : keys;
    }

    private static List<Integer> letters(String answer) {
        return Letters.find(answer).orElse(List.of()).stream()
                .map(letter -> letter.charAt(0) - 'A')
                .toList();
    }

    /** Letters before the words of their options: B. 相序, or AC:甲; 丙. */
    private Optional<List<Integer>> lettered(String answer) {
        Matcher all = LETTERS_AND_WORDS.matcher(answer);
        if (all.matches()) {
            List<Integer> keys =
                    all.group(1).chars().map(letter -> letter - 'A').boxed().toList();
            List<String> said = Arrays.stream(all.group(2).split("[;；]"))
                    .map(PaperKeys::folded)
                    .filter(text -> !text.isEmpty())
                    .toList();
            List<String> meant = keys.stream().map(this::text).toList();
            String words = folded(all.group(2));
            if (said.equals(meant) || words.equals(String.join("", meant))) {
                return Optional.of(keys);
            }
        }
        List<Integer> keys = new ArrayList<>();
        Matcher each = LETTER_AND_WORDS.matcher(answer);
        while (each.find()) {
            int place = each.group(1).charAt(0) - 'A';
            if (!folded(each.group(2)).equals(text(place))) {
                return Optional.empty();
            }
            keys.add(place);
        }
        return keys.isEmpty() ? Optional.empty() : Optional.of(keys);
    }

    private String text(int place) {
        return place < options.size() ? folded(unticked(options.get(place))) : "";
    }

    private static String folded(String text) {
        return Folded.of(Atoms.unmarked(text)).replaceAll("[,，;；。.、]", "");
    }

    /** An answer in the words of an option. */
    private List<Integer> byText(String answer) {
        List<Integer> keys = new ArrayList<>();
        for (int i = 0; i < options.size(); i++) {
            if (!answer.isEmpty() && Atoms.unmarked(options.get(i)).strip().equals(answer)) {
                keys.add(i);
            }
        }
        return keys;
    }

    /** Options in another colour, underlined or ticked: a guess. */
    private List<Integer> byMarks() {
        List<Integer> ticked = places(option -> TICK.matcher(option).find());
        List<Integer> marked = ticked.isEmpty() ? places(Atoms::marked) : ticked;
        if (marked.isEmpty() || marked.size() == options.size()) {
            return List.of();
        }
        remarks.add(Remark.guess(
                MARK_CONFIDENCE, ticked.isEmpty() ? "exchange.remark.key-by-mark" : "exchange.remark.key-by-tick"));
        return marked;
    }

    private List<Integer> places(Predicate<String> wanted) {
        List<Integer> found = new ArrayList<>();
        for (int i = 0; i < options.size(); i++) {
            if (wanted.test(options.get(i))) {
                found.add(i);
            }
        }
        return found;
    }
}
