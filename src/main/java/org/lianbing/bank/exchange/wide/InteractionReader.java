package org.lianbing.bank.exchange.wide;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

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

    private static final Pattern WEIGHED = Pattern.compile("(.+?)[（(【\\[]\\s*(\\d+(?:\\.\\d+)?)\\s*分?\\s*[）)】\\]]");

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
        boolean inOptions = type == ItemType.MATCHING;
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
        Optional<Boolean> truth = Truths.find(answer);
        if (truth.isEmpty()) {
            truth = switch (Folded.of(answer)) {
                case "A" -> Truths.find(cells.get(ImportField.OPTION_A)).or(() -> Optional.of(true));
                case "B" -> Truths.find(cells.get(ImportField.OPTION_B)).or(() -> Optional.of(false));
                default -> Optional.empty();
            };
        }
        if (truth.isEmpty()) {
            problems.add(error(ImportField.ANSWER, "exchange.problem.answer-not-truth", answer));
            return null;
        }
        return new Interaction.TrueFalse(truth.get());
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
        List<String> keys = keys(texts);
        if (keys.isEmpty()) {
            return null;
        }
        List<Option> options = new ArrayList<>();
        for (int i = 0; i < texts.size(); i++) {
            String letter = ImportField.OPTIONS.get(i).letter();
            options.add(new Option(said(texts.get(i)), keys.contains(letter), null));
        }
        if (type == ItemType.MULTIPLE_CHOICE) {
            return new Interaction.MultipleChoice(options);
        }
        if (keys.size() > 1) {
            problems.add(error(ImportField.ANSWER, "exchange.problem.answer-several", String.join("", keys)));
        }
        return new Interaction.SingleChoice(options);
    }

    private List<String> keys(List<String> texts) {
        String answer = answer();
        int same = texts.indexOf(answer);
        if (same >= 0 && answer.length() > 1) {
            return List.of(ImportField.OPTIONS.get(same).letter());
        }
        Optional<List<String>> letters = Letters.find(answer);
        if (letters.isEmpty()) {
            problems.add(error(ImportField.ANSWER, "exchange.problem.answer-not-letters", answer));
            return List.of();
        }
        String last = ImportField.OPTIONS.get(texts.size() - 1).letter();
        List<String> strange = letters.get().stream()
                .filter(letter -> letter.compareTo(last) > 0)
                .toList();
        if (!strange.isEmpty()) {
            problems.add(error(
                    ImportField.ANSWER, "exchange.problem.answer-no-option", String.join("、", strange), "A–" + last));
            return List.of();
        }
        return letters.get();
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
        List<String> answers = places == 1 ? List.of(answer()) : Blanks.split(answer());
        if (answers.size() != places) {
            problems.add(error(ImportField.ANSWER, "exchange.problem.blanks-count", places, answers.size()));
            return null;
        }
        return new Interaction.FillIn(answers.stream().map(Blanks::read).toList());
    }

    /** Each option is a pair, {@code KM=接触器}; one with nothing before the sign belongs to nothing. */
    private @Nullable Interaction matching() {
        List<Pair> pairs = new ArrayList<>();
        List<String> extras = new ArrayList<>();
        for (ImportField field : ImportField.OPTIONS.stream().filter(cells::has).toList()) {
            String text = AllOptions.hasLetter(cells.get(field), field.letter())
                    ? AllOptions.withoutLetter(cells.get(field))
                    : cells.get(field);
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

    /** The answer is what would get everything; what must be said stands in a cell of its own, a point a line. */
    private Rubric rubric() {
        List<Rubric.Point> points = new ArrayList<>();
        for (String line : cells.get(ImportField.RUBRIC)
                .lines()
                .flatMap(InteractionReader::points)
                .toList()) {
            Matcher weighed = WEIGHED.matcher(line.strip());
            if (weighed.matches()) {
                points.add(new Rubric.Point(said(weighed.group(1).strip()), new BigDecimal(weighed.group(2))));
            } else if (!line.isBlank()) {
                points.add(new Rubric.Point(said(line.strip()), BigDecimal.ONE));
            }
        }
        return new Rubric(points, said(cells.get(ImportField.ANSWER)), "");
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

    /** The points of a line, apart by semicolons, unless it is weighed as a whole: then they belong to one point. */
    private static Stream<String> points(String line) {
        List<String> parts = Stream.of(line.split("[；;]+")).map(String::strip).toList();
        boolean each = parts.stream().allMatch(part -> WEIGHED.matcher(part).matches());
        return !each && WEIGHED.matcher(line.strip()).matches() ? Stream.of(line) : parts.stream();
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

    private String answer() {
        return NAMED.matcher(cells.get(ImportField.ANSWER)).replaceFirst("");
    }

    private String said(String text) {
        return markdown ? text : PlainText.toMarkdown(text);
    }

    private ImportProblem error(ImportField field, String code, Object... arguments) {
        return ImportProblem.error(field, code, cells.get(field), arguments);
    }
}
