package org.lianbing.bank.exchange;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

import org.apache.poi.hssf.usermodel.HSSFClientAnchor;
import org.apache.poi.hssf.usermodel.HSSFRow;
import org.apache.poi.hssf.usermodel.HSSFSheet;
import org.apache.poi.hssf.usermodel.HSSFWorkbook;
import org.apache.poi.ss.usermodel.Workbook;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import org.lianbing.bank.exchange.office.TestMetafiles;

import static org.assertj.core.api.Assertions.assertThat;

/** Windows metafiles of strangers, in papers and old workbooks: whatever they claim, 64 MB are enough. */
class HostilePicturesTest {

    private static final String REFUSED = "read 1 exchange.remark.picture-refused";

    @TempDir
    Path folder;

    @Test
    void metafilesAreBoundedWhatTheyClaim() throws IOException, InterruptedException {
        List<SmallHeap.Outcome> outcomes = SmallHeap.read(List.of(
                paper("sound", TestMetafiles.wmf()),
                paper("emf-pixels", TestMetafiles.emfOfManyPixels()),
                paper("wmf-pixels", TestMetafiles.wmfOfManyPixels()),
                paper("slow", TestMetafiles.slow()),
                paper("jagged", TestMetafiles.jagged()),
                paper("comment", TestMetafiles.comment()),
                book(TestMetafiles.wmfOfManyPixels(), 1),
                book(TestMetafiles.emf(), 3_000)));
        assertThat(outcomes)
                .extracting(SmallHeap.Outcome::said)
                .containsExactly(
                        "read 1",
                        REFUSED,
                        REFUSED,
                        REFUSED,
                        REFUSED,
                        REFUSED,
                        "read 1 exchange.problem.picture-refused",
                        "read 1 exchange.problem.picture-refused");
    }

    private Path paper(String name, byte[] picture) throws IOException {
        Path file = folder.resolve(name + ".docx");
        try (ZipOutputStream zip = new ZipOutputStream(Files.newOutputStream(file))) {
            zip.putNextEntry(new ZipEntry("word/media/a.wmf"));
            zip.write(picture);
            zip.putNextEntry(new ZipEntry("word/_rels/document.xml.rels"));
            zip.write("""
                <Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">\
                <Relationship Id="r1" Type="image" Target="media/a.wmf"/></Relationships>""".getBytes(StandardCharsets.UTF_8));
            zip.putNextEntry(new ZipEntry("word/document.xml"));
            zip.write("""
                <w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" \
                xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships" \
                xmlns:v="urn:schemas-microsoft-com:vml"><w:body><w:p><w:r><w:t>1、看图</w:t></w:r>\
                <w:r><w:pict><v:shape><v:imagedata r:id="r1"/></v:shape></w:pict></w:r></w:p>\
                <w:p><w:r><w:t>A、甲 B、乙 C、丙</w:t></w:r></w:p><w:p><w:r><w:t>答案：A</w:t></w:r></w:p>\
                </w:body></w:document>""".getBytes(StandardCharsets.UTF_8));
        }
        return file;
    }

    /** A picture that one cell shows so often. */
    private Path book(byte[] picture, int times) throws IOException {
        Path file = folder.resolve(times + ".xls");
        try (HSSFWorkbook workbook = new HSSFWorkbook();
                OutputStream out = Files.newOutputStream(file)) {
            HSSFSheet sheet = workbook.createSheet("判断题");
            for (String line : List.of("题型,题干,答案", "判断,甲。,对")) {
                HSSFRow row = sheet.createRow(sheet.getPhysicalNumberOfRows());
                for (String cell : line.split(",")) {
                    row.createCell(Math.max(0, row.getLastCellNum())).setCellValue(cell);
                }
            }
            int number = workbook.addPicture(picture, Workbook.PICTURE_TYPE_EMF);
            for (int i = 0; i < times; i++) {
                sheet.createDrawingPatriarch()
                        .createPicture(new HSSFClientAnchor(0, 0, 0, 0, (short) 1, 1, (short) 2, 2), number);
            }
            workbook.write(out);
        }
        return file;
    }
}
