package org.lianbing.trade.sheet;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

import org.jspecify.annotations.Nullable;

import org.lianbing.base.Problem;
import org.lianbing.base.sheet.SheetCells;
import org.lianbing.base.sheet.SheetCells.RowCells;
import org.lianbing.base.sheet.Workbooks;
import org.lianbing.trade.Trade;
import org.lianbing.trade.editing.OutlineDraft.OutlineNote;
import org.lianbing.trade.editing.OutlineLine;
import org.lianbing.trade.sheet.Role.Subject;

/**
 * Reads 鉴定要素细目表 in the layouts of the provinces: a row a point with its ranges beside it; a tree in one column;
 * ranges and points in blocks or sheets of their own. Several levels may stand in one workbook, a sheet each.
 */
public final class OutlineReader {

    private static final int MOST_LINES = 3_000;
    private static final int LEAST_OF_A_TREE = 3;

    private OutlineReader() {}

    /** What a sheet holds before it is known to which outline it belongs. */
    private static final class Part {
        final SheetCells sheet;
        final List<String> above = new ArrayList<>();
        final List<Block> blocks = new ArrayList<>();
        final List<OutlineNote> notes = new ArrayList<>();

        Part(SheetCells sheet) {
            this.sheet = sheet;
        }

        /** The one kind of line that all its tables tell of; null where they tell of both. */
        @Nullable
        Subject only() {
            List<Subject> kinds = blocks.stream().map(Block::only).distinct().toList();
            return kinds.size() == 1 ? kinds.getFirst() : null;
        }
    }

    /** A table of a sheet; without a heading where its lines tell by themselves what they are. */
    private record Block(@Nullable Heading heading, List<RowCells> rows) {
        @Nullable
        Subject only() {
            return heading == null ? null : heading.only();
        }
    }

    /**
     * Reads all outlines of a workbook.
     *
     * @param trades those that may be named
     * @throws Problem where the file cannot be read, or holds no outline
     */
    public static List<Outcome> read(Path file, String fileName, List<Trade> trades) {
        List<Outcome> outcomes = new ArrayList<>();
        Map<String, List<Part>> groups = new LinkedHashMap<>();
        int alone = 0;
        for (SheetCells sheet : Workbooks.read(file)) {
            Part part = part(sheet);
            if (part.blocks.isEmpty()) {
                continue;
            }
            Title title = Title.of(sheet.name(), part.above, trades);
            boolean half = part.only() != null;
            String key = half || title.level() != null
                    ? (title.trade() == null ? "" : title.trade().code()) + "/" + title.level()
                    : "alone " + alone++;
            groups.computeIfAbsent(key, none -> new ArrayList<>()).add(part);
        }
        for (List<Part> parts : groups.values()) {
            outcome(parts, fileName, trades).ifPresent(outcomes::add);
        }
        if (outcomes.isEmpty()) {
            throw Problem.invalid("trade.outline.none-in-file");
        }
        return outcomes;
    }

    private static Part part(SheetCells sheet) {
        Part part = new Part(sheet);
        List<RowCells> rows = sheet.rows();
        int index = 0;
        while (index < rows.size()) {
            Optional<Heading> heading = Heading.at(sheet, index);
            if (heading.isPresent()) {
                part.blocks.add(new Block(heading.get(), new ArrayList<>()));
                index += heading.get().rows();
            } else {
                if (part.blocks.isEmpty()) {
                    part.above.add(words(rows.get(index)));
                } else {
                    part.blocks.getLast().rows().add(rows.get(index));
                }
                index++;
            }
        }
        if (part.blocks.isEmpty()) {
            bare(part);
        }
        part.blocks.removeIf(block -> block.rows().isEmpty());
        return part;
    }

    /** A sheet without a heading is an outline where most of its lines begin with a code. */
    private static void bare(Part part) {
        List<RowCells> coded = part.sheet.rows().stream()
                .filter(row -> !Texts.CodeAndName.of(first(row)).code().isEmpty()
                        || row.cells().size() > 1 && first(row).matches("[A-Z](-?[A-Z0-9]+)*"))
                .toList();
        if (coded.size() < LEAST_OF_A_TREE
                || coded.size() * 2 < part.sheet.rows().size()) {
            return;
        }
        int begin = coded.getFirst().number();
        part.above.clear();
        part.sheet.rows().stream().filter(row -> row.number() < begin).forEach(row -> part.above.add(words(row)));
        part.blocks.add(new Block(
                null,
                new ArrayList<>(part.sheet.rows().stream()
                        .filter(row -> row.number() >= begin)
                        .toList())));
    }

    private static String first(RowCells row) {
        return row.get(row.cells().keySet().iterator().next());
    }

    private static String words(RowCells row) {
        return row.cells().keySet().stream().map(row::get).collect(Collectors.joining(" "));
    }

    private static Optional<Outcome> outcome(List<Part> parts, String fileName, List<Trade> trades) {
        OutlineTree tree = new OutlineTree();
        List<Entry> entries = new ArrayList<>();
        List<OutlineNote> notes = new ArrayList<>();
        for (Part part : parts) {
            for (Block block : part.blocks) {
                Heading heading = block.heading();
                FlatTable flat = heading != null && heading.isFlat() ? new FlatTable(part.sheet, heading, tree) : null;
                TreeTable lines = flat == null ? new TreeTable(part.sheet, heading, entries) : null;
                for (RowCells row : block.rows()) {
                    boolean read = !Words.isAside(words(row))
                            && (flat != null ? flat.read(row) : lines != null && lines.read(row));
                    if (!read) {
                        notes.add(new OutlineNote(
                                "trade.outline.note.row",
                                part.sheet.name() + "!" + (row.number() + 1),
                                shortened(words(row))));
                    }
                }
            }
        }
        if (!entries.isEmpty()) {
            tree.addAll(entries);
        }
        List<OutlineLine> lines = Percent.of(tree.lines());
        if (lines.size() > MOST_LINES) {
            throw Problem.tooLarge("trade.outline.too-long", MOST_LINES);
        }
        List<String> above = parts.stream().flatMap(part -> part.above.stream()).toList();
        String tabs = parts.stream().map(part -> part.sheet.name()).collect(Collectors.joining(" + "));
        List<String> around = new ArrayList<>(above);
        around.add(tabs);
        Title title = Title.of(fileName, around, trades);
        return lines.isEmpty()
                ? Optional.empty()
                : Optional.of(new Outcome(tabs, title.head(trades, notes), lines, notes));
    }

    private static String shortened(String text) {
        return text.length() > 60 ? text.substring(0, 60) + "…" : text;
    }
}
