package org.lianbing.bank.exchange.office;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import javax.imageio.ImageIO;

import org.apache.poi.hssf.usermodel.HSSFClientAnchor;
import org.apache.poi.hssf.usermodel.HSSFSheet;
import org.apache.poi.hssf.usermodel.HSSFWorkbook;
import org.apache.poi.ss.usermodel.Workbook;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import org.lianbing.bank.exchange.ImportField;
import org.lianbing.bank.exchange.format.Question;
import org.lianbing.bank.exchange.format.Upload;
import org.lianbing.bank.exchange.wide.ReadTables;
import org.lianbing.bank.exchange.wide.SheetRow;
import org.lianbing.bank.exchange.wide.WideTesting;
import org.lianbing.bank.exchange.word.WordTesting;
import org.lianbing.base.Problem;
import org.lianbing.media.PictureType;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/** Windows metafiles in files of Office: no browser shows one, so that each becomes a picture or a named problem. */
class MetafilesTest {

    @TempDir
    Path folder;

    private final List<byte[]> kept = new ArrayList<>();

    @Test
    void metafilesOfAPaperArePaintedAndBrokenOnesAreNamed() throws IOException {
        Map<String, byte[]> parts = new LinkedHashMap<>();
        parts.put("word/media/a.emf", TestMetafiles.emf());
        parts.put("word/media/b.wmf", TestMetafiles.wmf());
        parts.put("word/media/c.emf", TestMetafiles.broken(TestMetafiles.emf()));
        List<Question> found = new ArrayList<>();
        WordTesting.reader().read(paper(parts), this::keep, found::add);
        assertThat(found).singleElement().isInstanceOfSatisfying(Question.Read.class, read -> {
            assertThat(read.content().stem()).containsPattern("看图!\\[\\]\\(media:1\\)!\\[\\]\\(media:2\\)$");
            assertThat(read.remarks())
                    .extracting(Question.Remark::code)
                    .containsExactly("exchange.remark.picture-refused");
        });
        assertPainted(2);
    }

    @Test
    void metafilesOfAnOldWorkbookArePaintedAndBrokenOnesAreNamed() throws IOException {
        Path file = folder.resolve("book.xls");
        try (HSSFWorkbook workbook = new HSSFWorkbook();
                OutputStream out = Files.newOutputStream(file)) {
            HSSFSheet sheet = workbook.createSheet("单选题");
            String[][] lines = {{"题干", "选项A", "选项B", "选项C", "答案"}, {"看图", "甲", "乙", "丙", "A"}, {"看", "甲", "乙", "丙", "A"}
            };
            for (int line = 0; line < lines.length; line++) {
                sheet.createRow(line);
                for (int column = 0; column < lines[line].length; column++) {
                    sheet.getRow(line).createCell(column).setCellValue(lines[line][column]);
                }
            }
            lay(sheet, 1, workbook.addPicture(TestMetafiles.emf(), Workbook.PICTURE_TYPE_EMF));
            lay(sheet, 2, workbook.addPicture(TestMetafiles.broken(TestMetafiles.emf()), Workbook.PICTURE_TYPE_EMF));
            workbook.write(out);
        }
        List<SheetRow> rows =
                ReadTables.of(WideTesting.oldReader(), file, this::keep).rows();
        assertThat(rows.get(0).cells().get(ImportField.STEM)).isEqualTo("看图\n![](media:1)");
        assertThat(rows.get(1).problems())
                .extracting(problem -> problem.code())
                .containsExactly("exchange.problem.picture-refused");
        assertPainted(1);
    }

    @Test
    void whatTakesLongUsesUpTheTimeOfOthersLikeIt() {
        PaintedPictures painted = new PaintedPictures(this::keep);
        painted.keep("quick.wmf", TestMetafiles.wmf());
        assertThat(painted.left()).isGreaterThan(Duration.ofMillis(500));
        assertThatThrownBy(() -> painted.keep("slow.wmf", TestMetafiles.slow())).isInstanceOf(Problem.class);
        assertThat(painted.left()).isLessThan(Duration.ofMillis(100));
        painted.keep("quick.wmf", TestMetafiles.wmf());
        assertThat(kept).hasSize(2);
    }

    /** What stands beside a drawing in comments is a part of it, if they do not say that it is all. */
    @Test
    void metafilesThatDrawInCommentsAloneAreRefused() throws IOException {
        PaintedPictures painted = new PaintedPictures(this::keep);
        painted.keep("dual.emf", TestMetafiles.second(true));
        assertThatThrownBy(() -> painted.keep("second.emf", TestMetafiles.second(false)))
                .isInstanceOf(Problem.class);
        assertPainted(1);
    }

    private static void lay(HSSFSheet sheet, int row, int picture) {
        HSSFClientAnchor anchor = new HSSFClientAnchor(0, 0, 0, 0, (short) 0, row, (short) 1, row + 1);
        sheet.createDrawingPatriarch().createPicture(anchor, picture);
    }

    private void assertPainted(int count) throws IOException {
        assertThat(kept).hasSize(count);
        for (byte[] picture : kept) {
            BufferedImage image = ImageIO.read(new ByteArrayInputStream(picture));
            int middle = image.getRGB(image.getWidth() / 2, image.getHeight() / 2);
            assertThat(Integer.toHexString(middle)).isEqualTo("ffff0000");
        }
    }

    /** As the media keep pictures. */
    private String keep(String name, byte[] bytes) {
        if (PictureType.of(bytes).isEmpty()) {
            throw Problem.invalid("exchange.picture-type", name);
        }
        kept.add(bytes);
        return "media:" + kept.size();
    }

    private Upload paper(Map<String, byte[]> pictures) throws IOException {
        StringBuilder relations = new StringBuilder(
                "<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\">");
        StringBuilder runs = new StringBuilder();
        int number = 0;
        for (String name : pictures.keySet()) {
            number++;
            relations.append("<Relationship Id=\"r" + number + "\" Type=\"image\" Target=\""
                    + name.substring("word/".length()) + "\"/>");
            runs.append("<w:r><w:pict><v:shape><v:imagedata r:id=\"r" + number + "\"/></v:shape></w:pict></w:r>");
        }
        Map<String, byte[]> parts = new LinkedHashMap<>(pictures);
        parts.put("word/_rels/document.xml.rels", text(relations + "</Relationships>"));
        parts.put("word/document.xml", text("""
                <w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships" xmlns:v="urn:schemas-microsoft-com:vml"><w:body>
                <w:p><w:r><w:t>1、看图</w:t></w:r>%s</w:p><w:p><w:r><w:t>A、甲 B、乙 C、丙</w:t></w:r></w:p><w:p><w:r><w:t>答案：A</w:t></w:r></w:p></w:body></w:document>""".formatted(runs)));
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(out)) {
            for (Map.Entry<String, byte[]> part : parts.entrySet()) {
                zip.putNextEntry(new ZipEntry(part.getKey()));
                zip.write(part.getValue());
            }
        }
        return new Upload("paper.docx", Files.write(folder.resolve("paper.docx"), out.toByteArray()));
    }

    private static byte[] text(String xml) {
        return xml.getBytes(StandardCharsets.UTF_8);
    }
}
