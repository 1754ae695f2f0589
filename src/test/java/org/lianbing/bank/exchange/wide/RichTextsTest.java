package org.lianbing.bank.exchange.wide;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

import org.junit.jupiter.api.Test;

import org.lianbing.bank.exchange.format.SafeZip;

import static org.assertj.core.api.Assertions.assertThat;

/** Parts of texts above and below the line, wherever a program writes them. */
class RichTextsTest {

    private static final String MAIN = "xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\"";
    private static final String SQUARE =
            "<r><t>面积 4 m</t></r><r><rPr><vertAlign val=\"superscript\"/></rPr><t>2</t></r>";

    @Test
    void aTextBehindOneThatEndsAboveTheLineStandsOnIt() throws IOException {
        RichTexts texts = texts("xl/sharedStrings.xml", "<sst %s><si>%s</si><si><t>第 2 题</t></si></sst>");
        assertThat(texts.of("面积 4 m2")).isEqualTo("面积 4 m²");
        assertThat(texts.of("第 2 题")).isEqualTo("第 2 题");
    }

    @Test
    void textsInTheCellsThemselvesHaveTheirMarksToo() throws IOException {
        RichTexts texts = texts(
                "xl/worksheets/sheet1.xml",
                "<worksheet %s><sheetData><row><c t=\"inlineStr\"><is>%s</is></c></row></sheetData></worksheet>");
        assertThat(texts.of("面积 4 m2")).isEqualTo("面积 4 m²");
    }

    @Test
    void howATextIsSpokenIsNoPartOfIt() throws IOException {
        RichTexts texts =
                texts("xl/sharedStrings.xml", "<sst %s><si>%s<rPh sb=\"0\" eb=\"2\"><t>めんせき</t></rPh></si></sst>");
        assertThat(texts.of("面积 4 m2")).isEqualTo("面积 4 m²");
    }

    private static RichTexts texts(String part, String xml) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
            zip.putNextEntry(new ZipEntry(part));
            zip.write(xml.formatted(MAIN, SQUARE).getBytes(StandardCharsets.UTF_8));
        }
        try (SafeZip zip = SafeZip.open(bytes.toByteArray(), new SafeZip.Limits(10, 1 << 20, 1 << 20, 200))) {
            return RichTexts.of(zip);
        }
    }
}
