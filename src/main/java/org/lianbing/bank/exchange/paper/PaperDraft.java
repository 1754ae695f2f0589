package org.lianbing.bank.exchange.paper;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.jspecify.annotations.Nullable;

import org.lianbing.bank.ItemType;
import org.lianbing.bank.exchange.format.Question.Remark;

/** A question of a paper while it is gathered line by line. */
final class PaperDraft {

    private static final Pattern POINT = Pattern.compile("(?m)^\\s*[(（]?(\\d{1,2})[、.．)）](?!\\d)");

    /** Numbers that a careless author leaves out. */
    private static final int GAP = 20;

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

    private Part part = Part.STEM;

    PaperDraft(int number, int line, int section, @Nullable ItemType type) {
        this.number = number;
        this.line = line;
        this.section = section;
        this.type = type;
    }

    void options(List<String> texts) {
        options.addAll(texts);
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
            case OPTION -> options.set(options.size() - 1, options.getLast() + "\n" + text);
            case ANSWER -> answer = answer == null || answer.isBlank() ? text : answer + "\n" + text;
            case EXPLANATION -> explain(text);
        }
    }

    /** Whether a line that begins nothing of its own belongs to another question. */
    boolean over(boolean afterGap) {
        return loose && answered() && (part == Part.ANSWER || afterGap);
    }

    /** Whether an answer in sentences is being written, in which numbered lines are points of it. */
    boolean writing() {
        boolean sentences = options.isEmpty() && !truthOptions;
        return sentences && (part == Part.ANSWER || part == Part.EXPLANATION);
    }

    /**
     * Whether a number can be that of the next question, and not of a point in this one.
     *
     * @param plain the line that it stands in
     */
    boolean isFollowedBy(int next, String plain) {
        int step = next - number;
        boolean brackets = plain.startsWith("(") || plain.startsWith("（");
        if (writing()) {
            boolean point = listed() == next - 1 && listed() > 0;
            return !point && step == 1 && !brackets;
        }
        boolean restarts = next == 1 && (answered() || !options.isEmpty());
        return restarts && !brackets || step > 0 && step <= (brackets ? 1 : GAP);
    }

    /** The number of the last numbered line of the answer; 0 where it has none. */
    int listed() {
        String said = answer == null ? "" : answer + "\n" + explanation;
        int last = 0;
        Matcher points = POINT.matcher(said);
        while (points.find()) {
            last = Integer.parseInt(points.group(1));
        }
        return last;
    }

    boolean answered() {
        return answer != null && !answer.isBlank();
    }

    boolean awaitsAnswer() {
        return part == Part.ANSWER && !answered();
    }
}
