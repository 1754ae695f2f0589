package org.lianbing.bank.exchange;

import java.io.BufferedWriter;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.zip.DeflaterOutputStream;

import org.apache.poi.hssf.usermodel.HSSFClientAnchor;
import org.apache.poi.hssf.usermodel.HSSFRichTextString;
import org.apache.poi.hssf.usermodel.HSSFRow;
import org.apache.poi.hssf.usermodel.HSSFSheet;
import org.apache.poi.hssf.usermodel.HSSFWorkbook;
import org.apache.poi.poifs.filesystem.POIFSFileSystem;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;

/** Tables of strangers, as large as an upload may be: each ends within 2 s and 64 MB, with a sentence that fits. */
class HostileTablesTest {

    private static final long SECONDS = 2_000;
    private static final String HEADING = "题型,题干,答案\n";
    private static final String LINE = "判断,甲。,对\n";

    @TempDir
    Path folder;

    /** A file and what is to be said of it. */
    private record Hostile(Path file, String said) {}

    @Test
    void plainTextIsReadInBounds() throws IOException, InterruptedException {
        long most = ImportService.LARGEST;
        expect(
                new Hostile(csv("open-quote", HEADING + LINE + "判断,\"甲。", LINE, most), "exchange.quote-endless"),
                new Hostile(csv("one-line", HEADING + LINE, "甲乙丙丁", most), "exchange.line-endless"),
                new Hostile(csv("one-row", HEADING + LINE, "甲,", most), "exchange.line-endless"),
                new Hostile(csv("empty-lines", HEADING + LINE, ",,\n", 3 * 1_040_000), "read 1"),
                new Hostile(csv("no-lines", HEADING + LINE, "\n", most), "exchange.too-many-lines"),
                new Hostile(csv("short-lines", HEADING, "a\n", most), "exchange.too-many-lines"),
                new Hostile(
                        csv("long-cells", HEADING, "判断," + "甲".repeat(33_000) + ",对\n", most),
                        "read 529 exchange.problem.cell-long"),
                new Hostile(
                        csv("case", "题型,题干,答案,小题\n案例,甲,,\n", "判断,甲。,对,1\n", 8 << 20),
                        "read 1 exchange.problem.case-long"),
                new Hostile(
                        csv("wide", HEADING, LINE.strip() + ",".repeat(1_500) + "x\n", 100_000),
                        "read 65 exchange.note.many-cells"),
                new Hostile(csv("large", HEADING, "判断," + "甲".repeat(90) + "。,对\n", most), "read 183957"));
    }

    @Test
    void plainTextOfOtherKindsHasLinesThatEnd() throws IOException, InterruptedException {
        long most = ImportService.LARGEST;
        expect(
                new Hostile(text("endless.gift", "::甲:: 乙 {T}\n\n::丙:: 丁", "戊己庚辛", most), "exchange.line-endless"),
                new Hostile(text("endless.txt", "1、甲（ ）\nA、乙 B、丙\n答案：A\n2、", "戊己庚辛", most), "exchange.line-endless"),
                new Hostile(text("ends.gift", "::甲:: 乙 {T}\r\n\r\n::丙:: 丁 {F}\r\r::戊:: 己 {T}", "", 2_000), "read 3"));
    }

