package org.lianbing.bank.exchange.wide;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Base64;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;

import org.dhatim.fastexcel.PictureAnchor;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import org.springframework.context.MessageSource;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

import org.lianbing.bank.CasePart;
import org.lianbing.bank.Interaction;
import org.lianbing.bank.ItemContent;
import org.lianbing.bank.Origin;
import org.lianbing.bank.exchange.ImportCells;
import org.lianbing.bank.exchange.ImportField;
import org.lianbing.bank.exchange.RowReading;
import org.lianbing.bank.exchange.format.ExportedItem;
import org.lianbing.bank.exchange.format.ExportedItems;
import org.lianbing.bank.exchange.format.FormatWriter;
import org.lianbing.bank.exchange.format.Loss;
import org.lianbing.bank.exchange.text.ClipWords;
import org.lianbing.bank.exchange.wide.SheetPictures.PicturedRow;
import org.lianbing.base.Level;

/**
 * Items as a workbook of the wide family, row by row. What its rows cannot say, or not all of, is listed in a second
 * sheet: each item is read back in passing, so that the list is as true as the reader.
 */
@Component
@Order(1)
class ExcelItems implements FormatWriter {

    private static final int FLUSH = 1_000;
    private static final int LONGEST = 32_000;
    /** A picture of one point. */
    private static final byte[] PLACE_HOLDER = Base64.getDecoder()
            .decode("iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==");

    private final MessageSource texts;

    ExcelItems(MessageSource texts) {
        this.texts = texts;
    }

    @Override
    public String format() {
        return "xlsx";
    }

    @Override
    public String extension() {
        return "xlsx";
    }

    @Override
    public String contentType() {
        return "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";
    }

    /** What stands in a row besides the cells of an item. */
    private record Line(String code, String part, String weight, ImportCells cells) {}

    /** What is missing in a sheet, and of what. */
    private record Lost(String code, String stem, String reason) {}

    @Override
    public Loss loss(ItemContent content) {
        return switch (reason(content, key -> texts.getMessage(key, null, Locale.SIMPLIFIED_CHINESE))) {
            case "" -> Loss.NOTHING;
            case "exchange.lost.type" -> Loss.ALL;
            default -> Loss.PART;
        };
    }

    @Override
    public boolean carriesClips() {
        return false;
    }

    @Override
    public void write(ExportedItems items, OutputStream out) throws IOException {
        UnaryOperator<String> words = key -> texts.getMessage(key, null, items.language());
        Set<ImportField> used = EnumSet.noneOf(ImportField.class);
        Set<String> cases = new HashSet<>();
        ClipWords clips = new ClipWords(items);
        SheetPictures pictures = new SheetPictures(items, words.apply("exchange.picture-name"));
        items.each(item -> lines(clips.without(item), items.language(), words).forEach(line -> {
            pictures.avoid(line.cells());
            used.addAll(line.cells().texts().keySet());
            if (!line.part().isEmpty()) {
                cases.add(line.code());
            }
        }));
        List<ImportField> columns = WideWriter.columns(used);
        Path bare = Files.createTempFile("lianbing-export", ".xlsx");
        try {
            try (OutputStream file = Files.newOutputStream(bare)) {
                workbook(items, words, columns, !cases.isEmpty(), pictures, file);
            }
            if (pictures.any()) {
                pictures.pack(bare, out);
            } else {
                Files.copy(bare, out);
            }
        } finally {
            Files.deleteIfExists(bare);
        }
    }

    private static void workbook(
            ExportedItems items,
            UnaryOperator<String> words,
            List<ImportField> columns,
            boolean cases,
            SheetPictures pictures,
            OutputStream out)
            throws IOException {
        WideWriter writer = new WideWriter(words);
        ClipWords clips = new ClipWords(items);
        List<Lost> lost = new ArrayList<>();
        try (Workbook workbook = new Workbook(out, "Lianbing", "1.0")) {
            Worksheet sheet = workbook.newWorksheet(words.apply("exchange.sheet.items"));
            writer.head(sheet, 0, columns, true);
            int extra = columns.size();
            writer.name(sheet, extra, words.apply("exchange.column.code"));
            if (cases) {
                writer.name(sheet, extra + 1, words.apply("exchange.column.part"));
                writer.name(sheet, extra + 2, words.apply("exchange.column.weight"));
            }
            sheet.freezePane(0, 1);
            WideWriter.ready(sheet, extra + (cases ? 3 : 1));
            int[] next = {1};
            items.each(item -> {
                Set<String> missed = new LinkedHashSet<>();
                for (Line line : lines(clips.without(item), items.language(), words)) {
                    PicturedRow row = pictures.row(next[0], columns, line.cells());
                    missed.add(row.whole() ? "" : "exchange.lost.picture");
                    missed.add(row.painted() ? "" : "exchange.lost.drawing");
                    WideWriter.line(sheet, next[0], columns, row.cells());
                    if (row.height() > 0) {
                        sheet.rowHeight(next[0], row.height());
                    }
                    WideWriter.text(sheet, next[0], extra, line.code());
                    WideWriter.text(sheet, next[0], extra + 1, line.part());
                    WideWriter.text(sheet, next[0], extra + 2, line.weight());
                    if (++next[0] % FLUSH == 0) {
                        flush(sheet);
                    }
                }
                missed.add(clips.in(item.content()).isEmpty() ? "" : "exchange.lost.clip");
                lost(item, words, missed, lost);
            });
            if (pictures.any()) {
                // Holds the place of all, which are packed when their files can be fetched one by one.
                sheet.addImage(PictureAnchor.oneCellAnchor(0, 0, 1, 1), PLACE_HOLDER);
            }
            if (!lost.isEmpty()) {
                lost(workbook.newWorksheet(words.apply("exchange.sheet.lost")), lost, words);
            }
        }
    }

