package org.lianbing.bank.exchange.paper;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.jspecify.annotations.Nullable;

/** Which number the next question may have, so that those of points in a text are told from it. */
final class QuestionNumbers {

    private static final Pattern POINT = Pattern.compile("(?m)^\\s*[(（]?(\\d{1,2})[、.．)）](?!\\d)");
    private static final Pattern ASKS = Pattern.compile("[？?]\\s*$|[是有为括][:：]?\\s*$");
    private static final Pattern POINTS_FOLLOW = Pattern.compile("^\\s*$|[:：]\\s*$");

    /** Numbers that a careless author leaves out. */
    private static final int GAP = 20;

    /** The last question with a number. */
    private @Nullable PaperDraft last;

    /** A question with a number; null where none of those so far counts. */
    void seen(@Nullable PaperDraft draft) {
        last = draft;
    }

    /** Whether there was no number so far. */
    boolean isNew() {
        return last == null;
    }

    /**
     * Whether a number is one that may come next in a paper without gaps.
     *
     * @param current the question at hand
     * @param open whether a section has begun, and no question of it
     */
    boolean mayBe(@Nullable PaperDraft current, boolean open, int number) {
        if (current != null) {
            return number == current.number + 1;
        }
        return number == 1 || last != null && (open ? number > last.number : number == last.number + 1);
    }

    /** The number that the next question has in a paper without gaps. */
    int next(@Nullable PaperDraft current, boolean open) {
        PaperDraft draft = current == null ? last : current;
        return draft == null || current == null && open ? 1 : draft.number + 1;
    }

    /** Whether nothing is missing from the question at hand, so that even a number without a sign begins another. */
    boolean isWhole(@Nullable PaperDraft draft, boolean open) {
        return draft == null
                ? open || last != null
                : !draft.writing()
                        && (draft.options.size() > 1
                                || draft.answered()
                                || InlineAnswer.answersWithin(Atoms.unmarked(draft.stem.toString())));
    }

    /** Circles number questions from the first on, and points of a text else. */
    boolean circleDue(@Nullable PaperDraft current, boolean open, int number) {
        PaperDraft former = last;
        if (number == 1) {
            return current == null && open;
        }
        return former != null
                && former.circled
                && number == former.number + 1
                && (current == null || isWhole(current, open));
    }

    /** Whether a number can be that of the next question, and not of a point in an answer. */
    boolean due(@Nullable PaperDraft current, boolean open, int number, String plain) {
        PaperDraft draft = current == null ? last : current;
        if (draft == null || current == null && open) {
            return true;
        }
        return current == null && number > draft.number || follows(draft, number, plain);
    }

    /**
     * Whether a number can be that of the next question, and not of a point in this one.
     *
     * @param plain the line that it stands in
     */
    private static boolean follows(PaperDraft draft, int next, String plain) {
        int step = next - draft.number;
        boolean brackets = plain.startsWith("(") || plain.startsWith("（");
        if (draft.writing()) {
            int listed = listed(draft);
            return !(listed > 0 && listed == next - 1) && step == 1 && !brackets;
        }
        if (!brackets && (draft.closed() || draft.answeredWithin()) && step >= -GAP && step <= GAP) {
            // Behind a key nothing else can stand than another question, though its number be one that somebody forgot
            // to change.
            return true;
        }
        if (draft.explaining() && !asks(plain) && explains(draft, next)) {
            return false;
        }
        boolean restarts = next == 1 && (draft.answered() || !draft.options.isEmpty());
        return restarts && !brackets || step > 0 && step <= (brackets ? 1 : GAP);
    }

    private static boolean asks(String plain) {
        return PaperOptions.hasGap(plain) || ASKS.matcher(plain).find() || InlineAnswer.answersWithin(plain);
    }

    /** Whether a number is that of a point of the explanation, which announced points or has some already. */
    private static boolean explains(PaperDraft draft, int next) {
        int listed = listed(draft);
        return next == 1 ? POINTS_FOLLOW.matcher(draft.explanation).find() : listed > 0 && listed == next - 1;
    }

    /** The number of the last numbered line of the answer; 0 where it has none. */
    private static int listed(PaperDraft draft) {
        String said = draft.answer == null ? "" : draft.answer + "\n" + draft.explanation;
        int last = 0;
        Matcher points = POINT.matcher(said);
        while (points.find()) {
            last = Integer.parseInt(points.group(1));
        }
        return last;
    }
}
