package org.lianbing.bank.exchange.office;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.lang.ref.WeakReference;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;
import javax.imageio.ImageIO;

import org.jsoup.parser.Parser;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import org.lianbing.bank.CasePart;
import org.lianbing.bank.Interaction;
import org.lianbing.bank.ItemContent;
import org.lianbing.bank.Option;
import org.lianbing.bank.Origin;
import org.lianbing.bank.exchange.format.Collected;
import org.lianbing.bank.exchange.format.ExportedItem;
import org.lianbing.bank.exchange.format.ExportedItems;
import org.lianbing.bank.exchange.format.OneItem;
import org.lianbing.bank.exchange.wide.ExcelTables;
import org.lianbing.bank.exchange.wide.ReadTables;
import org.lianbing.bank.exchange.wide.WideTesting;
import org.lianbing.bank.exchange.word.WordTesting;
import org.lianbing.base.Problem;
import org.lianbing.base.disk.FolderHash;
import org.lianbing.media.MediaFile;
import org.lianbing.media.MediaId;
import org.lianbing.media.PictureType;
import org.lianbing.media.SvgCheck;

import static org.assertj.core.api.Assertions.assertThat;

/** Pictures go out with workbooks and papers and come back into the place they had. */
class PicturesTravelTest {

    private static final byte[] SVG = """
            <svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 400 300"><title>主电路</title>
            <rect x="0" y="0" width="400" height="300" fill="#ff0000"/><text x="20" y="40">接触器</text></svg>
            """.getBytes(StandardCharsets.UTF_8);
    private static final byte[] PNG = painted("png", 64, 48);
    private static final byte[] JPEG = painted("jpg", 900, 700);
    private static final byte[] WEBP = "RIFF\u0010\0\0\0WEBPVP8 ".getBytes(StandardCharsets.ISO_8859_1);

    @TempDir
    Path folder;

    private final Map<String, byte[]> came = new LinkedHashMap<>();

    @Test
    void picturesOfAWorkbookComeBackIntoTheirPlaces() throws IOException {
        List<ItemContent> items = List.of(
                new ItemContent(
                        "看图 " + image("主电路 \"甲\" & *乙*", SVG) + " 和〔图1〕，" + image("", PNG) + "选一个。",
                        new Interaction.SingleChoice(List.of(
                                new Option(image("甲", JPEG), true, null),
                                new Option("乙 " + image("第一行\n第二行", SVG) + "\n\n" + image("再看", SVG), false, null))),
                        "见 " + image("讲解", PNG),
                        3),
                new ItemContent(image("只有图", SVG), new Interaction.TrueFalse(true), "", 2),
                new ItemContent("没有图。〔图1〕", new Interaction.TrueFalse(false), "", 2),
                new ItemContent(
                        "案例 " + image("现场", JPEG),
                        new Interaction.Case(List.of(new CasePart(
                                "问 " + image("细看", PNG) + "？",
                                new Interaction.TrueFalse(true),
                                BigDecimal.ONE,
                                "因为 " + image("图", SVG),
                                null))),
                        "",
                        3));
        Path file = written(items, files(SVG, PNG, JPEG));
        ReadTables read = ReadTables.of(new ExcelTables(), file, this::keep);
        assertThat(read.contents()).containsExactlyInAnyOrderElementsOf(items);
        assertThat(WideTesting.lost(file)).isEmpty();
        // The drawings themselves, not what was painted of them.
        assertThat(came).containsOnlyKeys(files(SVG, PNG, JPEG).keySet());
        assertSound(file);
    }

    /** Names the picture in the words of its cell, so that a person who reads the row knows where each belongs. */
    @Test
    void theCellNamesItsPicture() throws IOException {
        Path file = written(
                List.of(new ItemContent("看 " + image("图", PNG) + "。", new Interaction.TrueFalse(true), "", 3)),
                files(PNG));
        assertThat(Parser.unescapeEntities(text(file, "xl/sharedStrings.xml"), false))
                .contains("看 〔图1〕。")
                .doesNotContain("media:");
        assertThat(text(file, "xl/drawings/drawing1.xml"))
                .contains("name=\"〔图1〕\" descr=\"图\"", "<xdr:row>1</xdr:row>");
    }