    @Test
    void oldWorkbooksAreReadInBounds() throws IOException, InterruptedException {
        byte[] number = number(2, 3);
        byte[] empty = record(0x00BE, new byte[6 + 512]);
        byte[] unknown = record(0x0FFE, new byte[0]);
        expect(
                new Hostile(book("sound", List.of(), List.of()), "read 1"),
                new Hostile(
                        book("claimed-texts", List.of(record(0x00FC, claim(Integer.MAX_VALUE))), List.of()),
                        "exchange.file-broken"),
                new Hostile(book("short-texts", texts(3_000_000, 3), List.of()), "exchange.file-heavy"),
                new Hostile(book("most-texts", texts(190_000, 3), List.of()), "read 1"),
                new Hostile(book("long-texts", texts(900, 8_000), List.of()), "read 1"),
                new Hostile(book("cells", List.of(), again(number, 1_000_000)), "exchange.file-heavy"),
                new Hostile(book("most-cells", List.of(), rows(20_000, 10)), "read 20001"),
                new Hostile(book("far-cells", List.of(), rows(12_000, 256)), "exchange.file-heavy"),
                new Hostile(book("empty-cells", List.of(), again(empty, 30_000)), "exchange.file-heavy"),
                new Hostile(book("records", List.of(), again(unknown, 4_000_000)), "exchange.file-heavy"),
                new Hostile(book("most-records", List.of(), again(unknown, 390_000)), "read 1"),
                new Hostile(book("packed", drawings(metafile(1 << 30)), List.of()), "exchange.file-swells"),
                new Hostile(book("most-packed", drawings(metafile(7 << 20)), List.of()), "read 1"),
                new Hostile(
                        book("packed-behind-object", List.of(), behind(metafile(1 << 30), object())),
                        "exchange.file-swells"),
                new Hostile(
                        book("packed-behind-text", List.of(), behind(metafile(1 << 30), text())),
                        "exchange.file-swells"),
                new Hostile(
                        book("packed-far-behind", List.of(), behind(metafile(1 << 30), object(), row(), unknown)),
                        "exchange.file-swells"),
                new Hostile(
                        book("claimed-behind-object", List.of(), behind(claimedProperty(), object())),
                        "exchange.file-broken"),
                new Hostile(book("text", "\u0b10\u00f0" + "\uf0f0".repeat(50)), "read 1"),
                new Hostile(book("unpacked-often", drawings(empty(12 << 20)), List.of()), "exchange.file-swells"),
                new Hostile(book("pictures", drawings(picture(19 << 20)), List.of()), "exchange.file-heavy"),
                new Hostile(book("most-pictures", drawings(picture(12 << 20)), List.of()), "read 1"),
                new Hostile(book("drawings", drawings(small(4 << 20)), List.of()), "exchange.file-heavy"),
                new Hostile(book("most-drawings", drawings(small(2 << 20)), List.of()), "read 1"),
                new Hostile(book("claimed-property", drawings(claimedProperty()), List.of()), "exchange.file-broken"),
                new Hostile(folders(90_000), "exchange.file-heavy"),
                new Hostile(circle(), "exchange.file-broken"));
    }

    private static void expect(Hostile... cases) throws IOException, InterruptedException {
        List<SmallHeap.Outcome> outcomes =
                SmallHeap.read(Arrays.stream(cases).map(Hostile::file).toList());
        List<String> told = new ArrayList<>();
        List<String> expected = new ArrayList<>();
        for (int i = 0; i < cases.length; i++) {
            String name = cases[i].file().getFileName() + ": ";
            expected.add(name + cases[i].said());
            told.add(name + outcomes.get(i).said());
        }
        assertThat(told).isEqualTo(expected);
        assertThat(outcomes).allSatisfy(outcome -> assertThat(outcome.millis()).isLessThan(SECONDS));
    }

    private Path csv(String name, String begin, String again, long size) throws IOException {
        return text(name + ".csv", begin, again, size);
    }

    private Path text(String name, String begin, String again, long size) throws IOException {
        Path file = folder.resolve(name);
        int bytes = again.getBytes(StandardCharsets.UTF_8).length;
        try (BufferedWriter out = Files.newBufferedWriter(file)) {
            out.write(begin);
            for (long written = 1_000; bytes > 0 && written + bytes < size; written += bytes) {
                out.write(again);
            }
        }
        return file;
    }

    /** A workbook of one item, with more records of the whole and of its sheet. */
    private Path book(String name, List<byte[]> whole, List<byte[]> sheet) throws IOException {
        return book(name, whole, sheet, "");
    }

    /** The same with a text that floats over its cells. */
    private Path book(String name, String text) throws IOException {
        return book(name, List.of(), List.of(), text);
    }

    private Path book(String name, List<byte[]> whole, List<byte[]> sheet, String text) throws IOException {
        Path file = folder.resolve(name + ".xls");
        try (HSSFWorkbook workbook = new HSSFWorkbook();
                POIFSFileSystem files = new POIFSFileSystem();
                OutputStream out = Files.newOutputStream(file)) {
            HSSFSheet only = workbook.createSheet("判断题");
            List.of(HEADING, LINE).forEach(line -> {
                HSSFRow row = only.createRow(only.getPhysicalNumberOfRows());
                for (String cell : line.strip().split(",")) {
                    row.createCell(Math.max(0, row.getLastCellNum())).setCellValue(cell);
                }
            });
            if (!text.isEmpty()) {
                only.createDrawingPatriarch()
                        .createTextbox(new HSSFClientAnchor())
                        .setString(new HSSFRichTextString(text));
            }
            ByteArrayOutputStream stream = new ByteArrayOutputStream();
            ByteBuffer records = ByteBuffer.wrap(workbook.getBytes()).order(ByteOrder.LITTLE_ENDIAN);
            while (records.remaining() >= 4) {
                int at = records.position();
                // Of the whole, the sheet's name; of the sheet, its window, which is told behind the cells.
                switch (records.getShort(at)) {
                    case 0x0085 -> written(whole, stream);
                    case 0x023E -> written(sheet, stream);
                    default -> {
                        // What the library wrote.
                    }
                }
                byte[] record = new byte[4 + Short.toUnsignedInt(records.getShort(at + 2))];
                records.get(record);
                stream.writeBytes(record);
            }
            files.createDocument(new ByteArrayInputStream(stream.toByteArray()), "Workbook");
            files.writeFilesystem(out);
        }
        return file;
    }

