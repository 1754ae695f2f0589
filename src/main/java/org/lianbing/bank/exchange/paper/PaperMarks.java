package org.lianbing.bank.exchange.paper;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.lianbing.bank.ItemType;
import org.lianbing.bank.exchange.format.Question.Remark;

/**
 * Keys that are written beside what they mean: （正确答案） behind an option, as survey sites print it, and a letter
 * behind the stem. They are taken out of the text.
 */
final class PaperMarks {

    private static final Pattern RIGHT = Pattern.compile("(?<!\\s)\\s*+[(（]\\s*+正确答案\\s*+[)）]\\s*+");
    /** What a survey site writes behind the stem: （分值：2 分） [单选题] *. */
    private static final Pattern SURVEY = Pattern.compile(
            "(?<!\\s)\\s*+(?:[(（]\\s*+分值\\s*+[:：]?[^()（）]{0,8}[)）]\\s*+)?[\\[【]?(?:单选题|多选题|判断题|填空题|简答题|排序题)[\\]】]?\\s*+\\*(?=\\s|$)");

    /** Below a question that has its places already, a line to write on is none of them. */
    private static final Pattern LINE_TO_FILL = Pattern.compile("(?<=_{2}[^\\n]{0,200})\\n\\s*_{8,}\\s*$");

    private static final Pattern BEHIND = Pattern.compile("(?<=[。.？?)）：:是为])\\s*([A-HＡ-Ｈ]{1,8})\\s*$");
    private static final Pattern GAP = Pattern.compile("[(（][\\s\\u3000]*[)）]|_{2}|[？?]|[是为：:]\\s*$");
    /** 水是湿的。对: a verdict behind a statement. */
    private static final Pattern VERDICT = Pattern.compile(
            "(?:(?<=[。.！!？?;；)）”])\\s*|[\\s\\u3000]+)[\\[【(（]?\\s*(对|错|正确|错误|[√×✓✗✔✘]|[TFYN])\\s*[\\]】)）]?\\s*[。.]?$|[\\[【]\\s*(对|错|正确|错误|[√×✓✗✔✘]|[TFYN])\\s*[\\]】]\\s*[。.]?$");

    private static final int LONGEST_VERDICT = 40;
    private static final double BEHIND_CONFIDENCE = 0.9;

    private PaperMarks() {}

    /** Takes such a key, and says what was guessed. */
    static List<Remark> take(PaperDraft draft) {
        draft.stem.replace(
                0,
                draft.stem.length(),
                LINE_TO_FILL
                        .matcher(SURVEY.matcher(draft.stem).replaceFirst(""))
                        .replaceFirst("")
                        .strip());
        if (draft.answered()) {
            return List.of();
        }
        if (draft.options.isEmpty() && RIGHT.matcher(draft.stem).find()) {
            unlettered(draft);
        }
        List<String> letters = new ArrayList<>();
        for (int i = 0; i < draft.options.size(); i++) {
            Matcher right = RIGHT.matcher(draft.options.get(i));
            if (right.find()) {
                letters.add(String.valueOf((char) ('A' + i)));
                draft.options.set(i, right.replaceAll(""));
            }
        }
        if (!letters.isEmpty()) {
            draft.answer(String.join("", letters));
            return List.of();
        }
        return draft.type == ItemType.TRUE_FALSE && draft.options.isEmpty() ? verdict(draft) : behind(draft);
    }

    private static List<Remark> verdict(PaperDraft draft) {
        int from = Math.max(0, draft.stem.length() - LONGEST_VERDICT);
        Matcher verdict = VERDICT.matcher(draft.stem.substring(from));
        if (!draft.led.isEmpty()
                || InlineAnswer.answersWithin(Atoms.unmarked(draft.stem.toString()))
                || !verdict.find()) {
            return List.of();
        }
        String said = verdict.group(1) == null ? verdict.group(2) : verdict.group(1);
        draft.stem.setLength(from + verdict.start());
        draft.answer(said);
        return List.of();
    }

    /** Options without letters, a line each below the stem. */
    private static void unlettered(PaperDraft draft) {
        List<String> lines = Arrays.stream(draft.stem.toString().split("\\n"))
                .map(String::strip)
                .filter(line -> !line.isEmpty())
                .toList();
        if (lines.size() > 2) {
            draft.stem.replace(0, draft.stem.length(), lines.getFirst());
            draft.options(lines.subList(1, lines.size()));
        }
    }

    /** 特种作业操作证每（）年复审 1 次。C. */
    private static List<Remark> behind(PaperDraft draft) {
        Matcher behind = BEHIND.matcher(draft.stem);
        if (draft.options.isEmpty()
                || !behind.find()
                || !GAP.matcher(draft.stem.substring(0, behind.start())).find()) {
            return List.of();
        }
        String said = behind.group(1);
        draft.stem.replace(behind.start(), draft.stem.length(), "");
        draft.answer(said);
        return List.of(Remark.guess(BEHIND_CONFIDENCE, "exchange.remark.key-behind", said));
    }
}
