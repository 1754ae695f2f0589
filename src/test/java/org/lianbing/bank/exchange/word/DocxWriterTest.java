package org.lianbing.bank.exchange.word;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;

import org.junit.jupiter.api.Test;
import org.springframework.context.support.ResourceBundleMessageSource;

import org.lianbing.bank.Interaction;
import org.lianbing.bank.ItemContent;
import org.lianbing.bank.ItemType;
import org.lianbing.bank.Option;
import org.lianbing.bank.content.AnyContent;
import org.lianbing.bank.content.EveryType;
import org.lianbing.bank.content.Seen;
import org.lianbing.bank.exchange.format.Collected;
import org.lianbing.bank.exchange.format.OneItem;
import org.lianbing.base.disk.FolderHash;

import static org.assertj.core.api.Assertions.assertThat;

class DocxWriterTest {

    /** A printed paper says all of these; of the others a person reads it. */
    private static final Set<ItemType> CARRIED =
            Set.of(ItemType.TRUE_FALSE, ItemType.SINGLE_CHOICE, ItemType.MULTIPLE_CHOICE, ItemType.ORDERING);

    @Test
    void aPrintedPaperIsReadBackByOurReader() {
        List<ItemContent> all = EveryType.contents()
                .filter(content -> CARRIED.contains(content.interaction().type()))
                .map(DocxWriterTest::printed)
                .toList();
        Collected back = Collected.of(new DocxReader(), "paper.docx", new OneItem(all, Map.of()).written(writer()));
        assertThat(back.contents()).isEqualTo(all);
        assertThat(back.codes()).isEmpty();
    }

    /** Whatever the words are, the printed ones come back, and so does what is right. */
    @Test
    void anyContentThatAPaperCanSayIsReadBack() {
        for (ItemContent content : AnyContent.whole(new Random(61), 400)) {
            if (!CARRIED.contains(content.interaction().type())) {
                continue;
            }
            Collected back = Collected.of(
                    new DocxReader(), "paper.docx", new OneItem(List.of(content), Map.of()).written(writer()));
            assertThat(back.questions()).as(content.toString()).hasSize(1);
            assertThat(Seen.of(back.only())).isEqualTo(Seen.of(printed(content)));
        }
    }

    @Test
    void everyTypeIsPrinted() {
        List<ItemContent> all = EveryType.contents().toList();
        Collected back = Collected.of(new DocxReader(), "paper.docx", new OneItem(all, Map.of()).written(writer()));
        assertThat(back.questions()).hasSizeGreaterThanOrEqualTo(all.size());
    }

    @Test
    void formulasAreReadBackAsTheyWere() {
        ItemContent content = new ItemContent("求 $a_1*b*c_2$ 的值，$x \\ne y$。", new Interaction.TrueFalse(true), "", 3);
        Collected back =
                Collected.of(new DocxReader(), "paper.docx", new OneItem(List.of(content), Map.of()).written(writer()));
        assertThat(back.only().stem()).isEqualTo(content.stem());
    }

    /** The numbers of lists and lines in a text are none of questions, nor are letters there options. */
    @Test
    void whatIsNumberedWithinATextBeginsNothing() {
        List<Option> options = List.of(new Option("停机", true, null), new Option("加油\n\n2\\. 换油", false, null));
        List<ItemContent> all = List.of(
                new ItemContent(
                        "下列步骤：\n\n1. 断电\n2. 挂牌\n3. 验电\n\n先做哪一步（ ）",
                        new Interaction.SingleChoice(options),
                        "因为：\n\n1. 安全第一\n2. 答案：B\n3. A. 挂牌",
                        3),
                new ItemContent("1. 甲\n2. 乙", new Interaction.SingleChoice(options), "见表。\\\n1\\. 甲\\\n30\\. 丙", 3),
                new ItemContent("先做哪一步（ ）", new Interaction.SingleChoice(options), "略。", 3));
        Collected back = Collected.of(new DocxReader(), "paper.docx", new OneItem(all, Map.of()).written(writer()));
        assertThat(back.contents()).hasSameSizeAs(all);
        assertThat(back.contents().getFirst().stem()).contains("断电", "挂牌", "验电", "先做哪一步");
        assertThat(back.contents().getFirst().explanation()).contains("安全第一", "答案：B", "A. 挂牌");
        assertThat(back.contents().get(1).explanation()).contains("见表", "甲", "丙");
        assertThat(back.contents())
                .allSatisfy(content -> assertThat(((Interaction.SingleChoice) content.interaction()).options())
                        .hasSize(2));
    }

