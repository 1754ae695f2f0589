package org.lianbing.bank.exchange.paper;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.lianbing.bank.ItemType;
import org.lianbing.bank.exchange.format.Question.Remark;

/** Lines below a question that say by a word what they are: 答案, 解析, 难度, 知识点. */
final class PaperLabels {

    private static final Pattern ANSWER_AND_REASON = Pattern.compile(
            "^(\\S{1,12}?)[\\s。.；;，,]*[\\[【(（]?\\s*(?:答案|试题|参考)?解析[\\]】)）]?[:：]?\\s*(.+?)[)）]?$", Pattern.DOTALL);

    /** How a result was reached, which is the answer to what is to be worked out. */
    private static final Pattern SOLUTION = Pattern.compile("^(?:解|解答)\\s*[:：]\\s*(.*)$", Pattern.DOTALL);

    private PaperLabels() {}

    /** Takes what a line says of the question; false where the line says nothing by a word. */
    static boolean take(PaperDraft draft, String line, String plain) {
        Optional<String> answer = PaperWords.answer(plain);
        if (answer.isPresent()) {
            answer(draft, answer.get());
            return true;
        }
        if (draft.awaitsAnswer() && PaperSigns.question(plain).isEmpty()) {
            draft.answer(line);
            return true;
        }
        Matcher solution = SOLUTION.matcher(plain);
        if (solution.matches() && isWritten(draft)) {
            draft.answer(solution.group(1));
            return true;
        }
        Optional<String> explanation = PaperWords.explanation(plain);
        if (explanation.isPresent() && !draft.stem.isEmpty()) {
            draft.explain(explanation.get());
            return true;
        }
        Optional<PaperWords.Meta> meta = PaperWords.meta(plain);
        meta.ifPresent(said -> meta(draft, said.name(), said.said()));
        return meta.isPresent();
    }

    /** Whether a question waits for an answer in sentences. */
    private static boolean isWritten(PaperDraft draft) {
        boolean named = draft.type == ItemType.SHORT_ANSWER || draft.type == ItemType.ESSAY;
        boolean open = draft.type == null && !InlineAnswer.answersWithin(Atoms.unmarked(draft.stem.toString()));
        return (named || open) && draft.options.isEmpty() && !draft.answered();
    }

    private static void answer(PaperDraft draft, String said) {
        if (draft.answered() && !draft.options.isEmpty() && !said.isBlank()) {
            // Two questions that ran into one, or a key that was corrected: nobody but its trainer can tell.
            draft.remarks.add(Remark.guess(0.2, "exchange.remark.two-answers"));
        }
        Matcher explained = ANSWER_AND_REASON.matcher(said);
        if (explained.matches() && AnswerKey.closed(explained.group(1))) {
            draft.answer(explained.group(1));
            draft.explain(explained.group(2));
        } else {
            draft.answer(said);
        }
    }

    private static void meta(PaperDraft draft, String name, String said) {
        if (name.contains("难") || name.toLowerCase(Locale.ROOT).startsWith("dif")) {
            draft.difficulty = said;
            return;
        }
        if (name.matches(".*(?:知识点|考点|[查察核定]点)|(?i:topics?|top)")) {
            draft.points += (draft.points.isEmpty() ? "" : "；") + said;
            return;
        }
        switch (name) {
            case "等级", "级别" -> draft.levels = said;
            case "出处", "来源", "依据来源" -> draft.origin = said;
            default -> {
                // Marks and type are told by the paper as a whole; what somebody answered once says nothing of the
                // question.
            }
        }
    }
}