    private static void flush(Worksheet sheet) {
        try {
            sheet.flush();
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    private static void lost(Worksheet sheet, List<Lost> lost, UnaryOperator<String> words) {
        sheet.value(0, 0, words.apply("exchange.column.code"));
        sheet.value(0, 1, words.apply("exchange.column.lost-stem"));
        sheet.value(0, 2, words.apply("exchange.column.lost"));
        for (int i = 0; i < lost.size(); i++) {
            WideWriter.text(sheet, i + 1, 0, lost.get(i).code());
            WideWriter.text(sheet, i + 1, 1, lost.get(i).stem());
            WideWriter.text(sheet, i + 1, 2, lost.get(i).reason());
        }
        sheet.width(1, 60);
        sheet.width(2, 50);
    }

    private static List<Line> lines(ExportedItem item, Locale language, UnaryOperator<String> words) {
        return switch (item.content().interaction()) {
            case Interaction.Calculated ignored -> List.of();
            case Interaction.Hotspot ignored -> List.of();
            case Interaction.Practical ignored -> List.of();
            case Interaction.Case parts -> {
                List<Line> lines = new ArrayList<>();
                lines.add(new Line(item.code(), "", "", cells(item, language, words)));
                int number = 0;
                for (CasePart part : parts.parts()) {
                    lines.add(new Line(
                            "",
                            String.valueOf(++number),
                            part.weight().toPlainString(),
                            ItemCells.of(content(part), words)));
                }
                yield lines;
            }
            default -> List.of(new Line(item.code(), "", "", cells(item, language, words)));
        };
    }

    private static ItemContent content(CasePart part) {
        return new ItemContent(
                part.stem(), part.interaction(), part.explanation(), DifficultyText.MIDDLE, part.credit());
    }

    private static ImportCells cells(ExportedItem item, Locale language, UnaryOperator<String> words) {
        return ItemCells.of(item.content(), words)
                .with(
                        ImportField.POINTS,
                        item.points().stream()
                                .map(point -> point.code() + " " + point.name())
                                .collect(Collectors.joining("；")))
                .with(
                        ImportField.LEVELS,
                        item.levels().stream()
                                .map(level -> name(level, language, words))
                                .collect(Collectors.joining("、")))
                .with(ImportField.SOURCE, item.origin().source());
    }

    /** A name that {@link Level#find} knows. */
    private static String name(Level level, Locale language, UnaryOperator<String> words) {
        return language.equals(Locale.ENGLISH) ? level.code() : words.apply("base.level." + level.code());
    }

    /** Whether the rows of an item say all that it says, by reading them; with what else was missed. */
    private static void lost(ExportedItem item, UnaryOperator<String> words, Set<String> missed, List<Lost> lost) {
        ItemContent content = item.content();
        Origin origin = item.origin();
        List<String> reasons = new ArrayList<>();
        reasons.add(reason(content, words));
        reasons.addAll(missed);
        boolean credited = !origin.credit().isEmpty()
                || !origin.permission().isEmpty()
                || !origin.edition().isEmpty();
        reasons.add(credited ? "exchange.lost.origin" : "");
        String said =
                reasons.stream().filter(reason -> !reason.isEmpty()).map(words).collect(Collectors.joining("\n"));
        if (!said.isEmpty()) {
            lost.add(new Lost(item.code(), content.stem(), said));
        }
    }

    /** The key of why the rows do not say all; empty where they do. */
    private static String reason(ItemContent content, UnaryOperator<String> words) {
        return switch (content.interaction()) {
            case Interaction.Calculated ignored -> "exchange.lost.type";
            case Interaction.Hotspot ignored -> "exchange.lost.type";
            case Interaction.Practical ignored -> "exchange.lost.type";
            case Interaction.Case parts ->
                content.credit() == null && parts.parts().stream().allMatch(part -> carries(content(part), words))
                        ? ""
                        : "exchange.lost.parts";
            default -> carries(content, words) ? "" : "exchange.lost.parts";
        };
    }

    private static boolean carries(ItemContent content, UnaryOperator<String> words) {
        ImportCells cells = ItemCells.of(content, words);
        return cells.texts().values().stream().allMatch(text -> text.length() < LONGEST)
                && RowParser.parse(cells, true, RowContext.NONE) instanceof RowReading.Parsed parsed
                && parsed.content().equals(content);
    }
}