    private static void written(List<byte[]> records, ByteArrayOutputStream stream) {
        records.forEach(stream::writeBytes);
    }

    private static byte[] number(int row, int column) {
        return record(
                0x0203,
                ByteBuffer.allocate(14)
                        .order(ByteOrder.LITTLE_ENDIAN)
                        .putShort((short) row)
                        .putShort((short) column)
                        .array());
    }

    /** A record of a kind ([MS-XLS] 2.1.4). */
    private static byte[] record(int kind, byte[] content) {
        return ByteBuffer.allocate(4 + content.length)
                .order(ByteOrder.LITTLE_ENDIAN)
                .putShort((short) kind)
                .putShort((short) content.length)
                .put(content)
                .array();
    }

    private static List<byte[]> again(byte[] record, int count) {
        return Collections.nCopies(count, record);
    }

    /** Numbers in rows below the item. */
    private static List<byte[]> rows(int rows, int columns) {
        List<byte[]> all = new ArrayList<>();
        for (int row = 2; row < rows + 2; row++) {
            for (int column = 0; column < columns; column += Math.max(1, columns / 10)) {
                all.add(number(row, column));
            }
        }
        return all;
    }

    private static byte[] claim(int texts) {
        return ByteBuffer.allocate(8)
                .order(ByteOrder.LITTLE_ENDIAN)
                .putInt(texts)
                .putInt(texts)
                .array();
    }

    /** A table of shared texts, each as long as that in bytes. */
    private static List<byte[]> texts(int count, int length) {
        byte[] text = ByteBuffer.allocate(length)
                .order(ByteOrder.LITTLE_ENDIAN)
                .putShort((short) (length - 3))
                .array();
        int together = 8_000 / length;
        List<byte[]> all = new ArrayList<>(List.of(record(0x00FC, claim(count))));
        for (int i = 0; i < count; i += together) {
            ByteArrayOutputStream some = new ByteArrayOutputStream();
            for (int j = i; j < Math.min(count, i + together); j++) {
                some.writeBytes(text);
            }
            all.add(record(0x003C, some.toByteArray()));
        }
        return all;
    }

    /** The pictures of a workbook as its records. */
    private static List<byte[]> drawings(byte[] content) {
        List<byte[]> all = new ArrayList<>();
        for (int at = 0; at < content.length; at += 8_000) {
            all.add(record(
                    at == 0 ? 0x00EB : 0x003C, Arrays.copyOfRange(content, at, Math.min(content.length, at + 8_000))));
        }
        return all;
    }

    /** Drawings of a sheet of which everything stands behind other records. */
    private static List<byte[]> behind(byte[] content, byte[]... others) {
        List<byte[]> all = new ArrayList<>(List.of(record(0x00EC, new byte[0])));
        all.addAll(List.of(others));
        for (int at = 0; at < content.length; at += 8_000) {
            all.add(record(0x003C, Arrays.copyOfRange(content, at, Math.min(content.length, at + 8_000))));
        }
        return all;
    }

    /** A picture among the objects of a sheet ([MS-XLS] 2.4.181). */
    private static byte[] object() {
        return record(
                0x005D,
                ByteBuffer.allocate(26)
                        .order(ByteOrder.LITTLE_ENDIAN)
                        .putShort((short) 0x15)
                        .putShort((short) 18)
                        .putShort((short) 8)
                        .array());
    }

    /** The text of an object, of two signs and without formats ([MS-XLS] 2.4.329), with the record that holds them. */
    private static byte[] text() {
        byte[] head = ByteBuffer.allocate(18)
                .order(ByteOrder.LITTLE_ENDIAN)
                .putShort(10, (short) 2)
                .array();
        ByteArrayOutputStream both = new ByteArrayOutputStream();
        both.writeBytes(record(0x01B6, head));
        both.writeBytes(record(0x003C, new byte[] {0, 'a', 'b'}));
        return both.toByteArray();
    }

