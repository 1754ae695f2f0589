package org.lianbing.bank.exchange.paper;

import org.jspecify.annotations.Nullable;

/** Which number the next question may have, so that those of points in a text are told from it. */
final class QuestionNumbers {

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
        return current == null && number > draft.number || draft.isFollowedBy(number, plain);
    }
}
