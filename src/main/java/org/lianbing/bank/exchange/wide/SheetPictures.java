package org.lianbing.bank.exchange.wide;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.lianbing.bank.exchange.ImportCells;
import org.lianbing.bank.exchange.ImportField;
import org.lianbing.bank.exchange.format.ExportedItems;
import org.lianbing.bank.exchange.office.OfficePicture;
import org.lianbing.base.MarkdownPictures;

/**
 * Pictures on their way into a sheet: each lies in the cell of its text, below the words, and in its place among them
 * stands its name, such as 〔图1〕, by which {@link CellPictures} puts it back there. Only where they lie is kept in
 * memory; the files are fetched one by one when the workbook is packed.
 */
final class SheetPictures {

    private static final char OPEN = '〔';
    private static final char CLOSE = '〕';

    /**
     * The name of a picture, which is written in its place, in the words of any language in which we write. No other program
     * names a picture with such brackets.
     */
    static final Pattern NAME = Pattern.compile(OPEN + "(?:图|Figure )\\d{1,7}" + CLOSE);

    /** Different files in one workbook; a drawing counts two entries, and a reader takes so many. */
    private static final int MOST_FILES = 12_000;

    private static final int HIGHEST_ROW = 545;
    private static final int HIGHEST = 160;
    private static final int LEAST_HIGH = 24;
    private static final int GAP = 4;
    private static final int LINE = 20;
    private static final double POINTS_A_PIXEL = 0.75;
    private static final int PIXELS_A_SIGN = 7;

    /**
     * A picture on the sheet, in pixels of its cell.
     *
     * @param row from 0
     * @param column from 0
     * @param id of the stored file
     * @param name as it stands in the cell
     * @param alt what it shows
     */
    record Placed(int row, int column, int top, int wide, int high, String id, String name, String alt) {}

    /**
     * A row with names in place of pictures.
     *
     * @param height of the row in points; 0 where Excel finds it by itself
     * @param whole whether each picture went along
     * @param painted whether each that did is shown by all programs
     */
    record PicturedRow(ImportCells cells, double height, boolean whole, boolean painted) {}

    private record Found(String id, String name, String alt, OfficePicture picture) {}

    private final ExportedItems items;
    private final String word;
    private final Map<String, Optional<OfficePicture>> known = new HashMap<>();
    private final List<Placed> placed = new ArrayList<>();
    private final Set<String> said = new HashSet<>();
    private int number;
    private int files;

    /** @param word what a picture is called, such as 图 */
    SheetPictures(ExportedItems items, String word) {
        this.items = items;
        this.word = word;
    }

    /** No picture gets a name that somebody wrote into a row as words; to be asked about all rows first. */
    void avoid(ImportCells cells) {
        for (String text : cells.texts().values()) {
            Matcher names = NAME.matcher(text);
            while (names.find()) {
                said.add(names.group());
            }
        }
    }

    /** Takes the pictures out of a row. */
    PicturedRow row(int row, List<ImportField> columns, ImportCells cells) {
        if (cells.texts().values().stream()
                .noneMatch(text -> MarkdownPictures.ADDRESS.matcher(text).find())) {
            return new PicturedRow(cells, 0, true, true);
        }
        Map<ImportField, String> texts = new EnumMap<>(ImportField.class);
        texts.putAll(cells.texts());
        Map<ImportField, List<Found>> found = new EnumMap<>(ImportField.class);
        for (ImportField field : columns) {
            String text = cells.get(field);
            if (!text.isEmpty()) {
                texts.put(field, named(text, found.computeIfAbsent(field, ignored -> new ArrayList<>())));
            }
        }
        int height = 0;
        for (int column = 0; column < columns.size(); column++) {
            ImportField field = columns.get(column);
            height = Math.max(
                    height,
                    place(row, column, field, texts.getOrDefault(field, ""), found.getOrDefault(field, List.of())));
        }
        boolean whole = texts.values().stream()
                .noneMatch(text -> MarkdownPictures.ADDRESS.matcher(text).find());
        boolean any = found.values().stream().anyMatch(list -> !list.isEmpty());
        boolean painted = found.values().stream()
                .flatMap(List::stream)
                .allMatch(one -> one.picture().painted());
        return new PicturedRow(new ImportCells(texts), any ? height * POINTS_A_PIXEL : 0, whole, painted);
    }

    private String named(String text, List<Found> found) {
        Matcher image = MarkdownPictures.STORED.matcher(text);
        return image.replaceAll(one -> {
            Optional<OfficePicture> picture = known(one.group(2));
            if (picture.isEmpty()) {
                return Matcher.quoteReplacement(one.group());
            }
            String name = free();
            found.add(new Found(one.group(2), name, one.group(1), picture.get()));
            return Matcher.quoteReplacement(name);
        });
    }

    /** The next name of the sheet that nobody wrote into a row as words. */
    private String free() {
        String name;
        do {
            name = OPEN + word + ++number + CLOSE;
        } while (said.contains(name));
        return name;
    }

    private Optional<OfficePicture> known(String id) {
        return known.computeIfAbsent(id, key -> {
            Optional<OfficePicture> picture =
                    files < MOST_FILES ? items.media(key).flatMap(OfficePicture::of) : Optional.empty();
            picture.ifPresent(ignored -> files++);
            return picture;
        });
    }

    /** Puts the pictures of a cell below its words, each under the one before; how high the cell has to be. */
    private int place(int row, int column, ImportField field, String text, List<Found> found) {
        int width = (int) (WideWriter.width(field) * PIXELS_A_SIGN);
        int words = lines(text, (int) WideWriter.width(field)) * LINE;
        if (found.isEmpty()) {
            return Math.min(words, HIGHEST_ROW);
        }
        // Long words leave little room: pictures then lie over the last of them rather than beyond the row.
        int room = Math.max(HIGHEST_ROW - words, HIGHEST_ROW / 2) / found.size() - GAP;
        int most = Math.clamp(room, LEAST_HIGH, HIGHEST);
        int total = found.size() * (most + GAP);
        int top = Math.max(GAP, Math.min(words, HIGHEST_ROW - total));
        for (Found one : found) {
            double wide = one.picture().size().width();
            double high = one.picture().size().height();
            double scale = Math.min(1, Math.min((width - 2 * GAP) / wide, most / high));
            int shown = (int) Math.max(1, high * scale);
            placed.add(new Placed(
                    row,
                    column,
                    Math.min(top, HIGHEST_ROW - GAP),
                    (int) Math.max(1, wide * scale),
                    shown,
                    one.id(),
                    one.name(),
                    one.alt()));
            top += shown + GAP;
        }
        return Math.min(top + GAP, HIGHEST_ROW);
    }

    /** About how many lines a text takes in a column of so many signs; Chinese ones are two wide. */
    private static int lines(String text, int signs) {
        return text.lines()
                .mapToInt(line ->
                        1 + line.chars().map(sign -> sign < 0x2e80 ? 1 : 2).sum() / Math.max(1, signs))
                .sum();
    }

    /** Whether there is any. */
    boolean any() {
        return !placed.isEmpty();
    }

    /**
     * Writes the workbook again, with its pictures.
     *
     * @param bare which holds one picture on the same sheet, in whose place they come
     */
    void pack(Path bare, OutputStream out) throws IOException {
        PicturedWorkbook.write(
                bare, placed, id -> known.getOrDefault(id, Optional.empty()).orElseThrow(), items, out);
    }
}