    /** A person may have dragged a picture over the next column, or it lies in a workbook where nobody named it. */
    @Test
    void aPictureThatWasMovedInItsRowStillFindsItsName() throws IOException {
        ItemContent item = new ItemContent("看 " + image("图", PNG) + "。", new Interaction.TrueFalse(true), "因为", 3);
        Path file = written(List.of(item), files(PNG));
        Path moved = changed(file, "<xdr:col>1</xdr:col>", "<xdr:col>9</xdr:col>");
        assertThat(ReadTables.of(new ExcelTables(), moved, this::keep).contents())
                .containsExactly(item);
    }

    /** Excel leaves the picture of a row that is deleted, and leaves all where they lay when rows are sorted. */
    @Test
    void aPictureWhoseRowIsGoneComesIntoNoOtherItem() throws IOException {
        ItemContent first = new ItemContent("甲 " + image("图", PNG) + "。", new Interaction.TrueFalse(true), "", 3);
        ItemContent second = new ItemContent("乙 " + image("图", SVG) + "。", new Interaction.TrueFalse(true), "〔图1〕", 3);
        Path file = written(List.of(first, second), files(PNG, SVG));
        Path sorted = changed(file, "<xdr:row>2</xdr:row>", "<xdr:row>1</xdr:row>");
        assertThat(ReadTables.of(new ExcelTables(), sorted, this::keep).contents())
                .containsExactly(first, second);
        Path deleted = changed(file, "name=\"〔图2〕\"", "name=\"〔图9〕\"");
        ReadTables read = ReadTables.of(new ExcelTables(), deleted, this::keep);
        assertThat(read.contents())
                .containsExactly(new ItemContent("甲 〔图2〕。", new Interaction.TrueFalse(true), "", 3), second);
        assertThat(read.notes()).extracting(note -> note.code()).contains("exchange.note.orphan-pictures");
    }

    @Test
    void whatOfficeDoesNotShowIsListedAndStaysNamed() throws IOException {
        ItemContent item = new ItemContent("看 " + image("图", WEBP), new Interaction.TrueFalse(true), "", 3);
        ItemContent gone = new ItemContent("看 " + image("不在", JPEG), new Interaction.TrueFalse(true), "", 3);
        byte[] scan = painted("png", 14_043, 10);
        ItemContent large = new ItemContent("看 " + image("扫描", scan), new Interaction.TrueFalse(true), "", 3);
        Path file = written(List.of(item, gone, large), files(WEBP, scan));
        assertThat(WideTesting.lost(file)).containsExactly("fitter-0000", "fitter-0001", "fitter-0002");
        assertThat(ReadTables.of(new ExcelTables(), file, this::keep).contents())
                .containsExactly(item, gone, large);
    }

    /** Small enough it would be painted in time; what counts is how it goes along. */
    @Test
    void aDrawingThatTakesTooLongIsListedAsItGoesAlong() throws IOException {
        byte[] slow = ("<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 800 800\">"
                        + "<circle cx=\"400\" cy=\"400\" r=\"400\" fill-opacity=\"0.5\"/>".repeat(8_000) + "</svg>")
                .getBytes(StandardCharsets.UTF_8);
        MediaFile file = new MediaFile(new MediaId(FolderHash.of(slow)), "image/svg+xml", slow);
        OfficePicture picture = OfficePicture.of(file).orElseThrow();
        assertThat(picture.painted()).isFalse();
        Map<String, byte[]> written = new LinkedHashMap<>();
        picture.files(file, written::put);
        BufferedImage paper = ImageIO.read(new ByteArrayInputStream(written.getOrDefault(picture.file(), new byte[0])));
        assertThat(Integer.toHexString(paper.getRGB(800, 800))).isEqualTo("ffffffff");
    }

    @Test
    void anEnglishPaperNamesItsPlacesInEnglish() throws IOException {
        byte[] filtered = "<svg xmlns=\"http://www.w3.org/2000/svg\"><filter id=\"f\"><feGaussianBlur/></filter></svg>"
                .getBytes(StandardCharsets.UTF_8);
        ItemContent item = new ItemContent("看 " + image("雾", filtered), new Interaction.TrueFalse(false), "", 3);
        Path file = folder.resolve("paper.docx");
        try (var out = Files.newOutputStream(file)) {
            WordTesting.writer().write(new English(new OneItem(List.of(item, item), files(filtered))), out);
        }
        assertThat(text(file, "word/document.xml")).contains("True or false 1, True or false 2.");
    }

