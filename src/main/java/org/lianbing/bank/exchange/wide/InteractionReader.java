package org.lianbing.bank.exchange.wide;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

import org.jspecify.annotations.Nullable;

import org.lianbing.bank.Interaction;
import org.lianbing.bank.ItemType;
import org.lianbing.bank.Option;
import org.lianbing.bank.Pair;
import org.lianbing.bank.Rubric;
import org.lianbing.bank.StemBlanks;
import org.lianbing.bank.exchange.ImportCells;
import org.lianbing.bank.exchange.ImportField;
import org.lianbing.bank.exchange.ImportProblem;

/** Reads options and answer of a row as the way the item is answered. */
final class InteractionReader {

    private static final Pattern NAMED = Pattern.compile("^(?:正确|参考|标准)?答案\\s*[:：]\\s*");

    private final ImportCells cells;
    private final boolean markdown;
    private final List<ImportProblem> problems;

    InteractionReader(ImportCells cells, boolean markdown, List<ImportProblem> problems) {
        this.cells = cells;
        this.markdown = markdown;
        this.problems = problems;
    }

    /** The interaction; null where a problem was found. */
    @Nullable
    Interaction read(ItemType type) {
        int before = problems.size();
        boolean inOptions = type == ItemType.MATCHING || type == ItemType.FILL_IN && cells.has(ImportField.OPTION_A);
        boolean inRubric = (type == ItemType.SHORT_ANSWER || type == ItemType.ESSAY) && cells.has(ImportField.RUBRIC);
        if (!cells.has(ImportField.ANSWER) && !inOptions && !inRubric) {
            problems.add(error(ImportField.ANSWER, "exchange.problem.answer-missing"));
            return null;
        }
        Interaction read = switch (type) {
            case TRUE_FALSE -> trueFalse();
            case SINGLE_CHOICE, MULTIPLE_CHOICE -> choice(type);
            case ORDERING -> ordering();
            case NUMERIC -> numeric();
            case FILL_IN -> fillIn();
            case MATCHING -> matching();
            case SHORT_ANSWER -> new Interaction.ShortAnswer(rubric(), uploads());
            case ESSAY -> new Interaction.Essay(rubric(), uploads());
            case CASE -> {
                problems.add(error(ImportField.TYPE, "exchange.problem.case-parts"));
                yield null;
            }
            case CALCULATED, HOTSPOT, PRACTICAL -> {
                problems.add(error(ImportField.TYPE, "exchange.problem.type-not-yet"));
                yield null;
            }
        };
        return problems.size() == before ? read : null;
    }

    private @Nullable Interaction trueFalse() {
        String answer = answer();
        Optional<Boolean> said = Truths.find(answer);
        Optional<Boolean> named = switch (Folded.of(answer)) {
            case "A", "1" -> option(ImportField.OPTION_A, true, said);
            case "B", "2" -> option(ImportField.OPTION_B, false, said);
            default -> said;
        };
        if (said.isPresent() && named.isPresent() && !said.equals(named)) {
            problems.add(error(ImportField.ANSWER, "exchange.problem.answer-ambiguous", answer));
            return null;
        }
        if (named.isEmpty()) {
            problems.add(error(ImportField.ANSWER, "exchange.problem.answer-not-truth", answer));
            return null;
        }
        return new Interaction.TrueFalse(named.get());
    }

    /** What an option says; of one that is not written down what is usual for a letter, and nothing else for a number. */
    private Optional<Boolean> option(ImportField field, boolean usual, Optional<Boolean> said) {
        if (cells.has(field)) {
            return Truths.find(text(field));
        }
        boolean letter = Folded.of(answer()).equals(field.letter());
        return letter && !cells.has(ImportField.OPTION_A) ? Optional.of(usual) : said;
    }

    private @Nullable Interaction choice(ItemType type) {
        int before = problems.size();
        List<String> texts = options();
        if (problems.size() > before) {
            return null;
        }
        if (texts.size() < 2) {
            problems.add(error(ImportField.OPTION_B, "exchange.problem.options-few", texts.size()));
            return null;
        }
        List<String> keys = keys(texts, type == ItemType.MULTIPLE_CHOICE);
        if (keys.isEmpty()) {
            return null;
        }
        List<Option> options = new ArrayList<>();
        for (int i = 0; i < texts.size(); i++) {
            String letter = ImportField.OPTIONS.get(i).letter();
            options.add(new Option(said(texts.get(i)), keys.contains(letter), null));
        }
        boolean single = keys.size() == 1 && TypeNames.isMultipleChoice(cells.get(ImportField.TYPE));
        if (type == ItemType.MULTIPLE_CHOICE && !single) {
            return new Interaction.MultipleChoice(options);
        }
        if (keys.size() > 1) {
            problems.add(error(ImportField.ANSWER, "exchange.problem.answer-several", String.join("", keys)));
        }
        return new Interaction.SingleChoice(options);
    }

    private List<String> keys(List<String> texts, boolean several) {
        String answer = answer();
        switch (ChoiceKeys.of(answer, texts, several)) {
            case ChoiceKeys.Named named -> {
                return named.letters();
            }
            case ChoiceKeys.Unclear ignored ->
                problems.add(error(ImportField.ANSWER, "exchange.problem.answer-not-letters", answer));
            case ChoiceKeys.Ambiguous ignored ->
                problems.add(error(ImportField.ANSWER, "exchange.problem.answer-ambiguous", answer));
            case ChoiceKeys.Strange strange ->
                problems.add(error(
                        ImportField.ANSWER,
                        "exchange.problem.answer-no-option",
                        String.join("、", strange.letters()),
                        "A–" + ImportField.OPTIONS.get(texts.size() - 1).letter()));
        }
        return List.of();
    }

