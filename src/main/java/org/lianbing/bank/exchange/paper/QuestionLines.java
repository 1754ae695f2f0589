package org.lianbing.bank.exchange.paper;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

import org.jspecify.annotations.Nullable;

import org.lianbing.bank.ItemType;
import org.lianbing.bank.exchange.format.Question;

/**
 * Gathers the questions of a paper line by line. What begins a question or an option is told by {@link PaperSigns};
 * every other line belongs to what came before it.
 */
final class QuestionLines {

    private static final int MOST_QUESTIONS = 200_000;
    private static final int LONGEST_SOURCE = 8_000;

    private static final int NONE = -1;

    private static final Pattern NOTES = Pattern.compile(
            "^[\\[【(（]?\\s*(?:(?:考生|考试|答题|答卷|应试|应考)(?:须知|说明|要求)|(?:考试|答题)?注意事项|(?i:instructions?(?:\\s+to\\s+candidates)?))\\s*[\\]】)）]?\\s*[:：]?$");

    private static final Pattern LED = Pattern.compile("^\\s*[(（]\\s*[A-H]\\s*[)）]");

    private final Atoms atoms;
    private final List<PaperDraft> drafts = new ArrayList<>();
    private final LooseLines loose = new LooseLines();
    private boolean gap;
    private @Nullable PaperDraft current;
    private final QuestionNumbers numbers = new QuestionNumbers();
    private final SharedTexts texts = new SharedTexts();
    private @Nullable ItemType type;
    /** How many questions there were before the notes on how to go about the paper. */
    private int notes = NONE;

    private int section;
    private boolean sectionOpen;
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

    /** The paper is over. */
    void end() {
        close();
        texts.drop(0, section).ifPresent(this::unread);
    }

    /** What comes next belongs to no question so far. */
    void close() {
        settle();
        current = null;
    }

    /** The heading of an answer: the next line is the answer to the question at hand, if it has none. */
    void awaitAnswer() {
        PaperDraft draft = current;
        if (draft != null && !draft.answered()) {
            draft.answer("");
        }
    }

    /** Whether the question at hand has its answer, so that what explains next explains that. */
    boolean isAnswered() {
        return current != null && current.answered();
    }

    /** Something about what is being read: belongs to the question at hand, if there is one. */
    boolean remark(Question.Remark remark) {
        PaperDraft draft = current;
        if (draft != null) {
            draft.remarks.add(remark);
        }
        return draft != null;
    }

    /**
     * A section begins.
     *
     * @param named the type of its questions as far as its heading says
     * @param choice whether they choose from options that stand before several of them
     */
    void section(@Nullable ItemType named, boolean choice) {
        settle();
        forgetNotes();
        texts.drop(0, section).ifPresent(this::unread);
        texts.section(choice);
        type = named;
        section++;
        sectionOpen = true;
        unnumbered = 0;
        current = null;
    }

    /** Numbered points of how to go about the paper, which stand before its first section, are no questions. */
    private void forgetNotes() {
        if (notes >= 0 && drafts.size() > notes) {
            List<PaperDraft> points = drafts.subList(notes, drafts.size());
            points.removeIf(PaperDraft::isPlain);
            numbers.seen(null);
        }
        notes = NONE;
    }

    /** The number of the question that a line begins or belongs to. */
    int asked(String line) {
        return PaperSigns.question(line, this::mayBe)
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
        if (NOTES.matcher(plain).matches() && numbers.isNew()) {
            notes = drafts.size();
        }
        if (current != null && current.isAsked() && LooseLines.begins(plain)) {
            close();
        }
        PaperDraft draft = current;
        if (draft != null && PaperLabels.take(draft, line, plain)) {
            source(draft, line);
        } else if (!shared(number, line) && !question(number, line) && !looseQuestion(number, line, plain)) {
            PaperDraft asked = current;
            if (asked == null || asked.over(gap)) {
                waits(number, line, asked);
            } else if (OptionLines.beginAgain(asked, line)) {
                anew(asked, number, line);
            } else {
                source(asked, line);
                if (!OptionLines.take(asked, line) && !OptionLines.truth(asked, plain)) {
                    asked.more(line);
                }
            }
        }
    }