    private record English(OneItem items) implements ExportedItems {

        @Override
        public String title() {
            return items.title();
        }

        @Override
        public Locale language() {
            return Locale.ENGLISH;
        }

        @Override
        public void each(Consumer<ExportedItem> taker) {
            items.each(taker);
        }

        @Override
        public Optional<MediaFile> media(String id) {
            return items.media(id);
        }
    }

    /** With a filter, which could paint for ever. */
    @Test
    void aDrawingThatCannotBePaintedGoesAlongAndIsListed() throws IOException {
        byte[] filtered = """
                <svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 40 30"><filter id="f"><feGaussianBlur/></filter>\
                <rect width="40" height="30" filter="url(#f)"/></svg>""".getBytes(StandardCharsets.UTF_8);
        ItemContent sound = new ItemContent("看 " + image("图", SVG), new Interaction.TrueFalse(true), "", 3);
        ItemContent item = new ItemContent("看 " + image("雾", filtered), new Interaction.TrueFalse(false), "", 3);
        Path file = written(List.of(sound, item), files(SVG, filtered));
        assertThat(WideTesting.lost(file)).containsExactly("fitter-0001");
        assertThat(ReadTables.of(new ExcelTables(), file, this::keep).contents())
                .containsExactly(sound, item);
        byte[] paper = new OneItem(List.of(sound, item), files(SVG, filtered)).written(WordTesting.writer());
        assertThat(text(Files.write(folder.resolve("paper.docx"), paper), "word/document.xml"))
                .contains("空框，见：判断题 2。");
        Collected back = Collected.of(WordTesting.reader(), "paper.docx", paper);
        assertThat(back.contents()).containsExactly(sound, item);
        assertThat(back.codes()).isEmpty();
    }

    /** Programs that know no SVG show what was painted of it; in other files than ours the drawing may be refused. */
    @Test
    void aDrawingThatIsRefusedIsTakenAsItWasPainted() throws IOException {
        ItemContent item = new ItemContent("看 " + image("图", SVG), new Interaction.TrueFalse(true), "", 3);
        Path file = written(List.of(item), files(SVG));
        Path hostile = changed(file, "<title>", "<script>1</script><title>");
        List<ItemContent> back =
                ReadTables.of(new ExcelTables(), hostile, this::keep).contents();
        assertThat(back).hasSize(1);
        assertThat(came).hasSize(1);
        BufferedImage image =
                ImageIO.read(new ByteArrayInputStream(came.values().iterator().next()));
        assertThat(image.getRGB(image.getWidth() - 5, image.getHeight() - 5)).isEqualTo(0xffff0000);
        assertThat(back.getFirst().stem()).startsWith("看 ![图](media:");
    }

    /** Programs without SVG save what was painted, byte by byte, and leave out the drawing beside it. */
    @Test
    void aDrawingComesBackFromWhatWasPaintedOfIt() throws IOException {
        ItemContent item = new ItemContent("看 " + image("图", SVG), new Interaction.TrueFalse(true), "", 3);
        Path book = Files.write(
                folder.resolve("alone.xlsx"),
                withoutDrawings(new OneItem(List.of(item), files(SVG)).written(WideTesting.writer())));
        assertThat(ReadTables.of(new ExcelTables(), book, this::keep).contents())
                .containsExactly(item);
        byte[] paper = withoutDrawings(new OneItem(List.of(item), files(SVG)).written(WordTesting.writer()));
        Collected back = Collected.of(WordTesting.reader(), "paper.docx", paper);
        assertThat(back.contents()).containsExactly(item);
        assertThat(ImageIO.read(new ByteArrayInputStream(onlyPicture(paper)))).isNotNull();
    }

    /** Whoever puts another drawing there is asked what it holds, as about one that lies beside. */
    @Test
    void whatAPictureCarriesIsCheckedToo() throws IOException {
        byte[] hostile =
                "<svg xmlns=\"http://www.w3.org/2000/svg\"><script>1</script></svg>".getBytes(StandardCharsets.UTF_8);
        byte[] carrying = CarriedDrawing.in(PNG, hostile);
        String kept = OfficeBlips.keep(Map.of("a.png", carrying), new PaintedPictures(this::keep));
        assertThat(kept).isEqualTo("media:" + FolderHash.of(carrying));
        for (int length = 0; length < carrying.length; length++) {
            assertThat(CarriedDrawing.of(java.util.Arrays.copyOf(carrying, length))
                            .orElse(hostile))
                    .isEqualTo(hostile);
        }
        assertThat(CarriedDrawing.of(PNG)).isEmpty();
        assertThat(PictureType.of(carrying)).contains(PictureType.PNG);
    }

