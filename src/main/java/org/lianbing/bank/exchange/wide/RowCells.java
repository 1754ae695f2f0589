package org.lianbing.bank.exchange.wide;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;

import org.lianbing.bank.ItemType;
import org.lianbing.bank.exchange.ImportCells;
import org.lianbing.bank.exchange.ImportField;
import org.lianbing.bank.exchange.ImportProblem;
import org.lianbing.bank.exchange.wide.ColumnNames.Part;
import org.lianbing.bank.exchange.wide.Heading.Other;
import org.lianbing.base.MarkdownPictures;
import org.lianbing.base.sheet.CellText;
import org.lianbing.base.sheet.SheetCells;

/** The cells of one row as what they say of an item, under the names of their columns. */
final class RowCells {

    /** Fields of which several columns say more than one; of the others the first that is filled holds. */
    private static final Map<ImportField, String> JOINED =
            Map.of(ImportField.EXPLANATION, "\n", ImportField.POINTS, "；", ImportField.SOURCE, "；");

    private final Heading names;
    private final Map<Integer, CellText> cells;
    private final Map<ImportField, String> texts = new EnumMap<>(ImportField.class);
    private final Map<ImportField, String> columns = new EnumMap<>(ImportField.class);
    private final List<ImportProblem> problems = new ArrayList<>();
    /** Columns that say something else than the one before them, which holds. */
    private final Set<Integer> beside = new HashSet<>();

    private RowCells(Heading names, Map<Integer, CellText> cells) {
        this.names = names;
        this.cells = cells;
    }

    /**
     * Reads a row.
     *
     * @param above the type that a title above it names, for one that names none itself
     */
    static RowCells of(Heading names, Map<Integer, CellText> cells, @Nullable ItemType above) {
        RowCells row = new RowCells(names, cells);
        names.columns().forEach(row::field);
        if (above != null) {
            row.texts.putIfAbsent(ImportField.TYPE, above.code());
        }
        if (!names.isLong()) {
            row.written();
            row.allOptions();
            row.surplus();
            RowPictures.move(names, cells, row.texts);
            row.flags();
            row.reasons();
        }
        row.problems.addAll(RowPictures.elsewhere(names, cells));
        return row;
    }

    /** A number and a mark alone, as in a row prepared for later, are no item yet. */
    boolean saysAnItem() {
        return texts.keySet().stream()
                .anyMatch(field -> field == ImportField.STEM || field == ImportField.ANSWER || field.isOption());
    }

    /** The columns in which something stands that means nothing for an item, by what they are called. */
    Set<String> unread() {
        if (beside.isEmpty() && names.read().containsAll(cells.keySet())) {
            return Set.of();
        }
        Set<String> unread = new LinkedHashSet<>();
        cells.forEach((column, cell) -> {
            if (names.read().contains(column) && !beside.contains(column)) {
                return;
            }
            String words =
                    MarkdownPictures.STORED_IN_A_LINE.matcher(cell.text()).replaceAll("");
            // A column of numbers without a name counts the rows.
            boolean counts = !names.names().containsKey(column) && words.matches("\\d{1,6}");
            if (!counts && !words.isBlank()) {
                unread.add(names.names().getOrDefault(column, letters(column)).strip());
            }
        });
        return unread;
    }

    /** All of it. */
    SheetRow row(String sheet, int line) {
        return new SheetRow(
                sheet,
                line,
                new ImportCells(texts),
                columns,
                names.markdown(),
                List.copyOf(problems),
                text(cells, names.column(Other.ID)));
    }

    private void field(ImportField field, int first) {
        if (!names.spare().containsKey(field)) {
            columns.put(field, letters(first));
            CellText cell = cells.get(first);
            if (cell != null) {
                texts.put(field, said(field, cell));
            }
            return;
        }
        Set<String> said = new LinkedHashSet<>();
        List<Integer> all = new ArrayList<>(List.of(first));
        all.addAll(names.spare().getOrDefault(field, List.of()));
        columns.put(field, letters(first));
        for (int column : all) {
            CellText cell = cells.get(column);
            if (cell == null) {
                continue;
            }
            if (!said.isEmpty() && !JOINED.containsKey(field)) {
                if (!said.contains(cell.text())) {
                    beside.add(column);
                }
                continue;
            }
            if (said.isEmpty()) {
                columns.put(field, letters(column));
            }
            said.add(said(field, cell));
        }
        if (!said.isEmpty()) {
            texts.put(field, String.join(JOINED.getOrDefault(field, ""), said));
        }
    }

