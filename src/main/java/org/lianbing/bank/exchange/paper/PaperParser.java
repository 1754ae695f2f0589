package org.lianbing.bank.exchange.paper;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.regex.Matcher;

import org.jspecify.annotations.Nullable;

import org.lianbing.bank.ItemType;
import org.lianbing.bank.exchange.format.Question;
import org.lianbing.bank.exchange.wide.Truths;

/**
 * Finds the questions of a paper in its lines. What begins a question, an option, an answer or a section is told by
 * {@link PaperSigns}; every other line belongs to what came before it. Questions are handed over at the end, since their
 * answers may stand there.
 */
public final class PaperParser {

    private static final int MOST_QUESTIONS = 200_000;
    /** What is longer is taken in parts, which all belong to the same question. */
    private static final int LONGEST_LINE = 20_000;

    private static final int LONGEST_SOURCE = 8_000;

    private final Atoms atoms;
    private final List<PaperDraft> drafts = new ArrayList<>();
    /** Questions that stood in tables, by the number of drafts before them. */
    private final Map<Integer, List<Question>> ready = new HashMap<>();

    private final LooseLines loose = new LooseLines();
    private final KeyReading key = new KeyReading();
    private boolean gap;
    private @Nullable PaperDraft current;
    private @Nullable ItemType type;
    private int section;
    private boolean sectionOpen;
    /** How many questions of the section nobody numbered. */
    private int unnumbered;

    public PaperParser(Atoms atoms) {
        this.atoms = atoms;
    }

    /**
     * The next line.
     *
     * @param number its place in the file, from 1
     * @param text with atoms and marks
     */
    public void line(int number, String text) {
        String line = text.replace('\u00a0', ' ').strip();
        if (Atoms.unmarked(line).isBlank()) {
            gap = true;
            return;
        }
        List<String> questions = key.isReading() ? List.of(line) : RunOnLines.apart(line, asked(line));
        for (String question : questions) {
            for (int from = 0; from < question.length(); from += LONGEST_LINE) {
                single(number, question.substring(from, Math.min(question.length(), from + LONGEST_LINE)));
            }
        }
    }

    private void single(int number, String text) {
        String line = text.strip();
        String plain = Atoms.unmarked(line).strip();
        if (plain.isEmpty()) {
            return;
        }
        Matcher within = PaperSigns.ANSWER_WITHIN.matcher(line);
        if (within.matches() && !key.isReading()) {
            single(number, within.group(1));
            single(number, within.group(2));
        } else if (!heading(plain)) {
            key.look(plain, drafts);
            if (key.isReading()) {
                keyLine(number, line, plain);
            } else {
                textLine(number, line, plain);
            }
        }
        gap = false;
    }

    /** The number of the question that a line begins or belongs to. */
    private int asked(String line) {
        return PaperSigns.question(line, next())
                .map(PaperSigns.Numbered::number)
                .orElseGet(() -> current == null ? -1 : current.number);
    }

    /** From here on there are answers only, as in a file of their own. */
    public void answersFollow() {
        key.only();
        current = null;
    }

    private void textLine(int number, String line, String plain) {
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

    /** A table: answers, where it is one of those; else it belongs to the question before it. */
    public void table(int number, List<List<String>> rows, String markdown) {
        if (!key.table(rows)) {
            line(number, atoms.of("\n\n" + markdown + "\n\n"));
        }
    }

    private boolean heading(String plain) {
        Optional<PaperHeading> found = PaperHeading.of(plain);
        found.ifPresent(this::heading);
        return found.isPresent() && !(found.get().kind() == PaperHeading.Kind.KEY && drafts.isEmpty());
    }

    private void heading(PaperHeading heading) {
        switch (heading.kind()) {
            case KEY -> {
                if (!drafts.isEmpty()) {
                    key.headed();
                }
                PaperDraft draft = current;
                if (draft != null && !draft.answered()) {
                    draft.answer("");
                }
            }
            case CHAPTER -> {
                if (!key.isReading()) {
                    section(null);
                }
            }
            case SECTION -> {
                if (!key.section(heading.type(), heading.name())) {
                    section(heading.type());
                }
            }
        }
    }

    private void section(@Nullable ItemType named) {
        loose.clear();
        type = named;
        section++;
        sectionOpen = true;
        unnumbered = 0;
        current = null;
    }

    private void keyLine(int number, String line, String plain) {
        Optional<PaperSigns.Numbered> asked = key.question(line);
        if (asked.isPresent()) {
            section(key.close(drafts));
            textLine(
                    number - 1,
                    asked.get().number() + "、" + asked.get().rest(),
                    asked.get().number() + "、");
            textLine(number, line, plain);
        } else if (key.isOver(plain)) {
            section(key.close(drafts));
            textLine(number, line, plain);
        } else {
            key.line(plain);
        }
    }

    private boolean question(int number, String line) {
        Optional<PaperSigns.Tagged> tagged = PaperSigns.tagged(line);
        String untagged = tagged.map(PaperSigns.Tagged::line).orElse(line);
        Optional<PaperSigns.Numbered> found =
                PaperSigns.question(untagged.replaceFirst("^[\\uE100\\uE101]+(?=\\d)", ""), next());
        if (found.isEmpty()
                || !due(found.get().number(), Atoms.unmarked(untagged).strip())) {
            return false;
        }
        if (drafts.size() >= MOST_QUESTIONS) {
            return false;
        }
        PaperDraft draft = new PaperDraft(
                found.get().number(),
                number,
                section,
                tagged.map(PaperSigns.Tagged::type).orElse(type));
        loose.clear();
        draft.source.append(atoms.shown(line)).append('\n');
        drafts.add(draft);
        current = draft;
        sectionOpen = false;
        String rest = found.get().rest();
        if (!options(draft, rest)) {
            draft.more(rest.strip());
        }
        return true;
    }

    private int next() {
        return current == null ? 1 : current.number + 1;
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
        Optional<PaperSigns.Options> found = PaperSigns.options(line, draft.options.size());
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

    /** Hands over all questions in their order. */
    public void end(Consumer<Question> found) {
        loose.clear();
        key.resolve(drafts);
        for (int i = 0; i <= drafts.size(); i++) {
            ready.getOrDefault(i, List.of()).forEach(found);
            if (i < drafts.size()) {
                found.accept(new PaperQuestion(drafts.get(i), atoms).read());
            }
        }
    }

    /** Something about what is being read: belongs to the question at hand. */
    public void remark(Question.Remark remark) {
        PaperDraft draft = current;
        if (draft != null) {
            draft.remarks.add(remark);
        }
    }

    /** The Markdown of a text with atoms. */
    public String markdown(String text) {
        return atoms.expanded(text);
    }

    /** Takes questions of a table, which belong to no draft. */
    public void take(List<Question> questions) {
        ready.computeIfAbsent(drafts.size(), place -> new ArrayList<>()).addAll(questions);
        current = null;
    }

    /** How many questions there are so far. */
    public int questions() {
        return drafts.size() + ready.values().stream().mapToInt(List::size).sum();
    }
}
