package org.lianbing.bank.exchange.paper;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.regex.Pattern;

import org.lianbing.bank.exchange.format.Question.Remark;
import org.lianbing.bank.exchange.wide.Letters;

/** Which of the options of a question are right. */
final class PaperKeys {

    private static final double MARK_CONFIDENCE = 0.8;
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
        Optional<List<String>> letters = Letters.find(answer);
        List<Integer> keys = letters.map(all ->
                        all.stream().map(letter -> letter.charAt(0) - 'A').toList())
                .orElseGet(() -> byText(answer));
        return keys.isEmpty() && answer.isEmpty() ? byMarks() : keys;
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
