package org.lianbing.bank.exchange.paper;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

import org.jspecify.annotations.Nullable;

import org.lianbing.bank.ItemType;
import org.lianbing.bank.exchange.format.Question;
import org.lianbing.bank.exchange.wide.Truths;

/**
 * Gathers the questions of a paper line by line. What begins a question or an option is told by {@link PaperSigns};
 * every other line belongs to what came before it.
 */
final class QuestionLines {

    private static final int MOST_QUESTIONS = 200_000;
    private static final int LONGEST_SOURCE = 8_000;

    private static final Pattern LED = Pattern.compile("^\\s*[(（]\\s*[A-H]\\s*[)）]");

    private final Atoms atoms;
    private final List<PaperDraft> drafts = new ArrayList<>();
    private final LooseLines loose = new LooseLines();
    private boolean gap;
    private @Nullable PaperDraft current;
    private @Nullable ItemType type;
    private int section;
    private boolean sectionOpen;
    /** What a 案例 tells before its questions, which each of them needs. */
    private String context = "";
    /** How many questions of the section nobody numbered. */
    private int unnumbered;

    QuestionLines(Atoms atoms) {
        this.atoms = atoms;
    }

    /** All questions so far, the last perhaps not whole yet. */
    List<PaperDraft> drafts() {
        return drafts;
    }

    /** An empty line. */
    void gap() {
        gap = true;
    }

    /** The line behind an empty one was taken. */
    void gapOver() {
        gap = false;
    }

    /** A line that goes on with the question at hand; false where there is none. */
    boolean more(String line) {
        PaperDraft draft = current;
        if (draft != null) {
            source(draft, line);
            draft.more(line);
        }
        return draft != null;
    }

    /** What comes next belongs to no question so far. */
    void close() {
        current = null;
    }

    /** The heading of an answer: the next line is the answer to the question at hand, if it has none. */
    void awaitAnswer() {
        PaperDraft draft = current;
        if (draft != null && !draft.answered()) {
            draft.answer("");
        }
    }

    /** Something about what is being read: belongs to the question at hand, if there is one. */
    boolean remark(Question.Remark remark) {
        PaperDraft draft = current;
        if (draft != null) {
            draft.remarks.add(remark);
        }
        return draft != null;
    }

    /** A section begins, with questions of that type as far as its heading says. */
    void section(@Nullable ItemType named) {
        loose.clear();
        context = "";
        type = named;
        section++;
        sectionOpen = true;
        unnumbered = 0;
        current = null;
    }

    /** The number of the question that a line begins or belongs to. */
    int asked(String line) {
        return PaperSigns.question(line, next())
                .map(PaperSigns.Numbered::number)
                .orElseGet(() -> current == null ? -1 : current.number);
    }

    /**
     * A line that is no heading and no part of a key.
     *
     * @param line with atoms and marks
     * @param plain the same without marks
     */
    void line(int number, String line, String plain) {
        PaperDraft draft = current;
        if (draft != null && PaperLabels.take(draft, line, plain)) {
            source(draft, line);
        } else if (!question(number, line) && !looseQuestion(number, line, plain)) {
            PaperDraft asked = current;
            if (asked == null || asked.over(gap)) {
                current = null;
                waits(number, line);
                return;
            }
            source(asked, line);
            if (!options(asked, line) && !truthOption(asked, plain)) {
                asked.more(line);
            }
        }
    }

    /** A line outside any question: a title, an instruction, or the stem of a question without a number. */
    private void waits(int number, String line) {
        if (gap) {
            loose.clear();
        }
        loose.add(number, line);
    }

