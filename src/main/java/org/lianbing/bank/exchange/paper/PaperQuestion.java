package org.lianbing.bank.exchange.paper;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

import org.jspecify.annotations.Nullable;

import org.lianbing.bank.Interaction;
import org.lianbing.bank.ItemContent;
import org.lianbing.bank.ItemType;
import org.lianbing.bank.Option;
import org.lianbing.bank.Rubric;
import org.lianbing.bank.exchange.format.Labels;
import org.lianbing.bank.exchange.format.Question;
import org.lianbing.bank.exchange.format.Question.Remark;
import org.lianbing.bank.exchange.wide.DifficultyText;
import org.lianbing.bank.exchange.wide.Measure;
import org.lianbing.bank.exchange.wide.Truths;

/** A gathered question of a paper, turned into an item: by its section, its options and what its answer looks like. */
final class PaperQuestion {

    private static final Pattern UNIT =
            Pattern.compile("[\\p{IsLatin}\\p{IsGreek}°℃Ω%·/²³^\\d]{0,10}|[\\u4e00-\\u9fff]{1,3}");
    /** Such a key names options, and there are none. */
    private static final Pattern LETTERS = Pattern.compile("[A-HＡ-Ｈ]{1,8}");

    private final PaperDraft draft;
    private final Atoms atoms;
    private final List<Remark> remarks = new ArrayList<>();
    private String stem;

    PaperQuestion(PaperDraft draft, Atoms atoms) {
        this.draft = draft;
        this.atoms = atoms;
        this.stem = draft.stem.toString();
        this.remarks.addAll(draft.remarks);
    }

    Question read() {
        String place = (draft.loose ? "" : "#" + draft.number + " · ") + "¶" + draft.line;
        String source = draft.source.toString().strip();
        Labels labels = new Labels("", List.of(), List.of(), draft.points, draft.levels, draft.origin, "");
        if (draft.options.isEmpty()) {
            draft.options.addAll(draft.shared);
        }
        if (!draft.answered() && !draft.led.isEmpty()) {
            draft.answer(draft.led);
        }
        remarks.addAll(PaperMarks.take(draft));
        stem = draft.stem.toString();
        inlineAnswer();
        Optional<Interaction> interaction = interaction();
        if (interaction.isEmpty()) {
            return new Question.Unread(place, source, labels, reason(), begun());
        }
        return new Question.Read(place, source, labels, content(interaction.get()), remarks);
    }

    private ItemContent content(Interaction interaction) {
        int difficulty = draft.difficulty == null
                ? DifficultyText.MIDDLE
                : DifficultyText.find(draft.difficulty).orElse(DifficultyText.MIDDLE);
        return new ItemContent(
                atoms.expanded(stem), interaction, atoms.expanded(draft.explanation.toString()), difficulty);
    }

    private Remark reason() {
        if (answer().isEmpty()) {
            return Remark.of("exchange.problem.paper-no-answer");
        }
        if (draft.misLettered) {
            return Remark.of("exchange.problem.paper-letters", answer());
        }
        return draft.options.isEmpty()
                ? Remark.of("exchange.problem.paper-answer", answer())
                : Remark.of("exchange.problem.paper-letter", answer(), String.valueOf((char)
                        ('A' + draft.options.size() - 1)));
    }

    /** What could be read of it without its answer, so that only this has to be given; null where that is nothing. */
    private @Nullable ItemContent begun() {
        if (draft.options.isEmpty()) {
            return null;
        }
        List<Option> options = options(List.of());
        return content(
                draft.type == ItemType.MULTIPLE_CHOICE
                        ? new Interaction.MultipleChoice(options)
                        : new Interaction.SingleChoice(options));
    }

    private List<Option> options(List<Integer> keys) {
        List<Option> options = new ArrayList<>();
        for (int i = 0; i < draft.options.size(); i++) {
            String text = PaperKeys.unticked(draft.options.get(i)).replaceFirst("[;；]\\s*$", "");
            options.add(new Option(atoms.expanded(text), keys.contains(i), null));
        }
        return options;
    }

    /** An answer inside the brackets of the stem is taken out of them, also where the key says it again. */
    private void inlineAnswer() {
        stem = InlineAnswer.unmarked(stem);
        Optional<InlineAnswer> found = InlineAnswer.find(stem, !draft.options.isEmpty());
        if (found.isEmpty() || draft.answered() && PaperBlanks.hasGap(stem) || isWritten()) {
            return;
        }
        InlineAnswer inline = found.get();
        if (!draft.answered()) {
            draft.answer(Atoms.unmarked(inline.said()));
        } else if (!inline.says(answer())) {
            remarks.add(Remark.guess(0.5, "exchange.remark.key-differs", inline.said(), answer()));
        }
        stem = inline.takenOutOf(stem);
    }