    private String said(ImportField field, CellText cell) {
        if (cell.flaw() != null) {
            problems.add(ImportProblem.error(field, cell.flaw(), cell.text(), cell.text()));
        }
        Legend legend = names.legend(field);
        return legend == null ? cell.text() : legend.word(cell.text());
    }

    /** An answer that is written out, and wrong ones beside it. */
    private void written() {
        if (names.wrong().isEmpty()) {
            return;
        }
        List<String> wrong = names.wrong().stream()
                .map(column -> text(cells, column))
                .filter(Predicate.not(String::isEmpty))
                .toList();
        String answer = texts.getOrDefault(ImportField.ANSWER, "");
        if (wrong.isEmpty() || answer.isEmpty() || hasOptions()) {
            return;
        }
        options(
                Stream.concat(Stream.of(answer), wrong.stream()).toList(),
                names.wrong().getFirst());
        texts.put(ImportField.ANSWER, ImportField.OPTION_A.letter());
    }

    /** Options in one cell; or behind the question in its own. */
    private void allOptions() {
        int column = names.column(Other.OPTIONS);
        CellText all = cells.get(column);
        if (hasOptions()) {
            return;
        }
        if (all != null) {
            options(AllOptions.split(all.text()), column);
            return;
        }
        String stem = texts.getOrDefault(ImportField.STEM, "");
        String answer = texts.getOrDefault(ImportField.ANSWER, "");
        List<String> parts =
                LetteredOptions.mayBeIn(stem) && Letters.find(answer).isPresent() && isChoice()
                        ? LetteredOptions.stemAndOptions(stem)
                        : List.of();
        if (parts.size() > 2) {
            texts.put(ImportField.STEM, parts.getFirst());
            options(parts.subList(1, parts.size()), names.columns().getOrDefault(ImportField.STEM, -1));
        }
    }

    private boolean isChoice() {
        Optional<ItemType> named = TypeNames.find(texts.getOrDefault(ImportField.TYPE, ""));
        return named.isEmpty() || named.get() == ItemType.SINGLE_CHOICE || named.get() == ItemType.MULTIPLE_CHOICE;
    }

    private boolean hasOptions() {
        return texts.keySet().stream().anyMatch(ImportField::isOption);
    }

    private void options(List<String> options, int column) {
        for (int i = 0; i < Math.min(options.size(), ImportField.OPTIONS.size()); i++) {
            texts.put(ImportField.OPTIONS.get(i), options.get(i));
            columns.put(ImportField.OPTIONS.get(i), letters(column));
        }
        if (options.size() > ImportField.OPTIONS.size()) {
            problems.add(many(String.join("\n", options), options.size()));
        }
    }

    /** An option that no item takes would be missing in it. */
    private void surplus() {
        if (names.surplus().isEmpty()) {
            return;
        }
        List<String> more = names.surplus().stream()
                .map(column -> text(cells, column))
                .filter(Predicate.not(String::isEmpty))
                .toList();
        if (!more.isEmpty()) {
            problems.add(many(String.join("\n", more), ImportField.OPTIONS.size() + more.size()));
        }
    }

    /** What is said of a question with more options than items take. */
    static ImportProblem many(String source, int count) {
        return ImportProblem.error(
                ImportField.OPTION_H, "exchange.problem.options-many", source, ImportField.OPTIONS.size(), count);
    }

    /** The letters of the options that are marked as right become the answer. */
    private void flags() {
        Map<ImportField, Integer> flags = names.part(Part.FLAG);
        if (flags.isEmpty()) {
            return;
        }
        StringBuilder key = new StringBuilder();
        Set<String> where = new HashSet<>();
        new TreeMap<>(flags).forEach((option, column) -> {
            where.add(letters(column));
            if (texts.containsKey(option) && Truths.find(text(cells, column)).orElse(false)) {
                key.append(option.letter());
            }
        });
        if (!texts.containsKey(ImportField.ANSWER)) {
            texts.put(ImportField.ANSWER, key.toString());
            columns.put(ImportField.ANSWER, where.stream().sorted().findFirst().orElse(""));
        }
    }

    /** Why an option is right or wrong is told behind the explanation, with its letter. */
    private void reasons() {
        names.part(Part.WHY).forEach((option, column) -> {
            String why = text(cells, column);
            if (!why.isEmpty()) {
                texts.merge(ImportField.EXPLANATION, option.letter() + "：" + why, (one, more) -> one + "\n" + more);
            }
        });
    }

    static String text(Map<Integer, CellText> cells, int column) {
        CellText cell = cells.get(column);
        return cell == null ? "" : cell.text().strip();
    }

    static String letters(int column) {
        return column < 0 ? "" : SheetCells.letters(column);
    }
}