    private static byte[] withoutDrawings(byte[] file) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(file));
                ZipOutputStream packed = new ZipOutputStream(out)) {
            for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                byte[] bytes = zip.readAllBytes();
                if (!entry.getName().endsWith(".svg")) {
                    packed.putNextEntry(new ZipEntry(entry.getName()));
                    boolean names = entry.getName().endsWith(".xml");
                    String text = new String(bytes, StandardCharsets.UTF_8).replaceAll("<a:extLst>.*?</a:extLst>", "");
                    packed.write(names ? text.getBytes(StandardCharsets.UTF_8) : bytes);
                }
            }
        }
        return out.toByteArray();
    }

    private byte[] onlyPicture(byte[] paper) throws IOException {
        return parts(Files.write(folder.resolve("pictured.docx"), paper)).entrySet().stream()
                .filter(part -> part.getKey().endsWith(".png"))
                .findFirst()
                .orElseThrow()
                .getValue();
    }

    @Test
    void picturesOfAPaperComeBackIntoTheirPlaces() throws IOException {
        ItemContent item = new ItemContent(
                "看图 " + image("主电路", SVG) + " 选一个。",
                new Interaction.SingleChoice(List.of(
                        new Option(image("甲", JPEG), true, null), new Option("乙 " + image("再看", SVG), false, null))),
                "见 " + image("讲解", PNG),
                3);
        byte[] paper = new OneItem(List.of(item), files(SVG, PNG, JPEG)).written(WordTesting.writer());
        Collected back = Collected.of(WordTesting.reader(), "paper.docx", paper);
        assertThat(back.contents()).containsExactly(item);
        assertThat(back.codes()).isEmpty();
        assertThat(back.pictures()).containsOnlyKeys(files(SVG, PNG, JPEG).keySet());
        Path file = Files.write(folder.resolve("paper.docx"), paper);
        assertThat(text(file, "word/document.xml")).contains("svgBlip");
        assertSound(file);
    }

    @Test
    void onlyFewPicturesAreInMemoryAtATime() throws IOException {
        Noise noise = new Noise(120);
        Path file = folder.resolve("many.xlsx");
        try (var out = Files.newOutputStream(file)) {
            WideTesting.writer().write(noise, out);
        }
        assertThat(noise.mostAlive).isLessThan(20);
        assertThat(ReadTables.of(new ExcelTables(), file, (name, bytes) -> "media:" + FolderHash.of(bytes))
                        .contents())
                .hasSize(120);
    }

    private Path written(List<ItemContent> items, Map<String, byte[]> files) throws IOException {
        return Files.write(folder.resolve("items.xlsx"), new OneItem(items, files).written(WideTesting.writer()));
    }

    /** As the media keep them: a drawing that is more than one is refused. */
    private String keep(String name, byte[] bytes) {
        if (new String(bytes, StandardCharsets.ISO_8859_1).contains("<svg")) {
            SvgCheck.check(bytes);
        }
        String id = FolderHash.of(bytes);
        came.put(id, bytes);
        return "media:" + id;
    }

    private static String image(String alt, byte[] bytes) {
        return "![" + alt + "](media:" + FolderHash.of(bytes) + ")";
    }

    private static Map<String, byte[]> files(byte[]... files) {
        Map<String, byte[]> all = new HashMap<>();
        for (byte[] file : files) {
            all.put(FolderHash.of(file), file);
        }
        return all;
    }

    private static byte[] painted(String format, int width, int height) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try {
            ImageIO.write(new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB), format, out);
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
        return out.toByteArray();
    }

    /** Each relationship leads to a file of a declared type: else Office offers to repair the file. */
    private static void assertSound(Path file) throws IOException {
        Map<String, byte[]> parts = parts(file);
        String types = new String(parts.get("[Content_Types].xml"), StandardCharsets.UTF_8);
        int pictures = 0;
        for (String name : parts.keySet()) {
            if (name.contains("/media/")) {
                pictures++;
                assertThat(types).contains("Extension=\"" + name.substring(name.lastIndexOf('.') + 1) + "\"");
            }
            if (name.endsWith(".rels") && !name.startsWith("_rels")) {
                String base = name.substring(0, name.indexOf("_rels/"));
                Matcher target = Pattern.compile("Target=\"([^\"]+)\"")
                        .matcher(new String(parts.get(name), StandardCharsets.UTF_8));
                while (target.find()) {
                    String to =
                            target.group(1).startsWith("/") ? target.group(1).substring(1) : base + target.group(1);
                    assertThat(parts).containsKey(to.replaceFirst("[^/]+/\\.\\./", ""));
                }
            }
        }
        // Three pictures, one of them twice: painted, and as it was drawn.
        assertThat(pictures).isEqualTo(4);
    }

    private static String text(Path file, String part) throws IOException {
        return new String(parts(file).getOrDefault(part, new byte[0]), StandardCharsets.UTF_8);
    }

    private static Map<String, byte[]> parts(Path file) throws IOException {
        Map<String, byte[]> parts = new LinkedHashMap<>();
        try (ZipInputStream in = new ZipInputStream(Files.newInputStream(file))) {
            for (ZipEntry entry = in.getNextEntry(); entry != null; entry = in.getNextEntry()) {
                assertThat(parts.put(entry.getName(), in.readAllBytes())).isNull();
            }
        }
        return parts;
    }

    private Path changed(Path file, String what, String into) throws IOException {
        Path changed = folder.resolve("changed.xlsx");
        try (ZipOutputStream out = new ZipOutputStream(Files.newOutputStream(changed))) {
            for (Map.Entry<String, byte[]> part : parts(file).entrySet()) {
                out.putNextEntry(new ZipEntry(part.getKey()));
                boolean text = part.getKey().matches(".*\\.(xml|svg)");
                out.write(
                        text
                                ? new String(part.getValue(), StandardCharsets.UTF_8)
                                        .replace(what, into)
                                        .getBytes(StandardCharsets.UTF_8)
                                : part.getValue());
            }
        }
        return changed;
    }

    /** Items with a picture each, none like another, that exist only while somebody asks for them. */
    private static final class Noise implements ExportedItems {

        private final int count;
        private final Map<String, Integer> places = new HashMap<>();
        private final List<WeakReference<byte[]>> given = new ArrayList<>();
        private long mostAlive;

        Noise(int count) {
            this.count = count;
            for (int i = 0; i < count; i++) {
                places.put(FolderHash.of(bytes(i)), i);
            }
        }

        private static byte[] bytes(int place) {
            BufferedImage image = new BufferedImage(120, 120, BufferedImage.TYPE_INT_RGB);
            Random random = new Random(place);
            for (int at = 0; at < 120 * 120; at++) {
                image.setRGB(at % 120, at / 120, random.nextInt());
            }
            ByteArrayOutputStream out = new ByteArrayOutputStream();
            try {
                ImageIO.write(image, "png", out);
            } catch (IOException e) {
                throw new java.io.UncheckedIOException(e);
            }
            return out.toByteArray();
        }

        @Override
        public String title() {
            return "图";
        }

        @Override
        public Locale language() {
            return Locale.SIMPLIFIED_CHINESE;
        }

        @Override
        public void each(Consumer<ExportedItem> taker) {
            places.forEach((id, place) -> taker.accept(new ExportedItem(
                    "n-" + place,
                    new ItemContent("看 ![图](media:" + id + ")", new Interaction.TrueFalse(true), "", 3),
                    "n",
                    "钳工",
                    List.of(),
                    List.of(),
                    Origin.NONE)));
        }

        @Override
        public Optional<MediaFile> media(String id) {
            Integer place = places.get(id);
            if (place == null) {
                throw Problem.invalid("exchange.file-broken");
            }
            byte[] bytes = bytes(place);
            given.add(new WeakReference<>(bytes));
            if (given.size() % (count / 2) == 0) {
                System.gc();
                mostAlive = Math.max(
                        mostAlive,
                        given.stream().filter(one -> one.get() != null).count());
            }
            return Optional.of(new MediaFile(new MediaId(id), "image/png", bytes));
        }
    }
}