    /** What several questions need, announced or going on. */
    private boolean shared(int number, String line) {
        if (texts.announces(line, current)) {
            close();
            texts.drop(number, section).ifPresent(this::unread);
            texts.begin(line);
            return true;
        }
        return texts.goesOn(line);
    }

    private void unread(PaperDraft draft) {
        source(draft, draft.stem.toString());
        drafts.add(draft);
    }

    /** A line outside any question: a title, an instruction, or the stem of a question without a number. */
    private void waits(int number, String line, @Nullable PaperDraft whole) {
        PaperDraft before = whole;
        if (gap) {
            before = whole == null ? loose.before() : whole;
            settle();
        }
        current = null;
        loose.add(number, line, before);
    }

    /** What waits was no stem of a question that can be read. */
    private void settle() {
        loose.clear(section, type).ifPresent(this::unread);
    }

    /** Options begin again: what was taken for the end of the last option is the stem of a question without a number. */
    private void anew(PaperDraft former, int number, String line) {
        former.takeTail().forEach(each -> loose.add(number, each, null));
        PaperDraft draft = loose.question(++unnumbered, number, section, type);
        begin(draft, draft.stem.toString());
        source(draft, line);
        OptionLines.take(draft, line);
    }

    private void begin(PaperDraft draft, String source) {
        drafts.add(draft);
        current = draft;
        sectionOpen = false;
        source(draft, source);
    }

    private boolean looseQuestion(int number, String line, String plain) {
        PaperDraft former = current;
        boolean open = former == null || former.over(gap);
        if (!open || !loose.asked(line, plain, type) || drafts.size() >= MOST_QUESTIONS) {
            return false;
        }
        boolean judged =
                PaperWords.answer(plain).isEmpty() && PaperOptions.of(line, 0).isEmpty();
        if (judged) {
            settle();
        }
        PaperDraft draft = loose.question(++unnumbered, number, section, type);
        begin(draft, draft.stem.toString());
        if (judged) {
            draft.more(line);
            current = null;
        } else if (!PaperLabels.take(draft, line, plain)) {
            OptionLines.take(draft, line);
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
        QuestionBegin begin = QuestionBegin.of(line, this::mayBe);
        Optional<PaperSigns.Numbered> found =
                begin.numbered().filter(one -> numbers.due(current, sectionOpen, one.number(), begin.plain()));
        if (found.isEmpty()) {
            found = PaperSigns.bare(begin.line(), numbers.next(current, sectionOpen))
                    .filter(bare -> numbers.isWhole(current, sectionOpen));
        }
        boolean circled = found.isEmpty();
        if (circled) {
            found = PaperSigns.circled(begin.line())
                    .filter(one -> numbers.circleDue(current, sectionOpen, one.number()));
        }
        if (found.isEmpty() || drafts.size() >= MOST_QUESTIONS) {
            return false;
        }
        ItemType said = begin.type();
        PaperDraft draft = new PaperDraft(found.get().number(), number, section, said == null ? type : said);
        draft.led = begin.led();
        draft.circled = circled;
        tell(draft);
        numbers.seen(draft);
        begin(draft, line);
        String rest = found.get().rest();
        // A stem may begin with its key: 8. (A)主要起冷却作用.
        boolean led = LED.matcher(rest).find()
                && PaperOptions.of(rest, 0).map(all -> all.options().size()).orElse(0) < 2;
        if (led || !OptionLines.take(draft, rest)) {
            draft.more(rest.strip());
        } else {
            draft.spoken = rest.strip();
        }
        return true;
    }

    /** What was told before a question, to it alone or to several. */
    private void tell(PaperDraft draft) {
        texts.story(draft, loose);
        settle();
        texts.tell(draft).ifPresent(text -> source(draft, text));
    }

    private boolean mayBe(int number) {
        return numbers.mayBe(current, sectionOpen, number);
    }
}
