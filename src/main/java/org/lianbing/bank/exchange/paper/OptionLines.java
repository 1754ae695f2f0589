package org.lianbing.bank.exchange.paper;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.lianbing.bank.ItemType;
import org.lianbing.bank.exchange.wide.Truths;

/** Lines that are options of the question at hand, or of another that nobody numbered. */
final class OptionLines {

    private static final Pattern LETTER = Pattern.compile(
            "^[\\uE100\\uE101√✓✔☑]*[(（]?\\s*([A-HＡ-Ｈ])\\s*(?:[)）]|[、.．:：])\\s*(\\S.*)$", Pattern.DOTALL);
    private static final Pattern RIGHT_TRUTH = Pattern.compile("^(对|错|正确|错误|是|否)\\s*[(（]\\s*正确答案\\s*[)）]$");
    private static final Pattern DENSE = Pattern.compile("(?:^|[\\s\\u3000)）。？?])([A-H])(?=[\\u4e00-\\u9fff])");
    private static final Pattern COLUMN = Pattern.compile(
            "(?:^|[\\s\\u3000]{2,})([A-HＡ-Ｈ])\\s?[、.．:：]\\s*(\\S.*?)(?=[\\s\\u3000]{2,}[A-HＡ-Ｈ]\\s?[、.．:：]|$)");
    /** How many letters an author leaves out by mistake. */
    private static final int GAP = 2;

    private static final int LONGEST_ROW = 1_000;

    private OptionLines() {}

    /** Takes the options of a line; false where it has none of this question. */
    static boolean take(PaperDraft draft, String line) {
        boolean awaited = !draft.options.isEmpty()
                || draft.type == ItemType.SINGLE_CHOICE
                || draft.type == ItemType.MULTIPLE_CHOICE
                || PaperOptions.hasGap(draft.stem);
        if (draft.answered() && !draft.options.isEmpty() && !draft.choosing()) {
            return false;
        }
        if (draft.spoken != null && LETTER.matcher(line).matches() && (line.charAt(0) & 0x1F) == 1) {
            draft.unspoken();
        }
        if (columns(draft, line) || alone(draft, line) || dense(draft, line)) {
            return true;
        }
        Optional<PaperOptions> found = PaperOptions.of(line, draft.options.size(), awaited);
        if (found.isEmpty()) {
            return misLettered(draft, line);
        }
        draft.spoken = null;
        if (!found.get().before().isBlank()) {
            draft.more(found.get().before().strip());
        }
        draft.options(found.get().options());
        return true;
    }

    /** A letter alone in a line, with its text in the next. */
    private static boolean alone(PaperDraft draft, String line) {
        String letter = Atoms.unmarked(line).strip();
        boolean due = letter.matches("[A-HＡ-Ｈ][.．、]?")
                && (letter.charAt(0) & 0x1F) - 1 == draft.options.size()
                && draft.stem.length() > 1
                && !draft.awaitsAnswer();
        if (due) {
            draft.options(List.of(""));
        }
        return due;
    }

    /** A一 B二 C三: letters without any sign, where there are three or more in a line. */
    private static boolean dense(PaperDraft draft, String line) {
        if (line.length() > LONGEST_ROW) {
            return false;
        }
        Matcher each = DENSE.matcher(line);
        List<int[]> found = new ArrayList<>();
        while (each.find()) {
            if ((each.group(1).charAt(0) & 0x1F) - 1 == found.size()) {
                found.add(new int[] {each.start(1), each.end(1)});
            }
        }
        if (!draft.options.isEmpty() || found.size() < 3) {
            return false;
        }
        String before = line.substring(0, found.getFirst()[0]).strip();
        if (!before.isEmpty()) {
            draft.more(before);
        }
        List<String> options = new ArrayList<>();
        for (int i = 0; i < found.size(); i++) {
            int end = i + 1 < found.size() ? found.get(i + 1)[0] : line.length();
            options.add(line.substring(found.get(i)[1], end).strip());
        }
        draft.options(options);
        return true;
    }

    /** Options in two columns that are read down and not across. */
    private static boolean columns(PaperDraft draft, String line) {
        if (line.length() > LONGEST_ROW) {
            return false;
        }
        Map<Integer, String> all = new TreeMap<>();
        Matcher each = COLUMN.matcher(line);
        int last = -1;
        while (each.find()) {
            int place = (each.group(1).charAt(0) & 0x1F) - 1;
            if (place <= last) {
                return false;
            }
            last = place;
            all.put(place, each.group(2).strip());
        }
        boolean begins = draft.options.isEmpty() && all.containsKey(0) && all.size() == 2 && last == 2;
        if (!begins && draft.columns.isEmpty()
                || all.isEmpty()
                || all.keySet().stream().anyMatch(draft.columns::containsKey)) {
            return false;
        }
        draft.columns.putAll(all);
        draft.options.clear();
        draft.options(List.copyOf(draft.columns.values()));
        draft.misLettered = !draft.columns.containsKey(draft.columns.size() - 1);
        return true;
    }

    /** A, B, D or A, B, B: an option all the same, though a key may mean another by its letter. */
    private static boolean misLettered(PaperDraft draft, String line) {
        Matcher letter = LETTER.matcher(line);
        if (draft.options.size() < 2 || !letter.matches()) {
            return false;
        }
        int due = draft.options.size();
        int place = (letter.group(1).charAt(0) & 0x1F) - 1;
        if (place < Math.max(1, due - 1) || place > due + GAP) {
            return false;
        }
        draft.misLettered = true;
        draft.options(List.of(letter.group(2).strip()));
        return true;
    }

    /** Whether options begin again with A, behind a line that was taken for the end of the last one. */
    static boolean beginAgain(PaperDraft draft, String line) {
        return draft.options.size() > 1
                && draft.hasTail()
                && !draft.answered()
                && PaperOptions.of(line, 0)
                        .filter(found -> Atoms.unmarked(found.before()).isBlank())
                        .isPresent()
                && LETTER.matcher(line).matches();
    }

    /** 对 or 错 alone in a line, of a question whose key says which. */
    static boolean truth(PaperDraft draft, String plain) {
        Matcher right = RIGHT_TRUTH.matcher(plain);
        if (draft.options.isEmpty() && !draft.answered() && right.matches()) {
            draft.truthOptions = true;
            draft.answer(right.group(1));
            return true;
        }
        boolean truth = draft.options.isEmpty()
                && !draft.answered()
                && plain.length() <= 3
                && Truths.find(plain).isPresent();
        draft.truthOptions |= truth;
        return truth;
    }
}
