package org.lianbing.bank.exchange.word;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

import org.springframework.context.MessageSource;
import org.springframework.core.io.ClassPathResource;
import org.springframework.stereotype.Component;

import org.lianbing.bank.ItemContent;
import org.lianbing.bank.ItemType;
import org.lianbing.bank.exchange.format.ExportedItems;
import org.lianbing.bank.exchange.format.FormatWriter;

/**
 * Writes a paper to be printed: a section a type, numbered; with {@code keys=false} without answers, else with answer and
 * explanation below each question, in the words that our reader knows.
 */
@Component
class DocxWriter implements FormatWriter {

    private static final String[] CHINESE = {"一", "二", "三", "四", "五", "六", "七", "八", "九", "十", "十一", "十二", "十三"};
    private static final String TYPES = """
            <?xml version="1.0" encoding="UTF-8" standalone="yes"?>
            <Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Default Extension="png" ContentType="image/png"/><Default Extension="jpg" ContentType="image/jpeg"/><Default Extension="gif" ContentType="image/gif"/><Default Extension="svg" ContentType="image/svg+xml"/><Override PartName="/word/document.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/><Override PartName="/word/styles.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.styles+xml"/><Override PartName="/word/settings.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.settings+xml"/><Override PartName="/word/footer.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.footer+xml"/></Types>""";
    private static final String RELATIONS = """
            <?xml version="1.0" encoding="UTF-8" standalone="yes"?>
            <Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" Target="word/document.xml"/></Relationships>""";
    /** The namespaces of text and of formulas (ECMA-376 part 1, annex A). */
    static final String WORD = "http://schemas.openxmlformats.org/wordprocessingml/2006/main";

    static final String MATH = "http://schemas.openxmlformats.org/officeDocument/2006/math";

    private static final String BEGIN = """
            <?xml version="1.0" encoding="UTF-8" standalone="yes"?>
            <w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" xmlns:m="http://schemas.openxmlformats.org/officeDocument/2006/math" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships" xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing" xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" xmlns:pic="http://schemas.openxmlformats.org/drawingml/2006/picture"><w:body>""";
    private static final String END =
            "<w:sectPr><w:footerReference w:type=\"default\" r:id=\"rIdFooter\"/><w:pgSz w:w=\"11906\" w:h=\"16838\"/><w:pgMar w:top=\"1134\" w:right=\"1134\" w:bottom=\"1134\""
                    + " w:left=\"1134\" w:header=\"567\" w:footer=\"567\" w:gutter=\"0\"/></w:sectPr></w:body></w:document>";

    /** What is the same in all papers: styles by whose names our reader knows its own again, and page numbers. */
    private static final List<String> PARTS = List.of("styles", "settings", "footer");

    private static final String PART =
            "<Relationship Id=\"rId%s\" Type=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships/%s\" Target=\"%s.xml\"/>";

    private final MessageSource texts;

    DocxWriter(MessageSource texts) {
        this.texts = texts;
    }

    @Override
    public String format() {
        return DocxReader.FORMAT;
    }

    @Override
    public String extension() {
        return "docx";
    }

    @Override
    public String contentType() {
        return "application/vnd.openxmlformats-officedocument.wordprocessingml.document";
    }

    @Override
    public boolean carriesClips() {
        return false;
    }

    @Override
    public void write(ExportedItems items, OutputStream out) throws IOException {
        boolean keys = !items.choice("keys").filter("false"::equals).isPresent();
        Map<ItemType, List<ItemContent>> sections = new EnumMap<>(ItemType.class);
        items.each(item -> sections.computeIfAbsent(item.content().interaction().type(), type -> new ArrayList<>())
                .add(item.content()));
        DocxDrawings drawings = new DocxDrawings(items);
        DocxQuestion question = new DocxQuestion(new DocxRuns(drawings::drawing), keys);
        List<String> blank = new ArrayList<>();
        StringBuilder body = new StringBuilder();
        int section = 0;
        for (Map.Entry<ItemType, List<ItemContent>> each : sections.entrySet()) {
            String name = texts.getMessage("exchange.section." + each.getKey().code(), null, items.language());
            body.append("<w:p><w:pPr><w:pStyle w:val=\"Heading1\"/></w:pPr>")
                    .append(DocxRuns.run(CHINESE[section++] + "、" + name, ""))
                    .append("</w:p>");
            int number = 1;
            for (ItemContent content : each.getValue()) {
                body.append(question.of(number, content));
                if (drawings.anyBlank()) {
                    blank.add(name + " " + number);
                }
                number++;
            }
        }
        pack(out, BEGIN + head(items, blank) + body + END, drawings);
    }

    /** The title, and below it what not every program shows. */
    private String head(ExportedItems items, List<String> blank) {
        String title = "<w:p><w:pPr><w:pStyle w:val=\"Title\"/></w:pPr>" + DocxRuns.run(items.title(), "") + "</w:p>";
        if (blank.isEmpty()) {
            return title;
        }
        Object[] where = {String.join(texts.getMessage("exchange.paper.and", null, items.language()), blank)};
        return title + "<w:p>"
                + DocxRuns.run(texts.getMessage("exchange.paper.blank-drawings", where, items.language()), "")
                + "</w:p>";
    }

    private static void pack(OutputStream out, String document, DocxDrawings drawings) throws IOException {
        ZipOutputStream zip = new ZipOutputStream(out);
        entry(zip, "[Content_Types].xml", TYPES.getBytes(StandardCharsets.UTF_8));
        entry(zip, "_rels/.rels", RELATIONS.getBytes(StandardCharsets.UTF_8));
        entry(zip, "word/document.xml", document.getBytes(StandardCharsets.UTF_8));
        StringBuilder relations = new StringBuilder(
                "<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\">");
        for (String part : PARTS) {
            entry(zip, "word/" + part + ".xml", new ClassPathResource("word/" + part + ".xml").getContentAsByteArray());
            relations.append(PART.formatted(Character.toUpperCase(part.charAt(0)) + part.substring(1), part, part));
        }
        drawings.files((name, bytes) -> entry(zip, "word/media/" + name, bytes));
        for (DocxDrawings.Relation relation : drawings.relations()) {
            relations
                    .append("<Relationship Id=\"")
                    .append(relation.id())
                    .append(
                            "\" Type=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships/image\" Target=\"media/")
                    .append(relation.file())
                    .append("\"/>");
        }
        relations.append("</Relationships>");
        entry(zip, "word/_rels/document.xml.rels", relations.toString().getBytes(StandardCharsets.UTF_8));
        zip.finish();
    }

    private static void entry(ZipOutputStream zip, String name, byte[] bytes) throws IOException {
        zip.putNextEntry(new ZipEntry(name));
        zip.write(bytes);
        zip.closeEntry();
    }
}
