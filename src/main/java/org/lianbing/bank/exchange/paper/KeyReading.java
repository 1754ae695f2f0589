package org.lianbing.bank.exchange.paper;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

import org.jspecify.annotations.Nullable;

import org.lianbing.bank.ItemType;
import org.lianbing.bank.exchange.format.Question.Remark;

/**
 * Where the reading of a paper stands with its key: whether one is awaited since its heading was seen, or being read;
 * and what it said so far. A bank may have a key for each of its chapters, one after the other.
 */
final class KeyReading {

    /** How many questions back one looks for such without an answer. */
    private static final int LATELY = 200;

    private static final double TWICE_CONFIDENCE = 0.3;

    /** 单选答案：1.A 2.B. */
    private static final Pattern NAMED = Pattern.compile("^[\\u4e00-\\u9fff]{1,6}答案\\s*[:：]");

    private static final Pattern NUMBERED = Pattern.compile("(?<=[\\s\\u3000；;。])(?=\\d{1,3}\\s*[、.．](?!\\d))");

    private AnswerKey key = new AnswerKey();
    private KeyLines lines = new KeyLines(key);
    private int resolved;
    private boolean awaited;
    private boolean reading;
    private boolean only;

    /** Whether lines are answers now. */
    boolean isReading() {
        return reading;
    }

    /** Whether the heading of a key was the last line. */
    boolean isAwaited() {
        return awaited;
    }

    /** Whether a key is read behind which questions may go on. */
    boolean isBetween() {
        return (reading || awaited) && !only;
    }

    /** The heading of a key: whether the answers to all follow, or the answer to the last question, the next line tells. */
    void headed() {
        awaited = true;
    }

    /** From here on there are answers only. */
    void only() {
        reading = true;
        only = true;
    }

    /** A heading of a section; false where it is one of questions. */
    boolean section(@Nullable ItemType type, String name) {
        if (!reading && !awaited) {
            return false;
        }
        reading = true;
        lines.section(type, name);
        return true;
    }

    /** Looks at the first line behind the heading of a key. */
    void look(String plain, List<PaperDraft> drafts) {
        if (awaited && !reading) {
            awaited = false;
            reading = AnswerKey.looksLike(plain)
                    || answersOne(plain, drafts)
                    || KeyLines.begins(plain)
                    || answersAll(plain, drafts);
        } else if (!reading
                && (PaperWords.answer(plain).isPresent() || NAMED.matcher(plain).find())) {
            // The key and its heading in one line: 答案：1-5 ABCDA.
            reading = AnswerKey.count(plain) > 1 && unanswered(drafts) > 1;
        }
    }

    /** Whether a line is the number of a question that waits and its answer, and nothing else. */
    private static boolean answersOne(String plain, List<PaperDraft> drafts) {
        return PaperSigns.question(plain)
                .filter(found -> AnswerKey.closed(found.rest()))
                .filter(found -> drafts.subList(Math.max(0, drafts.size() - LATELY), drafts.size()).stream()
                        .anyMatch(draft -> draft.number == found.number() && !draft.answered()))
                .isPresent();
    }

    /** Takes the answers to all questions of a section that stand in one line: 答案：1、略 2、接地. False where it is none. */
    boolean several(String plain, List<PaperDraft> drafts) {
        Optional<String> said = reading ? Optional.empty() : PaperWords.answer(plain);
        List<PaperDraft> waiting = said.isEmpty()
                ? List.of()
                : drafts.subList(Math.max(0, drafts.size() - LATELY), drafts.size()).stream()
                        .filter(draft -> !draft.answered() && draft.section == drafts.getLast().section)
                        .toList();
        if (waiting.size() < 2) {
            return false;
        }
        List<PaperSigns.Numbered> answers = Arrays.stream(
                        NUMBERED.split(said.get().strip()))
                .flatMap(line -> PaperSigns.question(line).stream())
                .toList();
        List<Integer> numbers =
                answers.stream().map(PaperSigns.Numbered::number).toList();
        if (!numbers.equals(waiting.stream().map(draft -> draft.number).toList())) {
            return false;
        }
        for (int i = 0; i < waiting.size(); i++) {
            waiting.get(i).answer(answers.get(i).rest().strip().replaceFirst("[；;]$", ""));
        }
        return true;
    }

    /** Whether numbers begin again, while most questions wait for their answers. */
    private static boolean answersAll(String plain, List<PaperDraft> drafts) {
        return PaperSigns.question(plain).filter(found -> found.number() == 1).isPresent() && unanswered(drafts) > 1;
    }

    private static long unanswered(List<PaperDraft> drafts) {
        return drafts.subList(Math.max(0, drafts.size() - LATELY), drafts.size()).stream()
                .filter(draft -> !draft.answered())
                .count();
    }

    /** What a key must tell apart: the number alone where it has no parts, else with its section. */
    private String mark(PaperDraft draft) {
        return key.isWhole() ? String.valueOf(draft.number) : draft.section + " " + draft.number;
    }

    void line(String plain) {
        lines.line(plain);
    }

    /** Takes a table of numbers and answers; false for any other. */
    boolean table(List<List<String>> rows) {
        boolean answers = key.table(rows);
        if (answers && awaited) {
            awaited = false;
            reading = true;
        }
        return answers;
    }

    /** The question that the line before this one was after all; empty where it was an answer. */
    Optional<PaperSigns.Numbered> question(String line) {
        return only ? Optional.empty() : lines.question(line);
    }

    /** Whether a line asks again, so that the key is over. */
    boolean isOver(String plain) {
        return !only && KeyLines.asks(plain);
    }

    /** The key is over: the questions so far get their answers. Says which type the last part of the key named. */
    @Nullable
    ItemType close(List<PaperDraft> drafts) {
        ItemType type = key.type();
        resolve(drafts);
        key = new AnswerKey();
        lines = new KeyLines(key);
        reading = false;
        awaited = false;
        return type;
    }

    /** Gives the questions that have no answer yet those of the key. */
    void resolve(List<PaperDraft> drafts) {
        List<PaperDraft> waiting = drafts.subList(resolved, drafts.size());
        List<Integer> sections =
                waiting.stream().map(draft -> draft.section).distinct().toList();
        boolean counted = waiting.stream().anyMatch(draft -> !draft.loose);
        Map<String, Integer> times = new HashMap<>();
        waiting.stream()
                .filter(draft -> !draft.answered() && !(draft.loose && counted))
                .forEach(draft -> times.merge(mark(draft), 1, Integer::sum));
        for (PaperDraft draft : waiting) {
            if (draft.loose && counted) {
                // Its place among those without a number is none that a key of numbers means.
                continue;
            }
            boolean twice = !draft.answered() && times.getOrDefault(mark(draft), 0) > 1;
            Optional<AnswerKey.Entry> entry = key.find(
                            sections.indexOf(draft.section), sections.size(), draft.type, draft.number)
                    // What the question says itself is surer than a number that is not.
                    .filter(found -> !twice || !InlineAnswer.answersWithin(Atoms.unmarked(draft.stem.toString())));
            if (twice && entry.isPresent()) {
                draft.remarks.add(Remark.guess(TWICE_CONFIDENCE, "exchange.remark.number-twice"));
            }
            entry.ifPresent(draft::take);
        }
        resolved = drafts.size();
    }
}
