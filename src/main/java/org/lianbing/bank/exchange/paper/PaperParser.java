package org.lianbing.bank.exchange.paper;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.jspecify.annotations.Nullable;

import org.lianbing.bank.ItemType;
import org.lianbing.bank.exchange.format.Question;
import org.lianbing.bank.exchange.wide.Truths;
import org.lianbing.bank.exchange.wide.TypeNames;

/**
 * Finds the questions of a paper in its lines. What begins a question, an option, an answer or a section is told by
 * {@link PaperSigns}; every other line belongs to what came before it. Questions are handed over at the end, since their
 * answers may stand there.
 */
public final class PaperParser {

    private static final Pattern FOREIGN = Pattern.compile("^[\\u4e00-\\u9fff]{1,8}题(?:[（(].*|\\s*)$");
    private static final int LONGEST_HEADING = 80;
    /** Numbers that a careless author leaves out. */
    private static final int GAP = 20;

    private static final int MOST_QUESTIONS = 200_000;
    private static final int LONGEST_SOURCE = 8_000;

    private final Atoms atoms;
    private final List<PaperDraft> drafts = new ArrayList<>();
    private final List<String> before = new ArrayList<>();
    private final AnswerKey key = new AnswerKey();
    private @Nullable PaperDraft current;
    private @Nullable ItemType type;
    private int section;
    private boolean sectionOpen;
    private boolean keyAwaited;
    private boolean inKey;

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
        String plain = Atoms.unmarked(line).strip();
        if (plain.isEmpty()) {
            return;
        }
        Matcher within = PaperSigns.ANSWER_WITHIN.matcher(line);
        if (within.matches() && !inKey) {
            line(number, within.group(1));
            line(number, within.group(2));
        } else if (!heading(plain)) {
            if (keyAwaited && !inKey) {
                keyAwaited = false;
                inKey = AnswerKey.looksLike(plain);
            }
            if (inKey) {
                keyLine(plain);
            } else {
                textLine(number, line, plain);
            }
        }
    }

    private void textLine(int number, String line, String plain) {
        PaperDraft draft = current;
        if (draft != null && labelled(draft, line, plain)) {
            source(draft, line);
        } else if (!question(number, line, plain)) {
            if (draft == null) {
                before.add(atoms.shown(line));
                return;
            }
            source(draft, line);
            if (!options(draft, line) && !truthOption(draft, plain)) {
                draft.more(line);
            }
        }
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
        if (plain.length() > LONGEST_HEADING) {
            return false;
        }
        if (PaperSigns.KEY_HEADING.matcher(plain).matches() && !drafts.isEmpty() && !bracketed(plain)) {
            // Whether the answers to all follow, or the answer to the last question, the next line tells.
            keyAwaited = true;
            PaperDraft draft = current;
            if (draft != null && !draft.answered()) {
                draft.answer("");
            }
            return true;
        }
        Matcher numbered = PaperSigns.SECTION.matcher(plain);
        boolean chapter = numbered.matches();
        String name = chapter ? numbered.group(1) : plain;
        boolean alone =
                !chapter && TypeNames.find(plain.replaceAll("[:：]$", "")).isPresent() && plain.length() < 12;
        Optional<ItemType> named =
                chapter && name.contains("题") || alone ? PaperTypes.inHeading(name) : Optional.empty();
        // A part of a kind that has no type here is a part all the same.
        boolean foreign = chapter && FOREIGN.matcher(name).find();
        if (named.isEmpty() && !foreign) {
            return false;
        }
        if (inKey || keyAwaited) {
            inKey = true;
            key.section(named.orElse(null));
        } else {
            type = named.orElse(null);
            section++;
            sectionOpen = true;
            current = null;
        }
        return true;
    }

    private static boolean bracketed(String plain) {
        return plain.startsWith("【") && plain.length() > 8;
    }

    private void keyLine(String plain) {
        if (key.line(plain) == 0) {
            // The answers are over: another paper begins, or a text that belongs to none.
            Optional<PaperSigns.Numbered> question = PaperSigns.question(plain);
            if (question.isPresent() && question.get().rest().length() > 12) {
                written(question.get());
            }
        }
    }

    /** An answer in sentences in the key at the end. */
    private void written(PaperSigns.Numbered answer) {
        drafts.stream()
                .filter(draft -> !draft.answered() && draft.options.isEmpty() && draft.number == answer.number())
                .findFirst()
                .ifPresent(draft -> draft.answer(answer.rest()));
    }

    private boolean labelled(PaperDraft draft, String line, String plain) {
        Matcher answer = PaperSigns.ANSWER.matcher(plain);
        if (answer.matches()) {
            String said = answer.group(1) == null ? answer.group(2) : answer.group(1);
            Matcher explained = java.util.regex.Pattern.compile("^(\\S{1,12})\\s+[\\[【]?(?:答案)?解析[\\]】]?[:：]?\\s*(.+)$")
                    .matcher(said);
            if (explained.matches()) {
                draft.answer(explained.group(1));
                draft.explain(explained.group(2));
            } else {
                draft.answer(said);
            }
            return true;
        }
        if (draft.awaitsAnswer() && PaperSigns.question(plain).isEmpty()) {
            draft.answer(line);
            return true;
        }
        Matcher explanation = PaperSigns.EXPLANATION.matcher(plain);
        if (explanation.matches() && !draft.stem.isEmpty()) {
            draft.explain(explanation.group(1));
            return true;
        }
        Matcher meta = PaperSigns.META.matcher(plain);
        if (meta.matches()) {
            meta(draft, meta.group(1), meta.group(2).strip());
            return true;
        }
        return false;
    }

    private static void meta(PaperDraft draft, String name, String said) {
        switch (name) {
            case "难度", "难易程度" -> draft.difficulty = said;
            case "知识点", "考点", "考查点", "鉴定点" -> draft.points = said;
            case "等级", "级别" -> draft.levels = said;
            case "出处", "来源", "依据来源" -> draft.origin = said;
            default -> {
                // Marks and type are told by the paper as a whole.
            }
        }
    }

    private boolean question(int number, String line, String plain) {
        Optional<PaperSigns.Numbered> found =
                PaperSigns.question(line.replaceFirst("^[\\uE100\\uE101]+(?=\\d)", ""), next());
        if (found.isEmpty() || !due(found.get().number(), plain)) {
            return false;
        }
        if (drafts.size() >= MOST_QUESTIONS) {
            return false;
        }
        PaperDraft draft = new PaperDraft(found.get().number(), number, section, type);
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
        int step = number - draft.number;
        if (draft.writing() && draft.listed() == number - 1 && draft.listed() > 0) {
            return false;
        }
        if (draft.writing()) {
            return step == 1 && !plain.startsWith("(") && !plain.startsWith("（");
        }
        boolean restarts = number == 1 && (draft.answered() || !draft.options.isEmpty());
        boolean brackets = plain.startsWith("(") || plain.startsWith("（");
        return restarts && !brackets || step > 0 && step <= (brackets ? 1 : GAP);
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
        int first = drafts.stream().mapToInt(draft -> draft.section).min().orElse(0);
        for (PaperDraft draft : drafts) {
            if (!draft.answered()) {
                key.find(draft.section - first, draft.type, draft.number).ifPresent(draft::answer);
            }
            found.accept(new PaperQuestion(draft, atoms).read());
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

    /** How many questions there are so far. */
    public int questions() {
        return drafts.size();
    }

    /** Lines before the first question, such as a title. */
    public List<String> title() {
        return List.copyOf(before);
    }
}