    private @Nullable Interaction ordering() {
        int before = problems.size();
        List<String> steps = options();
        if (problems.size() > before) {
            return null;
        }
        String answer = answer();
        Optional<List<String>> order = Letters.findOrNumbers(answer);
        if (order.isEmpty()) {
            problems.add(error(ImportField.ANSWER, "exchange.problem.answer-not-order", answer));
            return null;
        }
        List<String> expected = ImportField.OPTIONS.subList(0, steps.size()).stream()
                .map(ImportField::letter)
                .toList();
        if (order.get().size() != steps.size() || !new HashSet<>(order.get()).containsAll(expected)) {
            problems.add(error(ImportField.ANSWER, "exchange.problem.answer-order-incomplete", steps.size(), answer));
            return null;
        }
        return new Interaction.Ordering(order.get().stream()
                .map(letter -> said(steps.get(letter.charAt(0) - 'A')))
                .toList());
    }

    private @Nullable Interaction numeric() {
        Optional<Measure> found = Measure.find(answer());
        if (found.isEmpty()) {
            problems.add(error(ImportField.ANSWER, "exchange.problem.answer-not-number", answer()));
            return null;
        }
        Measure measure = found.get();
        BigDecimal tolerance = measure.tolerance() == null ? BigDecimal.ZERO : measure.tolerance();
        if (cells.has(ImportField.TOLERANCE)) {
            Optional<BigDecimal> own = Measure.tolerance(measure.value(), cells.get(ImportField.TOLERANCE));
            if (own.isEmpty()) {
                problems.add(
                        error(ImportField.TOLERANCE, "exchange.problem.tolerance", cells.get(ImportField.TOLERANCE)));
                return null;
            }
            tolerance = own.get();
        }
        String unit = cells.has(ImportField.UNIT) ? cells.get(ImportField.UNIT) : measure.unit();
        return new Interaction.Numeric(measure.value(), tolerance, unit);
    }

    private @Nullable Interaction fillIn() {
        String stem = cells.get(ImportField.STEM);
        int places = Math.max(1, Math.max(StemBlanks.count(stem), Blanks.count(stem)));
        List<String> options = options();
        List<String> answers =
                cells.has(ImportField.ANSWER) ? Blanks.split(answer(), places) : Blanks.ofOptions(options, places);
        if (answers.size() != places) {
            String code = places == 1 ? "exchange.problem.blank-several" : "exchange.problem.blanks-count";
            problems.add(error(ImportField.ANSWER, code, places, answers.size()));
            return null;
        }
        return new Interaction.FillIn(answers.stream().map(Blanks::read).toList());
    }

    /** Each option is a pair, {@code KM=接触器}; one with nothing before the sign belongs to nothing. */
    private @Nullable Interaction matching() {
        List<Pair> pairs = new ArrayList<>();
        List<String> extras = new ArrayList<>();
        for (ImportField field : ImportField.OPTIONS.stream().filter(cells::has).toList()) {
            String text = text(field);
            String[] sides = text.split("\\s*(?:=>|=|＝|——|→)\\s*", 2);
            if (sides.length < 2) {
                problems.add(error(field, "exchange.problem.pair", text));
                return null;
            }
            if (sides[0].isBlank()) {
                extras.add(said(sides[1].strip()));
            } else {
                pairs.add(new Pair(said(sides[0].strip()), said(sides[1].strip())));
            }
        }
        if (pairs.size() < 2) {
            problems.add(error(ImportField.OPTION_B, "exchange.problem.options-few", pairs.size()));
            return null;
        }
        return new Interaction.Matching(pairs, extras);
    }

    private Rubric rubric() {
        return RubricText.read(cells.get(ImportField.RUBRIC), cells.get(ImportField.ANSWER), this::said);
    }

    /** How many files may be handed in with the text; none where the cell is empty. */
    private int uploads() {
        String said = cells.get(ImportField.UPLOADS).strip();
        if (said.isEmpty()) {
            return 0;
        }
        if (!said.matches("[0-9](?:\\.0+)?") || said.charAt(0) - '0' > Interaction.MOST_UPLOADS) {
            problems.add(error(ImportField.UPLOADS, "exchange.problem.uploads", said, Interaction.MOST_UPLOADS));
            return 0;
        }
        return said.charAt(0) - '0';
    }

    /** The options without their letters; a gap between them is a problem. */
    private List<String> options() {
        List<String> options = new ArrayList<>();
        List<ImportField> filled =
                ImportField.OPTIONS.stream().filter(cells::has).toList();
        boolean lettered = !filled.isEmpty()
                && filled.stream().allMatch(field -> AllOptions.hasLetter(cells.get(field), field.letter()));
        for (ImportField field : filled) {
            ImportField expected = ImportField.OPTIONS.get(options.size());
            if (field != expected) {
                problems.add(error(expected, "exchange.problem.option-gap", expected.letter(), field.letter()));
                return options;
            }
            String text = cells.get(field);
            options.add(lettered ? AllOptions.withoutLetter(text).strip() : text);
        }
        return options;
    }

    private String text(ImportField field) {
        String text = cells.get(field);
        return AllOptions.hasLetter(text, field.letter()) ? AllOptions.withoutLetter(text) : text;
    }

    private String answer() {
        return answer(cells);
    }

    /** The answer without a word that says it is one. */
    static String answer(ImportCells cells) {
        return NAMED.matcher(cells.get(ImportField.ANSWER)).replaceFirst("");
    }

    private String said(String text) {
        return markdown ? text : PlainText.toMarkdown(text);
    }

    private ImportProblem error(ImportField field, String code, Object... arguments) {
        return ImportProblem.error(field, code, cells.get(field), arguments);
    }
}
