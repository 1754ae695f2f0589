package org.lianbing.bank.exchange.paper;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.stream.Stream;

import org.lianbing.bank.exchange.format.Question;

/**
 * Finds the questions of a paper in its lines: tells its headings and its key from its questions, which
 * {@link QuestionLines} gathers. Questions are handed over at the end, since their answers may stand there.
 */
public final class PaperParser {

    /** What is longer is taken in parts, which all belong to the same question. */
    private static final int LONGEST_LINE = 20_000;
    /** A wider space says no more. */
    private static final int WIDEST = 30;

    private final Atoms atoms;
    private final QuestionLines questions;
    /** Questions that stood in tables, by the number of drafts before them. */
    private final Map<Integer, List<Question>> ready = new HashMap<>();

    private final KeyReading key = new KeyReading();
    private final PaperFurniture furniture = new PaperFurniture();
    private final SectionsSeen sections = new SectionsSeen();
    private final List<Question.Remark> pending = new ArrayList<>();

    public PaperParser(Atoms atoms) {
        this.atoms = atoms;
        this.questions = new QuestionLines(atoms);
    }

    /**
     * The next line.
     *
     * @param number its place in the file, from 1
     * @param text with atoms and marks
     */
    public void line(int number, String text) {
        String line = narrowed(text.replace('\u00a0', ' ')).strip();
        if (Atoms.unmarked(line).isBlank()) {
            tell();
            questions.gap();
            return;
        }
        if (line.charAt(0) == Atoms.MORE && !key.isReading() && questions.more(line)) {
            tell();
            questions.gapOver();
            return;
        }
        List<String> apart = key.isReading() ? List.of(line) : RunOnLines.apart(line, questions.asked(line));
        for (String question : apart.stream().flatMap(this::said).toList()) {
            for (int from = 0; from < question.length(); from += LONGEST_LINE) {
                single(number, question.substring(from, Math.min(question.length(), from + LONGEST_LINE)));
            }
        }
        tell();
    }

    /** Without the end of long runs of spaces, in which patterns would look for their words again and again. */
    private static String narrowed(String text) {
        StringBuilder narrow = new StringBuilder(text.length());
        int spaces = 0;
        for (int i = 0; i < text.length(); i++) {
            char sign = text.charAt(i);
            boolean mark = sign >= Atoms.MARK && sign <= Atoms.MORE;
            boolean space = Character.isWhitespace(sign);
            spaces = mark ? spaces : space ? spaces + 1 : 0;
            if (!space || spaces <= WIDEST || sign == '\n') {
                narrow.append(sign);
            }
        }
        return narrow.toString();
    }

    /** 【难度】易 【知识点】接地 says two things, one after the other. */
    private Stream<String> said(String line) {
        return key.isReading() || key.isAwaited() ? Stream.of(line) : Arrays.stream(PaperWords.apart(line));
    }

    /** What was found while a line was read belongs to the question that it begins or goes on with. */
    private void tell() {
        pending.removeIf(questions::remark);
    }

    private void single(int number, String text) {
        String line = PaperFurniture.withoutBox(text.strip());
        String plain = Atoms.unmarked(line).strip();
        if (plain.isEmpty()) {
            return;
        }
        Optional<Matcher> within = PaperWords.within(line);
        if (within.isPresent() && !key.isReading() && PaperWords.answer(plain).isEmpty()) {
            single(number, within.get().group(1));
            single(number, within.get().group(2));
        } else if (!furniture.is(plain, questions.drafts().isEmpty()) && !heading(plain)) {
            if (key.several(plain, questions.drafts())) {
                questions.close();
                return;
            }
            key.look(plain, questions.drafts());
            if (key.isReading()) {
                keyLine(number, line, plain);
            } else {
                questions.line(number, line, plain);
            }
        }
        questions.gapOver();
    }

    /** From here on there are answers only, as in a file of their own. */
    public void answersFollow() {
        key.only();
        questions.close();
    }

    /** A piece of Markdown that stays as it is, in a line or as lines of its own. */
    String piece(String markdown) {
        return atoms.of(markdown);
    }

    /** A table: answers, where it is one of those; else it belongs to the question before it. */
    public void table(int number, List<List<String>> rows, String markdown) {
        if (!PaperFurniture.isTable(rows) && !key.table(rows)) {
            line(number, atoms.of("\n\n" + markdown + "\n\n"));
        }
    }

    private boolean heading(String plain) {
        Optional<PaperHeading> found = PaperHeading.of(plain)
                .filter(heading -> heading.kind() != PaperHeading.Kind.KEY
                        || !questions.isAnswered()
                        || PaperWords.explanation(plain).isEmpty());
        found.ifPresent(heading -> heading(heading, PaperHeading.mark(plain)));
        return found.isPresent()
                && !(found.get().kind() == PaperHeading.Kind.KEY
                        && questions.drafts().isEmpty());
    }

    private void heading(PaperHeading heading, String mark) {
        switch (heading.kind()) {
            case KEY -> {
                if (!questions.drafts().isEmpty()) {
                    key.headed();
                }
                questions.awaitAnswer();
            }
            case CHAPTER -> {
                if (!key.isReading()) {
                    questions.section(null, false);
                }
            }
            case SECTION -> {
                if (heading.isKey() && !questions.drafts().isEmpty()) {
                    key.headed();
                }
                if (sections.isNew(heading, mark) && key.isBetween()) {
                    key.close(questions.drafts());
                }
                if (!key.section(heading.type(), heading.name())) {
                    sections.seen(heading, mark);
                    questions.section(heading.type(), heading.isChoosing());
                }
            }
        }
    }

    private void keyLine(int number, String line, String plain) {
        Optional<PaperSigns.Numbered> asked = key.question(line);
        if (asked.isPresent()) {
            questions.section(key.close(questions.drafts()), false);
            questions.line(
                    number - 1,
                    asked.get().number() + "、" + asked.get().rest(),
                    asked.get().number() + "、");
            questions.line(number, line, plain);
        } else if (key.isOver(plain)) {
            questions.section(key.close(questions.drafts()), false);
            questions.line(number, line, plain);
        } else {
            key.line(plain);
        }
    }

    /** Hands over all questions in their order. */
    public void end(Consumer<Question> found) {
        questions.end();
        List<PaperDraft> drafts = questions.drafts();
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
        pending.add(remark);
    }

    /** The Markdown of a text with atoms. */
    public String markdown(String text) {
        return atoms.expanded(text);
    }

    /** Takes questions of a table, which belong to no draft. */
    public void take(List<Question> found) {
        ready.computeIfAbsent(questions.drafts().size(), place -> new ArrayList<>())
                .addAll(found);
        questions.close();
    }

    /** How many questions there are so far. */
    public int questions() {
        questions.close();
        return questions.drafts().size()
                + ready.values().stream().mapToInt(List::size).sum();
    }
}
