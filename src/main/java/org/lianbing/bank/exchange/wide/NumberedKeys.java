package org.lianbing.bank.exchange.wide;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

import org.lianbing.bank.ItemType;
import org.lianbing.bank.exchange.ImportCells;
import org.lianbing.bank.exchange.ImportField;
import org.lianbing.bank.exchange.ImportProblem;
import org.lianbing.bank.exchange.format.Question;

/**
 * Numbers as keys of choices count the options from 0 in some programs and from 1 in others, and one row does not say
 * which. From the first such row on, rows are held back until one of the table does: by a 0, or by the number of its
 * last option. Where none does, a person is to confirm them.
 */
final class NumberedKeys implements TableReader.Found {

    /** Among so many keys nearly always is one that says it. */
    private static final int MOST_HELD = 100;

    private static final Pattern NUMBERS = Pattern.compile("\\d(?:[.]0+)?(?:[,，、;；|/\\s]++\\d)*+");
    /** Several of them without anything between. */
    private static final Pattern RISING = Pattern.compile("(?=\\d\\d)0?1?2?3?4?5?6?7?8?");

    private static final Set<ItemType> CHOICES = EnumSet.of(ItemType.SINGLE_CHOICE, ItemType.MULTIPLE_CHOICE);
    private static final double UNSURE = 0.5;

    /** What options are counted from. */
    private enum Base {
        UNKNOWN,
        ZERO,
        ONE
    }

    private final TableReader.Found found;
    private final List<Runnable> held = new ArrayList<>();
    private Base base = Base.UNKNOWN;

    NumberedKeys(TableReader.Found found) {
        this.found = found;
    }

    @Override
    public void row(SheetRow row) {
        String answer = InteractionReader.answer(row.cells());
        boolean number = !answer.isEmpty() && Character.isDigit(answer.charAt(0));
        List<String> options = number ? options(row.cells()) : List.of();
        Set<String> numbers = number ? numbers(row.cells().get(ImportField.TYPE), answer, options) : Set.of();
        if (base == Base.UNKNOWN) {
            base = told(numbers, options.size());
        }
        if (numbers.isEmpty()) {
            next(() -> found.row(row));
        } else {
            hold(() -> found.row(judged(row, numbers)));
        }
    }

    @Override
    public void question(Question question) {
        next(() -> found.question(question));
    }

    @Override
    public void note(ImportProblem note) {
        found.note(note);
    }

    /** The table is over. */
    void end() {
        held.forEach(Runnable::run);
        held.clear();
    }

    private void next(Runnable one) {
        if (held.isEmpty()) {
            one.run();
        } else {
            hold(one);
        }
    }

    private void hold(Runnable one) {
        held.add(one);
        if (base != Base.UNKNOWN || held.size() == MOST_HELD) {
            end();
        }
    }

    private static Base told(Set<String> numbers, int options) {
        if (numbers.contains("0")) {
            return Base.ZERO;
        }
        return numbers.contains(String.valueOf(options)) ? Base.ONE : Base.UNKNOWN;
    }

    private SheetRow judged(SheetRow row, Set<String> numbers) {
        String answer = row.cells().get(ImportField.ANSWER);
        return switch (base) {
            case ONE -> row;
            case UNKNOWN ->
                row.with(ImportProblem.guess(
                        ImportField.ANSWER, "exchange.remark.answer-from-one", answer, UNSURE, answer));
            // The 0 itself is refused as it is.
            case ZERO ->
                numbers.contains("0")
                        ? row
                        : row.with(ImportProblem.error(
                                ImportField.ANSWER, "exchange.problem.answer-from-zero", answer, answer));
        };
    }

    private static List<String> options(ImportCells cells) {
        return ImportField.OPTIONS.stream()
                .filter(cells::has)
                .map(cells::get)
                .map(AllOptions::withoutLetter)
                .map(Folded::of)
                .toList();
    }

    /** The numbers by which the answer of a choice names options; none where they are the texts of some. */
    private static Set<String> numbers(String named, String answer, List<String> options) {
        Optional<ItemType> type = TypeNames.find(named);
        boolean choice = type.map(CHOICES::contains)
                .orElseGet(() ->
                        options.stream().anyMatch(option -> Truths.find(option).isEmpty()));
        if (!choice || options.size() < 2 || options.contains(Folded.of(answer))) {
            return Set.of();
        }
        Set<String> numbers = new HashSet<>();
        if (NUMBERS.matcher(answer).matches()) {
            numbers.addAll(List.of(answer.replaceAll("[.]0+$", "").split("\\D+")));
        } else if (!type.equals(Optional.of(ItemType.SINGLE_CHOICE))
                && RISING.matcher(answer).matches()) {
            numbers.addAll(List.of(answer.split("")));
        }
        return numbers.stream().anyMatch(options::contains) ? Set.of() : numbers;
    }
}
