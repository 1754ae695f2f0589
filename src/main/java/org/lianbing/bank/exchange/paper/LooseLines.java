package org.lianbing.bank.exchange.paper;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

import org.jspecify.annotations.Nullable;

import org.lianbing.bank.ItemType;

/**
 * Lines that stand outside any question. Where options or an answer follow them, they were the stem of a question that
 * nobody numbered.
 */
final class LooseLines {

    private record Line(int number, String text) {}

    /** No stem is longer. */
    private static final int MOST = 60;

    private static final int SHORTEST_STORY = 15;

    private final List<Line> waiting = new ArrayList<>();

    /** A line that begins nothing that is known yet. */
    void add(int number, String text) {
        if (waiting.size() == MOST) {
            waiting.removeFirst();
        }
        waiting.add(new Line(number, text));
    }

    /** What waits, where it tells something in sentences. */
    Optional<String> told() {
        String text = waiting.stream().map(Line::text).collect(Collectors.joining("\n"));
        return text.length() >= SHORTEST_STORY && text.contains("。") ? Optional.of(text) : Optional.empty();
    }

    /** What waited was no stem. */
    void clear() {
        waiting.clear();
    }

    /** Whether a line shows that what waits before it, or the line itself, asks something. */
    boolean asked(String line, String plain, @Nullable ItemType type) {
        boolean judged = type == ItemType.TRUE_FALSE && InlineAnswer.answersWithin(plain);
        boolean followed = !waiting.isEmpty()
                && (PaperSigns.options(line, 0).isPresent()
                        || PaperSigns.ANSWER.matcher(plain).matches());
        return judged || followed;
    }

    /** The question that waited, without its number in the paper. */
    PaperDraft question(int number, int line, int section, @Nullable ItemType type) {
        PaperDraft draft = new PaperDraft(
                number, waiting.isEmpty() ? line : waiting.getFirst().number(), section, type);
        draft.loose = true;
        for (Line each : waiting) {
            draft.more(each.text());
        }
        waiting.clear();
        return draft;
    }
}