    /** Whether it is answered in words, so that no verdict in brackets is meant as its key. */
    private boolean isWritten() {
        boolean named =
                draft.type == ItemType.SHORT_ANSWER || draft.type == ItemType.ESSAY || draft.type == ItemType.CASE;
        return draft.options.isEmpty()
                && (named || draft.answered() && Truths.find(answer()).isEmpty());
    }

    private String answer() {
        return draft.answer == null ? "" : Atoms.unmarked(draft.answer).strip();
    }

    private Optional<Interaction> interaction() {
        if (!draft.options.isEmpty()) {
            return choice();
        }
        Optional<Boolean> truth = Truths.find(answer());
        if (truth.isPresent() && (draft.type == null || draft.type == ItemType.TRUE_FALSE || draft.truthOptions)) {
            stem = stated(stem);
            return Optional.of(new Interaction.TrueFalse(truth.get()));
        }
        if (draft.type == ItemType.TRUE_FALSE) {
            return Optional.empty();
        }
        if (draft.type == ItemType.ESSAY || draft.type == ItemType.CASE) {
            return Optional.of(new Interaction.Essay(rubric()));
        }
        if (draft.type == ItemType.SHORT_ANSWER) {
            return Optional.of(numeric().orElseGet(() -> new Interaction.ShortAnswer(rubric())));
        }
        if (LETTERS.matcher(answer()).matches() && draft.type != ItemType.FILL_IN) {
            return Optional.empty();
        }
        Optional<PaperBlanks.Filled> filled =
                new PaperBlanks(draft.type == ItemType.FILL_IN, atoms, remarks).read(stem, answer());
        if (filled.isPresent() || draft.type == ItemType.FILL_IN) {
            filled.ifPresent(one -> stem = one.stem());
            return filled.map(PaperBlanks.Filled::interaction);
        }
        return answer().isEmpty() ? Optional.empty() : Optional.of(new Interaction.ShortAnswer(rubric()));
    }

    /** A statement without the brackets that its verdict belongs into. */
    private static String stated(String stem) {
        return stem.replaceFirst("^\\s*[(（][\\s\\u3000]*[)）]|[(（][\\s\\u3000]*[)）]\\s*[。.]?\\s*$", "")
                .strip();
    }

    private Rubric rubric() {
        if (!draft.answered()) {
            remarks.add(Remark.of("exchange.remark.no-key"));
        }
        return new Rubric(List.of(), atoms.expanded(draft.answer == null ? "" : draft.answer), "");
    }

    /** A result with its unit and nothing else. */
    private Optional<Interaction> numeric() {
        return answer().length() > 30
                ? Optional.empty()
                : Measure.find(answer())
                        .filter(measure ->
                                measure.tolerance() != null || !measure.unit().isEmpty())
                        .filter(measure -> UNIT.matcher(measure.unit()).matches())
                        .map(measure -> new Interaction.Numeric(
                                measure.value(),
                                measure.tolerance() == null ? java.math.BigDecimal.ZERO : measure.tolerance(),
                                measure.unit()));
    }

    private Optional<Interaction> choice() {
        if (draft.misLettered) {
            return Optional.empty();
        }
        List<Integer> keys = new PaperKeys(draft.options, remarks).of(answer());
        if (keys.isEmpty() || keys.stream().anyMatch(place -> place >= draft.options.size())) {
            return Optional.empty();
        }
        List<Option> options = options(keys);
        if (draft.type == ItemType.ORDERING && keys.size() == options.size()) {
            return Optional.of(new Interaction.Ordering(
                    keys.stream().map(place -> options.get(place).text()).toList()));
        }
        boolean truths = options.size() == 2
                && options.stream()
                        .allMatch(option -> Truths.find(option.text()).isPresent());
        if (truths && keys.size() == 1) {
            stem = stated(stem);
            return Truths.find(options.get(keys.getFirst()).text()).map(Interaction.TrueFalse::new);
        }
        boolean several = keys.size() > 1 || draft.type == ItemType.MULTIPLE_CHOICE;
        return Optional.of(several ? new Interaction.MultipleChoice(options) : new Interaction.SingleChoice(options));
    }
}
