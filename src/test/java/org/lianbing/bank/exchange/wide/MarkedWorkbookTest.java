package org.lianbing.bank.exchange.wide;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import javax.xml.stream.XMLStreamException;

import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;

import org.lianbing.bank.exchange.format.SafeXml;
import org.lianbing.bank.exchange.format.SafeZip;
import org.lianbing.bank.exchange.wide.MarkedWorkbook.Marks;

import static org.assertj.core.api.Assertions.assertThat;

/** The workbook that goes back with its problems, as another program reads it. */
class MarkedWorkbookTest {

    @TempDir
    Path folder;

    /** How wide which columns are in the file: none, all in one, the last alone. */
    @ParameterizedTest
    @ValueSource(strings = {"", "0-9", "2-2", "0-0", "5-9"})
    void problemsStandInAColumnThatIsWideAndBreaksItsLines(String widths) throws IOException {
        Path file = folder.resolve("bank.xlsx");
        try (OutputStream out = Files.newOutputStream(file);
                Workbook book = new Workbook(out, "Test", "1.0")) {
            Worksheet sheet = book.newWorksheet("判断题");
            List.of("题干", "答案")
                    .forEach(name -> sheet.value(0, List.of("题干", "答案").indexOf(name), name));
            sheet.value(1, 0, "甲。");
            sheet.value(2, 0, "乙。");
            if (!widths.isEmpty()) {
                for (int i = widths.charAt(0) - '0'; i <= widths.charAt(2) - '0'; i++) {
                    sheet.width(i, 7);
                }
            }
        }
        Path back = folder.resolve("back.xlsx");
        Marks marks = Marks.headed("要改的地方");
        marks.right().add(2);
        marks.told().put(3, "没有答案。".repeat(30));
        try (OutputStream out = Files.newOutputStream(back)) {
            MarkedWorkbook.write(file, Map.of("判断题", marks), out);
        }
        try (SafeZip zip = SafeZip.open(back)) {
            Document sheet = part(zip, "xl/worksheets/sheet1.xml");
            Map<Integer, String> columns = widths(sheet);
            assertThat(columns.get(3)).isEqualTo("50");
            assertThat(columns.get(4)).isNotEqualTo("50");
            Element problem = all(sheet, "c").getLast();
            assertThat(problem.getAttribute("r")).isEqualTo("C3");
            List<Element> styles =
                    all(all(part(zip, "xl/styles.xml"), "cellXfs").getFirst(), "xf");
            Element style = styles.get(Integer.parseInt(problem.getAttribute("s")));
            assertThat(style.getAttribute("numFmtId")).isEqualTo("49");
            assertThat(all(style, "alignment").getFirst().getAttribute("wrapText"))
                    .isEqualTo("1");
            assertThat(all(sheet, "row").get(1).getAttribute("hidden")).isEqualTo("1");
        }
    }

    /** As LibreOffice writes it: the height that it found, which a person did not ask for. */
    @Test
    void theHeightOfARowIsEnoughForItsProblem() throws IOException, XMLStreamException {
        String rows = """
                <x:worksheet xmlns:x="urn:any"><x:sheetData><x:row r="1" ht="20"/>\
                <x:row r="2" ht="14.5" customHeight="false"><x:c r="A2"/></x:row>\
                <x:row r="3" ht="14.5" customHeight="1"/></x:sheetData></x:worksheet>""";
        Marks marks = Marks.headed("要改的地方");
        marks.told().put(2, "没有答案。".repeat(30));
        marks.told().put(3, "没有答案。".repeat(30));
        MarkedSheet sheet = new MarkedSheet(marks, -1);
        sheet.look(in(rows));
        ByteArrayOutputStream copied = new ByteArrayOutputStream();
        sheet.copy(in(rows), copied);
        Document document = SafeXml.document(new ByteArrayInputStream(copied.toByteArray()));
        assertThat(all(document, "row"))
                .extracting(row -> row.getAttribute("ht"))
                .containsExactly("20", "90.0", "14.5");
        // All that is added belongs to the sheet, whatever prefix its program uses.
        assertThat(all(document, "*"))
                .allSatisfy(one -> assertThat(one.getNamespaceURI()).isEqualTo("urn:any"));
    }

    private static InputStream in(String xml) {
        return new ByteArrayInputStream(xml.getBytes(StandardCharsets.UTF_8));
    }

    /** The widths of columns, from 1; each is spoken of once, or Excel calls the file broken. */
    private static Map<Integer, String> widths(Document sheet) {
        Map<Integer, String> widths = new HashMap<>();
        for (Element col : all(sheet, "col")) {
            for (int i = Integer.parseInt(col.getAttribute("min"));
                    i <= Integer.parseInt(col.getAttribute("max"));
                    i++) {
                assertThat(widths.put(i, col.getAttribute("width"))).isNull();
            }
        }
        return widths;
    }

    @Test
    void whatExplainsTheTemplateIsPrintedOnOnePage() throws IOException {
        Path file = folder.resolve("template.xlsx");
        String line = "每行一道题。".repeat(40);
        try (OutputStream out = Files.newOutputStream(file)) {
            new WideWriter(key -> key).template(out, List.of(), List.of("填写说明", line, "短。"), List.of());
        }
        try (SafeZip zip = SafeZip.open(file)) {
            Document guide = part(zip, "xl/worksheets/sheet2.xml");
            assertThat(all(guide, "mergeCell"))
                    .extracting(cell -> cell.getAttribute("ref"))
                    .containsExactlyInAnyOrder("A1:F1", "A2:F2", "A3:F3");
            List<Element> rows = all(guide, "row");
            assertThat(Double.parseDouble(rows.get(1).getAttribute("ht"))).isGreaterThan(60);
            assertThat(Double.parseDouble(rows.get(2).getAttribute("ht"))).isLessThan(20);
        }
    }

    private static Document part(SafeZip zip, String name) throws IOException {
        try (InputStream in = zip.stream(name).orElseThrow()) {
            return SafeXml.document(in);
        }
    }

    private static List<Element> all(Document document, String name) {
        return all(document.getDocumentElement(), name);
    }

    private static List<Element> all(Element element, String name) {
        NodeList found = element.getElementsByTagNameNS("*", name);
        List<Element> all = new ArrayList<>();
        for (int i = 0; i < found.getLength(); i++) {
            all.add((Element) found.item(i));
        }
        return all;
    }
}