    /** Says where rows lie, which readers pass over ([MS-XLS] 2.4.78). */
    private static byte[] row() {
        return record(0x00D7, new byte[4]);
    }

    /** Packed metafiles one in another, each nine bytes, that all end in the same millions of bytes of nothing. */
    private static byte[] empty(int size) {
        ByteBuffer all = ByteBuffer.allocate(size).order(ByteOrder.LITTLE_ENDIAN);
        all.putShort((short) 0).putShort((short) 0xF11E).putInt(size - 8);
        int units = 1_200;
        int end = 8 + 9 * units + 60;
        for (int i = 0; i < units; i++) {
            int at = 8 + 9 * i;
            // The kind of one; of the one that began 54 bytes before, the head of what is packed, and one block that
            // holds all until the end.
            all.putShort(at + 2, (short) 0xF01A).putShort(at + 4, (short) 0x0178);
            int left = end - (at + 11);
            all.put(at + 6, (byte) 0).putShort(at + 7, (short) left).putShort(at + 9, (short) ~left);
        }
        for (int at = end; at + 5 <= size; at += 5) {
            all.putShort(at + 3, (short) 0xFFFF);
        }
        return all.array();
    }

    /** A PNG ([MS-ODRAW] 2.2.28), to judge by its head. */
    private static byte[] picture(int size) {
        return ByteBuffer.allocate(8 + size)
                .order(ByteOrder.LITTLE_ENDIAN)
                .putShort((short) 0x6E00)
                .putShort((short) 0xF01E)
                .putInt(size)
                .array();
    }

    /** A packed EMF ([MS-ODRAW] 2.2.24) of so many zeros. */
    private static byte[] metafile(int size) throws IOException {
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        try (DeflaterOutputStream deflater = new DeflaterOutputStream(packed)) {
            byte[] zeros = new byte[1 << 20];
            for (int i = 0; i < size >> 20; i++) {
                deflater.write(zeros);
            }
        }
        return ByteBuffer.allocate(8 + 50 + packed.size())
                .order(ByteOrder.LITTLE_ENDIAN)
                .putShort((short) 0x3D40)
                .putShort((short) 0xF01A)
                .putInt(50 + packed.size())
                .position(8 + 44)
                .putInt(packed.size())
                .position(8 + 50)
                .put(packed.toByteArray())
                .array();
    }

    /** Drawing records as small as they can be. */
    private static byte[] small(int size) {
        ByteBuffer all = ByteBuffer.allocate(size / 8 * 8).order(ByteOrder.LITTLE_ENDIAN);
        while (all.hasRemaining()) {
            all.putShort((short) 0).putShort((short) 0xF122).putInt(0);
        }
        return all.array();
    }

    /** One that says of a property that it has 90 MB. */
    private static byte[] claimedProperty() {
        return ByteBuffer.allocate(14)
                .order(ByteOrder.LITTLE_ENDIAN)
                .putShort((short) 0x0013)
                .putShort((short) 0xF00B)
                .putInt(6)
                .putShort((short) 0xC145)
                .putInt(90 << 20)
                .array();
    }

    private Path folders(int count) throws IOException {
        Path file = folder.resolve("folders.xls");
        try (POIFSFileSystem files = new POIFSFileSystem();
                OutputStream out = Files.newOutputStream(file)) {
            files.createDocument(new ByteArrayInputStream(new byte[5_000]), "Workbook");
            for (int i = 0; i < count; i++) {
                files.createDirectory("f" + i);
            }
            files.writeFilesystem(out);
        }
        return file;
    }

    /** Its folders begin beyond its end, in a table that a chain which leads back to itself is to name. */
    private Path circle() throws IOException {
        ByteBuffer bytes = ByteBuffer.allocate(2 * 512).order(ByteOrder.LITTLE_ENDIAN);
        bytes.putLong(0, 0xE11AB1A1E011CFD0L).putShort(26, (short) 3).putShort(28, (short) 0xFFFE);
        bytes.putShort(30, (short) 9).putShort(32, (short) 6);
        bytes.putInt(48, 0x7FFFFF00).putInt(68, 0).putInt(72, 1);
        bytes.putInt(512, 0x7FFFFF00).putInt(512 + 24 * 4, 0).putInt(512 + 127 * 4, 0);
        return Files.write(folder.resolve("circle.xls"), bytes.array());
    }
}
