package org.lianbing.bank.exchange.paper;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

import org.jspecify.annotations.Nullable;

import org.lianbing.bank.ItemType;
import org.lianbing.bank.exchange.format.Question.Remark;
import org.lianbing.bank.exchange.wide.Truths;

/** A question of a paper while it is gathered line by line. */
final class PaperDraft {

    private static final double BEHIND_CONFIDENCE = 0.6;
    private static final int SHOWN = 40;

    private enum Part {
        STEM,
        OPTION,
        ANSWER,
        EXPLANATION
    }

    final int number;
    final int line;
    final int section;
    final @Nullable ItemType type;
    final StringBuilder stem = new StringBuilder();
    final List<String> options = new ArrayList<>();
    final StringBuilder explanation = new StringBuilder();
    final StringBuilder source = new StringBuilder();
    final List<Remark> remarks = new ArrayList<>();

    @Nullable
    String answer;

    String points = "";
    String levels = "";
    String origin = "";

    @Nullable
    String difficulty;

    /** An answer in brackets before the number. */
    String led = "";

    boolean truthOptions;

    /** Whether nobody numbered it; its end is told by its answer then. */
    boolean loose;

    /** Whether its number stands in a circle. */
    boolean circled;

    /** Options that several questions choose from; this one's where it has none of its own. */
    List<String> shared = List.of();

    /** Whether the letters of its options leave one out or say one twice, so that a key may mean either. */
    boolean misLettered;

    /** The line of its number, while its only options are letters of that, which it may but speak of. */
    @Nullable
    String spoken;

    /** Options by their places, where those of a line leave letters out for the next: A. C. above B. D. */
    final Map<Integer, String> columns = new TreeMap<>();

    private final List<String> tail = new ArrayList<>();
    private Part part = Part.STEM;

    PaperDraft(int number, int line, int section, @Nullable ItemType type) {
        this.number = number;
        this.line = line;
        this.section = section;
        this.type = type;
    }

    /** The letters in its stem were none of options after all. */
    void unspoken() {
        if (spoken != null) {
            options.clear();
            stem.setLength(0);
            part = Part.STEM;
            more(spoken);
            spoken = null;
        }
    }

    void options(List<String> texts) {
        options.addAll(texts);
        tail.clear();
        part = Part.OPTION;
    }

    void answer(String text) {
        answer = answer == null || answer.isBlank() ? text : answer + "\n" + text;
        part = Part.ANSWER;
    }

    void explain(String text) {
        explanation.append(explanation.isEmpty() ? "" : "\n").append(text);
        part = Part.EXPLANATION;
    }

    /** Takes what the key says, where the question itself says nothing. */
    void take(AnswerKey.Entry entry) {
        if (!answered()) {
            answer(entry.answer());
            if (explanation.isEmpty() && !entry.explanation().isEmpty()) {
                explain(entry.explanation());
            }
        }
    }

    /** A line that begins nothing of its own belongs to what came last. */
    void more(String text) {
        if (text.isEmpty()) {
            return;
        }
        switch (part) {
            case STEM -> stem.append(stem.isEmpty() ? "" : "\n").append(text);
            case OPTION -> {
                boolean empty = Atoms.unmarked(options.getLast()).isBlank();
                options.set(options.size() - 1, empty ? options.getLast() + text : options.getLast() + "\n" + text);
                if (!empty) {
                    tail.add(text);
                }
            }
            case ANSWER -> answer = answer == null || answer.isBlank() ? text : answer + "\n" + text;
            case EXPLANATION -> explain(text);
        }
    }

    /** The lines that went on with the last option, which are the stem of another question when options begin again. */
    List<String> takeTail() {
        List<String> lines = List.copyOf(tail);
        if (!lines.isEmpty()) {
            String last = options.getLast();
            int length = lines.stream().mapToInt(line -> line.length() + 1).sum();
            options.set(options.size() - 1, last.substring(0, last.length() - length));
            tail.clear();
        }
        return lines;
    }

    /** Whether nothing shows that it asks anything. */
    boolean isPlain() {
        return options.isEmpty() && answer == null && !PaperOptions.hasGap(stem) && stem.indexOf("？") < 0;
    }

    /** Whether it has options or an answer, so that a stem can only be that of another. */
    boolean isAsked() {
        return options.size() > 1 || answered();
    }

    boolean hasTail() {
        return !tail.isEmpty();
    }

    /** Whether its key was said in letters or as a verdict, so that no other line can go on with that. */
    boolean closed() {
        boolean letters = !options.isEmpty()
                || !shared.isEmpty()
                || type == ItemType.TRUE_FALSE
                || type == null && Truths.find(String.valueOf(answer)).isPresent();
        return part == Part.ANSWER && answered() && letters && AnswerKey.closed(String.valueOf(answer));
    }

    /** Whether its key stands in its stem and nothing is missing besides. */
    boolean answeredWithin() {
        boolean whole = part == Part.STEM ? type == ItemType.TRUE_FALSE : part == Part.OPTION && options.size() > 1;
        return whole && InlineAnswer.answersWithin(Atoms.unmarked(stem.toString()));
    }

    /** Takes lines that stand behind the whole question. */
    void behind(String text) {
        explanation.append(explanation.isEmpty() ? "" : "\n").append(text);
        remarks.add(Remark.guess(BEHIND_CONFIDENCE, "exchange.remark.lines-behind", shortened(text)));
    }

    private static String shortened(String text) {
        String plain = Atoms.unmarked(text).replace('\n', ' ');
        return plain.length() <= SHOWN ? plain : plain.substring(0, SHOWN) + "…";
    }

    /** Whether a line that begins nothing of its own belongs to another question. */
    boolean over(boolean afterGap) {
        return closed() || loose && answered() && (part == Part.ANSWER || afterGap);
    }

    /** Whether an answer in sentences is being written, in which numbered lines are points of it. */
    boolean writing() {
        boolean sentences = options.isEmpty() && !truthOptions;
        return sentences && (part == Part.ANSWER || part == Part.EXPLANATION);
    }

    /** Whether options are being written; its key may have stood before them. */
    boolean choosing() {
        return part == Part.OPTION;
    }

    /** Whether an explanation is being written. */
    boolean explaining() {
        return part == Part.EXPLANATION;
    }

    boolean answered() {
        return answer != null && !answer.isBlank();
    }

    boolean awaitsAnswer() {
        return part == Part.ANSWER && !answered();
    }
}
