package org.lianbing.bank.exchange.paper;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A line taken apart at its options.
 *
 * @param before what stands before the first
 * @param options their texts, marks kept
 */
record PaperOptions(String before, List<String> options) {

    private static final Pattern OPTION = Pattern.compile(
            "(?<![\\uE100\\uE101√✓✔☑])([\\uE100\\uE101√✓✔☑]*+)(?:[(（]\\s*)?([A-Ha-hＡ-Ｈ])\\s*(?:[)）]\\s*[、.．:：]?|[、.．:：]|(?=[\\uE100\\uE101]*[\\u3000 \\t]))\\s*");
    private static final Pattern GAP = Pattern.compile("[(（][\\s\\u3000]*[)）]|_{2}|＿{2}");
    /** What may stand before an option in a line; before a letter with a sign behind it, and others before that, anything may. */
    private static final Pattern BEFORE_OPTION = Pattern.compile("[\\s\\u3000;；。，,\\uE100\\uE101\\u4e00-\\u9fff]");

    private static final int LETTERS = 8;

    private static final Pattern SIGNED = Pattern.compile("[、.．:：]\\s*$");
    /** A place to fill in, and the end of the sentence that has it: the first option may stand behind that. */
    private static final Pattern ASKED =
            Pattern.compile(".*(?:[(（][\\s\\u3000]*[)）]|_{2}|[？?]).{0,30}(?:[。.；;：:？?)）_]|\\s)\\s*$", Pattern.DOTALL);

    /**
     * The options in a line, from the letter that is due on. One alone counts only at the beginning of the line, since
     * a text may speak of point A.
     *
     * @param due the place of the first letter, 0 is A
     */
    static Optional<PaperOptions> of(String line, int due) {
        return of(line, due, false);
    }

    /**
     * The same.
     *
     * @param bare whether a letter with nothing but a space behind it counts too, since options are awaited
     */
    static Optional<PaperOptions> of(String line, int due, boolean bare) {
        Matcher matcher = OPTION.matcher(line);
        List<int[]> found = new ArrayList<>();
        int[] signed = {};
        int next = due;
        while (matcher.find()) {
            int place = letter(matcher.group(2).charAt(0));
            int[] at = {matcher.start(), matcher.end()};
            // In B. B和C C. 都是 the letter of an option is the one with a sign behind it, as the others have.
            boolean spoken = place == next && !found.isEmpty() && bare(line, at) && !bare(line, found.getFirst());
            if (spoken) {
                signed = signed.length == 0 ? signed(line) : signed;
                spoken = signed[place] > matcher.start();
            }
            if (place == next && !spoken && mayStand(line, matcher, found.isEmpty())) {
                found.add(new int[] {matcher.start(), matcher.end(), matcher.start(1), matcher.end(1)});
                next++;
            }
        }
        boolean atStart = !found.isEmpty()
                && Atoms.unmarked(line.substring(0, found.getFirst()[0])).isBlank();
        if (found.isEmpty() || found.size() == 1 && !alone(line, found.getFirst(), atStart, bare)) {
            return Optional.empty();
        }
        List<String> options = new ArrayList<>();
        for (int i = 0; i < found.size(); i++) {
            int[] at = found.get(i);
            int end = i + 1 < found.size() ? found.get(i + 1)[0] : line.length();
            String sign = line.substring(at[2], at[3]);
            String tick = sign.chars().anyMatch(each -> "√✓✔☑".indexOf(each) >= 0) ? "√" : "";
            String marks = sign.replaceAll("[^\\uE100\\uE101]", "");
            String inner = line.substring(at[0], at[1]).indexOf(Atoms.MARK) >= 0 && !marks.contains("\uE100")
                    ? "\uE100"
                    : marks;
            options.add(inner + line.substring(at[1], end).strip() + tick);
        }
        return Optional.of(new PaperOptions(line.substring(0, found.getFirst()[0]), options));
    }

    /** Where each letter stands last with a sign behind it; -1 for those that never do. */
    private static int[] signed(String line) {
        int[] last = new int[LETTERS];
        java.util.Arrays.fill(last, -1);
        Matcher matcher = OPTION.matcher(line);
        while (matcher.find()) {
            if (!bare(line, new int[] {matcher.start(), matcher.end()}) && mayStand(line, matcher, false)) {
                last[letter(matcher.group(2).charAt(0))] = matcher.start();
            }
        }
        return last;
    }

    /** Whether a text has a place to fill in. */
    static boolean hasGap(CharSequence text) {
        return GAP.matcher(text).find();
    }

    private static boolean mayStand(String line, Matcher option, boolean first) {
        if (option.start() == 0) {
            return true;
        }
        String before = line.substring(option.start() - 1, option.start());
        boolean within = Character.isIdeographic(before.charAt(0));
        boolean signed = SIGNED.matcher(option.group()).find();
        return first
                ? !within
                        && (BEFORE_OPTION.matcher(before).matches()
                                || signed && !Character.isLetterOrDigit(before.charAt(0)))
                : signed || BEFORE_OPTION.matcher(before).matches();
    }

    /** Whether a single letter in a line is an option: at its beginning, or behind a sentence that asks. */
    private static boolean alone(String line, int[] at, boolean atStart, boolean bare) {
        if (bare(line, at)) {
            return bare && atStart;
        }
        boolean signed = SIGNED.matcher(line.substring(at[0], at[1])).find();
        return atStart || signed && ASKED.matcher(line.substring(0, at[0])).matches();
    }

    /** A letter and nothing behind it but a space, as in "A dog": an option only where others follow in the line. */
    private static boolean bare(String line, int[] at) {
        return line.substring(at[0], at[1]).strip().matches("[\\uE100\\uE101]*[A-Ha-hＡ-Ｈ]");
    }

    private static int letter(char sign) {
        char half = sign >= 'Ａ' ? (char) (sign - 'Ａ' + 'A') : sign;
        return Character.toUpperCase(half) - 'A';
    }
}
