package org.lianbing.bank.exchange.wide;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;

import org.lianbing.bank.exchange.format.SafeZip;
import org.lianbing.bank.exchange.office.OfficeBlips;
import org.lianbing.bank.exchange.office.PaintedPictures;
import org.lianbing.base.Problem;
import org.lianbing.base.sheet.CellText;

/** The pictures of one sheet, put into the cells that they belong to. */
final class SheetFloats {

    private static final Pattern ID = Pattern.compile("\"(ID_[0-9A-Za-z]+)\"");
    private static final int MOST_BYTES = 8 << 20;
    /** Copies of a row's pictures may lie under each other unseen. */
    private static final int MOST_IN_ROW = 200;

    /**
     * A picture over the sheet.
     *
     * @param row of the cell in which its upper left corner lies
     * @param column likewise
     * @param name where it is one of ours, it stands in the cell that the picture belongs to
     * @param entries of the workbook, the preferred first
     */
    record Floating(int row, int column, String name, String alt, List<String> entries) {}

    /**
     * A picture that was kept, or not.
     *
     * @param address where it is stored; its name where it was not kept
     */
    record Kept(String address, @Nullable String flaw) {

        private CellText text(String alt) {
            return flaw == null ? new CellText("![" + alt + "](" + address + ")", null) : new CellText(address, flaw);
        }
    }

    private final Map<Integer, List<Floating>> byRow = new TreeMap<>();
    /** Those with a name that we gave, as long as no cell has named them. */
    private final Map<String, Floating> byName = new LinkedHashMap<>();

    private final List<String> unnamed = new ArrayList<>();
    private final Map<String, List<String>> inside;
    private final Function<List<String>, Kept> keeper;
    private final Map<List<String>, Kept> kept;

    /** @param keeper asked once for the entries of each picture that a cell shows */
    SheetFloats(
            List<Floating> floating,
            Map<String, List<String>> inside,
            Function<List<String>, Kept> keeper,
            Map<List<String>, Kept> kept) {
        Set<String> twice = new HashSet<>();
        for (Floating one : floating) {
            if (ours(one) && byName.putIfAbsent(one.name(), one) != null) {
                twice.add(one.name());
            }
        }
        // Where names begin anew in each row, or a row was copied, they are those of their rows.
        byName.keySet().removeAll(twice);
        for (Floating one : floating) {
            if (!byName.containsKey(one.name())) {
                byRow.computeIfAbsent(one.row(), row -> new ArrayList<>()).add(one);
            }
        }
        this.inside = inside;
        this.keeper = keeper;
        this.kept = kept;
    }

    private static boolean ours(Floating one) {
        return SheetPictures.NAME.matcher(one.name()).matches();
    }

    /**
     * Puts pictures into the cells of a row: where their name stands, wherever they lie; those that float over the
     * row and that nobody named behind the words.
     */
    void add(int row, Map<Integer, CellText> cells) {
        if (!byName.isEmpty()) {
            cells.replaceAll((column, cell) -> named(cell));
        }
        int count = 0;
        for (Floating one : byRow.getOrDefault(row, List.of())) {
            if (++count > MOST_IN_ROW) {
                cells.merge(
                        one.column(),
                        new CellText(one.name(), "exchange.problem.picture-refused"),
                        SheetFloats::behind);
                break;
            }
            if (!ours(one)) {
                cells.merge(one.column(), kept(one.entries(), ""), SheetFloats::behind);
                continue;
            }
            Optional<Integer> named = cells.entrySet().stream()
                    .filter(cell -> cell.getValue().text().contains(one.name()))
                    .map(Map.Entry::getKey)
                    .findFirst();
            if (named.isPresent()) {
                CellText picture = kept(one.entries(), one.alt());
                cells.computeIfPresent(named.get(), (column, cell) -> put(cell, one.name(), picture));
            } else {
                unnamed.add(one.name());
            }
        }
    }

    private CellText named(CellText cell) {
        Matcher names = SheetPictures.NAME.matcher(cell.text());
        CellText filled = cell;
        while (names.find()) {
            Floating one = byName.remove(names.group());
            if (one != null) {
                filled = put(filled, names.group(), kept(one.entries(), one.alt()));
            }
        }
        return filled;
    }

    /** The names of pictures whose words no cell holds any more, as where a row was deleted; to be asked at the end. */
    List<String> orphans() {
        return Stream.concat(byName.keySet().stream(), unnamed.stream())
                .distinct()
                .toList();
    }

    private static CellText put(CellText cell, String name, CellText picture) {
        int at = cell.text().indexOf(name);
        return new CellText(
                cell.text().substring(0, at) + picture.text() + cell.text().substring(at + name.length()),
                cell.flaw() == null ? picture.flaw() : cell.flaw());
    }

    private static CellText behind(CellText cell, CellText picture) {
        return new CellText(
                (cell.text() + "\n" + picture.text()).strip(), cell.flaw() == null ? picture.flaw() : cell.flaw());
    }

    /** The picture that a cell shows by a formula. */
    CellText inside(String formula) {
        Matcher id = ID.matcher(formula);
        List<String> entries = id.find() ? inside.get(id.group(1)) : null;
        return entries == null ? new CellText(formula, "exchange.problem.picture-missing") : kept(entries, "");
    }

    private CellText kept(List<String> entries, String alt) {
        return kept.computeIfAbsent(entries, keeper).text(alt);
    }

    /** Keeps the first of several files of a workbook that is taken. */
    static Kept keep(List<String> entries, SafeZip zip, PaintedPictures pictures) {
        String first = entries.getFirst();
        String name = first.substring(first.lastIndexOf('/') + 1);
        try {
            Map<String, byte[]> files = new LinkedHashMap<>();
            for (String entry : entries) {
                zip.bytes(entry, MOST_BYTES)
                        .ifPresent(bytes -> files.put(entry.substring(entry.lastIndexOf('/') + 1), bytes));
            }
            return files.isEmpty()
                    ? new Kept(name, "exchange.problem.picture-missing")
                    : new Kept(OfficeBlips.keep(files, pictures), null);
        } catch (Problem problem) {
            return new Kept(name, "exchange.problem.picture-refused");
        } catch (IOException e) {
            return new Kept(name, "exchange.problem.picture-missing");
        }
    }
}