    /** Office programs count the styles of a document anew when they save it, and leave out those that nobody defined. */
    @Test
    void aPaperThatAnotherProgramSavedIsReadAsBefore() throws IOException {
        List<Option> options =
                List.of(new Option("$\\frac{1}{2}$", true, null), new Option("加油\n\n2\\. 换油", false, null));
        ItemContent content = new ItemContent(
                "求 $a_1*b$：\n\n1. 断电\n2. 挂牌\\\n3\\. 验电",
                new Interaction.SingleChoice(options),
                "因为 $\\foo$：\n\n1. 答案：B",
                3);
        byte[] paper = new OneItem(List.of(content, content), Map.of()).written(writer());
        Map<String, String> parts = parts(paper);
        String document = parts.getOrDefault("word/document.xml", "");
        String styles = parts.getOrDefault("word/styles.xml", "");
        Matcher used = Pattern.compile("<w:[pr]Style w:val=\"([^\"]+)\"").matcher(document);
        Set<String> ids =
                new TreeSet<>(used.results().map(found -> found.group(1)).toList());
        int number = 10;
        for (String id : ids) {
            assertThat(styles).containsOnlyOnce("w:styleId=\"" + id + "\"");
            document = document.replace("Style w:val=\"" + id + "\"", "Style w:val=\"" + number + "\"");
            styles = styles.replace("w:styleId=\"" + id + "\"", "w:styleId=\"" + number + "\"");
            number++;
        }
        parts.put("word/document.xml", document);
        parts.put("word/styles.xml", styles);
        Collected before = Collected.of(new DocxReader(), "paper.docx", paper);
        Collected after = Collected.of(new DocxReader(), "paper.docx", zipped(parts));
        assertThat(ids).contains("LianbingTex", "LianbingSpelled", "LianbingMore", "LianbingMoreSigns");
        assertThat(after.questions()).isEqualTo(before.questions()).hasSize(2);
        assertThat(after.contents().getFirst().stem()).contains("$a_1*b$");
    }

    /** Of an A4 page: a drawing that is higher than wide would else take all of it, and one of an option most. */
    @Test
    void picturesLeaveRoomForTheQuestion() throws IOException {
        byte[] high =
                "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 300 3000\"><rect width=\"9\" height=\"9\"/></svg>"
                        .getBytes(StandardCharsets.UTF_8);
        String image = "![高](media:" + FolderHash.of(high) + ")";
        ItemContent content = new ItemContent(
                "看 " + image,
                new Interaction.SingleChoice(List.of(new Option(image, true, null), new Option("没有", false, null))),
                "",
                3);
        byte[] paper = new OneItem(List.of(content), Map.of(FolderHash.of(high), high)).written(writer());
        Matcher extents = Pattern.compile("<wp:extent cx=\"(\\d+)\" cy=\"(\\d+)\"")
                .matcher(parts(paper).getOrDefault("word/document.xml", ""));
        assertThat(extents.results().map(found -> found.group(1) + "×" + found.group(2)))
                .containsExactly(36 * 9_525 + "×" + 360 * 9_525, 18 * 9_525 + "×" + 180 * 9_525);
    }

    /** Without a grid a table is none to strict readers; every part that is referred to is there and has a type. */
    @Test
    void aPaperIsWholeAndItsTablesHaveAGrid() throws IOException {
        ItemContent content = new ItemContent(
                "看表：\n\n| 型号 | 电流 |\n| --- | --- |\n| KM1 | 10 A |", new Interaction.TrueFalse(true), "", 3);
        Map<String, String> parts = parts(new OneItem(List.of(content), Map.of()).written(writer()));
        assertThat(parts.get("word/document.xml"))
                .contains("<w:tblGrid><w:gridCol w:w=\"4400\"/><w:gridCol w:w=\"4400\"/></w:tblGrid>");
        for (String part : List.of("styles", "settings", "footer")) {
            assertThat(parts.get("word/" + part + ".xml")).startsWith("<?xml");
            assertThat(parts.get("word/_rels/document.xml.rels")).contains("Target=\"" + part + ".xml\"");
            assertThat(parts.get("[Content_Types].xml")).contains("PartName=\"/word/" + part + ".xml\"");
        }
        assertThat(parts.get("word/document.xml"))
                .contains("<w:footerReference w:type=\"default\" r:id=\"rIdFooter\"/>");
        assertThat(parts.get("word/_rels/document.xml.rels")).contains("Id=\"rIdFooter\"");
        assertThat(parts.get("word/styles.xml")).contains("w:eastAsia=\"宋体\"");
    }

    private static Map<String, String> parts(byte[] paper) throws IOException {
        Map<String, String> parts = new LinkedHashMap<>();
        try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(paper))) {
            for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                parts.put(entry.getName(), new String(zip.readAllBytes(), StandardCharsets.UTF_8));
            }
        }
        return parts;
    }

    private static byte[] zipped(Map<String, String> parts) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(out)) {
            for (Map.Entry<String, String> part : parts.entrySet()) {
                zip.putNextEntry(new ZipEntry(part.getKey()));
                zip.write(part.getValue().getBytes(StandardCharsets.UTF_8));
            }
        }
        return out.toByteArray();
    }

    /** Reasons of single options and difficulty are not printed. */
    private static ItemContent printed(ItemContent content) {
        Interaction interaction = switch (content.interaction()) {
            case Interaction.SingleChoice choice -> new Interaction.SingleChoice(bare(choice.options()));
            case Interaction.MultipleChoice choice -> new Interaction.MultipleChoice(bare(choice.options()));
            default -> content.interaction();
        };
        return new ItemContent(content.stem(), interaction, content.explanation(), 3);
    }

    private static List<Option> bare(List<Option> options) {
        return options.stream()
                .map(option -> new Option(option.text(), option.correct(), null))
                .toList();
    }

    private static DocxWriter writer() {
        ResourceBundleMessageSource texts = new ResourceBundleMessageSource();
        texts.setBasename("i18n.formats");
        texts.setDefaultEncoding("UTF-8");
        texts.setFallbackToSystemLocale(false);
        return new DocxWriter(texts);
    }
}