    private boolean looseQuestion(int number, String line, String plain) {
        PaperDraft former = current;
        boolean open = former == null || former.over(gap);
        if (!open || !loose.asked(line, plain, type) || drafts.size() >= MOST_QUESTIONS) {
            return false;
        }
        boolean judged = !PaperSigns.ANSWER.matcher(plain).matches()
                && PaperSigns.options(line, 0).isEmpty();
        if (judged) {
            loose.clear();
        }
        PaperDraft draft = loose.question(++unnumbered, number, section, type);
        drafts.add(draft);
        current = draft;
        sectionOpen = false;
        source(draft, draft.stem.toString());
        if (judged) {
            draft.more(line);
            current = null;
        } else if (!PaperLabels.take(draft, line, plain)) {
            options(draft, line);
        }
        source(draft, line);
        return true;
    }

    private void source(PaperDraft draft, String line) {
        if (draft.source.length() < LONGEST_SOURCE) {
            draft.source.append(atoms.shown(line)).append('\n');
        }
    }

    private boolean question(int number, String line) {
        QuestionBegin begin = QuestionBegin.of(line, next());
        Optional<PaperSigns.Numbered> found = begin.numbered();
        boolean begins = found.isPresent() && due(found.get().number(), begin.plain());
        if (!begins) {
            found = PaperSigns.bare(begin.line(), numberDue()).filter(bare -> isWhole());
        }
        if (found.isEmpty() || drafts.size() >= MOST_QUESTIONS) {
            return false;
        }
        ItemType said = begin.type();
        PaperDraft draft = new PaperDraft(found.get().number(), number, section, said == null ? type : said);
        draft.led = begin.led();
        if (draft.type == ItemType.ESSAY || draft.type == ItemType.CASE) {
            context = loose.told().orElse(context);
            draft.more(context);
        }
        loose.clear();
        source(draft, line);
        drafts.add(draft);
        current = draft;
        sectionOpen = false;
        String rest = found.get().rest();
        // A stem may begin with its key: 8. (A)主要起冷却作用.
        boolean led = LED.matcher(rest).find()
                && PaperSigns.options(rest, 0).map(all -> all.options().size()).orElse(0) < 2;
        if (led || !options(draft, rest)) {
            draft.more(rest.strip());
        }
        return true;
    }

    private int next() {
        return current == null ? 1 : current.number + 1;
    }

    /** The number that the next question has in a paper without gaps. */
    private int numberDue() {
        PaperDraft draft = current;
        if (draft != null) {
            return draft.number + 1;
        }
        return sectionOpen || drafts.isEmpty() ? 1 : drafts.getLast().number + 1;
    }

    /** Whether nothing is missing from the question at hand, so that even a number without a sign begins another. */
    private boolean isWhole() {
        PaperDraft draft = current;
        return draft == null
                ? sectionOpen || !drafts.isEmpty()
                : !draft.writing()
                        && (draft.options.size() > 1
                                || draft.answered()
                                || InlineAnswer.answersWithin(Atoms.unmarked(draft.stem.toString())));
    }

    /** Whether a number can be that of the next question, and not of a point in an answer. */
    private boolean due(int number, String plain) {
        PaperDraft draft = current;
        if (draft == null) {
            return drafts.isEmpty() || sectionOpen || number > drafts.getLast().number;
        }
        return draft.isFollowedBy(number, plain);
    }

    private boolean options(PaperDraft draft, String line) {
        boolean awaited = !draft.options.isEmpty()
                || draft.type == ItemType.SINGLE_CHOICE
                || draft.type == ItemType.MULTIPLE_CHOICE
                || PaperSigns.hasGap(draft.stem);
        Optional<PaperSigns.Options> found = PaperSigns.options(line, draft.options.size(), awaited);
        if (found.isEmpty() || draft.answered() && !draft.options.isEmpty()) {
            return false;
        }
        if (!found.get().before().isBlank()) {
            draft.more(found.get().before().strip());
        }
        draft.options(found.get().options());
        return true;
    }

    private static boolean truthOption(PaperDraft draft, String plain) {
        boolean truth = draft.options.isEmpty()
                && !draft.answered()
                && plain.length() <= 3
                && Truths.find(plain).isPresent();
        draft.truthOptions |= truth;
        return truth;
    }
}
