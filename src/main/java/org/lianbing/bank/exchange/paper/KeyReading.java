package org.lianbing.bank.exchange.paper;

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
            reading = AnswerKey.looksLike(plain) || KeyLines.begins(plain) || answersAll(plain, drafts);
        } else if (!reading
                && (PaperWords.answer(plain).isPresent() || NAMED.matcher(plain).find())) {
            // The key and its heading in one line: 答案：1-5 ABCDA.
            reading = AnswerKey.count(plain) > 1 && unanswered(drafts) > 1;
        }
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
        Map<String, Integer> times = new HashMap<>();
        waiting.forEach(draft -> times.merge(mark(draft), 1, Integer::sum));
        for (PaperDraft draft : waiting) {
            key.find(sections.indexOf(draft.section), sections.size(), draft.type, draft.number)
                    .ifPresent(entry -> {
                        if (!draft.answered() && times.getOrDefault(mark(draft), 0) > 1) {
                            draft.remarks.add(Remark.guess(TWICE_CONFIDENCE, "exchange.remark.number-twice"));
                        }
                        draft.take(entry);
                    });
        }
        resolved = drafts.size();
    }
}
