package org.lianbing.bank.exchange.wide;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import org.lianbing.bank.exchange.ImportField;
import org.lianbing.base.Problem;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class CellPicturesTest {

    /** A picture is told by its length here. */
    private static final byte[] STEM = new byte[11];

    private static final byte[] OPTION = new byte[12];
    private static final byte[] INSIDE = new byte[13];

    @TempDir
    Path folder;

    @Test
    void aPictureThatFloatsBelongsToTheCellOfItsUpperLeftCorner() throws IOException {
        List<SheetRow> rows = rows(zip(book()));
        assertThat(rows).hasSize(2);
        assertThat(rows.getFirst().cells().get(ImportField.STEM)).isEqualTo("看图\n" + shown(STEM));
        assertThat(rows.get(1).cells().get(ImportField.OPTION_B)).isEqualTo(shown(OPTION));
    }

    /** Whatever another program calls its pictures, and though a cell speaks of one. */
    @Test
    void aPictureOfAnotherProgramBelongsToItsCellWhateverItIsCalled() throws IOException {
        Map<String, byte[]> parts = book();
        String named = floating("twoCellAnchor", 0, 1, "rId1")
                .replace("<xdr:pic>", "<xdr:pic><xdr:nvPicPr><xdr:cNvPr id=\"2\" name=\"图1\"/></xdr:nvPicPr>");
        parts.put("xl/drawings/drawing1.xml", drawing(named));
        assertThat(rows(zip(parts)).getFirst().cells().get(ImportField.STEM)).isEqualTo("看图\n" + shown(STEM));
    }

    /** WPS: the cell holds a formula, the picture lies in a part of its own. */
    @Test
    void aPictureInsideACellOfWpsIsFoundByItsId() throws IOException {
        Map<String, byte[]> parts = book();
        parts.put("xl/cellimages.xml", text("""
                <etc:cellImages xmlns:xdr="http://schemas.openxmlformats.org/drawingml/2006/spreadsheetDrawing" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships" xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" xmlns:etc="http://www.wps.cn/officeDocument/2017/etCustomData">
                <etc:cellImage><xdr:pic><xdr:nvPicPr><xdr:cNvPr id="2" name="ID_0A1B2C"/></xdr:nvPicPr><xdr:blipFill><a:blip r:embed="rId1"/></xdr:blipFill></xdr:pic></etc:cellImage>
                </etc:cellImages>"""));
        parts.put("xl/_rels/cellimages.xml.rels", text("""
                <Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/image" Target="media/inside.png"/></Relationships>"""));
        parts.put("xl/media/inside.png", INSIDE);
        List<SheetRow> rows = rows(zip(parts));
        assertThat(rows.getFirst().cells().get(ImportField.OPTION_A)).isEqualTo(shown(INSIDE));
        assertThat(rows.get(1).problems())
                .singleElement()
                .satisfies(problem -> assertThat(problem.code()).isEqualTo("exchange.problem.picture-missing"));
    }

    @Test
    void picturesThatLieOverEachOtherWithoutEndAreRefused() throws IOException {
        Map<String, byte[]> parts = book();
        parts.put(
                "xl/drawings/drawing1.xml",
                drawing(floating("oneCellAnchor", 0, 1, "rId1").repeat(300)));
        SheetRow row = rows(zip(parts)).getFirst();
        assertThat(row.cells().get(ImportField.STEM).split("!\\[", -1)).hasSize(1 + 200);
        assertThat(row.problems())
                .filteredOn(problem -> problem.code().equals("exchange.problem.picture-refused"))
                .hasSize(1);
        parts.put(
                "xl/drawings/drawing1.xml",
                drawing(floating("oneCellAnchor", 0, 1, "rId1").repeat(50_001)));
        byte[] endless = zip(parts);
        assertThatThrownBy(() -> rows(endless))
                .isInstanceOfSatisfying(
                        Problem.class, problem -> assertThat(problem.code()).isEqualTo("exchange.many-pictures"));
    }

    private static byte[] drawing(String anchors) {
        return text("""
                <xdr:wsDr xmlns:xdr="http://schemas.openxmlformats.org/drawingml/2006/spreadsheetDrawing" xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships">%s</xdr:wsDr>""".formatted(anchors));
    }

    private static String shown(byte[] picture) {
        return "![](" + ReadTables.PICTURES.keep("", picture) + ")";
    }

    private List<SheetRow> rows(byte[] book) throws IOException {
        Path file = Files.write(folder.resolve("book.xlsx"), book);
        return ReadTables.of(new ExcelTables(), file).rows();
    }

    /** A sheet as a spreadsheet program writes it: three pictures float over its two rows, one row shows one by a formula. */
    private static Map<String, byte[]> book() {
        Map<String, byte[]> parts = new LinkedHashMap<>();
        parts.put("[Content_Types].xml", text("""
                <Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Default Extension="png" ContentType="image/png"/>
                <Override PartName="/xl/workbook.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml"/><Override PartName="/xl/worksheets/sheet1.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.worksheet+xml"/></Types>"""));
        parts.put("_rels/.rels", relations("rId1", "officeDocument", "xl/workbook.xml"));
        parts.put("xl/workbook.xml", text("""
                <workbook xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"><sheets><sheet name="单选题" sheetId="1" r:id="rId1"/></sheets></workbook>"""));
        parts.put("xl/_rels/workbook.xml.rels", relations("rId1", "worksheet", "worksheets/sheet1.xml"));
        parts.put("xl/worksheets/sheet1.xml", text("""
                <worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"><sheetData>
                <row r="1">%s%s%s%s%s</row>
                <row r="2">%s<c r="B2" t="str"><f>_xlfn.DISPIMG("ID_0A1B2C",1)</f><v>=DISPIMG("ID_0A1B2C",1)</v></c>%s%s%s</row>
                <row r="3">%s<c r="B3" t="str"><f>_xlfn.DISPIMG("ID_FFFFFF",1)</f><v>=DISPIMG("ID_FFFFFF",1)</v></c>%s%s</row>
                </sheetData><drawing r:id="rId1"/></worksheet>""".formatted(
                        cell("A1", "题干"),
                        cell("B1", "选项A"),
                        cell("C1", "选项B"),
                        cell("D1", "选项C"),
                        cell("E1", "答案"),
                        cell("A2", "看图"),
                        cell("C2", "乙"),
                        cell("D2", "丙"),
                        cell("E2", "B"),
                        cell("A3", "哪个？"),
                        cell("D3", "丙"),
                        cell("E3", "C"))));
        parts.put("xl/worksheets/_rels/sheet1.xml.rels", relations("rId1", "drawing", "../drawings/drawing1.xml"));
        parts.put("xl/drawings/drawing1.xml", text("""
                <xdr:wsDr xmlns:xdr="http://schemas.openxmlformats.org/drawingml/2006/spreadsheetDrawing" xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships">%s%s</xdr:wsDr>""".formatted(
                        floating("twoCellAnchor", 0, 1, "rId1"), floating("oneCellAnchor", 2, 2, "rId2"))));
        parts.put("xl/drawings/_rels/drawing1.xml.rels", text("""
                <Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="image" Target="../media/stem.png"/><Relationship Id="rId2" Type="image" Target="/xl/media/option.png"/></Relationships>"""));
        parts.put("xl/media/stem.png", STEM);
        parts.put("xl/media/option.png", OPTION);
        return parts;
    }

    private static String cell(String place, String text) {
        return "<c r=\"" + place + "\" t=\"inlineStr\"><is><t>" + text + "</t></is></c>";
    }

    private static String floating(String anchor, int column, int row, String picture) {
        return "<xdr:" + anchor + "><xdr:from><xdr:col>" + column
                + "</xdr:col><xdr:colOff>9</xdr:colOff><xdr:row>" + row
                + "</xdr:row><xdr:rowOff>9</xdr:rowOff></xdr:from><xdr:pic><xdr:blipFill><a:blip r:embed=\"" + picture
                + "\"/></xdr:blipFill></xdr:pic></xdr:" + anchor + ">";
    }

    private static byte[] relations(String id, String type, String target) {
        return text(
                "<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\"><Relationship Id=\""
                        + id + "\" Type=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships/" + type
                        + "\" Target=\"" + target + "\"/></Relationships>");
    }

    private static byte[] zip(Map<String, byte[]> parts) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(out)) {
            // What repeats itself would be refused for how it swells.
            zip.setLevel(0);
            for (Map.Entry<String, byte[]> part : parts.entrySet()) {
                zip.putNextEntry(new ZipEntry(part.getKey()));
                zip.write(part.getValue());
            }
        }
        return out.toByteArray();
    }

    private static byte[] text(String xml) {
        return xml.getBytes(StandardCharsets.UTF_8);
    }
}
